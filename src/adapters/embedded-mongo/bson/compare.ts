import { keyOf } from './keys.js';
import { isNumber, RANK, rankOf, unbox } from './values.js';

/** BSON order of any two values: negative, zero or positive. */
export function compare(left: unknown, right: unknown): number {
  const a = unbox(left);
  const b = unbox(right);
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  return rankOf(a) === RANK.nil ? 0 : Buffer.compare(keyOf(a), keyOf(b));
}

export const isEqual = (a: unknown, b: unknown): boolean => compare(a, b) === 0;

/** By code point, as UTF-8 bytes sort; JS compares UTF-16 units, which puts surrogates before U+E000. */
function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? (a.codePointAt(i) as number) - (b.codePointAt(i) as number) || x - y : x - y;
  }
  return a.length - b.length;
}

const isNaNValue = (v: unknown): boolean => Number.isNaN(unbox(v));

/** Whether `v <op> bound` holds in a filter: only within one type, and NaN only equals itself. */
export function holds(op: '$gt' | '$gte' | '$lt' | '$lte', v: unknown, bound: unknown): boolean {
  const boundRank = rankOf(bound);
  const anyType = boundRank === RANK.minKey || boundRank === RANK.maxKey;
  if (!anyType && rankOf(v) !== boundRank) return false;
  const order = compare(v, bound);
  if (isNumber(v) && (isNaNValue(v) || isNaNValue(bound))) return order === 0 && op.endsWith('e');
  if (op === '$gt') return order > 0;
  if (op === '$gte') return order >= 0;
  return op === '$lt' ? order < 0 : order <= 0;
}
