import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON } from 'bson';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../../../src/adapters/embedded-mongo/index.js';
import { openEngine } from '../../../src/adapters/embedded-mongo/server/engine.js';
import { check } from '../../../src/adapters/embedded-mongo/tools/check.js';
import { startTestDatabase, type TestDatabase } from './database.js';
import { runCli } from './served.js';

let database: TestDatabase;
let place: string;
beforeAll(async () => {
  database = await startTestDatabase();
  place = `${database.dataDir}-tools`;
  const c = database.db.collection('cases');
  await c.createIndex({ ref: 1 }, { unique: true });
  await c.insertMany(Array.from({ length: 40 }, (_, n) => ({ ref: `R${n}`, who: 'Ann Example' })));
});
afterAll(async () => {
  await database.stop();
  await rm(place, { recursive: true, force: true });
});

describe('the command line', () => {
  it('backs up while the database is served, restores elsewhere, checks and dumps', async () => {
    const file = join(database.dataDir, 'backup.mdb');
    const copied = await runCli('--data', database.dataDir, '--backup', file);
    expect(copied).toEqual({ code: 0, out: `backed up to ${file}` });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await runCli('--data', database.dataDir, '--backup', file)).out).toContain('never overwrites');
    await database.db.collection('cases').insertOne({ ref: 'after' });

    const restored = join(place, 'restored');
    expect((await runCli('--data', restored, '--restore', file)).code).toBe(0);
    expect((await runCli('--data', restored, '--restore', file)).out).toContain('has a database already');
    expect(await runCli('--data', restored, '--check')).toEqual({
      code: 0,
      out: '1 collections, 40 documents, 40 index entries, 0 problems',
    });

    const dumped = join(place, 'dump');
    expect((await runCli('--data', restored, '--dump', dumped)).out).toContain('40 documents written');
    const bytes = await readFile(join(dumped, 'council', 'cases.bson'));
    const first = BSON.deserialize(bytes.subarray(0, bytes.readInt32LE(0)));
    expect(first).toMatchObject({ who: 'Ann Example' });
    const metadata = JSON.parse(await readFile(join(dumped, 'council', 'cases.metadata.json'), 'utf8')) as { indexes: object[] };
    expect(metadata.indexes[1]).toMatchObject({ name: 'ref_1', unique: true, key: { ref: { $numberInt: '1' } } });

    const again = await startEmbeddedMongo({ dataDir: restored });
    const client = await MongoClient.connect(again.uri);
    expect(
      await client
        .db('council')
        .collection('cases')
        .countDocuments({ ref: { $in: ['R1', 'after'] } }),
    ).toBe(1);
    await client.close();
    await again.close();
  }, 60_000);

  it('check finds a missing and a dangling index entry', async () => {
    const dataDir = join(place, 'damaged');
    const made = await startEmbeddedMongo({ dataDir });
    const client = await MongoClient.connect(made.uri);
    await client.db('council').collection('cases').createIndex({ ref: 1 });
    await client
      .db('council')
      .collection('cases')
      .insertMany([{ ref: 'a' }, { ref: 'b' }]);
    await client.close();
    await made.close();
    const { engine, release } = await openEngine(dataDir);
    const [entry] = [...engine.store.env.index.getRange()];
    engine.store.env.index.removeSync(entry?.key as Buffer);
    engine.store.env.index.putSync(Buffer.concat([entry?.key as Buffer, Buffer.from('x')]), Buffer.from('nobody'));
    engine.store.env.index.putSync(Buffer.concat([entry?.key as Buffer, Buffer.from('y')]), Buffer.from('nobody'));
    await release();
    const { problems } = await check(dataDir);
    expect(problems).toEqual(['council.cases index ref_1: an entry is missing', 'council.cases index ref_1: 1 dangling entries']);
  });
});
