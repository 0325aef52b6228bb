import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './duplicate-key.js';
import type { DraftStore, FieldCipher, MachineTime, SealedPlace } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';

export interface DraftDoc {
  _id: string;
  owner: string;
  sealed: string;
  expires: Date;
}

const HOURS_24 = 24 * 3_600_000;

const schema = new Schema<DraftDoc>(
  {
    _id: String,
    owner: { type: String, required: true, index: true },
    sealed: { type: String, required: true },
    expires: { type: Date, index: { expireAfterSeconds: 0 } },
  },
  { collection: 'drafts', versionKey: false, strict: 'throw' },
);

export const draftsModel = (connection: Connection) => modelOn(connection, 'Draft', schema);

/** Where a draft's one envelope belongs: to this draft of this person. */
export const draftPlace = (id: string, owner: string): SealedPlace => ({ owner: `${owner}/${id}`, field: 'draft', kind: 'text' });

/**
 * Half-made reports (design §4): encrypted, readable by their owner only, gone 24 hours of machine time after the last save.
 * `save` answers false when the id belongs to another person's draft.
 */
export function mongoDrafts(connection: Connection, cipher: FieldCipher, machine: MachineTime): DraftStore {
  const drafts = draftsModel(connection);
  return {
    async save(id, owner, fields) {
      const sealed = cipher.seal(draftPlace(id, owner), JSON.stringify(fields));
      const expires = new Date(machine().getTime() + HOURS_24);
      const save = async (upsert: boolean) =>
        (await drafts.updateOne({ _id: id, owner }, { $set: { sealed, expires } }, { upsert })).matchedCount;
      try {
        await save(true);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // The same press delivered twice at once finds the draft the second time; somebody else's draft is not found at all.
        return (await save(false)) === 1;
      }
    },
    async read(id, owner) {
      // The database deletes within a minute or so of the end; the filter makes it exact.
      const draft = await drafts.findOne({ _id: id, owner, expires: { $gt: machine() } }).lean<DraftDoc | null>();
      return draft && (JSON.parse(cipher.open(draftPlace(id, owner), draft.sealed)) as Record<string, string>);
    },
    async remove(id) {
      await drafts.deleteOne({ _id: id });
    },
    removeOwn: async (owner) => (await drafts.deleteMany({ owner })).deletedCount,
  };
}
