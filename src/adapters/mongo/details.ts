import { randomBytes } from 'node:crypto';
import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { DetailFields, DetailKind, DetailStore, FieldCipher, MachineTime } from '../../usecases/ports.js';
import { AT_MOST_MS } from './connect.js';
import { modelOn } from './model-on.js';

/** A details document as stored: `f` field, `k` kind, `v` envelope. Its id is the salted hash that the audit chain holds. */
export interface DetailsDoc {
  _id: string;
  requestId: string;
  fields: { f: string; k: DetailKind; v: string }[];
  salt: string;
  written: Date;
}

const schema = new Schema<DetailsDoc>(
  {
    _id: String,
    requestId: { type: String, required: true, index: true },
    fields: [{ _id: false, f: String, k: String, v: String }],
    salt: String,
    // Swept by age: a document no step points at after 24 hours belongs to a commit that never came (design §4).
    written: { type: Date, index: true },
  },
  { collection: 'details', versionKey: false, strict: 'throw' },
);

const SALT = '#salt';

export const detailsModel = (connection: Connection) => modelOn(connection, 'Details', schema);

/**
 * Immutable encrypted details (design §4, §8). `write` answers id and hash, which are the same text, so the chain can still be checked
 * when the document has been deleted; the salt goes with it. `read` leaves out ids it does not have and throws on what it cannot decrypt.
 */
export function mongoDetails(connection: Connection, cipher: FieldCipher, machine: MachineTime): DetailStore {
  const details = detailsModel(connection);
  return {
    async write(requestId, fields) {
      const doc = sealDetails(cipher, requestId, fields, machine());
      // Lean: the document is ours and complete, and a press waits for this write.
      await details.insertMany([doc], { lean: true });
      return { id: doc._id, hash: doc._id };
    },
    async read(ids) {
      if (ids.length === 0) return {};
      const wanted = { _id: { $in: [...new Set(ids)] as never[] } };
      const found = (await details.collection.find(wanted, { maxTimeMS: AT_MOST_MS }).toArray()) as unknown as DetailsDoc[];
      return Object.fromEntries(found.map((doc) => [doc._id, valuesOf(openFields(cipher, doc))]));
    },
  };
}

/** A details document ready to be stored; its id is its salted hash. */
export function sealDetails(cipher: FieldCipher, requestId: string, fields: DetailFields, written: Date): DetailsDoc {
  const salt = randomBytes(32).toString('base64url');
  return {
    _id: cipher.detailsHash(requestId, fields, salt),
    requestId,
    fields: Object.entries(fields).map(([f, { kind, value }]) => ({
      f,
      k: kind,
      v: cipher.seal({ owner: requestId, field: f, kind }, value),
    })),
    salt: cipher.seal({ owner: requestId, field: SALT, kind: 'text' }, salt),
    written,
  };
}

/** The document in clear, with its salt. Throws when a value was moved, changed or is under a key we lack. */
export function openDetails(cipher: FieldCipher, doc: DetailsDoc): { fields: DetailFields; salt: string } {
  return { fields: openFields(cipher, doc), salt: cipher.open({ owner: doc.requestId, field: SALT, kind: 'text' }, doc.salt) };
}

/** What a card shows needs no salt. */
function openFields(cipher: FieldCipher, { requestId: owner, fields }: DetailsDoc): DetailFields {
  return Object.fromEntries(fields.map(({ f, k, v }) => [f, { kind: k, value: cipher.open({ owner, field: f, kind: k }, v) }]));
}

/** The same document under the current key, or null when it is there already. */
export function resealDetails(cipher: FieldCipher, doc: DetailsDoc): Pick<DetailsDoc, 'fields' | 'salt'> | null {
  if ([doc.salt, ...doc.fields.map((field) => field.v)].every((envelope) => cipher.current(envelope))) return null;
  const { fields, salt } = openDetails(cipher, doc);
  const owner = doc.requestId;
  return {
    fields: doc.fields.map(({ f, k }) => ({ f, k, v: cipher.seal({ owner, field: f, kind: k }, fields[f]?.value ?? '') })),
    salt: cipher.seal({ owner, field: SALT, kind: 'text' }, salt),
  };
}

function valuesOf(fields: DetailFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]));
}
