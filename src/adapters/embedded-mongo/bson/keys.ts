import { createHash } from 'node:crypto';
import type { Binary, BSONRegExp, Long, ObjectId } from 'bson';
import { boxOf, RANK, rankOf, type Doc } from './values.js';
import { splitNumber } from './numbers.js';

/** Order-preserving bytes: comparing two keys with memcmp is comparing the two values in BSON order. */
let buf = Buffer.allocUnsafe(16_384);
let at = 0;

function reserve(n: number): void {
  if (at + n <= buf.length) return;
  const bigger = Buffer.allocUnsafe((at + n) * 2);
  buf.copy(bigger, 0, 0, at);
  buf = bigger;
}

function putByte(b: number): void {
  reserve(1);
  buf[at++] = b;
}

function putDouble(d: number): void {
  reserve(8);
  buf.writeDoubleBE(d, at);
  const negative = (buf[at] as number) & 0x80;
  if (negative) for (let i = at; i < at + 8; i++) buf[i] = ~(buf[i] as number) & 0xff;
  else buf[at] = (buf[at] as number) | 0x80;
  at += 8;
}

function putNumber(v: unknown): void {
  const [nearest, rest] = splitNumber(v);
  // NaN sorts below every number; the all-zero pattern is free for it.
  if (Number.isNaN(nearest)) {
    reserve(9);
    buf.fill(0, at, (at += 9));
    return;
  }
  putDouble(nearest);
  if (rest === 0) return putByte(0x80);
  putByte(rest < 0 ? 0x40 : 0xc0);
  putDouble(rest);
}

/** Text with 00 escaped as 00 FF and ended by 00 00, so that a prefix sorts before what it begins. */
function putText(text: string): void {
  reserve(text.length * 6 + 2);
  const start = at;
  at += buf.write(text, at);
  if (buf.subarray(start, at).includes(0)) {
    const escaped = Buffer.from(buf.toString('latin1', start, at).replaceAll('\0', '\0\xff'), 'latin1');
    at = start + escaped.copy(buf, start);
  }
  buf[at++] = 0;
  buf[at++] = 0;
}

function putBigInt(n: bigint): void {
  reserve(8);
  at = buf.writeBigUInt64BE(BigInt.asUintN(64, n), at);
}

function putBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  buf.set(bytes, at);
  at += bytes.length;
}

function putBinary(v: Binary): void {
  reserve(5);
  at = buf.writeUInt32BE(v.position, at);
  buf[at++] = v.sub_type;
  putBytes(v.buffer.subarray(0, v.position));
}

function putObject(v: Doc): void {
  for (const name of Object.keys(v)) {
    putByte(rankOf(v[name]));
    putText(name);
    putValue(v[name]);
  }
  putByte(0);
}

function putArray(v: unknown[]): void {
  v.forEach(putValue);
  putByte(0);
}

function putValue(v: unknown): void {
  const rank = rankOf(v);
  putByte(rank);
  if (rank === RANK.number) putNumber(v);
  else if (rank === RANK.string) putText(String(v));
  else if (rank === RANK.objectId) putBytes((v as ObjectId).id);
  else if (rank === RANK.date) putBigInt(BigInt((v as Date).getTime()) ^ (1n << 63n));
  else if (rank === RANK.bool) putByte(v ? 1 : 0);
  else if (rank === RANK.object) putObject(boxOf(v) === 'DBRef' ? (v as { toJSON(): Doc }).toJSON() : (v as Doc));
  else if (rank === RANK.array) putArray(v as unknown[]);
  else if (rank === RANK.binary) putBinary(v as Binary);
  else if (rank === RANK.timestamp) putBigInt((v as Long).toBigInt());
  else if (rank === RANK.regex) putText(`${(v as BSONRegExp).pattern}\u0001${(v as BSONRegExp).options}`);
  else if (rank === RANK.code) putText(String((v as { code: string }).code));
}

/** The order-preserving key of any value; missing is the same as null. */
export function keyOf(v: unknown): Buffer {
  at = 0;
  putValue(v);
  return Buffer.from(buf.subarray(0, at));
}

/** A key as a string, for use in Map and Set. */
export const textKeyOf = (v: unknown): string => keyOf(v).toString('latin1');

const HASH = 32;

/** Cuts a key that is too long for the store: its beginning, then a hash, so that equality stays exact but order does not. */
export function cutKey(key: Buffer, cap: number): Buffer {
  if (key.length <= cap) return key;
  return Buffer.concat([key.subarray(0, cap - HASH), createHash('sha256').update(key).digest()]);
}

/** The part of a key that is in true order even if stored keys were cut at `cap`. */
export const orderedPart = (key: Buffer, cap: number): Buffer => key.subarray(0, cap - HASH);

export const invert = (key: Buffer): Buffer => Buffer.from(key.map((b) => ~b & 0xff));

/** The smallest key after every key that begins with `prefix`; undefined if there is none. */
export function afterPrefix(prefix: Buffer): Buffer | undefined {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  if (end === 0) return undefined;
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] as number) + 1;
  return next;
}
