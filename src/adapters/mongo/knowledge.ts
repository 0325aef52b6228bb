import { Schema, type Connection } from 'mongoose';
import { areaOf, type KnowledgeChange, type KnowledgeRow, type ServiceArea } from '../../domain/knowledge-base.js';
import type { KnowledgeBase, RowWrite } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';

interface BookDocument {
  _id: string;
  version: number;
  rows: KnowledgeRow[];
}
type ChangeDocument = Omit<KnowledgeChange, 'id'> & { _id: string };

const BOOK = 'book';
/** Somebody else wrote between reading and writing; more often than this they are racing for a living. */
const TRIES = 10;
/** The newest entries of one row's history; nobody reads further back on a card. */
const MOST_ENTRIES = 200;

const bookSchema = new Schema<BookDocument>(
  { _id: String, version: Number, rows: [Schema.Types.Mixed] },
  { collection: 'knowledge', versionKey: false },
);
const changeSchema = new Schema<ChangeDocument>(
  {
    _id: String,
    row: String,
    version: Number,
    before: String,
    what: String,
    by: String,
    at: String,
    was: Schema.Types.Mixed,
    is: Schema.Types.Mixed,
  },
  { collection: 'knowledgeChanges', versionKey: false },
);
changeSchema.index({ row: 1, version: -1 });

/**
 * The knowledge base: its rows in one document, so that every write is atomic, however many rows it changes; its history beside it, an
 * entry for each change, written first and never again. An entry whose write lost the race is pointed at by no row and is not answered.
 */
export function mongoKnowledge(connection: Connection, seed: readonly KnowledgeRow[]): KnowledgeBase {
  const books = modelOn<BookDocument>(connection, 'KnowledgeBook', bookSchema);
  const changes = modelOn<ChangeDocument>(connection, 'KnowledgeChange', changeSchema);
  const read = async (): Promise<Pick<BookDocument, 'version' | 'rows'>> =>
    (await books.findById(BOOK).lean<BookDocument>()) ?? { version: 0, rows: [...seed] };
  return {
    read: async () => (await read()).rows,
    write: async (writes) => {
      await changes.insertMany(
        writes.map(({ entry: { id, ...entry } }) => ({ _id: id, ...entry })),
        { lean: true },
      );
      for (let i = 0; i < TRIES; i += 1) {
        const book = await read();
        const rows = withWrites(book.rows, writes);
        if (rows === null) return false;
        const set = { $set: { rows }, $inc: { version: 1 } };
        // The first write of all makes the document; of two first writes one finds it there and tries again.
        const done = await books.updateOne({ _id: BOOK, version: book.version }, set, { upsert: book.version === 0 }).catch(orNone);
        if (done.modifiedCount + done.upsertedCount > 0) return true;
      }
      throw new Error('a change of the knowledge base lost every race');
    },
    history: async (row) => {
      const found = await changes.find({ row: row.id }).sort({ version: -1 }).limit(MOST_ENTRIES).lean<ChangeDocument[]>();
      const began = seed.find((s) => s.id === row.id);
      return chainOf(row.change, [...found.map(({ _id, ...rest }) => ({ id: _id, ...rest })), ...(began ? [seeded(began)] : [])]);
    },
  };
}

/** The rows with those of the writes in their places; null when one has moved on. */
function withWrites(rows: readonly KnowledgeRow[], writes: readonly RowWrite[]): KnowledgeRow[] | null {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { row, entry } of writes) {
    if ((byId.get(row.id)?.change ?? null) !== entry.before) return null;
    byId.set(row.id, row);
  }
  return [...byId.values()];
}

/** The entries that lead to where the row stands, the newest first. */
function chainOf(newest: string, entries: readonly KnowledgeChange[]): KnowledgeChange[] {
  const chain: KnowledgeChange[] = [];
  for (let at = entries.find((e) => e.id === newest); at; at = entries.find((e) => e.id === chain.at(-1)?.before)) chain.push(at);
  return chain;
}

const seeded = (row: KnowledgeRow): KnowledgeChange => {
  const is: ServiceArea = areaOf(row);
  return { id: row.change, row: row.id, version: 1, before: null, what: 'seeded', by: '', at: '', was: null, is };
};

function orNone(error: unknown): { modifiedCount: number; upsertedCount: number } {
  if ((error as { code?: unknown }).code === 11000) return { modifiedCount: 0, upsertedCount: 0 };
  throw error;
}
