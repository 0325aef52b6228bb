import { fail } from '../errors.js';
import { parse, parseExact, type Doc } from './values.js';

/** Bytes a value takes after its name, for types of one size; the others are read from the value. */
const FIXED: Record<number, number> = { 1: 8, 6: 0, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 17: 8, 18: 8, 19: 16, 127: 0, 255: 0 };

function sizeOf(type: number, bytes: Buffer, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  if (type === 2 || type === 13 || type === 14) return 4 + bytes.readInt32LE(at);
  if (type === 3 || type === 4 || type === 15) return bytes.readInt32LE(at);
  if (type === 5) return 5 + bytes.readInt32LE(at);
  if (type === 11) return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1 - at;
  if (type === 12) return 16 + bytes.readInt32LE(at);
  return fail(9, `unknown BSON type ${type}`);
}

export interface Element {
  readonly type: number;
  readonly name: string;
  /** Where the element (its type byte), its value and the next element begin. */
  readonly from: number;
  readonly value: number;
  readonly end: number;
}

/** The top-level elements of a document, without parsing any value. */
export function* elementsOf(bytes: Buffer): Generator<Element> {
  for (let from = 4; bytes[from];) {
    const type = bytes[from] as number;
    const value = bytes.indexOf(0, from + 1) + 1;
    const end = value + sizeOf(type, bytes, value);
    if (value === 0 || end > bytes.length - 1) fail(22, 'invalid BSON: an element runs past its document');
    yield { type, name: bytes.toString('utf8', from + 1, value - 1), from, value, end };
    from = end;
  }
}

/** A BSON document made of ready elements. */
export function joinElements(parts: Buffer[]): Buffer {
  const size = parts.reduce((n, p) => n + p.length, 5);
  const out = Buffer.concat([Buffer.alloc(4), ...parts, Buffer.alloc(1)], size);
  out.writeInt32LE(size, 0);
  return out;
}

/** Which top-level fields to parse; null means the whole document. */
export type Fields = readonly Buffer[] | null;

/** Prepares the top-level names of dotted paths for `parseFields`. */
export function fieldsOf(paths: Iterable<string>): Fields {
  return [...new Set([...paths].map((p) => p.split('.', 1)[0] as string))].map((name) => Buffer.from(`${name}\0`));
}

/** The named top-level fields as they stand, without parsing a value. */
export function selectFields(bytes: Buffer, fields: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  for (let from = 4; bytes[from] && parts.length < fields.length;) {
    const value = bytes.indexOf(0, from + 1) + 1;
    const end = value + sizeOf(bytes[from] as number, bytes, value);
    for (const name of fields) {
      if (name.length === value - from - 1 && name.compare(bytes, from + 1, value) === 0) parts.push(bytes.subarray(from, end));
    }
    from = end;
  }
  return joinElements(parts);
}

/** Parses only the named top-level fields: a scan of large documents then costs little more than reading them. */
export function parseFields(bytes: Buffer, fields: Fields, exact = false): Doc {
  const wanted = fields ? selectFields(bytes, fields) : bytes;
  return exact ? parseExact(wanted) : parse(wanted);
}

/** How many elements an array has, counted without parsing any. */
export function countElements(array: Buffer): number {
  let n = 0;
  for (let from = 4; array[from]; n++) {
    const value = array.indexOf(0, from + 1) + 1;
    from = value + sizeOf(array[from] as number, array, value);
  }
  return n;
}
