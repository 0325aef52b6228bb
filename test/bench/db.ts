import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Collection } from 'mongodb';
import { startChild } from './child.js';
import { measure, median } from './measure.js';

interface Row {
  _id: number;
  ref: string;
  state: string;
  dueAt: Date;
  filling: string;
}

const ROUNDS = 5;
const OPERATIONS = 400;
const STATES = ['LOGGED', 'ALLOCATED', 'ACCEPTED', 'SEARCHING', 'CLOSED'];
const row = (n: number): Row => ({
  _id: n,
  ref: `DR-${n}`,
  state: STATES[n % STATES.length] as string,
  dueAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
  filling: 'x'.repeat(3_880),
});

/** Kilobytes that a process holds and nobody else can give back: the mapped file is not among them. */
const heldBy = (pid: number): number => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

/** The embedded database alone, with `stored` documents of 4 KB and three indexes, each figure against a ping in the same round. Prints one line each. */
export async function benchDatabase(stored: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-bench-'));
  const server = await startChild('src/adapters/embedded-mongo/cli.ts', ['--port', '0', '--data', folder], 'mongodb://');
  const client = await new MongoClient(server.said).connect();
  try {
    const rows = client.db('bench').collection<Row>('rows');
    await rows.createIndexes([{ key: { ref: 1 }, unique: true }, { key: { state: 1, dueAt: 1 } }, { key: { dueAt: -1 } }]);
    const idle = heldBy(server.pid);
    await fill(rows, stored, print);
    await compareWithPing({ client, rows, stored, folder }, print);
    await group(rows, print);
    print(line('memory over idle', `${((heldBy(server.pid) - idle) / 1024).toFixed(0)} MB (aim 200)`));
  } finally {
    await client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const line = (what: string, text: string): string => `${what.padEnd(34)} ${text}`;

async function fill(rows: Collection<Row>, stored: number, print: (line: string) => void): Promise<void> {
  const started = performance.now();
  for (let n = 0; n < stored; n += 1_000) await rows.insertMany(Array.from({ length: Math.min(1_000, stored - n) }, (_, i) => row(n + i)));
  const ms = performance.now() - started;
  print(line(`${stored} documents of 4 KB stored`, `in ${(ms / 1000).toFixed(1)} s, ${(ms / stored).toFixed(3)} ms each`));
}

interface Bench {
  client: MongoClient;
  rows: Collection<Row>;
  stored: number;
  folder: string;
}

/** Writes 4 KB and waits until the disk has them: no write that is kept costs less. */
function bareSync(folder: string): () => Promise<void> {
  const file = openSync(join(folder, 'bare'), 'w');
  const bytes = Buffer.alloc(4096, 1);
  process.once('exit', () => closeSync(file));
  return async () => {
    writeSync(file, bytes);
    fdatasyncSync(file);
  };
}

/** One at a time, a round of each in turn, so that a busy machine is as hard on the ping as on the others. */
async function compareWithPing({ client, rows, stored, folder }: Bench, print: (line: string) => void): Promise<void> {
  let next = stored;
  const some = (i: number): number => (i * 7_919) % stored;
  const kinds: Record<string, [aim: number, run: (i: number) => Promise<unknown>]> = {
    ping: [1, () => client.db('bench').command({ ping: 1 })],
    'a bare sync of the disk': [Infinity, bareSync(folder)],
    'findOne by an index': [3, (i) => rows.findOne({ ref: `DR-${some(i)}` })],
    'findOne by _id': [3, (i) => rows.findOne({ _id: some(i) })],
    insert: [6, () => rows.insertOne(row(next++))],
    'update by an index': [6, (i) => rows.updateOne({ ref: `DR-${some(i)}` }, { $set: { dueAt: new Date(i) } })],
  };
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [, run]] of Object.entries(kinds)) {
      const { p50 } = await measure(OPERATIONS, 1, async (i) => void (await run(round * OPERATIONS + i)));
      (times[name] ??= []).push(p50);
    }
  }
  const ping = median(times['ping'] ?? []);
  for (const [name, [aim]] of Object.entries(kinds)) {
    const ms = median(times[name] ?? []);
    const ratio = aim === 1 ? '' : `, ${(ms / ping).toFixed(2)} × ping${aim < Infinity ? ` (aim ${aim})` : ''}`;
    print(line(name, `${ms.toFixed(3)} ms${ratio}`));
  }
  const together = await measure(OPERATIONS * 4, 32, async () => void (await rows.insertOne(row(next++))));
  print(line('inserts a second, 32 at once', together.perSecond.toFixed(0)));
}

async function group(rows: Collection<Row>, print: (line: string) => void): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    await rows.aggregate([{ $group: { _id: '$state', n: { $sum: 1 }, first: { $min: '$dueAt' } } }]).toArray();
    times.push(performance.now() - started);
  }
  print(line('$group over all', `${(median(times) / 1000).toFixed(2)} s (aim 2 at 100,000)`));
}
