import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { startEmbeddedMongo, type EmbeddedMongo } from '../../../src/adapters/embedded-mongo/index.js';

export interface TestDatabase {
  readonly server: EmbeddedMongo;
  readonly client: MongoClient;
  readonly db: Db;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** A database of its own in a temporary folder, with the ordinary driver connected to it. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rdb-'));
  const server = await startEmbeddedMongo({ dataDir });
  const client = await MongoClient.connect(server.uri);
  return {
    server,
    client,
    dataDir,
    db: client.db('council'),
    stop: async () => {
      await client.close();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The code of the error a promise rejects with; undefined if it does not reject. */
export async function codeOf(promise: Promise<unknown>): Promise<number | string | undefined> {
  return promise.then(
    () => undefined,
    (e: unknown) => (e as { code?: number }).code ?? String(e),
  );
}
