import type { Bench } from './open-bench.js';
import { welcome } from './open-bench.js';
import { startChild, type Child } from './child.js';
import { cpuOf, measure, median, presser, type Round } from './measure.js';
import { cloneCase, seedAllocated } from './seed-cases.js';

/** One side of the comparison: presses go to it, and its processor time is read beside that of the database. */
interface Side {
  bot: Child;
  press: (i: number) => Promise<void>;
}
type Rounds = Record<string, (Round & { cpu: number })[]>;

/** A press that takes a step, against the floor bot on the same database and against a bare echo (design §9). Prints a line each. */
export async function benchPresses(bench: Bench, { cases, rounds }: { cases: number; rounds: number }, print: (line: string) => void) {
  const ours = await startChild('src/main.ts', ['--local'], 'http://', bench.env);
  const floor = await startChild('test/bench/floor-bot.ts', [bench.db.said], 'http://');
  const echo = await startChild('test/bench/floor-bot.ts', [bench.db.said, 'echo'], 'http://');
  const original = await seedAllocated(
    bench.desk,
    await welcome(bench.desk, 'bea', [{ role: 'CC' }, { role: 'DIAO', directorate: 'HOU' }]),
  );
  const result: Rounds = {};
  // The first round warms all three up and does not count.
  for (let round = 0; round <= rounds; round += 1)
    for (const atOnce of [1, 32]) {
      const ids = await cloneCase(bench, original, cases, `${round}x${atOnce}x`);
      const sides = await makeSides(bench, ids, { ours, floor, echo }, `${round}:${atOnce}:`);
      for (const [name, { bot, press }] of Object.entries(sides)) {
        const before = cpuOf([bot.pid, bench.db.pid]);
        const times = await measure(cases, atOnce, press);
        const cpu = (cpuOf([bot.pid, bench.db.pid]) - before) / cases;
        if (round > 0) (result[`${name} ${atOnce}`] ??= []).push({ ...times, cpu });
      }
    }
  report(result, print);
  await Promise.all([ours, floor, echo].map((child) => child.stop()));
}

async function makeSides(bench: Bench, ids: string[], bots: Record<'ours' | 'floor' | 'echo', Child>, prefix: string) {
  const docs = bench.client.db('floor').collection<{ _id: string; version: number; filling: string }>('docs');
  await docs.updateOne({ _id: 'person' }, { $set: { version: 0, filling: 'x'.repeat(400) } }, { upsert: true });
  await docs.insertMany(ids.map((_, i) => ({ _id: `${prefix}${i}`, version: 0, filling: 'x'.repeat(4000) })));
  const on = (bot: Child) => presser(bot.said, 'http://127.0.0.1:9/', 'bea');
  const [mine, theirs, none] = [on(bots.ours), on(bots.floor), on(bots.echo)];
  const sides: Record<string, Side> = {
    ours: { bot: bots.ours, press: async (i) => accepted(await mine('accept', { r: ids[i], v: 2, k: `k${i}` })) },
    floor: { bot: bots.floor, press: async (i) => void (await theirs('accept', { r: `${prefix}${i}` })) },
    echo: { bot: bots.echo, press: async (i) => void (await none('accept', { r: `${prefix}${i}` })) },
  };
  return sides;
}

function accepted(body: string): void {
  if (!body.includes('You accepted')) throw new Error(`a press took no step: ${body.slice(0, 300)}`);
}

function report(result: Rounds, print: (line: string) => void): void {
  const of = (name: string, pick: 'p50' | 'p99' | 'perSecond' | 'cpu'): number => median((result[name] ?? []).map((r) => r[pick]));
  const ratio = (name: string, to: string, pick: 'p50' | 'p99' | 'perSecond' | 'cpu'): string => (of(name, pick) / of(to, pick)).toFixed(2);
  const line = (what: string, text: string): void => print(`${what.padEnd(34)} ${text}`);
  const ms = (name: string): string =>
    `p50 ${of(name, 'p50').toFixed(2)} ms, p99 ${of(name, 'p99').toFixed(2)} ms, processor ${of(name, 'cpu').toFixed(2)} ms with the database`;
  line('a press that takes a step', ms('ours 1'));
  line('floor bot', ms('floor 1'));
  line('bare echo', ms('echo 1'));
  line('ratio to the floor', `p50 ${ratio('ours 1', 'floor 1', 'p50')} (aim 1.5), p99 ${ratio('ours 1', 'floor 1', 'p99')} (aim 2)`);
  line('ratio to a bare echo', `p50 ${ratio('ours 1', 'echo 1', 'p50')}`);
  line('presses a second, 32 at once', `ours ${of('ours 32', 'perSecond').toFixed(0)}, floor ${of('floor 32', 'perSecond').toFixed(0)}`);
  line('ratio to the floor', `${ratio('ours 32', 'floor 32', 'perSecond')} (aim 0.7); processor ×${ratio('ours 32', 'floor 32', 'cpu')}`);
}
