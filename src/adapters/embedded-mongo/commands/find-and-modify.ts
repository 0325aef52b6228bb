import { fieldsOf, parseFields } from '../bson/fields.js';
import { parseExact, type Doc } from '../bson/values.js';
import { fail } from '../errors.js';
import { findHits } from '../query/find.js';
import { steady } from '../query/pause.js';
import { compileProjection } from '../query/project.js';
import { parseSort } from '../query/sort.js';
import { findPosition } from '../update/positional.js';
import { filterOf, flag, nsOf, readLet, transact, type Command, type Context } from './context.js';
import { runUpdate } from './update-documents.js';

/** Applies the projection (`fields`) to the document handed back. */
function shape(context: Context, bytes: Buffer | undefined, filter: Doc): Doc | null {
  if (!bytes) return null;
  const { fields } = context.body;
  if (fields === undefined) return parseExact(bytes);
  const position = (doc: Doc, path: readonly string[]): number => findPosition(doc, path, filter);
  const { apply, paths } = compileProjection(filterOf(fields), { find: true, position });
  return apply(parseFields(bytes, paths && fieldsOf(paths), true));
}

function findAndRemove(context: Context, ns: string, filter: Doc): Doc {
  const { store, writer } = context.engine;
  const { body } = context;
  const collection = store.catalog.find(ns);
  const query = {
    filter,
    sort: parseSort(body.sort),
    limit: 1,
    vars: readLet(body.let),
    ...(body.hint !== undefined && { hint: body.hint }),
  };
  const [hit] = collection ? [...steady(findHits(store, collection, query))] : [];
  if (!hit || !collection) return { lastErrorObject: { n: 0 }, value: null, ok: 1 };
  writer.remove(collection, hit.key, hit.bytes);
  return { lastErrorObject: { n: 1 }, value: shape(context, hit.bytes, filter), ok: 1 };
}

function findAndUpdate(context: Context, ns: string, filter: Doc): Doc {
  const { body } = context;
  const { exact } = context.request;
  const vars = readLet(body.let);
  const query = { filter, sort: parseSort(body.sort), vars, ...(body.hint !== undefined && { hint: body.hint }) };
  const done = runUpdate(context, ns, query, { update: exact.update, arrayFilters: exact.arrayFilters, vars, upsert: flag(body.upsert) });
  const value = shape(context, flag(body.new) ? done.after : done.before, filter);
  const lastErrorObject = {
    n: done.matched + (done.upserted ? 1 : 0),
    updatedExisting: done.matched > 0,
    ...(done.upserted && { upserted: done.upserted._id }),
  };
  return { lastErrorObject, value, ok: 1 };
}

async function findAndModify(context: Context): Promise<Doc> {
  const ns = nsOf(context);
  const { body, request } = context;
  const filter = filterOf(request.exact.query);
  if (flag(body.remove)) {
    if (request.exact.update !== undefined) fail(9, 'Cannot specify both an update and remove=true');
    if (flag(body.new)) fail(9, `Cannot specify both new=true and remove=true; 'remove' always returns the deleted document`);
    if (flag(body.upsert)) fail(9, 'Cannot specify both upsert=true and remove=true');
    return transact(context.engine, () => findAndRemove(context, ns, filter));
  }
  if (request.exact.update === undefined) fail(9, 'Either an update or remove=true must be specified');
  return transact(context.engine, () => findAndUpdate(context, ns, filter));
}

const FIELDS = ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'let', 'hint', 'bypassDocumentValidation'];
const command: Command = { run: findAndModify, fields: FIELDS };
export const FIND_AND_MODIFY: Record<string, Command> = { findAndModify: command, findandmodify: command };
