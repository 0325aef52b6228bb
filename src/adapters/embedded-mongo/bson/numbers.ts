import type { Decimal128, Long } from 'bson';
import { boxOf, unbox } from './values.js';

/** A number as the nearest double and what is left over, so that int64 and decimals beyond a double's precision stay distinct. */
export type SplitNumber = readonly [nearest: number, rest: number];

export function splitNumber(v: unknown): SplitNumber {
  const n = unbox(v);
  if (typeof n === 'number') return [n === 0 ? 0 : n, 0];
  if (boxOf(n) === 'Decimal128') return splitDecimal((n as Decimal128).toString());
  const exact = (n as Long).toBigInt();
  return [Number(exact), Number(exact - BigInt(Number(exact)))];
}

function splitDecimal(text: string): SplitNumber {
  const nearest = Number(text);
  const parts = /^(-?)(\d+)(?:\.(\d*))?(?:E([+-]?\d+))?$/.exec(text);
  if (!parts || !Number.isFinite(nearest)) return [nearest, 0];
  const [, sign, whole, fraction = '', exponent = '0'] = parts;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = Number(exponent) - fraction.length;
  const [num, den] = scale >= 0 ? [digits * 10n ** BigInt(scale), 1n] : [digits, 10n ** BigInt(-scale)];
  const [doubleNum, doubleDen] = toFraction(nearest);
  return [nearest === 0 ? 0 : nearest, divide(num * doubleDen - doubleNum * den, den * doubleDen)];
}

function toFraction(d: number): [bigint, bigint] {
  let den = 1n;
  let x = d;
  while (!Number.isInteger(x)) {
    x *= 2;
    den *= 2n;
  }
  return [BigInt(x), den];
}

/** num/den as a double, exact to its precision even when the quotient is far below 1. */
function divide(num: bigint, den: bigint): number {
  if (num === 0n) return 0;
  const shift = Math.max(0, den.toString(2).length - num.toString(2).length + 80);
  const quotient = Number((num << BigInt(shift)) / den);
  return quotient * 2 ** -Math.min(shift, 1000) * 2 ** -Math.max(0, shift - 1000);
}
