import { Schema, type Connection } from 'mongoose';
import type { MachineTime, Seen } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

interface SeenDocument {
  _id: string;
  person: string;
  requestId: string;
  version: number;
  at: Date;
}

/** Longer than any case should take; a mark that is gone only makes a case look unread. */
const DAYS_400 = 400 * 24 * 3_600;
const schema = new Schema<SeenDocument>(
  { _id: String, person: String, requestId: String, version: Number, at: { type: Date, index: { expireAfterSeconds: DAYS_400 } } },
  { collection: 'seen', versionKey: false },
);
schema.index({ person: 1, at: -1 });

const idOf = (person: string, requestId: string): string => `${person}|${requestId}`;

/** Which version of a case each person opened last. Ids, numbers and times only; who saw what when is in the audit log, not here. */
export function mongoSeen(connection: Connection, machine: MachineTime): Seen {
  const seen = modelOn<SeenDocument>(connection, 'Seen', schema);
  return {
    note: async (person, requestId, version) => {
      try {
        await seen.updateOne({ _id: idOf(person, requestId) }, { $set: { person, requestId, version, at: machine() } }, { upsert: true });
      } catch (error) {
        // Two openings at once: the other one has just noted it.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    versions: async (person, requestIds) => {
      const ids = requestIds.map((id) => idOf(person, id));
      const found = await seen.find({ _id: { $in: ids } }).lean<SeenDocument[]>();
      return Object.fromEntries(found.map(({ requestId, version }) => [requestId, version]));
    },
    lastOpened: async (person, withinMinutes) => {
      const since = new Date(machine().getTime() - withinMinutes * 60_000);
      const last = await seen
        .findOne({ person, at: { $gte: since } })
        .sort({ at: -1 })
        .lean<SeenDocument>();
      return last?.requestId ?? null;
    },
  };
}
