import { compileFilter } from './match.js';
import { needsWidths } from './leaf-tests.js';
import { allOf, eachOf, PAUSE, type Pause } from './pause.js';
import { planQuery, type Plan, type Sort } from './plan.js';
import { sortKeyOf } from './sort.js';
import { fieldsOf, parseFields } from '../bson/fields.js';
import type { Doc } from '../bson/values.js';
import type { Collection } from '../store/catalog.js';
import type { Store } from '../store/store.js';
import { fail } from '../errors.js';

export interface Query {
  readonly filter: Doc;
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
  readonly hint?: unknown;
  readonly vars?: Readonly<Record<string, unknown>>;
}

export interface Hit {
  /** The document's place in the `data` sub-database. */
  readonly key: Buffer;
  readonly bytes: Buffer;
}

/** Sorting holds keys and documents in memory; past this it is refused as MongoDB does (100 MB). */
const SORT_LIMIT = 100 * 1024 * 1024;

function* candidates(store: Store, collection: Collection, plan: Plan): Generator<Hit | Pause> {
  if (plan.kind === 'scan') yield* store.scan(collection);
  else if (plan.kind === 'idRange') yield* store.scan(collection, plan.interval, plan.reverse);
  else if (plan.kind === 'ids') yield* store.byIds(collection, plan.ids);
  else if (plan.kind === 'index') yield* store.byIndex(collection, plan.intervals, plan.reverse);
  else for (const part of plan.parts) yield* candidates(store, collection, part);
}

const isSorted = (plan: Plan): boolean => (plan.kind === 'index' || plan.kind === 'idRange') && plan.sorted;

/** Whether a plan can meet one document twice, so that the ids met have to be remembered. */
const canRepeat = (plan: Plan): boolean =>
  plan.kind === 'union' || (plan.kind === 'index' && (plan.index.spec.multikey ?? false)) || (plan.kind === 'ids' && plan.ids.length > 1);

function* matching(store: Store, collection: Collection, plan: Plan, query: Query): Generator<Hit | Pause> {
  const { test, paths } = compileFilter(query.filter, query.vars);
  const fields = paths && fieldsOf(paths);
  const exact = needsWidths(query.filter);
  const seen = canRepeat(plan) ? new Set<string>() : undefined;
  yield* eachOf<Hit, Hit>(candidates(store, collection, plan), (hit) => {
    const name = seen && hit.key.toString('latin1');
    if (name !== undefined && seen?.has(name)) return [];
    if (name !== undefined) seen?.add(name);
    return fields?.length === 0 || test(parseFields(hit.bytes, fields, exact)) ? [hit] : [];
  });
}

function* slice(hits: Iterable<Hit | Pause>, skip: number, limit: number): Generator<Hit | Pause> {
  let at = 0;
  for (const hit of hits) {
    if (hit === PAUSE || at++ >= skip) yield hit;
    if (limit > 0 && at >= skip + limit) return;
  }
}

function sorted(hits: Iterable<Hit | Pause>, sort: Sort, most: number): Generator<Hit | Pause> {
  const fields = fieldsOf(sort.map(([path]) => path));
  let rows: { order: Buffer; hit: Hit }[] = [];
  let bytes = 0;
  const byOrder = (a: { order: Buffer }, b: { order: Buffer }): number => Buffer.compare(a.order, b.order);
  const take = (hit: Hit): void => {
    const order = sortKeyOf(parseFields(hit.bytes, fields), sort);
    rows.push({ order, hit });
    bytes += order.length + hit.bytes.length;
    // With a limit only the best rows are kept, so a top-ten over a large collection needs little memory.
    if (most > 0 && rows.length >= most * 2 + 100) {
      rows = rows.sort(byOrder).slice(0, most);
      bytes = rows.reduce((n, r) => n + r.order.length + r.hit.bytes.length, 0);
    }
    if (bytes > SORT_LIMIT) fail(292, 'Sort exceeded memory limit of 104857600 bytes; add an index for this order or a limit');
  };
  return allOf(hits, take, () => rows.sort(byOrder).map((row) => row.hit));
}

/** The documents a query asks for, in its order, as stored bytes; lazily, so a cursor can be left open. */
export function* findHits(store: Store, collection: Collection, query: Query): Generator<Hit | Pause> {
  const { sort = [], skip = 0, limit = 0 } = query;
  const plan = planQuery(collection, query.filter, sort, query.hint);
  const hits = matching(store, collection, plan, query);
  const ordered = sort.length === 0 || isSorted(plan) ? hits : sorted(hits, sort, limit > 0 ? skip + limit : 0);
  yield* slice(ordered, skip, limit);
}

/** How many documents match, as the last thing given. Without a filter this is the number of keys, and no document is read. */
export function* countHits(store: Store, collection: Collection, query: Query): Generator<number | Pause> {
  const { skip = 0, limit = 0 } = query;
  compileFilter(query.filter, query.vars);
  if (Object.keys(query.filter).length > 0) {
    let n = 0;
    for (const hit of findHits(store, collection, query)) {
      if (hit === PAUSE) yield PAUSE;
      else n++;
    }
    yield n;
    return;
  }
  const rest = Math.max(0, store.countAll(collection) - skip);
  yield limit > 0 ? Math.min(rest, limit) : rest;
}
