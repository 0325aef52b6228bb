import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Int32, Long, ObjectId, Timestamp, type Collection, type Document } from 'mongodb';
import { codeOf, startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
let c: Collection<Document>;
beforeAll(async () => {
  database = await startTestDatabase();
  c = database.db.collection('updates');
});
afterAll(() => database.stop());

/** Updates a fresh document and gives what it became, without its _id. */
async function after(doc: Document, update: Document | Document[], options: Document = {}, filter: Document = {}): Promise<Document> {
  const { insertedId } = await c.insertOne({ ...doc });
  await c.updateOne({ _id: insertedId, ...filter }, update, options);
  const { _id, ...rest } = (await c.findOne({ _id: insertedId })) ?? {};
  return rest;
}

const failing = (doc: Document, update: Document, options: Document = {}, filter: Document = {}): Promise<unknown> =>
  codeOf(after(doc, update, options, filter));

describe('field operators', () => {
  it('$set makes documents on the way, pads arrays, and adds new fields in order of name', async () => {
    expect(await after({}, { $set: { 'a.b.c': 1 } })).toEqual({ a: { b: { c: 1 } } });
    expect(await after({ a: [1] }, { $set: { 'a.3': 4 } })).toEqual({ a: [1, null, null, 4] });
    expect(Object.keys(await after({ z: 1 }, { $set: { c: 1, a: 1 }, $inc: { b: 1 } }))).toEqual(['z', 'a', 'b', 'c']);
  });

  it('$unset takes away, and leaves null in an array', async () => {
    expect(await after({ a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', 'x.y': '' } })).toEqual({ b: { d: 2 } });
    expect(await after({ a: [1, 2] }, { $unset: { 'a.0': '' } })).toEqual({ a: [null, 2] });
  });

  it('$inc and $mul keep number widths and stay exact beyond 2^53', async () => {
    const { insertedId } = await c.insertOne({ i: new Int32(2147483647), l: Long.fromString('9007199254740993'), d: new Double(1) });
    await c.updateOne({ _id: insertedId }, { $inc: { i: 1, l: 1, d: 1, n: 2 }, $mul: { m: 5 } });
    const raw = await c.findOne({ _id: insertedId }, { promoteValues: false });
    expect(
      [raw?.i, raw?.l, raw?.d, raw?.n, raw?.m].map((v: { _bsontype: string; toString(): string }) => `${v._bsontype} ${v.toString()}`),
    ).toEqual(['Long 2147483648', 'Long 9007199254740994', 'Double 2', 'Int32 2', 'Int32 0']);
  });

  it('$min, $max, $rename, $currentDate and $setOnInsert', async () => {
    expect(await after({ a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3 } })).toEqual({ a: 3, b: 5, c: 1 });
    expect(await after({ a: 1, b: 2 }, { $rename: { a: 'c.d', x: 'y' } })).toEqual({ b: 2, c: { d: 1 } });
    const dated = await after({}, { $currentDate: { d: true, t: { $type: 'timestamp' } } });
    expect([dated.d instanceof Date, dated.t instanceof Timestamp]).toEqual([true, true]);
    expect(await after({ a: 1 }, { $setOnInsert: { b: 1 } })).toEqual({ a: 1 });
  });

  it('refuses what cannot be done, with MongoDB codes', async () => {
    expect(await failing({ a: 'x' }, { $inc: { a: 1 } })).toBe(14);
    expect(await failing({ a: 1 }, { $inc: { a: 'x' } })).toBe(14);
    expect(await failing({ a: 'x' }, { $push: { a: 1 } })).toBe(2);
    expect(await failing({ a: 'x' }, { $addToSet: { a: 1 } })).toBe(2);
    expect(await failing({ a: 'x' }, { $pop: { a: 1 } })).toBe(14);
    expect(await failing({ a: 'x' }, { $pull: { a: 1 } })).toBe(2);
    expect(await failing({ a: 1 }, { $set: { 'a.b': 1 } })).toBe(28);
    expect(await failing({ a: [1] }, { $set: { 'a.b': 1 } })).toBe(28);
    expect(await failing({ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } })).toBe(40);
    expect(await failing({ a: 1 }, { $set: { a: 1, 'a.b': 1 } })).toBe(40);
    expect(await failing({ a: 1 }, { $set: { _id: 7 } })).toBe(66);
    expect(await failing({ a: 1 }, { $unset: { _id: 1 } })).toBe(66);
    expect(await failing({ a: 1 }, { $wrong: { a: 1 } })).toBe(9);
    expect(await failing({ a: 1 }, { $set: { '': 1 } })).toBe(56);
    expect(await failing({ a: 1 }, { $set: { $a: 1 } })).toBe(52);
    expect(await failing({ a: 1 }, { $bit: { a: { and: 1 } } })).toBe(115);
    expect(await failing({ a: Decimal128.fromString('1') }, { $inc: { a: 1 } })).toBe(115);
  });

  it('lets the _id be set to what it is', async () => {
    const { insertedId } = await c.insertOne({ a: 1 });
    expect(await c.updateOne({ _id: insertedId }, { $set: { _id: insertedId, a: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
  });
});

describe('array operators', () => {
  it('$push with $each, $position, $sort and $slice', async () => {
    expect(await after({}, { $push: { a: 1 } })).toEqual({ a: [1] });
    expect(await after({ a: [1] }, { $push: { a: [2, 3] } })).toEqual({ a: [1, [2, 3]] });
    expect(await after({ a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 1 } } })).toEqual({ a: [1, 8, 9, 2] });
    expect(await after({ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } })).toEqual({ a: [1, 9, 2] });
    expect(await after({ a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1, $slice: 2 } } })).toEqual({ a: [3, 2] });
    expect(await after({ a: [{ n: 3 }, { n: 1 }] }, { $push: { a: { $each: [{ n: 2 }], $sort: { n: 1 }, $slice: -2 } } })).toEqual({
      a: [{ n: 2 }, { n: 3 }],
    });
  });

  it('$addToSet, $pull, $pullAll and $pop', async () => {
    expect(await after({ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } })).toEqual({ a: [1, 2] });
    expect(await after({ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } })).toEqual({ a: [{ x: 1 }] });
    expect(await after({ a: [1, 5, 7] }, { $pull: { a: { $gte: 5 } } })).toEqual({ a: [1] });
    expect(await after({ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } })).toEqual({ a: [{ x: 2 }] });
    expect(await after({ a: [{ b: [1, 2] }, { b: [3] }] }, { $pull: { a: { b: { $elemMatch: { $gt: 2 } } } } })).toEqual({
      a: [{ b: [1, 2] }],
    });
    expect(await after({ a: ['ab', 'c'] }, { $pull: { a: /^a/ } })).toEqual({ a: ['c'] });
    expect(await after({ a: [1, 2, 1] }, { $pullAll: { a: [1] } })).toEqual({ a: [2] });
    expect(await after({ a: [1, 2, 3] }, { $pop: { a: -1 } })).toEqual({ a: [2, 3] });
    expect(await after({ b: 1 }, { $pull: { a: 1 }, $pop: { c: 1 } })).toEqual({ b: 1 });
  });

  it('the positional operator finds the element the filter matched, inside $and and $elemMatch too', async () => {
    const doc = {
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 0 },
      ],
    };
    const second = {
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 9 },
      ],
    };
    expect(await after(doc, { $set: { 'a.$.v': 9 } }, {}, { 'a.k': 2 })).toEqual(second);
    expect(await after(doc, { $set: { 'a.$.v': 9 } }, {}, { $and: [{ 'a.k': 2 }] })).toEqual(second);
    expect(await after(doc, { $set: { 'a.$.v': 9 } }, {}, { a: { $elemMatch: { k: 2, v: 0 } } })).toEqual(second);
    const both = { $unset: { 'a.$.k': '' }, $set: { 'a.$.v': 9 } };
    expect(await after(doc, both, {}, { 'a.k': 2 })).toEqual({ a: [{ k: 1, v: 0 }, { v: 9 }] });
    expect(await after({ a: [5, 6] }, { $inc: { 'a.$': 1 } }, {}, { a: { $gt: 5 } })).toEqual({ a: [5, 7] });
    expect(await failing(doc, { $set: { 'a.$.v': 9 } })).toBe(2);
  });

  it('$[] and $[id] with arrayFilters', async () => {
    expect(await after({ a: [1, 2] }, { $inc: { 'a.$[]': 10 } })).toEqual({ a: [11, 12] });
    expect(await after({ a: [1, 5] }, { $set: { 'a.$[x]': 0 } }, { arrayFilters: [{ x: { $gt: 3 } }] })).toEqual({ a: [1, 0] });
    const nested = { a: [{ b: [{ n: 1 }, { n: 2 }] }, { b: [{ n: 2 }] }] };
    expect(await after(nested, { $set: { 'a.$[].b.$[e].hit': true } }, { arrayFilters: [{ 'e.n': 2 }] })).toEqual({
      a: [{ b: [{ n: 1 }, { n: 2, hit: true }] }, { b: [{ n: 2, hit: true }] }],
    });
    expect(await failing({ a: [1] }, { $set: { 'a.$[x]': 0 } })).toBe(2);
    expect(await failing({ a: [1] }, { $set: { 'a.0': 0 } }, { arrayFilters: [{ x: 1 }] })).toBe(9);
    expect(await failing({ a: 1 }, { $set: { 'a.$[]': 0 } })).toBe(2);
  });
});

describe('replacements, pipelines and upserts', () => {
  it('replaces all but the _id, and refuses another _id', async () => {
    const { insertedId } = await c.insertOne({ a: 1, b: 2 });
    expect(await c.replaceOne({ _id: insertedId }, { c: 3 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await c.findOne({ _id: insertedId })).toEqual({ _id: insertedId, c: 3 });
    expect(await codeOf(c.replaceOne({ _id: insertedId }, { _id: new ObjectId(), c: 3 }))).toBe(66);
  });

  it('applies a pipeline, with fields that have dollars and dots in their names', async () => {
    expect(await after({ a: 1, b: 2 }, [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }])).toEqual({ b: 2, c: 3 });
    const odd = await after({ a: 1 }, [{ $replaceWith: { $setField: { field: { $literal: '$x' }, input: '$$ROOT', value: 1 } } }]);
    expect(odd).toEqual({ a: 1, $x: 1 });
    expect(await codeOf(after({ a: 1 }, [{ $group: { _id: 1 } }]))).toBe(72);
  });

  it('an upsert begins with what the filter says and gives its _id back', async () => {
    const made = await c.updateOne(
      { k: 'u1', 'sub.x': 1, $and: [{ y: { $eq: 2 } }], z: { $gt: 5 } },
      { $set: { w: 1 }, $setOnInsert: { s: 1 } },
      { upsert: true },
    );
    expect(made).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    const { _id, ...rest } = (await c.findOne({ k: 'u1' })) ?? {};
    expect(made.upsertedId).toEqual(_id);
    expect(rest).toEqual({ k: 'u1', sub: { x: 1 }, y: 2, w: 1, s: 1 });
    await c.replaceOne({ _id: 'chosen' as never, k: 'not kept' }, { v: 1 }, { upsert: true });
    expect(await c.findOne({ _id: 'chosen' as never })).toEqual({ _id: 'chosen', v: 1 });
    expect(await codeOf(c.updateOne({ q: 1, $and: [{ q: 2 }] }, { $set: { b: 1 } }, { upsert: true }))).toBe(54);
  });
});

describe('findAndModify', () => {
  it('takes the first by the sort and gives it before or after, projected', async () => {
    const d = database.db.collection('fam');
    await d.insertMany([{ n: 2 }, { n: 1 }, { n: 3 }]);
    expect(await d.findOneAndUpdate({}, { $set: { x: 1 } }, { sort: { n: 1 }, projection: { _id: 0 } })).toEqual({ n: 1 });
    expect(await d.findOneAndUpdate({}, { $set: { x: 2 } }, { sort: { n: -1 }, returnDocument: 'after', projection: { _id: 0 } })).toEqual({
      n: 3,
      x: 2,
    });
    expect(await d.findOneAndDelete({ n: { $gt: 1 } }, { sort: { n: 1 } })).toMatchObject({ n: 2 });
    expect(await d.findOneAndReplace({ n: 1 }, { m: 1 }, { returnDocument: 'after', projection: { _id: 0 } })).toEqual({ m: 1 });
    expect(await d.findOneAndUpdate({ n: 99 }, { $set: { x: 1 } })).toBeNull();
    const raw = await d.findOneAndUpdate(
      { n: 50 },
      { $set: { x: 1 } },
      { upsert: true, returnDocument: 'after', includeResultMetadata: true },
    );
    expect(raw).toMatchObject({ value: { n: 50, x: 1 }, lastErrorObject: { n: 1, updatedExisting: false, upserted: raw.value?._id } });
    await d.createIndex({ n: 1 }, { unique: true });
    await d.insertOne({ n: 51 });
    expect(await codeOf(d.findOneAndUpdate({ n: 51 }, { $set: { n: 50 } }))).toBe(11000);
  });
});

describe('bulk writes', () => {
  it('stop at the first failure when ordered, go on when not, and say which failed', async () => {
    const b = database.db.collection<{ _id: number }>('bulk');
    await b.insertOne({ _id: 1 });
    const ordered = await b
      .insertMany([{ _id: 2 }, { _id: 1 }, { _id: 3 }])
      .catch((e: unknown) => e as { code: number; writeErrors: { index: number }[] });
    expect(ordered).toMatchObject({ code: 11000, writeErrors: [{ index: 1 }] });
    expect(await b.countDocuments()).toBe(2);
    const loose = await b
      .insertMany([{ _id: 4 }, { _id: 1 }, { _id: 5 }], { ordered: false })
      .catch((e: unknown) => e as { result: { insertedCount: number } });
    expect(loose).toMatchObject({ result: { insertedCount: 2 } });
    const mixed = await b.bulkWrite([
      { updateOne: { filter: { _id: 9 }, update: { $set: { x: 1 } }, upsert: true } },
      { updateMany: { filter: {}, update: { $set: { y: 1 } } } },
      { deleteOne: { filter: { _id: 4 } } },
      { replaceOne: { filter: { _id: 5 }, replacement: { z: 1 } } },
    ] as never);
    expect(mixed).toMatchObject({ upsertedCount: 1, modifiedCount: 6, matchedCount: 6, deletedCount: 1, upsertedIds: { 0: 9 } });
  });
});
