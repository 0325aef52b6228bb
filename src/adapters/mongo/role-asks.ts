import { Schema, type Connection } from 'mongoose';
import type { FieldCipher, RoleAsk, RoleAsks } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

type RoleAskDocument = Omit<RoleAsk, 'id'> & { _id: string; undecided?: boolean };
const roleAskSchema = new Schema<RoleAskDocument>(
  {
    _id: String,
    person: String,
    role: String,
    directorate: String,
    need: String,
    at: Date,
    decided: Schema.Types.Mixed,
    undecided: Boolean,
  },
  { collection: 'roleAsks', versionKey: false },
);
roleAskSchema.index({ undecided: 1, at: 1 }, { partialFilterExpression: { undecided: true } });

/** Roles people asked for. The need is free text, so it is kept encrypted. */
export function mongoRoleAsks(connection: Connection, cipher: FieldCipher): RoleAsks {
  const asks = modelOn<RoleAskDocument>(connection, 'RoleAsk', roleAskSchema);
  const place = (person: string) => ({ owner: person, field: 'need', kind: 'text' as const });
  const open = ({ _id, undecided: _undecided, ...rest }: RoleAskDocument): RoleAsk => ({
    id: _id,
    ...rest,
    need: cipher.open(place(rest.person), rest.need),
  });
  return {
    add: async ({ id, ...ask }) => {
      try {
        await asks.insertMany([{ _id: id, ...ask, need: cipher.seal(place(ask.person), ask.need), undecided: true }], { lean: true });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    byId: async (id) => {
      const found = await asks.findById(id).lean<RoleAskDocument>();
      return found && open(found);
    },
    decide: async (id, decided) =>
      (await asks.updateOne({ _id: id, undecided: true }, { $set: { decided }, $unset: { undecided: 1 } })).modifiedCount === 1,
    open: async () =>
      (
        await asks
          .find({ decided: { $exists: false } })
          .sort({ at: 1 })
          .limit(20)
          .lean<RoleAskDocument[]>()
      ).map(open),
  };
}
