import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Document } from 'mongodb';
import { startEmbeddedMongo } from '../../../src/adapters/embedded-mongo/index.js';
import { check } from '../../../src/adapters/embedded-mongo/tools/check.js';
import { codeOf } from './database.js';
import { serveInProcess } from './served.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'rdb-')), 'data');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

/** Inserts and updates until the connection breaks; what was acknowledged is written into `acked`. */
async function writeUntilKilled(uri: string, writer: string, acked: Map<string, number>): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 500 });
  const c = client.db('council').collection<{ _id: string } & Document>('cases');
  try {
    for (let n = 0; ; n++) {
      const _id = `${writer}-${n}`;
      await c.insertOne({ _id, status: 'new', ref: _id, v: 0, body: 'x'.repeat(500) });
      acked.set(_id, 0);
      await c.updateOne({ ref: _id }, { $set: { status: `s${n % 7}` }, $inc: { v: 1 } });
      acked.set(_id, 1);
    }
  } catch {
    await client.close(true);
  }
}

describe('a reply means that it is kept', () => {
  it('nothing acknowledged is lost and every index agrees after kill -9 under several writers, five times over', async () => {
    const acked = new Map<string, number>();
    for (let round = 0; round < 5; round++) {
      const served = await serveInProcess(dataDir);
      const client = await MongoClient.connect(served.uri);
      const c = client.db('council').collection<{ _id: string } & Document>('cases');
      await c.createIndexes([{ key: { ref: 1 }, unique: true }, { key: { status: 1, v: 1 } }]);
      const stored = new Map((await c.find().toArray()).map((d) => [d._id, d.v as number]));
      for (const [id, v] of acked) expect([id, (stored.get(id) ?? -1) >= v]).toEqual([id, true]);
      await client.close();
      const writers = ['a', 'b', 'c'].map((name) => writeUntilKilled(served.uri, `${name}${round}`, acked));
      await new Promise((resolve) => setTimeout(resolve, 250 + round * 130));
      await served.end('SIGKILL');
      await Promise.all(writers);
    }
    // Enough to mean something; how many depends on how busy the machine is.
    expect(acked.size).toBeGreaterThan(15);
    const result = await check(dataDir);
    expect(result.problems).toEqual([]);
    expect(result.documents).toBeGreaterThanOrEqual(acked.size);
    expect(result.entries).toBe(result.documents * 2);
  }, 120_000);
});

describe('when the disk will not take it', () => {
  it('a full disk is a clear error, keeps nothing of the failed write, and reading goes on', async () => {
    // The shell's limit on file size stands in for a full disk: 3,000 blocks of 512 bytes.
    const served = await serveInProcess(dataDir, 'trap "" XFSZ; ulimit -f 3000;');
    const client = await MongoClient.connect(served.uri);
    const c = client.db('council').collection<{ _id: number } & Document>('cases');
    await c.createIndex({ ref: 1 });
    let stored = 0;
    let failure: unknown;
    while (failure === undefined && stored < 200) {
      failure = await codeOf(c.insertOne({ _id: stored, ref: `R${stored}`, body: 'x'.repeat(20_000) }));
      if (failure === undefined) stored++;
    }
    expect(failure).toBe(14031);
    expect(stored).toBeGreaterThan(5);
    expect(await c.countDocuments({ ref: /^R/ })).toBe(stored);
    await client.close();
    await served.end('SIGTERM');
    expect(await check(dataDir)).toMatchObject({ documents: stored, problems: [] });
  }, 60_000);
});

describe('the folder', () => {
  it('is private, listens on loopback only, and has one owner', async () => {
    const first = await startEmbeddedMongo({ dataDir });
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(first.uri).toContain('127.0.0.1');
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('is in use by another process');
    await expect(serveInProcess(dataDir)).rejects.toThrow('is in use by another process');
    await first.close();
    const second = await startEmbeddedMongo({ dataDir });
    await second.close();
  });

  it('that cannot be made or written is named in the error', async () => {
    await mkdir(join(dataDir, '..'), { recursive: true });
    await writeFile(dataDir, 'a file stands where the folder should be');
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow(`The database folder ${dataDir} cannot be written to`);
  });

  it('of a newer format is not opened', async () => {
    const { openEnvironment } = await import('../../../src/adapters/embedded-mongo/store/environment.js');
    const env = openEnvironment(dataDir);
    env.meta.putSync(Buffer.from('!format'), Buffer.from('2'));
    await env.root.close();
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('has format 2; this version reads format 1');
  });

  it('keeps everything over a restart: documents, indexes and their rules', async () => {
    const first = await startEmbeddedMongo({ dataDir });
    const client = await MongoClient.connect(first.uri);
    await client.db('council').collection('cases').createIndex({ ref: 1 }, { unique: true });
    await client
      .db('council')
      .collection('cases')
      .insertOne({ ref: 'R1', tags: ['a', 'b'] });
    await client.close();
    await first.close();
    const again = await startEmbeddedMongo({ dataDir });
    const other = await MongoClient.connect(again.uri);
    expect(await codeOf(other.db('council').collection('cases').insertOne({ ref: 'R1' }))).toBe(11000);
    expect(await other.db('council').collection('cases').findOne({ ref: 'R1' })).toMatchObject({ tags: ['a', 'b'] });
    await other.close();
    await again.close();
  });
});
