import { Schema, type Connection } from 'mongoose';
import type { ReportLedger, ReportMade } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

interface ReportDocument {
  _id: string;
  report: string;
  /** The report itself; absent on the note of when reports began. */
  made?: ReportMade;
  since?: Date;
}

const schema = new Schema<ReportDocument>(
  { _id: String, report: String, made: Schema.Types.Mixed, since: Date },
  { collection: 'reports', versionKey: false, minimize: false, strict: 'throw' },
);
schema.index({ report: 1, _id: 1 });

const BEGINNING = 'since';

/** Weekly reports as they were made, and since when there are any. Two bots may make one at once: the first to write it is believed. */
export function mongoReportLedger(connection: Connection): ReportLedger {
  const reports = modelOn<ReportDocument>(connection, 'Report', schema);
  const byKey = async (key: string): Promise<ReportMade | null> => (await reports.findById(key).lean<ReportDocument>())?.made ?? null;
  const addOnce = async (doc: ReportDocument): Promise<boolean> => {
    try {
      await reports.insertMany([doc], { lean: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };
  let begun: Date | null = null;
  return {
    begin: async (at) => {
      if (begun) return begun;
      const noted = await reports.findById(BEGINNING).lean<ReportDocument>();
      if (!noted) await addOnce({ _id: BEGINNING, report: BEGINNING, since: at });
      begun = (noted ?? (await reports.findById(BEGINNING).lean<ReportDocument>()))?.since ?? at;
      return begun;
    },
    keep: async (made) => {
      await addOnce({ _id: made.key, report: made.report, made });
      return (await byKey(made.key)) ?? made;
    },
    byKey,
    newest: async (report) => {
      const [last] = await reports.find({ report }, { _id: 1 }).sort({ report: -1, _id: -1 }).limit(1).lean<ReportDocument[]>();
      return last?._id ?? null;
    },
  };
}
