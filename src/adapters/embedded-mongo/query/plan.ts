import { fail, refuse } from '../errors.js';
import { afterPrefix } from '../bson/keys.js';
import { isEqual } from '../bson/compare.js';
import { isDoc, isNil, type Doc, isList } from '../bson/values.js';
import type { Collection, Index } from '../store/catalog.js';
import { capOf } from '../store/index-entries.js';
import { boundsOf, pointKey, rangeInterval, type Bound, type Interval } from './bounds.js';

export type Sort = readonly (readonly [path: string, direction: 1 | -1])[];

/** How candidates are found. Each is re-tested with the whole filter, so a plan may give too many but never too few. */
export type Plan =
  | { readonly kind: 'scan' }
  | { readonly kind: 'ids'; readonly ids: unknown[] }
  | { readonly kind: 'idRange'; readonly interval: Interval; readonly reverse: boolean; readonly sorted: boolean }
  | { readonly kind: 'index'; readonly index: Index; readonly intervals: Interval[]; readonly reverse: boolean; readonly sorted: boolean }
  | { readonly kind: 'union'; readonly parts: Plan[] };

const MOST_INTERVALS = 1_000;

/** Chooses a plan for a filter and a wanted order; `hint` is an index name or key pattern and must exist (code 2). */
export function planQuery(collection: Collection, filter: Doc, sort: Sort = [], hint?: unknown): Plan {
  const bounds = boundsOf(filter);
  const hinted = resolveHint(collection, hint);
  if (hinted === '_id') return planById(collection, bounds, sort) ?? { kind: 'scan' };
  if (hinted) return planIndex(hinted, filter, bounds, sort)?.plan ?? wholeIndex(hinted, sort);
  if (hint !== undefined) return { kind: 'scan' };
  const byId = bounds.get('_id')?.points ? planById(collection, bounds, sort) : undefined;
  if (byId) return byId;
  const scored = collection.indexes.map((i) => planIndex(i, filter, bounds, sort)).filter((p) => p !== undefined);
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (best && best.score >= 1) return best.plan;
  return planOr(collection, filter) ?? planById(collection, bounds, sort) ?? best?.plan ?? { kind: 'scan' };
}

function resolveHint(collection: Collection, hint: unknown): Index | '_id' | undefined {
  if (isDoc(hint) && hint.$natural === -1) return refuse('the hint {$natural: -1}');
  if (hint === undefined || (isDoc(hint) && '$natural' in hint)) return undefined;
  if (hint === '_id_' || (isDoc(hint) && isEqual(hint, { _id: 1 }))) return '_id';
  const found = collection.indexes.find((i) => (typeof hint === 'string' ? i.spec.name === hint : isEqual(i.spec.key, hint)));
  return (
    found ??
    fail(2, 'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index')
  );
}

function planById(collection: Collection, bounds: Map<string, Bound>, sort: Sort): Plan | undefined {
  const bound = bounds.get('_id');
  if (bound?.points) return { kind: 'ids', ids: bound.points };
  const sorted = sort.length > 0 && sort[0]?.[0] === '_id';
  const reverse = sorted && sort[0]?.[1] === -1;
  const whole = { start: collection.prefix, end: afterPrefix(collection.prefix) };
  const interval = bound?.low || bound?.high ? rangeInterval(collection.prefix, bound, false, capOf(1)) : undefined;
  if (interval) return { kind: 'idRange', interval, reverse, sorted };
  return sorted ? { kind: 'idRange', interval: whole, reverse, sorted } : undefined;
}

function planOr(collection: Collection, filter: Doc): Plan | undefined {
  const branches = filter.$or;
  if (!isList(branches)) return undefined;
  const { $or: _, ...rest } = filter;
  const parts = branches.map((branch) => planQuery(collection, { $and: [rest, branch as Doc] }));
  return parts.every((p) => p.kind !== 'scan') ? { kind: 'union', parts } : undefined;
}

interface Scored {
  readonly plan: Plan;
  readonly score: number;
}

interface Leading {
  /** The beginnings of the keys to look under: every combination of the leading fields' values. */
  readonly prefixes: Buffer[];
  readonly used: number;
  readonly score: number;
  /** Whether some value is not null, so that a sparse index holds every match. */
  readonly present: boolean;
}

function leadingPoints(index: Index, bounds: Map<string, Bound>, cap: number): Leading {
  let prefixes: Buffer[] = [index.prefix];
  let used = 0;
  let score = 0;
  let present = false;
  for (const path of index.paths) {
    const points = bounds.get(path)?.points;
    if (!points || prefixes.length * points.length > MOST_INTERVALS) break;
    present ||= !points.some(isNil);
    const keys = points.map((v) => pointKey(v, index.spec.key[path] === -1, cap));
    prefixes = prefixes.flatMap((p) => keys.map((k) => Buffer.concat([p, k])));
    used++;
    // An equality narrows more than an $in of many values.
    score += points.length === 1 ? 2 : 1.5;
  }
  return { prefixes, used, score, present };
}

function planIndex(index: Index, filter: Doc, bounds: Map<string, Bound>, sort: Sort): Scored | undefined {
  const { key, sparse, multikey } = index.spec;
  if (index.partial && !impliesPartial(index, filter, bounds)) return undefined;
  const cap = capOf(index.paths.length);
  const { prefixes, used, score, present } = leadingPoints(index, bounds, cap);
  const ranged = rangeOn(index, used, bounds);
  const ordered = prefixes.length === 1 && !multikey && !index.spec.cut;
  const order = ordered ? sortFrom(index, used, sort) : undefined;
  if ((used === 0 && !ranged && !order) || (sparse && !present && !ranged)) return undefined;
  const path = index.paths[used];
  const intervals = prefixes.map((p) =>
    ranged && path ? rangeInterval(p, ranged, key[path] === -1, cap) : { start: p, end: afterPrefix(p) },
  );
  const kept = unique(intervals.filter((i) => i !== undefined));
  return {
    plan: { kind: 'index', index, intervals: kept, reverse: order?.reverse ?? false, sorted: order !== undefined },
    score: score + (order ? 0.75 : 0) + (ranged ? 1 : 0),
  };
}

/** The range on the field after the equalities; of an array field only one side, as each may hold for another element. */
function rangeOn(index: Index, used: number, bounds: Map<string, Bound>): Bound | undefined {
  const bound = bounds.get(index.paths[used] ?? '');
  if (!bound || bound.points || (!bound.low && !bound.high)) return undefined;
  return index.spec.multikey && bound.low ? { low: bound.low } : bound;
}

function unique(intervals: Interval[]): Interval[] {
  const seen = new Map(intervals.map((i) => [i.start.toString('latin1'), i]));
  return [...seen.values()].sort((a, b) => Buffer.compare(a.start, b.start));
}

/** Whether walking the index from field `used` on gives the wanted order, forwards or backwards. */
function sortFrom(index: Index, used: number, sort: Sort): { reverse: boolean } | undefined {
  const fixed = new Set(index.paths.slice(0, used));
  const wanted = sort.filter(([path]) => !fixed.has(path));
  if (sort.length === 0) return undefined;
  const flips = wanted.map(([path, direction], i) => {
    const at = index.paths[used + i];
    return at === path ? index.spec.key[path] !== direction : undefined;
  });
  if (flips.some((f) => f === undefined || f !== flips[0])) return undefined;
  return { reverse: flips[0] ?? false };
}

/** Whether every document that the filter can match is in a partial index. */
function impliesPartial(index: Index, filter: Doc, bounds: Map<string, Bound>): boolean {
  const expression = index.spec.partialFilterExpression as Doc;
  if (Object.entries(expression).every(([path, condition]) => path in filter && implies(filter[path], condition))) return true;
  const known: Doc = {};
  for (const [path, { points }] of bounds) if (points?.length === 1 && !isNil(points[0]) && !path.includes('.')) known[path] = points[0];
  return Object.keys(expression).every((path) => path in known) && (index.partial?.(known) ?? false);
}

/** Whether what holds by the filter's condition holds by the index's: the same, or the same operators and more beside them. */
function implies(asked: unknown, condition: unknown): boolean {
  if (isEqual(asked, condition)) return true;
  if (!isDoc(asked) || !isDoc(condition) || '$options' in asked) return false;
  const operators = Object.entries(condition);
  return operators.length > 0 && operators.every(([name, value]) => name.startsWith('$') && name in asked && isEqual(asked[name], value));
}

function wholeIndex(index: Index, sort: Sort): Plan {
  const { multikey, cut } = index.spec;
  // A hinted sparse or partial index is used as told, even where that leaves documents out; MongoDB does the same.
  const order = multikey || cut ? undefined : sortFrom(index, 0, sort);
  const interval = { start: index.prefix, end: afterPrefix(index.prefix) };
  return { kind: 'index', index, intervals: [interval], reverse: order?.reverse ?? false, sorted: order !== undefined };
}

/** Names the plan as explain does. */
export const stageOf = (plan: Plan): string =>
  ({ scan: 'COLLSCAN', ids: 'IDHACK', idRange: 'IXSCAN', index: 'IXSCAN', union: 'OR' })[plan.kind];
