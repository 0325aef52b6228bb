import { combine } from '../bson/arithmetic.js';
import { compare } from '../bson/compare.js';
import { textKeyOf } from '../bson/keys.js';
import { isDoc, isNil, isNumber, unbox, type Doc } from '../bson/values.js';

/** Sums numbers and passes over everything else; whole numbers stay exact beyond 2^53. */
export const addUp = (values: unknown[]): unknown => values.filter(isNumber).reduce((total, n) => combine('add', total, n), 0);

/** The mean of the numbers among the values, or null if there is none. */
export function average(values: unknown[]): number | null {
  const numbers = values.filter(isNumber);
  return numbers.length === 0 ? null : Number(unbox(addUp(numbers))) / numbers.length;
}

/** One running accumulator of a $group. `add` gets undefined for a missing value. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

function folding(start: unknown, step: (state: unknown, value: unknown) => unknown): () => Accumulator {
  return () => {
    let state = start;
    return { add: (value) => void (state = step(state, value)), result: () => state };
  };
}

const extreme = (sign: 1 | -1): (() => Accumulator) =>
  folding(null, (best, v) => (isNil(v) || (best !== null && compare(v, best) * sign <= 0) ? best : v));

function mean(): Accumulator {
  let total: unknown = 0;
  let n = 0;
  const add = (v: unknown): void => void (isNumber(v) && ((total = combine('add', total, v)), n++));
  return { add, result: () => (n === 0 ? null : Number(unbox(total)) / n) };
}

function push(): Accumulator {
  const list: unknown[] = [];
  return { add: (v) => void (v !== undefined && list.push(v)), result: () => list };
}

function addToSet(): Accumulator {
  const set = new Map<string, unknown>();
  const add = (v: unknown): void => {
    if (v !== undefined && !set.has(textKeyOf(v))) set.set(textKeyOf(v), v);
  };
  return { add, result: () => [...set.values()] };
}

function first(): Accumulator {
  let seen = false;
  let value: unknown;
  const add = (v: unknown): void => {
    if (!seen) value = v;
    seen = true;
  };
  return { add, result: () => value ?? null };
}

/** The accumulators of $group; any other is refused by name. */
export const ACCUMULATORS: Record<string, (() => Accumulator) | undefined> = {
  $sum: folding(0, (total, v) => (isNumber(v) ? combine('add', total, v) : total)),
  $avg: mean,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: folding(null, (_, v) => v ?? null),
  $push: push,
  $addToSet: addToSet,
  $count: folding(0, (n) => (n as number) + 1),
  $mergeObjects: folding({}, (doc, v) => (isDoc(v) ? { ...(doc as Doc), ...v } : doc)),
};
