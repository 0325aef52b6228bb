import { fail, refuse } from '../errors.js';
import { fieldsOf, parseFields } from '../bson/fields.js';
import { cutKey, invert, keyOf } from '../bson/keys.js';
import { isNil, RANK, type Doc, isList } from '../bson/values.js';
import { leavesOf } from '../query/paths.js';
import type { Index } from './catalog.js';
import { MAX_KEY } from './environment.js';

/** The most bytes one field (and the _id at the end) may take in an index key. */
export const capOf = (fields: number): number => Math.min(350, Math.floor(MAX_KEY / (fields + 1)));

export interface Entries {
  /** Field parts of the keys, without index id and _id. */
  readonly keys: Buffer[];
  /** The field values of each key, as keyValue of a duplicate key error shows them. */
  readonly values: unknown[][];
  readonly multikey: boolean;
  readonly cut: boolean;
}

const NONE: Entries = { keys: [], values: [], multikey: false, cut: false };
const EMPTY_ARRAY = Buffer.from([RANK.emptyArray]);

interface FieldValues {
  readonly values: unknown[];
  readonly array: boolean;
  readonly missing: boolean;
}

/** All values a filter on the path could meet in the document: array elements one by one. */
function readField(doc: Doc, path: string): FieldValues {
  const leaves = [...leavesOf(doc, path)];
  const viaArray = leaves.length !== 1;
  const values = leaves.flatMap((leaf) => (isList(leaf) && leaf.length > 0 ? leaf : [leaf]));
  const array = viaArray || leaves.some(isList);
  return { values: values.length > 0 ? values : [null], array, missing: leaves.every((l) => l === undefined) };
}

function encodeField(value: unknown, descending: boolean, cap: number): [key: Buffer, cut: boolean] {
  const whole = isList(value) && value.length === 0 ? EMPTY_ARRAY : keyOf(value);
  const key = cutKey(whole, cap);
  return [descending ? invert(key) : key, key !== whole];
}

function checkArrays(index: Index, fields: FieldValues[]): void {
  const arrays = index.paths.filter((_, i) => fields[i]?.array);
  if (arrays.length < 2) return;
  const roots = new Set(arrays.map((p) => p.split('.', 1)[0]));
  if (roots.size > 1) fail(171, `cannot index parallel arrays [${arrays.map((p) => p.split('.').pop()).join('] [')}]`);
  if (index.spec.unique) refuse(`a unique index over several fields of one array (${index.spec.name})`);
}

export interface Made {
  readonly index: Index;
  readonly entries: Entries;
}

/** The entries of one document in several indexes; of the document only what they read is parsed, once. */
export function entriesIn(indexes: readonly Index[], bytes: Buffer): Made[] {
  if (indexes.length === 0) return [];
  const doc = parseFields(bytes, fieldsOf(indexes.flatMap((index) => index.reads)));
  return indexes.map((index) => ({ index, entries: entriesOf(index, doc) }));
}

/**
 * The entries of one document in an index: none if the index leaves it out (sparse, partial), several if a path has an array.
 * With arrays on two paths every combination is entered, which is more than MongoDB does but never less, and candidates are re-tested.
 */
function entriesOf(index: Index, doc: Doc): Entries {
  if (index.partial && !index.partial(doc)) return NONE;
  const fields = index.paths.map((path) => readField(doc, path));
  if (index.spec.sparse && fields.every((f) => f.missing)) return NONE;
  checkArrays(index, fields);
  const cap = capOf(fields.length);
  let combos: { key: Buffer[]; values: unknown[] }[] = [{ key: [], values: [] }];
  let cut = false;
  fields.forEach((field, i) => {
    const descending = index.spec.key[index.paths[i] as string] === -1;
    const encoded = field.values.map((value) => {
      const [key, wasCut] = encodeField(value, descending, cap);
      cut ||= wasCut;
      return { key, value: isNil(value) ? null : value };
    });
    combos = combos.flatMap((c) => encoded.map((e) => ({ key: [...c.key, e.key], values: [...c.values, e.value] })));
  });
  const unique = new Map(combos.map((c) => [Buffer.concat(c.key).toString('latin1'), c]));
  const rows = [...unique.values()];
  const multikey = fields.some((f) => f.array);
  return { keys: rows.map((c) => Buffer.concat(c.key)), values: rows.map((c) => c.values), multikey, cut };
}
