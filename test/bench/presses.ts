import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { MongoClient } from 'mongodb';
import { clockFor, deskFor, storesOn } from '../../src/compose-desk.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/adapters/log.js';
import { recordReport, reviewReport } from '../../src/usecases/report.js';
import { takeStep } from '../../src/usecases/take-step.js';
import type { Desk } from '../../src/usecases/desk.js';
import { startChild } from './child.js';
import { measure, median, presser, type Round } from './measure.js';
import { settings } from './settings.js';

/* A press that takes a step, against the floor bot on the same database (design §9). Runs when it is imported. */
const { cases, rounds } = settings;
const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-bench-'));
const db = await startChild('src/adapters/embedded-mongo/cli.ts', ['--port', '0', '--data', join(folder, 'db')], 'mongodb://');
const env = { PORT: '0', DATA_DIR: folder, MONGODB_URI: db.said, ALLOWED_TENANTS: 'bench', LOG_LEVEL: 'warn' };
const ours = await startChild('src/main.ts', ['--local'], 'http://', env);
const floor = await startChild('test/bench/floor-bot.ts', [db.said], 'http://');
const echo = await startChild('test/bench/floor-bot.ts', [db.said, 'echo'], 'http://');

const desk = await openDesk();
const person = await desk.people.seen({
  id: 'bea',
  mri: '29:bea',
  tenant: 'bench',
  name: 'Bea Bench',
  chat: { conversationId: 'a:bea', serviceUrl: 'http://127.0.0.1:9/' },
});
for (const grant of [{ role: 'CC' }, { role: 'DIAO', directorate: 'HOU' }])
  await desk.people.grant('bea', { ...grant, until: '2099-12-31', by: 'bench', need: '' });
const me = (await desk.people.byId('bea')) ?? person;
const floorDb = (await new MongoClient(db.said).connect())
  .db('floor')
  .collection<{ _id: string; version: number; filling: string }>('docs');
await floorDb.insertOne({ _id: 'person', version: 0, filling: 'x'.repeat(400) });

const result: Record<string, Round[]> = { ours: [], floor: [], echo: [], 'ours 32': [], 'floor 32': [] };
for (let round = 0; round < rounds; round += 1) {
  await compare(round, 1, ['ours', 'floor', 'echo']);
  await compare(round, 32, ['ours 32', 'floor 32', null]);
}
report();
await Promise.all([ours, floor, echo].map((child) => child.stop()));
await db.stop();
rmSync(folder, { recursive: true, force: true });

async function compare(round: number, atOnce: number, names: (string | null)[]): Promise<void> {
  const ids = await seed(cases);
  const mine = presser(ours.said, 'http://127.0.0.1:9/', 'bea');
  const theirs = presser(floor.said, 'http://127.0.0.1:9/', 'bea');
  const none = presser(echo.said, 'http://127.0.0.1:9/', 'bea');
  const prefix = `${round}:${atOnce}:`;
  await floorDb.insertMany(ids.map((_, i) => ({ _id: `${prefix}${i}`, version: 0, filling: 'x'.repeat(4000) })));
  const runs = [
    () => measure(cases, atOnce, async (i) => accepted(await mine('accept', { r: ids[i], v: 2, k: `k${i}` }))),
    () => measure(cases, atOnce, async (i) => void (await theirs('accept', { r: `${prefix}${i}` }))),
    () => measure(cases, atOnce, async (i) => void (await none('accept', { r: `${prefix}${i}` }))),
  ];
  for (const [at, name] of names.entries()) if (name) result[name]?.push(await (runs[at] as () => Promise<Round>)());
}

function accepted(body: string): void {
  if (!body.includes('You accepted')) throw new Error(`a press took no step: ${body.slice(0, 300)}`);
}

/** Requests that stand logged and allocated, ready to be accepted. */
async function seed(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const key = desk.ids.id();
    const typed = {
      requesterName: 'Bo Benchmark',
      contact: '020 7946 0001',
      words: 'w'.repeat(200),
      right: 'ACCESS',
      channel: 'PHONE',
      heardOn: desk.clock.today(),
      heardAt: '00:00',
      identityAtCounter: 'NOT_YET',
      behalf: 'SELF',
      formatWish: 'NO_WISH',
    };
    await reviewReport(desk, me, key, typed);
    const recorded = await recordReport(desk, me, key);
    if (!('was' in recorded) || recorded.was !== 'recorded') throw new Error('seeding failed');
    const press = {
      person: me,
      requestId: recorded.request.id,
      version: 1,
      key,
      step: 'log-and-allocate',
      raw: { post: 'HOU-1', right: 'ACCESS' },
    };
    await takeStep(desk, press);
    ids.push(recorded.request.id);
  }
  return ids;
}

async function openDesk(): Promise<Desk> {
  const config = readConfig(env, { local: true });
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const connection = mongoose.createConnection();
  const clock = clockFor(config);
  const opened = deskFor(config, storesOn(connection, config, clock), { clock, log: createLog({ level: 'warn' }), poke: () => undefined });
  await connection.openUri(db.said);
  return opened;
}

function report(): void {
  const of = (name: string, pick: keyof Round) => median((result[name] ?? []).map((r) => r[pick]));
  const line = (what: string, text: string) => process.stdout.write(`${what.padEnd(34)} ${text}\n`);
  const ms = (name: string) => `p50 ${of(name, 'p50').toFixed(2)} ms, p99 ${of(name, 'p99').toFixed(2)} ms`;
  line('a press that takes a step', ms('ours'));
  line('floor bot', ms('floor'));
  line('bare echo', ms('echo'));
  line(
    'ratio to the floor',
    `p50 ${(of('ours', 'p50') / of('floor', 'p50')).toFixed(2)} (aim 1.5), p99 ${(of('ours', 'p99') / of('floor', 'p99')).toFixed(2)} (aim 2)`,
  );
  line('ratio to a bare echo', `p50 ${(of('ours', 'p50') / of('echo', 'p50')).toFixed(2)}`);
  line('presses a second, 32 at once', `ours ${of('ours 32', 'perSecond').toFixed(0)}, floor ${of('floor 32', 'perSecond').toFixed(0)}`);
  line('ratio to the floor', `${(of('ours 32', 'perSecond') / of('floor 32', 'perSecond')).toFixed(2)} (aim 0.7)`);
}
