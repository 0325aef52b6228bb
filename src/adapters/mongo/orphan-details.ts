import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { MachineTime } from '../../usecases/ports.js';
import { detailsModel } from './details.js';
import type { DetailsDoc } from './details.js';
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
  const sweeps = modelOn(connection, 'Sweep', sweepSchema);
  const upTo = new Date(machine().getTime() - DAY);
  const from = (await sweeps.findById('orphan-details').lean<SweepDoc | null>())?.upTo ?? new Date(0);
  const old = detailsModel(connection).find({ written: { $gte: from, $lt: upTo } }, { requestId: 1 });
  let deleted = 0;
  let seen: Seen[] = [];
  for await (const { _id, requestId } of old.lean().cursor({ batchSize: batch })) {
    seen.push({ _id, requestId });
    if (seen.length < batch) continue;
    deleted += await deleteOrphans(connection, seen);
    seen = [];
  }
  deleted += await deleteOrphans(connection, seen);
  await sweeps.updateOne({ _id: 'orphan-details' }, { $set: { upTo } }, { upsert: true });
  return deleted;
}

type Seen = Pick<DetailsDoc, '_id' | 'requestId'>;

async function deleteOrphans(connection: Connection, seen: Seen[]): Promise<number> {
  if (seen.length === 0) return 0;
  const kept = await pointedAt(connection, [...new Set(seen.map(({ requestId }) => requestId))]);
  const orphans = seen.filter(({ _id }) => !kept.has(_id)).map(({ _id }) => _id);
  return (await detailsModel(connection).deleteMany({ _id: { $in: orphans } })).deletedCount;
}

async function pointedAt(connection: Connection, requestIds: string[]): Promise<Set<string>> {
  const requests = connection.collection<{ _id: string; steps: { details?: string }[] }>('requests');
  const found = await requests.find({ _id: { $in: requestIds } }, { projection: { 'steps.details': 1 } }).toArray();
  return new Set(found.flatMap(({ steps }) => steps.flatMap(({ details }) => details ?? [])));
}
