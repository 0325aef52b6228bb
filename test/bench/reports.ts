import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { createLog } from '../../src/adapters/log.js';
import { requestsModel, type RequestDocument } from '../../src/adapters/mongo/requests.js';
import { CSV_TYPE, writeCsv } from '../../src/adapters/documents/csv.js';
import { clockFor, deskFor, storesOn } from '../../src/compose-desk.js';
import { readConfig } from '../../src/config.js';
import { weeklyReports } from '../../src/procedure/reports.js';
import type { Desk } from '../../src/usecases/desk.js';
import { makeReport } from '../../src/usecases/reports/make-report.js';
import { showOutstanding } from '../../src/usecases/reports/outstanding.js';
import { makeRegisterFile } from '../../src/usecases/reports/register-file.js';
import { startChild } from './child.js';
import { generateCases } from './generate.js';

/** What a read of the register costs the database, and how long it takes. */
interface Cost {
  what: string;
  reported: number;
  docs: number;
  keys: number;
  ms: number;
}

const WEEK = '2026-W47';
const TODAY = '2026-11-23';

/** Reports over `stored` cases with 500 in the week: documents and keys examined against those reported (design §9). Prints one line each. */
export async function benchReports(stored: number, print: (line: string) => void): Promise<Cost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-bench-'));
  const db = await startChild('src/adapters/embedded-mongo/cli.ts', ['--port', '0', '--data', join(folder, 'db')], 'mongodb://');
  const client = await new MongoClient(db.said).connect();
  try {
    const { desk, connection, database } = await openDesk(db.said, folder);
    const started = performance.now();
    await requestsModel(connection).init();
    const { open } = await generateCases(client.db(database).collection<RequestDocument>('requests'), stored, 1, { today: TODAY });
    print(`${stored} cases stored, ${open} of them open, in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const costs = await measureReads(desk, client);
    for (const cost of costs) print(lineOf(cost));
    await connection.close();
    return costs;
  } finally {
    await client.close();
    await db.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureReads(desk: Desk, client: MongoClient): Promise<Cost[]> {
  const ines = await desk.people.seen({ id: 'ines', mri: '29:ines', tenant: 'bench', name: 'Ines Ig' });
  await desk.people.grant('ines', { role: 'IG', until: '2099-12-31', by: 'bench', need: '' });
  const person = (await desk.people.byId('ines')) ?? ines;
  const costs: Cost[] = [];
  for (const report of weeklyReports)
    costs.push(await costOf(client, report.id, async () => (await makeReport(desk, report, WEEK)).council.total[0] ?? 0));
  costs.push(await costOf(client, 'a page of outstanding', async () => rowsIn(await showOutstanding(desk, person, '', 0))));
  costs.push(await costOf(client, 'the register as CSV', async () => linesIn(await makeRegisterFile(desk, 'ines', { write: writeCsv, type: CSV_TYPE })))); // prettier-ignore
  return costs;
}

async function costOf(client: MongoClient, what: string, read: () => Promise<number>): Promise<Cost> {
  await client.db('admin').command({ rightsdeskResetStats: 1 });
  const started = performance.now();
  const reported = await read();
  const ms = performance.now() - started;
  const { rightsdesk } = (await client.db('admin').command({ serverStatus: 1 })) as unknown as { rightsdesk: Record<string, number> };
  return { what, reported, docs: rightsdesk['docsExamined'] ?? 0, keys: rightsdesk['keysExamined'] ?? 0, ms };
}

function lineOf({ what, reported, docs, keys, ms }: Cost): string {
  const ratio = (n: number): string => (n / Math.max(reported, 1)).toFixed(2);
  return `${what.padEnd(24)} ${reported} reported; documents ×${ratio(docs)}, keys ×${ratio(keys)} (aim 1.2); ${ms.toFixed(0)} ms`;
}

const rowsIn = (shown: Awaited<ReturnType<typeof showOutstanding>>): number =>
  shown.kind === 'page' ? shown.blocks.reduce((n, block) => n + (block.is === 'rows' ? block.rows.length : 0), 0) : 0;
async function linesIn(file: Awaited<ReturnType<typeof makeRegisterFile>>): Promise<number> {
  if (!('bytes' in file)) return 0;
  let lines = -1;
  for await (const part of file.bytes) lines += Buffer.from(part).toString('utf8').split('\r\n').length - 1;
  return lines;
}

async function openDesk(uri: string, folder: string): Promise<{ desk: Desk; connection: mongoose.Connection; database: string }> {
  const config = readConfig({ DATA_DIR: folder, MONGODB_URI: uri }, { local: true, at: `${TODAY}T09:00`, speed: '0' });
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const connection = mongoose.createConnection();
  const clock = clockFor(config);
  const desk = deskFor(config, storesOn(connection, config, clock), { clock, log: createLog({ level: 'warn' }), poke: () => undefined });
  await connection.openUri(uri);
  return { desk, connection, database: connection.name };
}
