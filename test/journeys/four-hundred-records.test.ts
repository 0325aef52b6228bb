import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CARD_LIMIT } from '../../src/bot/render.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

/** Calls of the store by port and method, since the count was last taken. */
function countCalls(desk: object): () => Record<string, number> {
  let calls: Record<string, number> = {};
  for (const name of ['requests', 'details', 'people', 'audit'] as const) {
    const port = (desk as Record<string, Record<string, unknown>>)[name] ?? {};
    for (const [method, run] of Object.entries(port)) {
      if (typeof run !== 'function') continue;
      port[method] = (...args: unknown[]): unknown => {
        calls[`${name}.${method}`] = (calls[`${name}.${method}`] ?? 0) + 1;
        return (run as (...all: unknown[]) => unknown).apply(port, args);
      };
    }
  }
  return () => {
    const taken = calls;
    calls = {};
    return taken;
  };
}
const MACHINERY = ['requests.withIntents', 'requests.clearIntents', 'requests.noticesDue'];
const sizeOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card));
const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

describe('A case with four hundred records', () => {
  let bot: Bot;
  let town: Town;
  let taken: () => Record<string, number>;
  const refs: Record<'small' | 'large', string> = { small: '', large: '' };
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    for (const [size, counts] of [
      ['small', ['4']],
      ['large', ['100', '100', '100', '100']],
    ] as const) {
      refs[size] = await report(town.sam);
      await bringTo('assessing', town, refs[size]);
      for (const count of counts)
        await town.ola.takes(refs[size], 'add-records', {
          description: 'letters about the rent, each of some pages',
          count,
          recordPages: '3',
        });
    }
    await bot.quiet();
    taken = countCalls(bot.rightsdesk.desk);
  }, 120_000);
  afterAll(() => bot.stop());

  /** One press on one record: what it answered, how long it took, what it asked the store. */
  const press = async (size: 'small' | 'large', step: string, item: string) => {
    const ready = await town.ola.prepares(refs[size], step, {}, item);
    taken();
    const from = performance.now();
    const { card } = await town.ola.sends(ready);
    const took = performance.now() - from;
    const calls = Object.entries(taken()).filter(([name]) => !MACHINERY.includes(name));
    return { card, took, calls: Object.fromEntries(calls.sort()) };
  };

  it('ASS-01 §2.8 a press asks the store no more than on a case with four, and its card is under 25 KB', async () => {
    const [small, large] = [await press('small', 'give-a-record', 'r2'), await press('large', 'give-a-record', 'r2')];
    expect(large.calls).toEqual(small.calls);
    expect(Object.values(large.calls).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(9);
    expect(wordsIn(large.card)).toContain('400 records: 1 given, 399 undecided');
    expect(sizeOf(large.card)).toBeLessThan(CARD_LIMIT);
  }, 30_000);

  it('ASS-01 §2.8 the case card, the board and every form are under 25 KB too, and say how much there is', async () => {
    const { ola } = town;
    expect(await ola.asksFor(refs.large)).toContain('400 records: 1 given, 399 undecided');
    expect(sizeOf(ola.seesLast())).toBeLessThan(CARD_LIMIT);
    await ola.does('Records');
    expect(sizeOf(ola.seesLast())).toBeLessThan(CARD_LIMIT);
    expect(ola.reads().match(/Record \d+ ·/g)).toHaveLength(10);
    const { data } = await ola.prepares(refs.large, 'add-a-note');
    for (const step of ['redact-or-withhold', 'give-several', 'add-records']) {
      const { card } = await ola.presses('form', { ...data, s: step, i: 'r300' });
      expect(sizeOf(card)).toBeLessThan(CARD_LIMIT);
    }
  }, 30_000);

  it('ASS-01 §2.8 and it takes about as long', async () => {
    const times: Record<'small' | 'large', number[]> = { small: [], large: [] };
    // Both in turns, so that what else the machine does falls on both; a press and its reverse, so that the cases stay as they are.
    for (let round = 0; round < 12; round += 1)
      for (const size of ['small', 'large'] as const)
        for (const step of ['give-a-record', 'decide-again']) times[size].push((await press(size, step, 'r3')).took);
    process.stdout.write(`a press: ${median(times.small).toFixed(1)} ms with 4 records, ${median(times.large).toFixed(1)} ms with 400\n`);
    // The aim is 1.5 (npm run bench); a shared machine gets room here.
    expect(median(times.large) / median(times.small)).toBeLessThan(3);
  }, 60_000);
});
