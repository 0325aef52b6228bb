import { isDoc, type Doc, isList } from '../bson/values.js';
import { fail } from '../errors.js';
import { compileFilter } from '../query/match.js';
import type { Collection, Index } from '../store/catalog.js';
import { walk, wholeOf } from '../store/store.js';
import { filterOf, findCollection, flag, nsOf, sameDoc, transact, type Command, type Context } from './context.js';
import { describeIndex, existsAlready, readIndex } from './index-specs.js';

async function create(context: Context): Promise<Doc> {
  const ns = nsOf(context);
  const { store } = context.engine;
  await transact(context.engine, () => {
    if (store.catalog.find(ns)) fail(48, `Collection ${ns} already exists.`);
    store.catalog.create(ns);
  });
  return { ok: 1 };
}

async function createIndexes(context: Context): Promise<Doc> {
  const ns = nsOf(context);
  const { store, writer } = context.engine;
  const specs = context.body.indexes;
  if (!isList(specs) || specs.length === 0) return fail(2, 'Must specify at least one index to create');
  const wanted = specs.map((s) => readIndex(s as Doc));
  return transact(context.engine, () => {
    const createdCollectionAutomatically = !store.catalog.find(ns);
    const collection = store.catalog.find(ns) ?? store.catalog.create(ns);
    const before = collection.indexes.length + 1;
    for (const spec of wanted) if (!existsAlready(collection, spec)) writer.build(collection, { id: store.catalog.takeId(), ...spec });
    const after = collection.indexes.length + 1;
    const note = before === after ? { note: 'all indexes already exist' } : {};
    return { numIndexesBefore: before, numIndexesAfter: after, createdCollectionAutomatically, ...note, ok: 1 };
  });
}

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' };
const missing = (ns: string): never => fail(26, `ns does not exist: ${ns}`);

async function listIndexes(context: Context): Promise<Doc> {
  const collection = findCollection(context) ?? missing(nsOf(context));
  const docs = [ID_INDEX, ...collection.indexes.map((i) => describeIndex(i.spec))];
  return context.engine.cursors.start(nsOf(context), docs, { batchSize: docs.length + 1 });
}

function chooseIndexes(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return [...collection.indexes];
  if (isList(wanted)) return wanted.flatMap((w) => chooseIndexes(collection, w));
  if (wanted === '_id_' || sameDoc(wanted, { _id: 1 })) return fail(72, 'cannot drop _id index');
  const found = collection.indexes.find((i) => (isDoc(wanted) ? sameDoc(i.spec.key, wanted) : i.spec.name === wanted));
  if (found) return [found];
  return fail(27, isDoc(wanted) ? `can't find index with key: ${JSON.stringify(wanted)}` : `index not found with name [${String(wanted)}]`);
}

async function dropIndexes(context: Context): Promise<Doc> {
  const { store, writer, cursors } = context.engine;
  const nIndexesWas = await transact(context.engine, () => {
    const collection = findCollection(context) ?? fail(26, `ns not found ${nsOf(context)}`);
    const gone = chooseIndexes(collection, context.body.index);
    const before = collection.indexes.length + 1;
    gone.forEach((index) => writer.drop(index));
    for (const index of gone) collection.indexes.splice(collection.indexes.indexOf(index), 1);
    store.catalog.save(collection);
    return before;
  });
  cursors.killOn((ns) => ns === nsOf(context));
  return { nIndexesWas, ok: 1 };
}

function dropCollection({ engine: { store, writer, cursors } }: Context, collection: Collection): void {
  collection.indexes.forEach((index) => writer.drop(index));
  for (const { key } of walk(store.env.data, wholeOf(collection.prefix))) store.env.data.removeSync(key);
  store.catalog.remove(collection.ns);
  cursors.killOn((ns) => ns === collection.ns);
}

async function drop(context: Context): Promise<Doc> {
  const dropped = await transact(context.engine, () => {
    const collection = findCollection(context);
    if (collection) dropCollection(context, collection);
    return collection;
  });
  return dropped ? { nIndexesWas: dropped.indexes.length + 1, ns: dropped.ns, ok: 1 } : { ok: 1 };
}

async function dropDatabase(context: Context): Promise<Doc> {
  const { db, engine } = context;
  const dropped = await transact(engine, () => {
    const collections = engine.store.catalog.list().filter((c) => c.ns.startsWith(`${db}.`));
    collections.forEach((c) => dropCollection(context, c));
    return collections.length;
  });
  return dropped > 0 ? { dropped: db, ok: 1 } : { ok: 1 };
}

async function listCollections({ body, db, engine }: Context): Promise<Doc> {
  const nameOnly = flag(body.nameOnly);
  const { test } = compileFilter(filterOf(body.filter));
  const docs = engine.store.catalog
    .list()
    .filter((c) => c.ns.startsWith(`${db}.`))
    .map((c): Doc => ({ name: c.ns.slice(db.length + 1), type: 'collection', options: {}, info: { readOnly: false }, idIndex: ID_INDEX }))
    .filter(test)
    .map((doc): Doc => (nameOnly ? { name: doc.name, type: doc.type } : doc));
  return engine.cursors.start(`${db}.$cmd.listCollections`, docs, { batchSize: docs.length + 1 });
}

function listDatabases({ body, engine: { store } }: Context): Doc {
  const names = [...new Set(store.catalog.list().map((c) => c.ns.slice(0, c.ns.indexOf('.'))))].sort();
  const { test } = compileFilter(filterOf(body.filter));
  const databases = names.map((name): Doc => (flag(body.nameOnly) ? { name } : { name, sizeOnDisk: 0, empty: false })).filter(test);
  return { databases, ...(flag(body.nameOnly) ? {} : { totalSize: 0 }), ok: 1 };
}

export const SCHEMA_COMMANDS: Record<string, Command> = {
  create: { run: create, fields: ['idIndex', 'autoIndexId'] },
  createIndexes: { run: createIndexes, fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'] },
  listIndexes: { run: listIndexes, fields: ['cursor'] },
  dropIndexes: { run: dropIndexes, fields: ['index'] },
  drop: { run: drop, fields: [] },
  dropDatabase: { run: dropDatabase, fields: [] },
  listCollections: { run: listCollections, fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'] },
  listDatabases: { run: listDatabases, fields: ['filter', 'nameOnly', 'authorizedDatabases'] },
};
