import { parseExact, serialize, type Doc } from '../bson/values.js';
import { findHits, type Query } from '../query/find.js';
import { compileFilter } from '../query/match.js';
import { steady } from '../query/pause.js';
import { checkId } from '../store/writer.js';
import type { Collection } from '../store/catalog.js';
import { makeUpdater, makeUpsert, type Updater, type UpdateSpec } from '../update/apply.js';
import type { Context } from './context.js';
import { openCollection } from './writes.js';

export interface UpdateResult {
  readonly matched: number;
  readonly modified: number;
  /** The inserted document of an upsert that found nothing. */
  readonly upserted?: Doc;
  /** Before and after of the (last) document updated or inserted. */
  readonly before?: Buffer;
  readonly after?: Buffer;
}

/** Updates what a query finds, or inserts if `upsert` is set and it finds nothing. Must be inside a transaction. */
export function runUpdate(context: Context, ns: string, query: Query, spec: UpdateSpec & { upsert?: boolean }): UpdateResult {
  const updater = makeUpdater(spec);
  compileFilter(query.filter, query.vars);
  const { store } = context.engine;
  const collection = store.catalog.find(ns);
  const limited = spec.multi ? query : { ...query, limit: 1 };
  const keys = collection ? [...steady(findHits(store, collection, limited))].map((hit) => hit.key) : [];
  if (keys.length === 0 || !collection) return spec.upsert ? insertNew(context, ns, query.filter, updater) : { matched: 0, modified: 0 };
  let result: UpdateResult = { matched: 0, modified: 0 };
  for (const key of keys) {
    const one = updateOne(context, collection, key, query.filter, updater);
    result = { ...one, matched: result.matched + 1, modified: result.modified + one.modified };
  }
  return result;
}

function updateOne({ engine }: Context, collection: Collection, key: Buffer, filter: Doc, updater: Updater): UpdateResult {
  const before = engine.store.read(key) as Buffer;
  const after = updater.apply(before, filter, new Date());
  // A document stored with fields in an order JavaScript cannot keep is compared as JavaScript writes it.
  const same = after.equals(before) || (after.length === before.length && after.equals(serialize(parseExact(before))));
  if (!same) engine.writer.replace(collection, key, before, after);
  return { matched: 1, modified: same ? 0 : 1, before, after };
}

function insertNew(context: Context, ns: string, filter: Doc, updater: Updater): UpdateResult {
  const made = makeUpsert(filter, updater, new Date());
  checkId(made._id);
  const after = serialize(made);
  context.engine.writer.insert(openCollection(context, ns), after);
  return { matched: 0, modified: 0, upserted: made, after };
}
