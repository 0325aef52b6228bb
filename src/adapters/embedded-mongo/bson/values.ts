import { BSON } from 'bson';

export type Doc = Record<string, unknown>;

/** BSON's order of types; values of different ranks never compare equal and never fall in one range. */
export const RANK = {
  minKey: 1,
  emptyArray: 2,
  nil: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binary: 8,
  objectId: 9,
  bool: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  code: 14,
  maxKey: 127,
} as const;

const BOXED: Record<string, number> = {
  Int32: RANK.number,
  Double: RANK.number,
  Long: RANK.number,
  Decimal128: RANK.number,
  ObjectId: RANK.objectId,
  Binary: RANK.binary,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
  BSONSymbol: RANK.string,
  Code: RANK.code,
  MinKey: RANK.minKey,
  MaxKey: RANK.maxKey,
};

const READ = { promoteBuffers: false, bsonRegExp: true, validation: { utf8: false as const } };

/** Parses BSON with numbers as JS numbers (int64 beyond 2^53 stays a Long): for filters, options and aggregation. */
export const parse = (bytes: Uint8Array): Doc => BSON.deserialize(bytes, READ);

/** Parses BSON keeping Int32, Double and Long apart, so that an update does not change the width of numbers it leaves alone. */
export const parseExact = (bytes: Uint8Array): Doc => BSON.deserialize(bytes, { ...READ, promoteValues: false });

/** Writes a document as BSON; fields whose value is undefined (missing) are left out. */
export function serialize(doc: Doc): Buffer {
  const { buffer, byteOffset, byteLength } = BSON.serialize(doc, { ignoreUndefined: true });
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The bson class name of a boxed value ('ObjectId', 'Long', …), or undefined for plain JS values. */
export function boxOf(v: unknown): string | undefined {
  return typeof v === 'object' && v !== null ? ((v as { _bsontype?: string })._bsontype ?? undefined) : undefined;
}

export function rankOf(v: unknown): number {
  switch (typeof v) {
    case 'number':
      return RANK.number;
    case 'string':
      return RANK.string;
    case 'boolean':
      return RANK.bool;
    case 'object':
      if (v === null) return RANK.nil;
      if (Array.isArray(v)) return RANK.array;
      if (v instanceof Date) return RANK.date;
      return BOXED[boxOf(v) ?? ''] ?? RANK.object;
    default:
      return RANK.nil;
  }
}

export const isNil = (v: unknown): v is null | undefined => v === null || v === undefined;
export const isDoc = (v: unknown): v is Doc => rankOf(v) === RANK.object;
/** Array.isArray, but of unknown and not of any. */
export const isList = (v: unknown): v is unknown[] => Array.isArray(v);
export const isNumber = (v: unknown): boolean => rankOf(v) === RANK.number;

/** Unboxes Int32, Double and small Longs; other values are returned as they are. */
export function unbox(v: unknown): unknown {
  const box = boxOf(v);
  if (box === 'Int32' || box === 'Double') return (v as { value: number }).value;
  if (box !== 'Long') return v;
  const n = (v as { toNumber(): number }).toNumber();
  return Number.isSafeInteger(n) ? n : v;
}

/** A number for an option such as limit or batchSize; anything else gives the default. */
export function toNumber(v: unknown, otherwise = 0): number {
  const n = unbox(v);
  return typeof n === 'number' ? n : boxOf(n) === 'Long' ? Number((n as { toBigInt(): bigint }).toBigInt()) : otherwise;
}

/** MongoDB's truth: everything but false, null, missing and zero. */
export function isTruthy(v: unknown): boolean {
  const n = unbox(v);
  return !(n === false || isNil(n) || n === 0);
}

const TYPE_NAMES: Record<number, string> = {
  [RANK.minKey]: 'minKey',
  [RANK.string]: 'string',
  [RANK.object]: 'object',
  [RANK.array]: 'array',
  [RANK.binary]: 'binData',
  [RANK.objectId]: 'objectId',
  [RANK.bool]: 'bool',
  [RANK.date]: 'date',
  [RANK.timestamp]: 'timestamp',
  [RANK.regex]: 'regex',
  [RANK.code]: 'javascript',
  [RANK.maxKey]: 'maxKey',
};

/** The BSON type alias of a value, as $type and error messages spell it; 'missing' for undefined. */
export function typeNameOf(v: unknown): string {
  const rank = rankOf(v);
  if (rank === RANK.nil) return v === null ? 'null' : 'missing';
  if (rank !== RANK.number) return TYPE_NAMES[rank] ?? 'unknown';
  const named: Record<string, string> = { Int32: 'int', Double: 'double', Long: 'long', Decimal128: 'decimal' };
  const isInt = typeof v === 'number' && Number.isInteger(v) && Math.abs(v) < 2 ** 31;
  return named[boxOf(v) ?? ''] ?? (isInt ? 'int' : 'double');
}

/** A copy that shares no arrays or plain objects with the original; boxed values and dates are immutable here and shared. */
export function clone<T>(v: T): T {
  if (Array.isArray(v)) return v.map(clone) as T;
  if (!isDoc(v) || boxOf(v)) return v;
  return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, clone(x)])) as T;
}
