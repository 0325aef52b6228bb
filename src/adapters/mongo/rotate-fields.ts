import type { Connection } from 'mongoose';
import type { FieldCipher, SealedPlace } from '../../usecases/ports.js';
import { detailsModel, resealDetails } from './details.js';
import type { DetailsDoc } from './details.js';
import { draftPlace } from './drafts.js';

type Row = Record<string, unknown> & { _id: string };
/** A collection with one envelope in each document, and the place that envelope was sealed for. */
interface OneEnvelope {
  collection: string;
  field: string;
  place: (row: Row) => SealedPlace;
}

const single: OneEnvelope[] = [
  { collection: 'drafts', field: 'sealed', place: (row) => draftPlace(row._id, String(row['owner'])) },
  { collection: 'people', field: 'name', place: (row) => ({ owner: row._id, field: 'name', kind: 'name' }) },
  { collection: 'roleAsks', field: 'need', place: (row) => ({ owner: String(row['person']), field: 'need', kind: 'text' }) },
];

export interface RotationProgress {
  collection: string;
  read: number;
  changed: number;
}

/**
 * Seals every stored value anew under the first key of the ring, a document at a time, beside a working bot. What is under that key already
 * is left alone, so a rotation that was cut off is started again and goes on. Throws at the first value that cannot be read.
 */
export async function rotateFields(connection: Connection, cipher: FieldCipher, tell: (progress: RotationProgress) => void): Promise<void> {
  await rotateDetails(connection, cipher, tell);
  for (const kind of single) await rotateSingle(connection, cipher, kind, tell);
}

async function rotateDetails(connection: Connection, cipher: FieldCipher, tell: (progress: RotationProgress) => void): Promise<void> {
  const details = detailsModel(connection);
  const progress = { collection: 'details', read: 0, changed: 0 };
  for await (const doc of connection.collection<DetailsDoc>('details').find({}, { batchSize: 100 })) {
    const again = resealDetails(cipher, doc);
    // The salt seen before is in the filter: of two rotations at once, each document is changed by one.
    if (again) progress.changed += (await details.updateOne({ _id: doc._id, salt: doc.salt }, { $set: again })).modifiedCount;
    progress.read += 1;
    if (progress.read % 500 === 0) tell({ ...progress });
  }
  tell(progress);
}

async function rotateSingle(
  connection: Connection,
  cipher: FieldCipher,
  { collection, field, place }: OneEnvelope,
  tell: (progress: RotationProgress) => void,
): Promise<void> {
  const rows = connection.collection<Row>(collection);
  const progress = { collection, read: 0, changed: 0 };
  for await (const row of rows.find({}, { batchSize: 100 })) {
    const envelope = row[field];
    progress.read += 1;
    if (typeof envelope !== 'string' || envelope === '' || cipher.current(envelope)) continue;
    const again = cipher.seal(place(row), cipher.open(place(row), envelope));
    progress.changed += (await rows.updateOne({ _id: row._id, [field]: envelope }, { $set: { [field]: again } })).modifiedCount;
  }
  tell(progress);
}

const ENVELOPE = /^v1\.[a-z0-9-]{1,16}\.[\w-]{16}\./;

/** Names of collections that hold an envelope not under the current key, wherever it stands. Empty is the proof that old keys may go. */
export async function findOldEnvelopes(connection: Connection, cipher: FieldCipher): Promise<string[]> {
  const names = (await connection.listCollections()).map(({ name }) => name);
  const found: string[] = [];
  for (const name of names) if (await holdsOld(connection, name, cipher)) found.push(name);
  return found;
}

async function holdsOld(connection: Connection, name: string, cipher: FieldCipher): Promise<boolean> {
  const old = (value: unknown): boolean => {
    if (typeof value === 'string') return ENVELOPE.test(value) && !cipher.current(value);
    return typeof value === 'object' && value !== null && Object.values(value).some(old);
  };
  for await (const row of connection.collection(name).find({}, { batchSize: 100 })) if (old(row)) return true;
  return false;
}
