import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkStore } from '../../../src/adapters/embedded-mongo/tools/check.js';
import { openEngine } from '../../../src/adapters/embedded-mongo/server/engine.js';
import { codeOf, startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

it('writers who come together share a commit, and one that fails fails alone', async () => {
  const rows = database.db.collection<{ _id: number; x?: number }>('rows');
  await rows.createIndex({ x: 1 }, { unique: true, sparse: true });
  await rows.insertOne({ _id: 0, x: 0 });
  const codes = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      i % 10 === 5
        ? codeOf(rows.findOneAndUpdate({ _id: 1000 + i }, { $set: { x: 0 } }, { upsert: true }))
        : codeOf(rows.findOneAndUpdate({ _id: 1 + i }, { $set: { x: 1 + i } }, { upsert: true })),
    ),
  );
  expect(codes.map((code, i) => [i, code])).toEqual(codes.map((_, i) => [i, i % 10 === 5 ? 11000 : undefined]));
  expect(await rows.countDocuments()).toBe(37);
  await Promise.all(Array.from({ length: 30 }, () => rows.updateOne({ _id: 0 }, { $inc: { n: 1 } })));
  expect(await rows.findOne({ _id: 0 })).toMatchObject({ n: 30 });
});

it('a failure in a group leaves the catalogue as it is stored', async () => {
  const { db } = database;
  const made = Promise.all([
    codeOf(db.collection('fresh').insertOne({ a: 1 })),
    codeOf(db.command({ create: 'rows' })),
    codeOf(db.collection('other').createIndex({ a: 1 })),
  ]);
  expect(await made).toEqual([undefined, 48, undefined]);
  expect((await db.listCollections().toArray()).map((c) => c.name).sort()).toEqual(['fresh', 'other', 'rows']);
  await database.client.close();
  await database.server.close();
  const { engine, release } = await openEngine(database.dataDir);
  expect(checkStore(engine.store)).toMatchObject({ documents: 38, problems: [] });
  await release();
});
