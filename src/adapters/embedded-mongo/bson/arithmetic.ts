import { Double, Int32, Long } from 'bson';
import { fail, refuse } from '../errors.js';
import { boxOf, unbox } from './values.js';

const MAX_INT64 = 2n ** 63n - 1n;

function toLong(n: bigint, onOverflow: 'fail' | 'double'): unknown {
  if (n <= MAX_INT64 && n >= -MAX_INT64 - 1n) return Long.fromBigInt(n);
  return onOverflow === 'double' ? new Double(Number(n)) : fail(2, 'Failed to apply $inc or $mul: the result does not fit in 64 bits');
}

const bigOf = (v: unknown): bigint => (boxOf(v) === 'Long' ? (v as Long).toBigInt() : BigInt(unbox(v) as number));

const isWhole = (v: unknown): boolean => boxOf(v) === 'Int32' || boxOf(v) === 'Long' || (typeof v === 'number' && Number.isSafeInteger(v));

/**
 * Adds or multiplies as MongoDB does: whole numbers stay exact (int32 grows to int64), a double makes a double.
 * `exact` keeps boxes so that the stored width is right; without it plain numbers come back where they are safe.
 */
export function combine(op: 'add' | 'multiply', a: unknown, b: unknown, exact = false): unknown {
  if (boxOf(a) === 'Decimal128' || boxOf(b) === 'Decimal128') return refuse('arithmetic on Decimal128');
  if (!isWhole(a) || !isWhole(b)) {
    const [x, y] = [Number(unbox(a)), Number(unbox(b))];
    const sum = op === 'add' ? x + y : x * y;
    return exact ? new Double(sum) : sum;
  }
  const [x, y] = [bigOf(a), bigOf(b)];
  const whole = op === 'add' ? x + y : x * y;
  if (!exact) return Number.isSafeInteger(Number(whole)) ? Number(whole) : unbox(toLong(whole, 'double'));
  const fitsInt = boxOf(a) !== 'Long' && boxOf(b) !== 'Long' && whole < 2n ** 31n && whole >= -(2n ** 31n);
  return fitsInt ? new Int32(Number(whole)) : toLong(whole, 'fail');
}
