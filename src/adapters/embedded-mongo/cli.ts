import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './index.js';
import { backup, restore } from './tools/backup.js';
import { check } from './tools/check.js';
import { dump } from './tools/dump.js';

const USAGE = `npm run db -- --data DIR [--port N]      serve until interrupted; prints the mongodb:// address
npm run db -- --data DIR --backup FILE   copy to one file, also while it is being served
npm run db -- --data DIR --restore FILE  put a backup into an empty folder
npm run db -- --data DIR --check         every index against its documents
npm run db -- --data DIR --dump FOLDER   write what mongorestore reads`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

async function serve(dataDir: string, port: number): Promise<void> {
  const database = await startEmbeddedMongo({ dataDir, port });
  console.log(database.uri);
  const stop = (): void => void database.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function checkAndTell(dataDir: string): Promise<void> {
  const { collections, documents, entries, problems } = await check(dataDir);
  console.log(`${collections} collections, ${documents} documents, ${entries} index entries, ${problems.length} problems`);
  problems.slice(0, 20).forEach((p) => console.log(p));
  if (problems.length > 0) process.exitCode = 1;
}

const options = { port: { ...text, default: '0' }, data: { ...text, default: './data' }, backup: text, restore: text, dump: text };
const readFlags = () => parseArgs({ options: { ...options, check: flag, help: flag } }).values;

/** Called wrongly: one line, exit 2. */
function leave(line: string): never {
  console.error(line);
  process.exit(2);
}

function flagsOrLeave(): ReturnType<typeof readFlags> {
  try {
    return readFlags();
  } catch (e) {
    return leave(`${/'([^']+)'/.exec((e as Error).message)?.[1] ?? 'That'} cannot be read here. Try npm run db -- --help`);
  }
}

function portOf(typed: string): number {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN;
  return port < 65_536 ? port : leave(`--port is no port: ${typed}. Give a number from 0 to 65535; 0 picks a free one.`);
}

async function main(): Promise<void> {
  const values = flagsOrLeave();
  if (values.help) console.log(USAGE);
  else if (values.backup !== undefined) await backup(values.data, values.backup).then(() => console.log(`backed up to ${values.backup}`));
  else if (values.restore !== undefined) await restore(values.restore, values.data).then(() => console.log(`restored into ${values.data}`));
  else if (values.dump !== undefined) console.log(`${await dump(values.data, values.dump)} documents written to ${values.dump}`);
  else if (values.check) await checkAndTell(values.data);
  else await serve(values.data, portOf(values.port));
}

main().catch((e: unknown) => {
  const taken = (e as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(taken ? 'The port is taken by another program. Give another --port, or 0 to have one picked.' : (e as Error).message);
  process.exitCode = 1;
});
