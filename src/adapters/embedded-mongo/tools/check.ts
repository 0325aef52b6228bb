import { parse } from '../bson/values.js';
import { openEngine } from '../server/engine.js';
import type { Collection } from '../store/catalog.js';
import { entriesIn } from '../store/index-entries.js';
import { walk, wholeOf, type Store } from '../store/store.js';

export interface CheckResult {
  readonly collections: number;
  readonly documents: number;
  readonly entries: number;
  /** What is wrong, in words; empty if all is well. */
  readonly problems: string[];
}

/** Every index against its documents, both ways: nothing missing, nothing dangling, every document readable and under its own _id. */
export async function check(dataDir: string): Promise<CheckResult> {
  const { engine, release } = await openEngine(dataDir);
  try {
    return checkStore(engine.store);
  } finally {
    await release();
  }
}

export function checkStore(store: Store): CheckResult {
  const collections = store.catalog.list();
  const problems: string[] = [];
  let documents = 0;
  let entries = 0;
  for (const collection of collections) {
    documents += checkDocuments(store, collection, problems);
    for (const { spec } of collection.indexes) entries += checkIndex(store, collection, spec.id, problems);
  }
  checkStrays(store, collections, problems);
  return { collections: collections.length, documents, entries, problems };
}

function checkDocuments(store: Store, collection: Collection, problems: string[]): number {
  let n = 0;
  for (const { key, value } of walk(store.env.data, wholeOf(collection.prefix))) {
    n++;
    try {
      if (!store.dataKey(collection, parse(value)._id).equals(key)) problems.push(`${collection.ns}: a document is not under its _id`);
    } catch (e) {
      problems.push(`${collection.ns}: a document cannot be read: ${(e as Error).message}`);
    }
  }
  return n;
}

function checkIndex(store: Store, collection: Collection, id: number, problems: string[]): number {
  const index = collection.indexes.find((i) => i.spec.id === id);
  if (!index) return 0;
  const name = `${collection.ns} index ${index.spec.name}`;
  let expected = 0;
  for (const { key, value } of walk(store.env.data, wholeOf(collection.prefix))) {
    for (const fields of entriesIn([index], value).flatMap((made) => made.entries.keys)) {
      expected++;
      const entry = Buffer.concat([index.prefix, fields, key.subarray(4)]);
      if (!store.env.index.get(entry)?.equals(key.subarray(4))) problems.push(`${name}: an entry is missing`);
    }
  }
  const found = store.env.index.getKeysCount({ start: index.prefix, ...optionalEnd(wholeOf(index.prefix).end) });
  if (found > expected) problems.push(`${name}: ${found - expected} dangling entries`);
  return found;
}

const optionalEnd = (end: Buffer | undefined): { end?: Buffer } => (end ? { end } : {});

function checkStrays(store: Store, collections: Collection[], problems: string[]): void {
  const count = (db: 'data' | 'index'): number => store.env[db].getKeysCount({});
  const within = (prefixes: Buffer[], db: 'data' | 'index'): number =>
    prefixes.reduce((n, prefix) => n + store.env[db].getKeysCount({ start: prefix, ...optionalEnd(wholeOf(prefix).end) }), 0);
  const strayDocuments =
    count('data') -
    within(
      collections.map((c) => c.prefix),
      'data',
    );
  const strayEntries =
    count('index') -
    within(
      collections.flatMap((c) => c.indexes.map((i) => i.prefix)),
      'index',
    );
  if (strayDocuments > 0) problems.push(`${strayDocuments} documents of no collection`);
  if (strayEntries > 0) problems.push(`${strayEntries} entries of no index`);
}
