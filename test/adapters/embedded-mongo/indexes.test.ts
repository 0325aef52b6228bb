import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ObjectId, type Collection, type Document, type IndexDescription } from 'mongodb';
import { codeOf, startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

let serial = 0;
const fresh = (): Collection<Document> => database.db.collection(`indexes${serial++}`);

/** What a read cost, and what it gave. */
async function costOf<T>(read: () => Promise<T>): Promise<{ result: T; docs: number; keys: number }> {
  await database.server.resetStats();
  const result = await read();
  const { docsExamined, keysExamined } = await database.server.stats();
  return { result, docs: docsExamined, keys: keysExamined };
}

describe('unique indexes', () => {
  it('refuse a second holder of a value with the error MongoDB gives, and let go of it on delete', async () => {
    const c = fresh();
    await c.createIndex({ k: 1 }, { unique: true });
    await c.insertOne({ k: 'a' });
    await expect(c.insertOne({ k: 'a' })).rejects.toMatchObject({
      code: 11000,
      message: `E11000 duplicate key error collection: ${c.namespace} index: k_1 dup key: { k: "a" }`,
    });
    await c.insertOne({ k: 'b' });
    expect(await codeOf(c.updateOne({ k: 'b' }, { $set: { k: 'a' } }))).toBe(11000);
    await c.deleteOne({ k: 'a' });
    await c.updateOne({ k: 'b' }, { $set: { k: 'a' } });
    expect(await codeOf(c.insertOne({}))).toBeUndefined();
    expect(await codeOf(c.insertOne({}))).toBe(11000);
  });

  it('hold over arrays, over several fields, and for very long values', async () => {
    const c = fresh();
    await c.createIndex({ tags: 1 }, { unique: true, sparse: true });
    await c.createIndex({ a: 1, b: 1 }, { unique: true, partialFilterExpression: { a: { $exists: true } } });
    await c.insertMany([{ tags: ['x', 'y'] }, { a: 1, b: 1 }, { a: 1, b: 2 }, { b: 1 }, { b: 1 }]);
    expect(await codeOf(c.insertOne({ tags: ['z', 'y'] }))).toBe(11000);
    expect(await codeOf(c.insertOne({ tags: ['z', 'z'] }))).toBeUndefined();
    expect(await codeOf(c.insertOne({ a: 1, b: 2 }))).toBe(11000);
    const long = 'é'.repeat(3000);
    await c.insertOne({ tags: `${long}1` });
    expect(await codeOf(c.insertOne({ tags: `${long}2` }))).toBeUndefined();
    expect(await codeOf(c.insertOne({ tags: `${long}1` }))).toBe(11000);
  });

  it('cannot be made over duplicates that are there already, and then leave nothing behind', async () => {
    const c = fresh();
    await c.insertMany([{ k: 1 }, { k: 1 }]);
    expect(await codeOf(c.createIndex({ k: 1 }, { unique: true }))).toBe(11000);
    expect((await c.indexes()).map((i) => i.name)).toEqual(['_id_']);
    expect(await c.countDocuments({ k: 1 })).toBe(2);
  });
});

describe('what a query costs', () => {
  it('is the documents it finds, when an index fits: equality, range, $in, $or, sort with a limit', async () => {
    const c = fresh();
    await c.createIndexes([{ key: { status: 1, dueAt: 1 } }, { key: { ref: 1 } }, { key: { dueAt: -1 } }]);
    const at = (n: number): Date => new Date(1_700_000_000_000 + n * 1000);
    await c.insertMany(
      Array.from({ length: 500 }, (_, n) => ({ ref: `R${n}`, status: n % 5 === 0 ? 'open' : 'shut', dueAt: at(n), body: 'x'.repeat(500) })),
    );
    const find = (filter: Document, sort: Document = {}, limit = 0): Promise<{ result: Document[]; docs: number; keys: number }> =>
      costOf(() =>
        c
          .find(filter)
          .sort(sort as never)
          .limit(limit)
          .toArray(),
      );
    expect(await find({ ref: 'R7' })).toMatchObject({ docs: 1, keys: 1 });
    expect(await find({ ref: { $in: ['R7', 'R9', 'none'] } })).toMatchObject({ docs: 2, keys: 2 });
    expect(await find({ dueAt: { $gt: at(10), $lte: at(15) } })).toMatchObject({ docs: 5, keys: 5 });
    expect(await find({ status: 'open', dueAt: { $lt: at(50) } })).toMatchObject({ docs: 10, keys: 10 });
    expect(await find({ $or: [{ ref: 'R1' }, { dueAt: { $lt: at(3) } }] })).toMatchObject({ docs: 4, keys: 4 });
    const top = await find({ status: 'open' }, { dueAt: -1 }, 3);
    expect(top.result.map((d) => d.ref as string)).toEqual(['R495', 'R490', 'R485']);
    expect(top.docs).toBeLessThanOrEqual(4);
    expect((await find({ _id: top.result[0]?._id as unknown })).docs).toBe(1);
    expect((await costOf(() => c.countDocuments({}))).docs).toBe(0);
    expect(
      ((await c.find({ status: 'open' }).explain()) as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan,
    ).toMatchObject({
      stage: 'IXSCAN',
      indexName: 'status_1_dueAt_1',
    });
    const seen = (await database.db.command({ serverStatus: 1 })).rightsdesk as Document;
    expect(Object.keys(seen)).toEqual(['docsExamined', 'keysExamined']);
  });
});

/** Small values of every kind a bound may have or may not, so that plans meet their hard cases often. */
const leaf = fc.constantFrom<unknown>(
  0,
  1,
  2,
  3,
  -1,
  1.5,
  'a',
  'b',
  'ab',
  '',
  null,
  true,
  false,
  new Date(0),
  new Date(5),
  new ObjectId('a'.repeat(24)),
  NaN,
);
const value = fc.oneof(
  { weight: 4, arbitrary: leaf },
  fc.array(fc.integer({ min: -2, max: 4 }), { maxLength: 3 }),
  fc.array(leaf, { maxLength: 3 }),
  fc.record({ x: leaf }, { requiredKeys: [] }),
);
const document = fc.record(
  { a: value, b: value, c: fc.array(fc.record({ d: leaf, e: leaf }, { requiredKeys: [] }), { maxLength: 2 }) },
  { requiredKeys: [] },
);
const path = fc.constantFrom('a', 'a', 'b', 'c.d', 'c.e', 'a.x', 'a.0');
const condition = fc.oneof(
  leaf,
  fc.record({ op: fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), v: leaf }).map(({ op, v }) => ({ [op]: v })),
  fc.tuple(leaf, leaf).map(([l, h]) => ({ $gte: l, $lt: h })),
  fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 2 })).map(([l, n]) => ({ $gte: l, $lte: l + n })),
  fc.array(leaf, { maxLength: 3 }).map((l) => ({ $in: l })),
  fc.constantFrom({ $exists: true }, { $exists: false }, { $type: 'number' }),
);
const clause = fc.tuple(path, condition).map(([p, v]): Document => ({ [p]: v }));
const filter = fc.oneof(
  clause,
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((l): Document => ({ $and: l })),
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((l): Document => ({ $or: l })),
);

const INDEXES: IndexDescription[] = [
  { key: { a: 1, b: -1 } },
  { key: { b: 1 }, sparse: true },
  { key: { 'c.d': -1, a: 1 } },
  { key: { 'a.x': 1 } },
  { key: { b: -1, a: 1 }, partialFilterExpression: { a: { $gte: 1 } } },
];

describe('an index never changes an answer', () => {
  it('for random documents, filters and orders the same is found with indexes as without', async () => {
    const [plain, indexed] = [fresh(), fresh()];
    await indexed.createIndexes(INDEXES);
    const check = async (docs: Document[], filters: Document[], sortBy: string): Promise<void> => {
      const numbered = docs.map((d, _id) => ({ _id, ...d })) as unknown as Document[];
      await plain.deleteMany({});
      await indexed.deleteMany({});
      // Arrays on two paths of one index are refused (171), here and by MongoDB; the rest is compared.
      await indexed.insertMany(numbered, { ordered: false }).catch(() => undefined);
      const kept = await indexed.find({ _id: { $gte: 0 } } as Document).toArray();
      if (kept.length === 0) return;
      await plain.insertMany(kept);
      for (const f of filters) {
        const sort = { [sortBy]: 1, _id: 1 } as const;
        const read = async (c: Collection<Document>): Promise<unknown[]> => (await c.find(f).sort(sort).toArray()).map((d) => d._id);
        expect([f, await read(indexed)]).toEqual([f, await read(plain)]);
        expect([f, await indexed.countDocuments(f)]).toEqual([f, await plain.countDocuments(f)]);
        // The index gives this order itself; documents alike in both fields may come either way round.
        const top = async (c: Collection<Document>): Promise<unknown[]> =>
          (await c.find(f).sort({ a: 1, b: -1 }).limit(5).toArray()).map((d) => [(d.a as unknown) ?? null, (d.b as unknown) ?? null]);
        expect([f, await top(indexed)]).toEqual([f, await top(plain)]);
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 12 }),
        fc.array(filter, { minLength: 4, maxLength: 8 }),
        fc.constantFrom('a', 'b', '_id'),
        check,
      ),
      { numRuns: 80 },
    );
  }, 60_000);
});

describe('other kinds and rules', () => {
  it('TTL deletes what is out of date, by the earliest date of an array', async () => {
    const { sweepExpired } = await import('../../../src/adapters/embedded-mongo/store/expiry.js');
    const { openEngine } = await import('../../../src/adapters/embedded-mongo/server/engine.js');
    const { transact } = await import('../../../src/adapters/embedded-mongo/commands/context.js');
    const own = await startTestDatabase();
    const c = own.db.collection<{ _id: number } & Document>('ttl');
    await c.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await c.insertMany([
      { _id: 1, at: new Date(0) },
      { _id: 2, at: new Date(100_000) },
      { _id: 3, at: [new Date(100_000), new Date(0)] },
      { _id: 4, at: 'text' },
      { _id: 5 },
    ]);
    await own.client.close();
    await own.server.close();
    const { engine, release } = await openEngine(own.dataDir);
    expect(await transact(engine, () => sweepExpired(engine.store, engine.writer, new Date(61_000)))).toBe(2);
    expect(engine.store.countAll(engine.store.catalog.list()[0] as never)).toBe(3);
    await release();
    await own.stop().catch(() => undefined);
  });

  it('are listed, dropped and refused as MongoDB does', async () => {
    const c = fresh();
    await c.createIndex({ a: 1 }, { name: 'one' });
    expect(await codeOf(c.createIndex({ a: 1 }, { name: 'one' }))).toBeUndefined();
    expect(await codeOf(c.createIndex({ b: 1 }, { name: 'one' }))).toBe(86);
    expect(await codeOf(c.createIndex({ a: 1 }, { name: 'two' }))).toBe(85);
    expect(await codeOf(c.createIndex({ a: 1 }, { name: 'one', unique: true }))).toBe(85);
    expect(await c.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'one' },
    ]);
    expect(await codeOf(c.dropIndex('none'))).toBe(27);
    await c.dropIndex('one');
    expect((await c.indexes()).length).toBe(1);
    expect(await codeOf(c.createIndex({ a: 'text' }))).toBe(115);
    expect(await codeOf(c.createIndex({ a: '2dsphere' }))).toBe(115);
    expect(await codeOf(c.createIndex({ '$**': 1 }))).toBe(115);
    expect(await codeOf(c.createIndex({ a: 1 }, { collation: { locale: 'en' } }))).toBe(115);
    expect(await codeOf(c.createIndex({ a: 1 }, { partialFilterExpression: { a: { $exists: false } } }))).toBe(67);
    await c.createIndex({ p: 1, q: 1 });
    expect(await codeOf(c.insertOne({ p: [1, 2], q: [1, 2] }))).toBe(171);
    expect(await codeOf(database.db.collection('nowhere').indexes())).toBe(26);
  });
});
