import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BSON } from 'bson';
import { Long, MongoClient, type Collection, type Document } from 'mongodb';
import { codeOf, startTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
let c: Collection<{ _id: number } & Document>;
beforeAll(async () => {
  database = await startTestDatabase();
  c = database.db.collection('rows');
  await c.insertMany(
    Array.from({ length: 250 }, (_, _id) => ({
      _id,
      n: _id % 10,
      l: [
        { k: _id, v: 1 },
        { k: -1, v: 2 },
      ],
      text: `t${_id}`,
    })),
  );
});
afterAll(() => database.stop());

const command = (doc: Document): Promise<Document> => database.db.command(doc);

describe('cursors', () => {
  it('give 101 documents first, then the rest, and nothing for an id they do not know', async () => {
    const first = (await command({ find: 'rows' })).cursor as { id: Long; firstBatch: Document[] };
    expect(first.firstBatch.length).toBe(101);
    const more = (await command({ getMore: Long.fromValue(first.id), collection: 'rows' })).cursor as { id: Long; nextBatch: Document[] };
    expect([Number(more.id), more.nextBatch.length]).toEqual([0, 149]);
    expect(await codeOf(command({ getMore: Long.fromValue(first.id), collection: 'rows' }))).toBe(43);
    const open = (await command({ find: 'rows', batchSize: 0 })).cursor as { id: Long; firstBatch: Document[] };
    expect(open.firstBatch).toEqual([]);
    expect(await command({ killCursors: 'rows', cursors: [Long.fromValue(open.id)] })).toMatchObject({ cursorsKilled: [open.id] });
    expect(Number(((await command({ find: 'rows', batchSize: 2, singleBatch: true })).cursor as { id: Long }).id)).toBe(0);
  });

  it('split replies at 16 MB and carry on after writes', async () => {
    const big = database.db.collection('big');
    await big.insertMany(Array.from({ length: 12 }, (_, n) => ({ n, body: 'x'.repeat(3_000_000) })));
    const cursor = big.find().sort({ _id: 1 }).batchSize(50);
    const seen: number[] = [];
    for await (const doc of cursor) {
      seen.push(doc.n as number);
      if (seen.length === 1) await big.deleteOne({ n: 11 });
    }
    expect(seen).toEqual(Array.from({ length: 11 }, (_, n) => n));
    await expect(big.insertOne({ body: 'x'.repeat(16_800_000) })).rejects.toThrow();
  });
});

describe('reading commands', () => {
  it('count, distinct, skip and limit', async () => {
    expect(await c.countDocuments({ n: 3 }, { skip: 5, limit: 100 })).toBe(20);
    expect(await c.estimatedDocumentCount()).toBe(250);
    expect(await c.distinct('n', { _id: { $lt: 3 } })).toEqual([0, 1, 2]);
    expect(await c.distinct('l.v')).toEqual([1, 2]);
    expect((await c.find().sort({ _id: -1 }).skip(2).limit(2).toArray()).map((d) => d._id)).toEqual([247, 246]);
  });

  it('projections of find: inclusion, exclusion, $slice, $elemMatch, positional, expressions', async () => {
    const one = (projection: Document, filter: Document = { _id: 7 }): Promise<Document | null> =>
      c.findOne(filter as never, { projection });
    expect(await one({ n: 1 })).toEqual({ _id: 7, n: 7 });
    expect(await one({ _id: 0, l: 0, text: 0 })).toEqual({ n: 7 });
    expect(await one({ _id: 0, l: { $slice: -1 } })).toEqual({ n: 7, text: 't7', l: [{ k: -1, v: 2 }] });
    expect(await one({ _id: 0, n: 1, l: { $slice: -1 } })).toEqual({ n: 7, l: [{ k: -1, v: 2 }] });
    expect(await one({ _id: 0, l: { $elemMatch: { v: 2 } } })).toEqual({ l: [{ k: -1, v: 2 }] });
    expect(await one({ _id: 0, 'l.$': 1 }, { 'l.v': 2, _id: 7 })).toEqual({ l: [{ k: -1, v: 2 }] });
    expect(await one({ _id: 0, 'l.v': 1 })).toEqual({ l: [{ v: 1 }, { v: 2 }] });
    expect(await one({ twice: { $multiply: ['$n', 2] } })).toEqual({ _id: 7, twice: 14 });
    expect(await codeOf(one({ n: 1, text: 0 }))).toBe(31254);
  });

  it('a hint is followed, or refused if there is no such index', async () => {
    await c.createIndex({ n: 1 }, { name: 'by n' });
    expect((await c.find({ n: 1 }).hint('by n').toArray()).length).toBe(25);
    expect((await c.find({ n: 1 }).hint({ _id: 1 }).toArray()).length).toBe(25);
    expect(await codeOf(c.find({ n: 1 }).hint('none').toArray())).toBe(2);
    expect(await codeOf(c.updateOne({ n: 1 }, { $set: { x: 1 } }, { hint: 'none' }))).toBe(2);
    expect(await codeOf(c.deleteOne({ n: 1 }, { hint: 'none' }))).toBe(2);
  });

  it('`let` reaches $expr in finding, updating and deleting', async () => {
    expect((await c.find({ $expr: { $eq: ['$_id', '$$want'] } }, { let: { want: 9 } }).toArray()).length).toBe(1);
    expect(await c.updateOne({ $expr: { $eq: ['$_id', '$$want'] } }, [{ $set: { from: '$$want' } }], { let: { want: 9 } })).toMatchObject({
      modifiedCount: 1,
    });
    expect(await c.findOne({ _id: 9 })).toMatchObject({ from: 9 });
  });
});

describe('what is not supported', () => {
  it('is refused by name, never ignored', async () => {
    const refused: [Document, string][] = [
      [{ find: 'rows', collation: { locale: 'en' } }, 'collation'],
      [{ find: 'rows', min: { _id: 1 } }, 'min'],
      [{ find: 'rows', tailable: true }, 'tailable'],
      [{ find: 'rows', returnKey: true }, 'returnKey'],
      [{ update: 'rows', updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { _id: 1 } }] }, 'sort'],
      [{ delete: 'rows', deletes: [{ q: {}, limit: 1, collation: { locale: 'en' } }] }, 'collation'],
      [{ create: 'capped', capped: true, size: 100 }, 'capped'],
      [{ create: 'seen', viewOn: 'rows', pipeline: [] }, 'viewOn'],
      [{ create: 'valid', validator: { a: 1 } }, 'validator'],
      [{ mapReduce: 'rows' }, 'mapReduce'],
      [{ saslStart: 1 }, 'saslStart'],
      [{ bulkWrite: 1 }, 'bulkWrite'],
      [{ find: 'rows', readConcern: { level: 'snapshot' } }, 'snapshot'],
    ];
    for (const [doc, name] of refused) {
      const e = await command(doc).catch((error: unknown) => error as { code: number; message: string });
      expect([doc, e]).toEqual([doc, expect.objectContaining({ code: 115, message: expect.stringContaining(name) as unknown })]);
    }
    expect(await codeOf(command({ noSuchThing: 1 }))).toBe(59);
    expect(await codeOf(command({ find: 'rows', txnNumber: Long.fromNumber(1) }))).toBe(20);
    expect(await codeOf(c.insertOne({ _id: 9999 }, { writeConcern: { w: 2 } }))).toBe(2);
    expect(await codeOf(c.insertOne({ _id: [1] as never }))).toBe(53);
    expect(await codeOf(c.insertOne({ _id: 1 }))).toBe(11000);
  });

  it('transactions are refused, sessions are accepted', async () => {
    const session = database.client.startSession();
    expect((await c.find({ _id: 1 }, { session }).toArray()).length).toBe(1);
    session.startTransaction();
    expect(await codeOf(c.insertOne({ _id: 5555 }, { session }))).toBeDefined();
    await session.abortTransaction().catch(() => undefined);
    await session.endSession();
    expect(await c.findOne({ _id: 5555 })).toBeNull();
  });
});

describe('collections and databases', () => {
  it('are made, listed and dropped', async () => {
    const db = database.client.db('other');
    await db.createCollection('made');
    expect(await codeOf(db.command({ create: 'made' }))).toBe(48);
    await db.collection('second').insertOne({ a: 1 });
    expect((await db.listCollections().toArray()).map((x) => x.name).sort()).toEqual(['made', 'second']);
    expect((await db.listCollections({ name: 'made' }).toArray()).length).toBe(1);
    expect((await database.client.db().admin().listDatabases()).databases.map((d) => d.name)).toContain('other');
    expect(await db.collection('second').drop()).toBe(true);
    expect(await db.collection('second').countDocuments()).toBe(0);
    await db.dropDatabase();
    expect(await db.listCollections().toArray()).toEqual([]);
    expect(await codeOf(db.command({ create: 'a$b' }))).toBe(73);
  });
});

describe('the wire', () => {
  const message = (id: number, flags: number, doc: Document, sequence?: [name: string, docs: Document[]]): Buffer => {
    const head = Buffer.alloc(20);
    const docs = Buffer.concat((sequence?.[1] ?? []).map((d) => Buffer.from(BSON.serialize(d))));
    const name = Buffer.from(`${sequence?.[0] ?? ''}\0`);
    const size = Buffer.alloc(4);
    size.writeInt32LE(4 + name.length + docs.length);
    const parts = [head, Buffer.from([0]), Buffer.from(BSON.serialize(doc)), ...(sequence ? [Buffer.from([1]), size, name, docs] : [])];
    const all = Buffer.concat(parts);
    all.writeInt32LE(all.length, 0);
    all.writeInt32LE(id, 4);
    all.writeInt32LE(2013, 12);
    all.writeUInt32LE(flags, 16);
    return all;
  };

  it('takes document sequences, sends no reply to moreToCome, and copes with messages in pieces', async () => {
    const socket = connect(database.server.port, '127.0.0.1');
    const replies: Buffer[] = [];
    socket.on('data', (chunk) => replies.push(chunk));
    socket.write(message(1, 2, { insert: 'quiet', $db: 'council', writeConcern: { w: 0 } }, ['documents', [{ _id: 1 }, { _id: 2 }]]));
    const ping = message(2, 0, { count: 'quiet', $db: 'council' });
    socket.write(ping.subarray(0, 7));
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.write(ping.subarray(7));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const reply = Buffer.concat(replies);
    expect(reply.readInt32LE(0)).toBe(reply.length);
    expect(reply.readInt32LE(8)).toBe(2);
    expect(BSON.deserialize(reply.subarray(21))).toMatchObject({ n: 2, ok: 1 });
    socket.destroy();
  });

  it('lets other commands through while a scan runs', async () => {
    const wide = database.db.collection('wide');
    for (let i = 0; i < 6; i++) await wide.insertMany(Array.from({ length: 1000 }, () => ({ body: 'x'.repeat(1000), a: 1 })));
    const order: string[] = [];
    const scan = wide
      .find({ none: 1 })
      .toArray()
      .then(() => order.push('scan'));
    await command({ ping: 1 }).then(() => order.push('ping'));
    await scan;
    expect(order).toEqual(['ping', 'scan']);
  });
});

describe('closing', () => {
  it('waits for a scan under way, so that nothing reads a closed file', async () => {
    const own = await startTestDatabase();
    const wide = own.db.collection('wide');
    for (let i = 0; i < 5; i++) await wide.insertMany(Array.from({ length: 1000 }, () => ({ body: 'x'.repeat(1000) })));
    const hasty = await MongoClient.connect(own.server.uri, { serverSelectionTimeoutMS: 300, retryReads: false });
    const scan = codeOf(hasty.db('council').collection('wide').find({ none: 1 }).toArray());
    await new Promise((resolve) => setTimeout(resolve, 15));
    await own.server.close();
    expect(await scan).toBeDefined();
    await hasty.close(true);
    await own.client.close(true);
  });
});
