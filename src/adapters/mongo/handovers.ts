import { Schema, type Connection } from 'mongoose';
import type { FieldCipher, Handover, Handovers } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';
import { requestsModel } from './requests.js';

type HandoverDocument = Omit<Handover, 'id'> & { _id: string; running?: boolean };

const schema = new Schema<HandoverDocument>(
  {
    _id: String,
    from: String,
    to: String,
    by: String,
    on: String,
    note: String,
    state: String,
    moved: [String],
    stayed: [Schema.Types.Mixed],
    running: Boolean,
  },
  { collection: 'handovers', versionKey: false },
);
schema.index({ running: 1 }, { partialFilterExpression: { running: true } });

/** Hand-overs of everything, so that one cut short goes on where it stopped. */
export function mongoHandovers(connection: Connection, cipher: FieldCipher): Handovers {
  const handovers = modelOn<HandoverDocument>(connection, 'Handover', schema);
  const requests = requestsModel(connection);
  const place = (id: string) => ({ owner: id, field: 'note', kind: 'text' as const });
  const open = ({ _id, running: _running, note, ...rest }: HandoverDocument): Handover => ({
    id: _id,
    ...rest,
    note: cipher.open(place(_id), note),
  });
  return {
    add: async ({ id, ...handover }) => {
      try {
        await handovers.insertMany([{ _id: id, ...handover, note: cipher.seal(place(id), handover.note) }], { lean: true });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    byId: async (id) => {
      const found = await handovers.findById(id).lean<HandoverDocument>();
      return found && open(found);
    },
    advance: async (id, from, to) => {
      const change = to === 'running' ? { $set: { state: to, running: true } } : { $set: { state: to }, $unset: { running: 1 } };
      return (await handovers.updateOne({ _id: id, state: from }, change)).modifiedCount === 1;
    },
    note: async (id, what) => {
      const add = 'moved' in what ? { moved: what.moved } : { stayed: what.stayed };
      await handovers.updateOne({ _id: id }, { $addToSet: add });
    },
    running: async () => (await handovers.find({ running: true }).limit(20).lean<HandoverDocument[]>()).map(open),
    casesOf: async (person, after, limit) => {
      const theirs = { $or: [{ 'index.workers': person }, { 'index.waitingFor': `person:${person}` }] };
      const found = await requests
        .find({ ...theirs, ref: { $gt: after } }, { ref: 1 })
        .sort({ ref: 1 })
        .limit(limit)
        .lean<{ _id: string; ref: string }[]>();
      return found.map(({ _id, ref }) => ({ id: _id, ref }));
    },
  };
}
