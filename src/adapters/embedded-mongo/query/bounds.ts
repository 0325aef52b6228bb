import { afterPrefix, cutKey, invert, keyOf, orderedPart } from '../bson/keys.js';
import { boxOf, isDoc, isNil, RANK, rankOf, type Doc, isList } from '../bson/values.js';
import { isOperatorDoc } from './leaf-tests.js';

/** What the conjunction says about one path. Only a superset is claimed: every candidate is re-tested with the whole filter. */
export interface Bound {
  /** Values of an equality (one) or $in (several). */
  points?: unknown[];
  low?: { value: unknown; inclusive: boolean };
  high?: { value: unknown; inclusive: boolean };
}

/** Types that a bound may have; arrays and regular expressions match in more ways than one. */
const BOUNDABLE = new Set<number>([RANK.number, RANK.string, RANK.binary, RANK.objectId, RANK.bool, RANK.date, RANK.timestamp]);
const isPoint = (v: unknown): boolean => BOUNDABLE.has(rankOf(v)) || isNil(v) || (isDoc(v) && !boxOf(v));

function addCondition(bound: Bound, op: string, value: unknown): void {
  if (op === '$eq' && isPoint(value)) bound.points ??= [value];
  else if (op === '$in' && isList(value) && value.every(isPoint)) bound.points ??= value;
  else if (!BOUNDABLE.has(rankOf(value))) return;
  else if (op === '$gt' || op === '$gte') bound.low ??= { value, inclusive: op === '$gte' };
  else if (op === '$lt' || op === '$lte') bound.high ??= { value, inclusive: op === '$lte' };
}

/** The bounds of every path in the top-level conjunction ($and flattened). */
export function boundsOf(filter: Doc, into = new Map<string, Bound>()): Map<string, Bound> {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and') (condition as Doc[]).forEach((part) => boundsOf(part, into));
    if (path.startsWith('$')) continue;
    const bound = into.get(path) ?? {};
    into.set(path, bound);
    if (!isOperatorDoc(condition)) addCondition(bound, '$eq', condition);
    else for (const [op, value] of Object.entries(condition)) addCondition(bound, op, value);
  }
  return into;
}

/** Keys from `start` (inclusive) to `end` (exclusive; undefined means to the end of the index). */
export interface Interval {
  readonly start: Buffer;
  readonly end: Buffer | undefined;
}

/** The encoded field of an equality, exactly as an index entry has it. */
export function pointKey(value: unknown, descending: boolean, cap: number): Buffer {
  const key = cutKey(keyOf(value), cap);
  return descending ? invert(key) : key;
}

interface Edge {
  readonly key: Buffer;
  readonly inclusive: boolean;
}

/** A bound's edge. Only the ordered part of a key can be trusted, and then the edge has to be let in. */
function edgeOf(side: Bound['low'], otherRank: number, cap: number): Edge {
  if (!side) return { key: Buffer.from([otherRank]), inclusive: true };
  const key = keyOf(side.value);
  const exact = key.length <= cap - 32;
  return { key: exact ? key : orderedPart(key, cap), inclusive: side.inclusive || !exact };
}

/**
 * The interval of one range field below `prefix`, within one type. Undefined when both sides are of different types (nothing matches
 * unless the field is an array, which the caller deals with by giving one side only).
 */
export function rangeInterval(prefix: Buffer, bound: Bound, descending: boolean, cap: number): Interval | undefined {
  const { low, high } = bound;
  const rank = rankOf((low ?? high)?.value);
  if (low && high && rankOf(high.value) !== rank) return undefined;
  const from = edgeOf(low, rank, cap);
  const to = edgeOf(high, rank, cap);
  const [first, last] = descending ? [to, from] : [from, to];
  const startKey = Buffer.concat([prefix, descending ? invert(first.key) : first.key]);
  const endKey = Buffer.concat([prefix, descending ? invert(last.key) : last.key]);
  const start = first.inclusive ? startKey : afterPrefix(startKey);
  return start && { start, end: last.inclusive ? afterPrefix(endKey) : endKey };
}
