import { randomBytes } from 'node:crypto';
import { describe } from '@jest/globals';
import { connectMongo } from '../../../src/adapters/mongo/connect.js';
import { openDatabase, type Database } from './open-database.js';

/** A database of its own on some server; `close` takes it away again. */
export type ContractDatabase = Pick<Database, 'connection' | 'uri' | 'close' | 'stats' | 'resetStats'>;
export type OpenDatabase = () => Promise<ContractDatabase>;

interface Status {
  metrics?: { queryExecutor: { scanned: number; scannedObjects: number } };
  rightsdesk?: { keysExamined: number; docsExamined: number };
}

/** What the server counted since its start: as MongoDB tells it, or as `npm run db` does. */
async function examined({ connection }: Pick<Database, 'connection'>): Promise<{ docsExamined: number; keysExamined: number }> {
  const { metrics, rightsdesk } = (await connection.db?.admin().command({ serverStatus: 1 })) as Status;
  const { scanned = 0, scannedObjects = 0 } = metrics?.queryExecutor ?? {};
  return rightsdesk ?? { docsExamined: Number(scannedObjects), keysExamined: Number(scanned) };
}

/** A database with a name of its own on the server at `MONGODB_URI_TEST`; its other databases are not touched. */
async function openElsewhere(server: string): Promise<ContractDatabase> {
  const address = new URL(server);
  address.pathname = `/rightsdesk-test-${randomBytes(6).toString('hex')}`;
  const connection = await connectMongo(address.href);
  let before = await examined({ connection });
  const stats = async (): ReturnType<typeof examined> => {
    const now = await examined({ connection });
    return { docsExamined: now.docsExamined - before.docsExamined, keysExamined: now.keysExamined - before.keysExamined };
  };
  const close = async (): Promise<void> => {
    await connection.dropDatabase();
    await connection.close();
  };
  return { connection, uri: address.href, stats, resetStats: async () => void (before = await examined({ connection })), close };
}

/** The storage contract: the same suite on the embedded database always, and on a MongoDB of yours when MONGODB_URI_TEST names one. */
export function onEveryServer(suite: (open: OpenDatabase) => void): void {
  const other = process.env['MONGODB_URI_TEST'];
  describe('on the embedded database', () => suite(openDatabase));
  if (other) describe('on the server of MONGODB_URI_TEST', () => suite(() => openElsewhere(other)));
}
