import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readHolidayList } from '../../../src/adapters/holidays/parse-list.js';
import type { HolidayList } from '../../../src/domain/holiday-lists.js';
import type { Desk } from '../../../src/usecases/desk.js';
import { allMoves } from '../../../src/usecases/holiday-moves.js';
import { learn } from '../../../src/usecases/holiday-refresh.js';
import { settleHolidays } from '../../../src/usecases/holiday-replay.js';
import { generateCases } from '../../bench/generate.js';
import { listText } from '../../support/holiday-feed.js';
import { aDesk, type ADesk } from '../reports/a-desk.js';

const DAY = '2026-12-09';
const offered = readHolidayList(listText({ add: { [DAY]: 'A day of thanks' } })) as HolidayList;

let on: ADesk;
beforeEach(async () => {
  on = await aDesk('2026-11-18T10:00');
  await generateCases(on.requests, 3_000, 7, { today: '2026-11-18', perWeek: 500 });
  await on.person('ines', { role: 'IG' });
  const own = on.desk.ownHolidays;
  const came = { from: own.version, source: 'own' as const, at: on.desk.clock.now() };
  await on.desk.holidayOffers.add({ ...came, n: 1, list: own, state: 'in-force', settled: true });
  await on.desk.holidayOffers.add({ ...came, n: 2, list: offered, state: 'offered' });
  await learnt(on.desk);
}, 60_000);
afterEach(() => on.close());

const learnt = async (desk: Desk): Promise<Desk> => {
  learn(desk, await desk.holidayOffers.all());
  return desk;
};
const movesOf = (desk: Desk) => allMoves(desk, desk.holidays.under(desk.ownHolidays.version)!, desk.holidays.under(offered.version)!);
/** IG confirms, and every bot has heard of it. */
async function confirmed(): Promise<Desk[]> {
  await on.desk.holidayOffers.decide(2, ['offered'], 'in-force', { by: 'ines', at: on.desk.clock.now() });
  await on.connection.collection<{ _id: number }>('holidays').updateOne({ _id: 2 }, { $set: { inForceFrom: new Date(0) } });
  return Promise.all([learnt(on.desk), learnt(on.another())]);
}
const recorded = async (): Promise<number[]> => {
  const cases = await on.requests.find({ 'steps.id': 'move-dates-for-bank-holidays' }).toArray();
  return cases.map(({ steps }) => steps.filter(({ id }) => id === 'move-dates-for-bank-holidays').length);
};

describe('cases whose dates a change of bank holidays moves', () => {
  it('CLK-12 are those that reckoning every open case anew would find, and finding them looks at few others', async () => {
    await on.resetStats();
    const moves = await movesOf(on.desk);
    const { docsExamined, keysExamined } = await on.stats();
    const due = await on.requests.countDocuments({ 'index.open': true, 'index.due': DAY });
    const withDue = moves.filter(({ dates }) => dates.some(({ name }) => name === 'due'));
    expect(due).toBeGreaterThan(20);
    expect(withDue.map(({ request }) => request.state.timeline.received).every((day) => day === '2026-11-09')).toBe(true);
    expect(withDue).toHaveLength(await on.requests.countDocuments({ 'index.movable': `r:${DAY}` }));
    expect(Math.max(docsExamined, keysExamined)).toBeLessThan(4 * moves.length);
  });

  it('CLK-12 record it once each, also when two bots go through them at the same moment', async () => {
    const before = await movesOf(on.desk);
    const [one, two] = (await confirmed()) as [Desk, Desk];
    await Promise.all([settleHolidays(one), settleHolidays(two)]);
    await settleHolidays(two);
    expect(await recorded()).toEqual(before.map(() => 1));
    expect(await movesOf(one)).toEqual([]);
    expect(await on.requests.countDocuments({ 'index.open': true, 'index.movable': `r:${DAY}` })).toBe(0);
  });

  it('CLK-12 go on where a bot was stopped in the middle', async () => {
    const all = (await movesOf(on.desk)).length;
    const [one, two] = (await confirmed()) as [Desk, Desk];
    let left = 5;
    const commit: Desk['requests']['commit'] = async (change) => {
      if (left === 0) throw new Error('the bot was stopped');
      left -= 1;
      return one.requests.commit(change);
    };
    await expect(settleHolidays({ ...one, requests: { ...one.requests, commit } })).rejects.toThrow('the bot was stopped');
    expect(await recorded()).toHaveLength(5);
    expect(await settleHolidays(two)).toBe(all - 5);
    expect(await recorded()).toEqual(Array.from({ length: all }, () => 1));
    expect(await settleHolidays(one)).toBe(0);
    expect((await on.desk.holidayOffers.all()).map(({ settled }) => settled)).toEqual([true, true]);
  });

  it('CLK-12 do not move while nobody has confirmed it, nor when it was declined', async () => {
    expect(await settleHolidays(on.desk)).toBe(0);
    await on.desk.holidayOffers.decide(2, ['offered'], 'declined', { by: 'ines', at: on.desk.clock.now() });
    expect(await settleHolidays(await learnt(on.another()))).toBe(0);
    expect(await recorded()).toEqual([]);
  });
});
