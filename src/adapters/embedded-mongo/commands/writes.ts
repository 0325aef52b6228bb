import { CommandError, codeNameOf, fail } from '../errors.js';
import { parse, parseExact, toNumber, type Doc } from '../bson/values.js';
import { steady } from '../query/pause.js';
import { findHits, type Query } from '../query/find.js';
import type { Collection } from '../store/catalog.js';
import { checkOptions, filterOf, flag, nsOf, readLet, transact, type Command, type Context } from './context.js';
import { runUpdate } from './update-documents.js';

const MOST_STATEMENTS = 100_000;

/** A statement's failure as it stands in writeErrors. */
function writeError(index: number, e: unknown): Doc {
  // What is not supported fails the whole command, so that nothing of it is kept and nobody takes it for done.
  if (!(e instanceof CommandError) || e.code === 115) throw e;
  return { index, code: e.code, codeName: codeNameOf(e.code), errmsg: e.message, ...e.extra };
}

/**
 * Runs the statements of a write command in one transaction. Each is checked whole before it changes anything, so one that fails leaves
 * the others as they are; an ordered list stops there.
 */
function runStatements(context: Context, statements: Buffer[], run: (statement: Buffer, index: number) => void): Doc {
  if (statements.length === 0 || statements.length > MOST_STATEMENTS)
    fail(16, `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${statements.length} operations.`);
  const ordered = flag(context.body.ordered, true);
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (e) {
      writeErrors.push(writeError(index, e));
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

export function openCollection({ engine: { store } }: Context, ns: string): Collection {
  return store.catalog.find(ns) ?? store.catalog.create(ns);
}

async function insert(context: Context): Promise<Doc> {
  const ns = nsOf(context);
  return transact(context.engine, () => {
    const collection = openCollection(context, ns);
    let n = 0;
    const errors = runStatements(context, context.request.list('documents'), (doc) => {
      context.engine.writer.insert(collection, doc);
      n++;
    });
    return { n, ...errors, ok: 1 };
  });
}

const UPDATE_FIELDS = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint'];

async function update(context: Context): Promise<Doc> {
  const ns = nsOf(context);
  const vars = readLet(context.body.let);
  return transact(context.engine, () => {
    let n = 0;
    let nModified = 0;
    const upserted: Doc[] = [];
    const errors = runStatements(context, context.request.list('updates'), (bytes, index) => {
      const s = parseExact(bytes);
      checkOptions('update', s, UPDATE_FIELDS);
      const constants = readLet(s.c);
      const query = { filter: filterOf(s.q), vars, ...(s.hint !== undefined && { hint: s.hint }) };
      const options = { multi: flag(s.multi), upsert: flag(s.upsert) };
      const done = runUpdate(context, ns, query, {
        update: s.u,
        arrayFilters: s.arrayFilters,
        vars: { ...vars, ...constants },
        ...options,
      });
      n += done.matched + (done.upserted ? 1 : 0);
      nModified += done.modified;
      if (done.upserted) upserted.push({ index, _id: done.upserted._id });
    });
    return { n, nModified, ...(upserted.length > 0 && { upserted }), ...errors, ok: 1 };
  });
}

/** Deletes what a query finds; answers how many. */
export function removeFound({ engine: { store, writer } }: Context, collection: Collection, query: Query): number {
  const keys = [...steady(findHits(store, collection, query))].map((hit) => hit.key);
  for (const key of keys) {
    const bytes = store.read(key);
    if (bytes) writer.remove(collection, key, bytes);
  }
  return keys.length;
}

async function remove(context: Context): Promise<Doc> {
  const ns = nsOf(context);
  const vars = readLet(context.body.let);
  return transact(context.engine, () => {
    let n = 0;
    const errors = runStatements(context, context.request.list('deletes'), (bytes) => {
      const s = parse(bytes);
      checkOptions('delete', s, ['q', 'limit', 'hint']);
      const limit = toNumber(s.limit, -1);
      if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
      const collection = context.engine.store.catalog.find(ns);
      const hint = s.hint === undefined ? {} : { hint: s.hint };
      if (collection) n += removeFound(context, collection, { filter: filterOf(s.q), limit, vars, ...hint });
    });
    return { n, ...errors, ok: 1 };
  });
}

const BULK = ['ordered', 'bypassDocumentValidation'];

export const WRITE_COMMANDS: Record<string, Command> = {
  insert: { run: insert, fields: [...BULK, 'documents'] },
  update: { run: update, fields: [...BULK, 'updates', 'let'] },
  delete: { run: remove, fields: [...BULK, 'deletes', 'let'] },
};
