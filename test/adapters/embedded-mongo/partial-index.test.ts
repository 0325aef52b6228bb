import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

describe('a partial index', () => {
  it('serves a filter that asks for what the index holds and for more beside it, and costs what is found', async () => {
    const c = database.db.collection<Document>('sweep');
    await c.createIndex({ 'index.at': 1 }, { partialFilterExpression: { 'index.at': { $type: 'string' } } });
    await c.insertMany(Array.from({ length: 50 }, (_, i) => ({ index: { at: i < 10 ? `2026-11-0${i}` : i < 20 ? i : null } })));
    await database.server.resetStats();
    const found = await c.find({ 'index.at': { $type: 'string', $lt: '2026-11-04' } }).toArray();
    expect(found).toHaveLength(4);
    expect((await database.server.stats()).docsExamined).toBe(4);
  });

  it('is left alone when the filter may match what it does not hold', async () => {
    const c = database.db.collection<Document>('whole');
    await c.createIndex({ k: 1 }, { partialFilterExpression: { k: { $type: 'string' } } });
    await c.insertMany([{ k: 'a' }, { k: 1 }, { k: 'A' }, {}]);
    expect(await c.countDocuments({ k: { $gte: 0 } })).toBe(1);
    expect(await c.countDocuments({ k: { $exists: true } })).toBe(3);
    expect(await c.countDocuments({ k: { $type: 'string', $ne: 'a' } })).toBe(1);
    expect(await c.countDocuments({ $or: [{ k: 1 }, { k: { $type: 'string', $gte: 'a' } }] })).toBe(2);
  });
});
