import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { MachineTime } from '../../usecases/ports.js';
import { detailsModel } from './details.js';
import { modelOn } from './model-on.js';

interface SweepDoc {
  _id: string;
  upTo: Date;
}

const DAY = 24 * 3_600_000;
const sweepSchema = new Schema<SweepDoc>({ _id: String, upTo: Date }, { collection: 'sweeps', versionKey: false, strict: 'throw' });

/**
 * Deletes details written for a step that was never taken (design §4): older than 24 hours of machine time and pointed at by no step of their
 * request. Goes on from where the last sweep ended, so each document is looked at once. Answers how many were deleted.
 */
export async function sweepOrphanDetails(connection: Connection, machine: MachineTime, batch = 200): Promise<number> {
  const details = detailsModel(connection);
  const sweeps = modelOn(connection, 'Sweep', sweepSchema);
  const end = new Date(machine().getTime() - DAY);
  let from = (await sweeps.findById('orphan-details').lean<SweepDoc | null>())?.upTo ?? new Date(0);
  for (let deleted = 0; ;) {
    const seen = await details.find({ written: { $gte: from, $lt: end } }, { requestId: 1, written: 1 }).sort({ written: 1 }).limit(batch).lean(); // prettier-ignore
    const kept = await pointedAt(connection, [...new Set(seen.map(({ requestId }) => requestId))]);
    const orphans = seen.filter(({ _id }) => !kept.has(_id)).map(({ _id }) => _id);
    if (orphans.length > 0) deleted += (await details.deleteMany({ _id: { $in: orphans } })).deletedCount;
    const last = seen.at(-1)?.written ?? end;
    // A batch of one instant would be read for ever: the next read starts just after it.
    from = seen.length === batch && last.getTime() === from.getTime() ? new Date(last.getTime() + 1) : last;
    if (seen.length < batch) {
      await sweeps.updateOne({ _id: 'orphan-details' }, { $set: { upTo: end } }, { upsert: true });
      return deleted;
    }
  }
}

async function pointedAt(connection: Connection, requestIds: string[]): Promise<Set<string>> {
  const requests = connection.collection<{ _id: string; steps: { details?: string }[] }>('requests');
  const found = await requests.find({ _id: { $in: requestIds } }, { projection: { 'steps.details': 1 } }).toArray();
  return new Set(found.flatMap(({ steps }) => steps.flatMap(({ details }) => details ?? [])));
}
