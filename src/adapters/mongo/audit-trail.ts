import type { Connection } from 'mongoose';
import type { RequestState, StepTaken } from '../../domain/subject-request.js';
import type { AuditTrail } from '../../usecases/audit-ports.js';
import type { FieldCipher } from '../../usecases/ports.js';
import { blocksModel, readBlock } from './audit-blocks.js';
import { eventsModel, readEvent } from './audit-log.js';
import type { EventDoc } from './audit-log.js';
import { detailsModel, openDetails } from './details.js';
import type { DetailsDoc } from './details.js';

/** The parts of a stored request that the walk looks at. */
interface RequestDoc {
  _id: string;
  ref: string;
  state: RequestState;
  steps: StepTaken[];
  macs: string[];
  mac: string;
  unsealed?: true;
}

const BATCH = 100;

/** Reads the whole trail for `audit -- verify`, a batch of documents at a time, so memory does not grow with the register. */
export function mongoAuditTrail(connection: Connection, cipher: FieldCipher): AuditTrail {
  const events = eventsModel(connection);
  const requests = connection.collection<RequestDoc>('requests');
  const details = detailsModel(connection);
  return {
    async *blocks(after) {
      const cursor = blocksModel(connection).find({ _id: { $gt: after } }).sort({ _id: 1 }).lean().cursor({ batchSize: BATCH }); // prettier-ignore
      for await (const block of cursor) yield readBlock(block);
    },
    async *requests() {
      for await (const { _id, unsealed, ...rest } of requests.find({}, { sort: { _id: 1 }, batchSize: BATCH }))
        yield { id: _id, ...rest, waiting: unsealed === true };
    },
    async *events() {
      const cursor = events.find().sort({ _id: 1 }).lean<EventDoc[]>().cursor({ batchSize: BATCH });
      for await (const doc of cursor) yield { ...readEvent(doc), waiting: doc.unsealed === true };
    },
    async macsOf(ids) {
      const found = await requests.find({ _id: { $in: ids } }, { projection: { macs: 1 } }).toArray();
      return new Map(found.map(({ _id, macs }) => [_id, macs]));
    },
    async eventMacs(ids) {
      const found = await events.find({ _id: { $in: ids } }, { mac: 1 }).lean<{ _id: string; mac: string }[]>();
      return new Map(found.map(({ _id, mac }) => [_id, mac]));
    },
    async detailsHashes(ids) {
      const found = await details.find({ _id: { $in: ids } }).lean<DetailsDoc[]>();
      return new Map(found.map((doc) => [doc._id, hashNow(cipher, doc)]));
    },
  };
}

function hashNow(cipher: FieldCipher, doc: DetailsDoc): string | null {
  try {
    const { fields, salt } = openDetails(cipher, doc);
    return cipher.detailsHash(doc.requestId, fields, salt);
  } catch {
    return null;
  }
}
