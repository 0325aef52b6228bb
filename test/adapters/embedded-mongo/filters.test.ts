import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID, type Collection, type Document } from 'mongodb';
import { codeOf, startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

let serial = 0;
/** Stores values as {_id: 0, v: …}, {_id: 1, v: …}; undefined leaves the field out. */
async function store(...values: unknown[]): Promise<Collection<{ _id: number } & Document>> {
  const c = database.db.collection<{ _id: number } & Document>(`filters${serial++}`);
  await c.insertMany(values.map((v, _id) => (v === undefined ? { _id } : { _id, v })));
  return c;
}

async function ids(c: Collection<{ _id: number } & Document>, filter: Document): Promise<number[]> {
  return (await c.find(filter).sort({ _id: 1 }).toArray()).map((d) => d._id);
}

describe('equality', () => {
  it('null finds null and missing, and not an empty array', async () => {
    const c = await store(null, undefined, 0, '', [], [null]);
    expect(await ids(c, { v: null })).toEqual([0, 1, 5]);
    expect(await ids(c, { v: { $ne: null } })).toEqual([2, 3, 4]);
    expect(await ids(c, { v: { $in: [null, 0] } })).toEqual([0, 1, 2, 5]);
  });

  it('{$gte: null} and {$lte: null} find missing fields too', async () => {
    const c = await store(null, undefined, 1);
    expect(await ids(c, { v: { $gte: null } })).toEqual([0, 1]);
    expect(await ids(c, { v: { $lte: null } })).toEqual([0, 1]);
    expect(await ids(c, { v: { $gt: null } })).toEqual([]);
  });

  it('of a document minds the order of its fields', async () => {
    const c = await store({ a: 1, b: 2 }, { b: 2, a: 1 });
    expect(await ids(c, { v: { a: 1, b: 2 } })).toEqual([0]);
    expect(await ids(c, { 'v.a': 1, 'v.b': 2 })).toEqual([0, 1]);
  });

  it('of an array is of the whole or of an element, one level deep', async () => {
    const c = await store([1, 2], [[1, 2]], 1, [2, 1]);
    expect(await ids(c, { v: [1, 2] })).toEqual([0, 1]);
    expect(await ids(c, { v: 1 })).toEqual([0, 2, 3]);
  });

  it('tells number types apart only by value, to the last digit', async () => {
    const big = Long.fromString('9007199254740993');
    const c = await store(
      1,
      Long.fromNumber(1),
      Decimal128.fromString('1.0'),
      big,
      9007199254740992,
      Decimal128.fromString('10'),
      Decimal128.fromString('0.1'),
    );
    expect(await ids(c, { v: 1 })).toEqual([0, 1, 2]);
    expect(await ids(c, { v: big })).toEqual([3]);
    expect(await ids(c, { v: { $gt: 9007199254740992 } })).toEqual([3]);
    expect(await ids(c, { v: { $gt: Decimal128.fromString('9'), $lt: 100 } })).toEqual([5]);
    expect(await ids(c, { v: 0.1 })).toEqual([]);
  });

  it('compares a UUID with the binary it is', async () => {
    const uuid = new UUID();
    const c = await store(uuid, new Binary(Buffer.from('ab'), 0));
    expect(await ids(c, { v: new Binary(uuid.buffer, 4) })).toEqual([0]);
    expect(await ids(c, { v: new Binary(Buffer.from('ab'), 0) })).toEqual([1]);
    expect(await ids(c, { v: new Binary(Buffer.from('ab'), 5) })).toEqual([]);
  });
});

describe('ranges', () => {
  it('stay within one type', async () => {
    const c = await store(5, '5', new Date(5), true, null, [7, 'x'], { a: 1 }, NaN);
    expect(await ids(c, { v: { $gt: 1 } })).toEqual([0, 5]);
    expect(await ids(c, { v: { $gte: '' } })).toEqual([1, 5]);
    expect(await ids(c, { v: { $lt: new Date(6) } })).toEqual([2]);
    expect(await ids(c, { v: { $lt: 6 } })).toEqual([0]);
    expect(await ids(c, { v: { $gte: NaN } })).toEqual([7]);
  });

  it('on an array may be met by different elements', async () => {
    const c = await store([1, 10], [5], [11]);
    expect(await ids(c, { v: { $gt: 4, $lt: 6 } })).toEqual([0, 1]);
    expect(await ids(c, { v: { $elemMatch: { $gt: 4, $lt: 6 } } })).toEqual([1]);
  });
});

describe('operators', () => {
  it('$type knows objectId, binData, date and number widths, and looks into arrays', async () => {
    const c = await store(
      new ObjectId(),
      new Binary(Buffer.from('x')),
      new Date(),
      1,
      1.5,
      Long.fromNumber(2),
      Decimal128.fromString('1'),
      [1, 'a'],
      'a',
    );
    expect(await ids(c, { v: { $type: 'objectId' } })).toEqual([0]);
    expect(await ids(c, { v: { $type: 'binData' } })).toEqual([1]);
    expect(await ids(c, { v: { $type: 9 } })).toEqual([2]);
    expect(await ids(c, { v: { $type: 'int' } })).toEqual([3, 7]);
    expect(await ids(c, { v: { $type: 'double' } })).toEqual([4]);
    expect(await ids(c, { v: { $type: 'long' } })).toEqual([5]);
    expect(await ids(c, { v: { $type: 'number' } })).toEqual([3, 4, 5, 6, 7]);
    expect(await ids(c, { v: { $type: ['string', 'array'] } })).toEqual([7, 8]);
  });

  it('$exists, $size, $all, $mod, $not and $regex', async () => {
    const c = await store([1, 2, 3], undefined, 4, 'Abc', [], null, ['abd'], -3);
    expect(await ids(c, { v: { $exists: false } })).toEqual([1]);
    expect(await ids(c, { v: { $size: 3 } })).toEqual([0]);
    expect(await ids(c, { v: { $size: 0 } })).toEqual([4]);
    expect(await ids(c, { v: { $all: [1, 3] } })).toEqual([0]);
    expect(await ids(c, { v: { $all: [] } })).toEqual([]);
    expect(await ids(c, { v: { $mod: [2, 0] } })).toEqual([0, 2]);
    expect(await ids(c, { v: { $mod: [2, -1] } })).toEqual([7]);
    expect(await ids(c, { v: /^ab/i })).toEqual([3, 6]);
    expect(await ids(c, { v: { $regex: '^AB', $options: 'i' } })).toEqual([3, 6]);
    expect(await ids(c, { v: { $in: [/^Ab/, 4] } })).toEqual([2, 3]);
    expect(await ids(c, { v: { $not: { $gt: 2 } } })).toEqual([1, 3, 4, 5, 6, 7]);
    expect(await ids(c, { v: { $not: /b/ } })).toEqual([0, 1, 2, 4, 5, 7]);
    expect(await ids(c, { v: { $nin: [4, null] } })).toEqual([0, 3, 4, 6, 7]);
    expect(await ids(c, { $nor: [{ v: 4 }, { v: { $exists: false } }] })).toEqual([0, 3, 4, 5, 6, 7]);
    expect(await ids(c, { v: 4, $comment: 'a note' })).toEqual([2]);
    expect(await ids(c, { $expr: { $gt: [{ $size: { $cond: [{ $isArray: '$v' }, '$v', []] } }, 1] } })).toEqual([0]);
  });

  it('walks paths through arrays, by element and by position', async () => {
    const c = await store(
      [
        { a: 1, b: 1 },
        { a: 2, b: 2 },
      ],
      { a: 1 },
      [{ b: 1 }],
      [5],
      [{ a: [7, 8] }],
      [],
    );
    expect(await ids(c, { 'v.a': 1 })).toEqual([0, 1]);
    expect(await ids(c, { 'v.0.a': 1 })).toEqual([0]);
    expect(await ids(c, { 'v.1.a': 2 })).toEqual([0]);
    expect(await ids(c, { 'v.a': 8 })).toEqual([4]);
    expect(await ids(c, { 'v.a': null })).toEqual([2]);
    expect(await ids(c, { 'v.a': { $exists: true } })).toEqual([0, 1, 4]);
    expect(await ids(c, { 'v.a': 1, 'v.b': 2 })).toEqual([0]);
    expect(await ids(c, { v: { $elemMatch: { a: 1, b: 2 } } })).toEqual([]);
    expect(await ids(c, { v: { $elemMatch: { a: 2, b: 2 } } })).toEqual([0]);
  });
});

describe('order', () => {
  it('sorts by BSON type, then value, arrays by their least or greatest element', async () => {
    const values = [
      new MaxKey(),
      /x/,
      new Timestamp({ t: 1, i: 1 }),
      new Date(1),
      true,
      false,
      new ObjectId(),
      new Binary(Buffer.from('a')),
      [2, 9],
      { a: 1 },
      'b',
      'B',
      Long.fromString('9007199254740993'),
      3,
      -1.5,
      NaN,
      undefined,
      null,
      [],
      new MinKey(),
    ];
    const c = await store(...values);
    const up = (await c.find().sort({ v: 1, _id: 1 }).toArray()).map((d) => d._id);
    expect(up).toEqual([19, 18, 16, 17, 15, 14, 8, 13, 12, 11, 10, 9, 7, 6, 5, 4, 3, 2, 1, 0]);
    const down = (await c.find().sort({ v: -1, _id: -1 }).toArray()).map((d) => d._id);
    expect(down.indexOf(8)).toBe(down.indexOf(12) + 1);
    expect(down.at(-1)).toBe(19);
  });

  it('sorts text by code point, as UTF-8 bytes do', async () => {
    const c = await store('\u{1F600}', '\uFF5E', 'z', 'é');
    expect((await c.find().sort({ v: 1 }).toArray()).map((d) => d._id)).toEqual([2, 3, 1, 0]);
  });
});

describe('what is malformed or not supported', () => {
  it('is refused by its code and never ignored', async () => {
    const c = await store(1);
    const code = (filter: Document): Promise<unknown> => codeOf(c.find(filter).toArray());
    expect(await code({ $wrong: 1 })).toBe(2);
    expect(await code({ v: { $wrong: 1 } })).toBe(2);
    expect(await code({ v: { $in: 1 } })).toBe(2);
    expect(await code({ $or: [] })).toBe(2);
    for (const filter of [
      { $where: 'true' },
      { $text: { $search: 'x' } },
      { $jsonSchema: {} },
      { v: { $bitsAllSet: 1 } },
      { v: { $near: [0, 0] } },
      { v: { $regex: '(?>x)' } },
    ]) {
      expect([filter, await code(filter)]).toEqual([filter, 115]);
    }
  });
});
