import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ownList } from '../../../src/adapters/holidays/load-holidays.js';
import { readHolidayList } from '../../../src/adapters/holidays/parse-list.js';
import { addDays } from '../../../src/domain/local-date.js';
import type { HolidayList } from '../../../src/domain/holiday-lists.js';
import { refreshHolidays } from '../../../src/usecases/holiday-refresh.js';
import type { Desk } from '../../../src/usecases/desk.js';
import { listText } from '../../support/holiday-feed.js';
import { aDesk, type ADesk } from '../reports/a-desk.js';

let on: ADesk;
beforeEach(async () => {
  on = await aDesk('2026-11-18T10:00');
});
afterEach(() => on.close());

type Change = Parameters<typeof listText>[0];
const list = (change: Change) => readHolidayList(listText(change)) as HolidayList;
/** A look at an address that gives this list just now. */
const looks = async (change: Change, desk: Desk = on.desk): Promise<void> =>
  refreshHolidays({ ...desk, holidayFeed: () => Promise.resolve({ list: list(change), source: 'feed' }) }, 0);
const told = async (): Promise<string[]> => Object.keys(await on.ledger()).filter((key) => key.startsWith('holidays'));
const states = async () => (await on.desk.holidayOffers.all()).map(({ n, state }) => `${n} ${state}`);
const thanks = { add: { '2026-12-23': 'A day of thanks' } };

/** So many Wednesdays of 2027, none of them a bank holiday. */
const wholeWeeks = (n: number): string[] => Array.from({ length: n }, (_, i) => addDays('2027-01-06', 7 * i));

describe('a look at the list of bank holidays', () => {
  it('CLK-12 a list with the same days is taken on without a word', async () => {
    await looks({ years: [2020, 2029] });
    expect(await states()).toEqual(['1 in-force', '2 in-force']);
    expect(await told()).toEqual([]);
  });

  it('CLK-12 one that differs waits for Information Governance, who get one card, whoever looks and however often', async () => {
    const other = on.another();
    await Promise.all([looks(thanks), looks(thanks, other)]);
    await looks(thanks, other);
    await looks(thanks);
    expect(await states()).toEqual(['1 in-force', '2 offered']);
    expect(await told()).toEqual(['holidays-offer:2']);
    expect(on.desk.holidays.version).toBe(ownList().version);
  });

  it('CLK-12 a list declined is not offered again, a newer one takes the place of one that waits, and one taken back is withdrawn', async () => {
    await looks(thanks);
    await on.desk.holidayOffers.decide(2, ['offered'], 'declined');
    await looks(thanks);
    expect(await states()).toEqual(['1 in-force', '2 declined']);
    await looks({ add: { '2026-12-24': 'Another day' } });
    expect(await states()).toEqual(['1 in-force', '2 declined', '3 offered']);
    await looks(thanks);
    expect(await states()).toEqual(['1 in-force', '2 declined', '3 withdrawn', '4 offered']);
    await looks({ years: [2018, 2030] });
    expect(await states()).toEqual(['1 in-force', '2 declined', '3 withdrawn', '4 withdrawn']);
  });

  const absurd: [string, Change][] = [
    ['fewer-days', { drop: ['2026-12-25'] }],
    ['fewer-days', { drop: ['2020-05-08'] }],
    ['days-outside', { add: { '2026-12-26': 'A Saturday' } }],
    ['days-outside', { add: { '2077-12-24': 'Far away' } }],
    ['days-outside', { add: { '1999-12-31': 'Long ago' } }],
    ['days-outside', { add: { '2026-12-25': 'Twice' } }],
    ['outdated', { years: [2019, 2025] }],
    ['too-different', { add: Object.fromEntries(wholeWeeks(13).map((day) => [day, 'Odd'])) }],
  ];
  it.each(absurd)('CLK-12 a list that cannot be true (%s) changes nothing and is said once a day', async (fault, change) => {
    await looks(change);
    await looks(change);
    expect(await states()).toEqual(['1 in-force']);
    expect(await told()).toEqual([`holidays-fault:${fault}:2026-11-18`]);
    await on.goTo('2026-11-19T10:00');
    await looks(change);
    expect(await told()).toHaveLength(2);
  });

  it('CLK-12 an address that does not answer changes nothing; each kind of fault is said once a day', async () => {
    for (const fault of ['not-reached', 'not-reached', 'too-large'] as const)
      await refreshHolidays({ ...on.desk, holidayFeed: () => Promise.resolve({ fault }) }, 0);
    expect(await told()).toEqual(['holidays-fault:not-reached:2026-11-18', 'holidays-fault:too-large:2026-11-18']);
  });

  it('CLK-12 the list is looked up once an hour, on one bot of two', async () => {
    let asked = 0;
    const counted = (desk: Desk): Desk => ({ ...desk, holidayFeed: () => ((asked += 1), on.desk.holidayFeed()) });
    await Promise.all([refreshHolidays(counted(on.desk)), refreshHolidays(counted(on.another()))]);
    await refreshHolidays(counted(on.desk));
    expect(asked).toBe(1);
  });

  it('CLK-12 Information Governance hears once a month that the list ends, from six months before', async () => {
    await on.goTo('2030-06-28T10:00');
    await refreshHolidays(on.desk, 0);
    expect(await told()).toEqual([]);
    for (const when of ['2030-07-01T10:00', '2030-07-20T10:00', '2030-08-01T10:00']) {
      await on.goTo(when);
      await refreshHolidays(on.desk, 0);
    }
    expect(await told()).toEqual(['holidays-end:2030-12-31:2030-07', 'holidays-end:2030-12-31:2030-08']);
  });
});
