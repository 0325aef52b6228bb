import { ObjectId } from 'bson';
import { CommandError, fail } from '../errors.js';
import { elementsOf, joinElements } from '../bson/fields.js';
import { parse, RANK, rankOf, serialize, typeNameOf, type Doc } from '../bson/values.js';
import type { Collection, Index, IndexSpec } from './catalog.js';
import { entriesIn, type Entries, type Made } from './index-entries.js';
import { comparison } from './same-at.js';
import { walk, wholeOf, type Store } from './store.js';

export const MAX_DOCUMENT = 16 * 1024 * 1024;

/**
 * Puts _id first (making one if there is none) without parsing the rest, so a document is stored as it was sent.
 * Answers the bytes and the _id.
 */
export function withIdFirst(bytes: Buffer): { bytes: Buffer; id: unknown } {
  let idAt: Buffer | undefined;
  const rest: Buffer[] = [];
  for (const e of elementsOf(bytes)) {
    if (e.name === '_id' && !idAt) idAt = bytes.subarray(e.from, e.end);
    else rest.push(bytes.subarray(e.from, e.end));
  }
  idAt ??= serialize({ _id: new ObjectId() }).subarray(4, -1);
  const { _id: id } = parse(joinElements([idAt]));
  checkId(id);
  return { bytes: joinElements([idAt, ...rest]), id };
}

export function checkId(id: unknown): void {
  const rank = rankOf(id);
  if (rank === RANK.array || rank === RANK.regex || id === undefined) fail(53, `The '_id' value cannot be of type ${typeNameOf(id)}`);
  const dollar = rank === RANK.object && Object.keys(id as Doc).find((k) => k.startsWith('$') && !['$ref', '$id', '$db'].includes(k));
  if (dollar) fail(52, `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`);
}

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT) fail(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT}`);
}

/** The duplicate key error as MongoDB words it, with keyPattern and keyValue. */
function duplicate(ns: string, name: string, pattern: Doc, values: unknown[]): never {
  const paths = Object.keys(pattern);
  const keyValue = Object.fromEntries(paths.map((p, i) => [p, values[i] ?? null]));
  const shown = paths.map((p, i) => `${p}: ${showValue(values[i])}`).join(', ');
  const message = `E11000 duplicate key error collection: ${ns} index: ${name} dup key: { ${shown} }`;
  throw new CommandError(11000, message, { keyPattern: pattern, keyValue });
}

function showValue(v: unknown): string {
  if (rankOf(v) === RANK.objectId) return `ObjectId('${String(v)}')`;
  if (v instanceof Date) return `new Date(${v.getTime()})`;
  return v === undefined ? 'null' : JSON.stringify(v);
}

/** Writing documents with their index entries. Must be called inside a transaction; everything is checked before the first put. */
export class Writer {
  constructor(private readonly store: Store) {}

  insert(collection: Collection, sent: Buffer): unknown {
    const { bytes, id } = withIdFirst(sent);
    checkSize(bytes);
    const key = this.store.dataKey(collection, id);
    if (this.store.env.data.doesExist(key)) duplicate(collection.ns, '_id_', { _id: 1 }, [id]);
    const made = entriesIn(collection.indexes, bytes);
    for (const { index, entries } of made) this.#checkUnique(collection, index, entries, key);
    this.store.env.data.putSync(key, bytes);
    for (const { index, entries } of made) this.#addEntries(collection, index, entries, key);
    return id;
  }

  replace(collection: Collection, key: Buffer, before: Buffer, after: Buffer): void {
    checkSize(after);
    const isSame = comparison(before, after);
    const touched = collection.indexes.filter((index) => !index.reads.every(isSame));
    const made = entriesIn(touched, after);
    const changes = entriesIn(touched, before).map(({ index, entries: was }, n) => {
      const is = (made[n] as Made).entries;
      const [oldKeys, newKeys] = [textSet(was.keys), textSet(is.keys)];
      const added = is.keys.map((k) => !oldKeys.has(k.toString('latin1')));
      const add = { ...is, keys: is.keys.filter((_, i) => added[i]), values: is.values.filter((_, i) => added[i]) };
      return { index, add, drop: was.keys.filter((k) => !newKeys.has(k.toString('latin1'))) };
    });
    for (const { index, add } of changes) this.#checkUnique(collection, index, add, key);
    this.store.env.data.putSync(key, after);
    for (const { index, add, drop } of changes) {
      this.#dropEntries(index, drop, key);
      this.#addEntries(collection, index, add, key);
    }
  }

  remove(collection: Collection, key: Buffer, bytes: Buffer): void {
    this.store.env.data.removeSync(key);
    for (const { index, entries } of entriesIn(collection.indexes, bytes)) this.#dropEntries(index, entries.keys, key);
  }

  /** Fills a new index from the documents there are; a duplicate or a parallel array stops it. */
  build(collection: Collection, spec: IndexSpec): void {
    const index = this.store.catalog.replaceIndex(collection, spec);
    for (const { key, value } of walk(this.store.env.data, wholeOf(collection.prefix))) {
      for (const { entries } of entriesIn([index], value)) {
        this.#checkUnique(collection, index, entries, key);
        this.#addEntries(collection, index, entries, key);
      }
    }
  }

  drop(index: Index): void {
    for (const { key } of walk(this.store.env.index, wholeOf(index.prefix))) this.store.env.index.removeSync(key);
  }

  #checkUnique(collection: Collection, index: Index, entries: Entries, key: Buffer): void {
    if (!index.spec.unique) return;
    entries.keys.forEach((fields, i) => {
      const range = wholeOf(Buffer.concat([index.prefix, fields]));
      for (const { value } of walk(this.store.env.index, range)) {
        if (value.equals(key.subarray(4))) continue;
        duplicate(collection.ns, index.spec.name, index.spec.key, entries.values[i] ?? []);
      }
    });
  }

  #addEntries(collection: Collection, index: Index, entries: Entries, key: Buffer): void {
    const id = key.subarray(4);
    for (const fields of entries.keys) this.store.env.index.putSync(Buffer.concat([index.prefix, fields, id]), id);
    const current = collection.indexes.find((i) => i.spec.id === index.spec.id)?.spec ?? index.spec;
    const multikey = entries.multikey || (current.multikey ?? false);
    const cut = entries.cut || (current.cut ?? false);
    if (multikey === (current.multikey ?? false) && cut === (current.cut ?? false)) return;
    this.store.catalog.replaceIndex(collection, { ...current, multikey, cut });
  }

  #dropEntries(index: Index, keys: Buffer[], key: Buffer): void {
    for (const fields of keys) this.store.env.index.removeSync(Buffer.concat([index.prefix, fields, key.subarray(4)]));
  }
}

const textSet = (keys: Buffer[]): Set<string> => new Set(keys.map((k) => k.toString('latin1')));
