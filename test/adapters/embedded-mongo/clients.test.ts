import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agenda } from 'agenda';
import { MongoBackend } from '@agendajs/mongo-backend';
import mongoose, { Schema } from 'mongoose';
import { startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

describe('mongoose, unmodified', () => {
  let connection: mongoose.Connection;
  beforeAll(async () => {
    connection = await mongoose.createConnection(database.server.uri, { dbName: 'mongoose' }).asPromise();
  });
  afterAll(() => connection.close());

  it('builds its indexes, saves, finds, updates by version and deletes', async () => {
    const schema = new Schema(
      { ref: { type: String, unique: true }, status: { type: String, index: true }, dueAt: Date, notes: [{ by: String, text: String }] },
      { timestamps: true, optimisticConcurrency: true },
    );
    const Case = connection.model('Case', schema);
    await Case.init();
    const made = await Case.create({
      ref: 'SAR-1',
      status: 'open',
      dueAt: new Date('2026-12-01'),
      notes: [{ by: 'Ann Example', text: 'began' }],
    });
    made.notes.push({ by: 'Bob Sample', text: 'went on' });
    await made.save();
    const found = await Case.findOne({ status: 'open' }).lean();
    expect(found).toMatchObject({ ref: 'SAR-1', __v: 1, notes: [{ by: 'Ann Example' }, { by: 'Bob Sample' }] });
    await expect(Case.create({ ref: 'SAR-1' })).rejects.toMatchObject({ code: 11000, keyPattern: { ref: 1 }, keyValue: { ref: 'SAR-1' } });
    const upserted = await Case.findOneAndUpdate({ ref: 'SAR-2' }, { $set: { status: 'new' } }, { upsert: true, returnDocument: 'after' });
    expect(upserted).toMatchObject({ ref: 'SAR-2', status: 'new' });
    expect(await Case.countDocuments({ status: { $in: ['open', 'new'] } })).toBe(2);
    expect(await Case.estimatedDocumentCount()).toBe(2);
    expect((await Case.distinct('status')).sort()).toEqual(['new', 'open']);
    expect(await Case.aggregate([{ $group: { _id: '$status', n: { $sum: 1 } } }, { $sort: { _id: 1 } }])).toEqual([
      { _id: 'new', n: 1 },
      { _id: 'open', n: 1 },
    ]);
    expect((await Case.collection.indexes()).map((i) => i.name)).toEqual(['_id_', 'ref_1', 'status_1']);
    const stale = await Case.findOne({ ref: 'SAR-1' });
    await Case.updateOne({ ref: 'SAR-1' }, { $inc: { __v: 1 } });
    stale?.set('status', 'closed');
    await expect(stale?.save()).rejects.toThrow('version');
    expect(await Case.deleteMany({})).toMatchObject({ deletedCount: 2 });
  });

  it('reads through a cursor in batches', async () => {
    const Row = connection.model('Row', new Schema({ n: Number }));
    await Row.insertMany(Array.from({ length: 350 }, (_, n) => ({ n })));
    const seen: number[] = [];
    for await (const row of Row.find().sort({ n: -1 }).batchSize(50)) seen.push(row.n ?? -1);
    expect(seen).toEqual(Array.from({ length: 350 }, (_, i) => 349 - i));
  });
});

describe('agenda, unmodified', () => {
  it('runs a job at once, on a schedule and repeatedly, and cancels', async () => {
    const backend = new MongoBackend({ mongo: database.client.db('agenda') });
    const agenda = new Agenda({ backend, processEvery: 200, defaultLockLifetime: 2000 });
    const ran: string[] = [];
    agenda.on('error', () => undefined);
    for (const name of ['now', 'later', 'often']) agenda.define(name, async () => void ran.push(name));
    await agenda.start();
    await agenda.every('1 second', 'often');
    await agenda.schedule(new Date(Date.now() + 600), 'later', { note: 'x' });
    await agenda.now('now', {});
    const until = Date.now() + 8000;
    while (Date.now() < until && !(ran.filter((n) => n === 'often').length >= 2 && ran.includes('later') && ran.includes('now'))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(new Set(ran)).toEqual(new Set(['now', 'later', 'often']));
    expect(await agenda.cancel({ name: 'often' })).toBe(1);
    expect((await agenda.queryJobs({ name: 'later' })).total).toBe(1);
    await agenda.stop();
    await new Promise((resolve) => setTimeout(resolve, 1200));
  });
});
