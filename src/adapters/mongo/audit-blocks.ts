import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { AuditBlock, AuditBlocks } from '../../usecases/audit-ports.js';
import { eventsModel } from './audit-log.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

/*
 * How sealing finds new steps without a scan: whoever writes the collection `requests` sets `unsealed: true` in the same write as
 * the step (insert and commit). A sparse index on it, kept here, holds only what waits. Sealing takes the mark off only while
 * `mac` is still the head it sealed, so a step taken in between keeps its request on the list.
 */
export interface SealedRequestDoc {
  _id: string;
  mac: string;
  unsealed?: true;
}

type BlockDoc = Omit<AuditBlock, 'n'> & { _id: number };

const schema = new Schema<BlockDoc>(
  {
    _id: Number,
    previous: String,
    at: String,
    steps: [{ _id: false, request: String, mac: String }],
    events: [{ _id: false, event: String, mac: String }],
    head: String,
  },
  { collection: 'auditblocks', versionKey: false, strict: 'throw' },
);

export const blocksModel = (connection: Connection) => modelOn(connection, 'AuditBlock', schema);

/** The block as it was sealed, read from the database. */
export function readBlock({ _id, previous, at, steps, events, head }: BlockDoc): AuditBlock {
  return { n: _id, previous, at, steps, events, head };
}

/** Blocks of the audit trail (design §4). Two bots may seal at once: the number of a block is unique, so one of them loses and stops. */
export function mongoAuditBlocks(connection: Connection): AuditBlocks {
  const blocks = blocksModel(connection);
  const events = eventsModel(connection);
  const requests = connection.collection<SealedRequestDoc>('requests');
  let indexed: Promise<unknown> | null = null;
  const indexOnce = () => (indexed ??= requests.createIndex({ unsealed: 1 }, { sparse: true }).catch(() => (indexed = null)));
  return {
    async latest() {
      const [newest] = await blocks.find().sort({ _id: -1 }).limit(1).lean<BlockDoc[]>();
      return newest ? readBlock(newest) : null;
    },
    async unsealedSteps(limit) {
      await indexOnce();
      const waiting = await requests.find({ unsealed: true }, { projection: { mac: 1 }, limit, maxTimeMS: 2000 }).toArray();
      return waiting.map(({ _id, mac }) => ({ request: _id, mac }));
    },
    async unsealedEvents(limit) {
      const waiting = await events.find({ unsealed: true }, { mac: 1 }).limit(limit).lean<{ _id: string; mac: string }[]>();
      return waiting.map(({ _id, mac }) => ({ event: _id, mac }));
    },
    async append({ n, ...rest }) {
      try {
        await blocks.create([{ _id: n, ...rest }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async markSealed({ steps, events: sealed }) {
      const mark = (filter: { _id: string; mac: string }) => ({ updateOne: { filter, update: { $unset: { unsealed: 1 as const } } } });
      if (steps.length > 0) await requests.bulkWrite(steps.map(({ request, mac }) => mark({ _id: request, mac })));
      if (sealed.length > 0) await events.updateMany({ _id: { $in: sealed.map(({ event }) => event) } }, { $unset: { unsealed: 1 } });
    },
  };
}
