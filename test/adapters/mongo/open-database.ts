import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../../../src/adapters/embedded-mongo/index.js';
import { connectMongo } from '../../../src/adapters/mongo/connect.js';

/** An empty embedded database in a folder of its own, gone with `close`. */
export async function openDatabase() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsdesk-'));
  const database = await startEmbeddedMongo({ dataDir, port: 0 });
  const connection = await connectMongo(database.uri);
  return {
    connection,
    dataDir,
    uri: database.uri,
    /** Documents and index keys looked at since `resetStats`. */
    stats: () => database.stats(),
    resetStats: () => database.resetStats(),
    async close() {
      await connection.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type Database = Awaited<ReturnType<typeof openDatabase>>;

/** Machine time that stands still until it is moved. */
export function stillTime(start = '2026-10-01T09:00:00.000Z') {
  let now = Date.parse(start);
  const time = () => new Date(now);
  time.pass = (minutes: number) => void (now += minutes * 60_000);
  return time;
}
