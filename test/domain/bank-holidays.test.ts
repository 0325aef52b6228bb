import { describe, expect, it } from '@jest/globals';
import HolidayCalendar from 'date-holidays';
import { extendByRules, loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { readHolidayList } from '../../src/adapters/holidays/parse-list.js';
import type { HolidayList } from '../../src/domain/holiday-lists.js';
import { findEaster, listBankHolidays } from '../../src/domain/bank-holidays.js';

const daysOf = (year: number): string[] => listBankHolidays(year).map(({ date }) => date);
const years = Array.from({ length: 2040 - 2018 + 1 }, (_, at) => 2018 + at);

describe('bank holidays by rule', () => {
  it.each(years)('CLK-12 agree with another library in England and Wales for %i', (year) => {
    const listOf = (country: string): string[] =>
      new HolidayCalendar('GB', country)
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
        .filter((date) => date.startsWith(`${year}`))
        // The library also names the holiday itself where a substitute stands in for it: no difference to a weekend.
        .filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
    expect([...new Set(listOf('ENG'))].sort()).toEqual(daysOf(year));
    expect([...new Set(listOf('WLS'))].sort()).toEqual(daysOf(year));
  });

  it('know the days that were proclaimed once or moved', () => {
    expect(daysOf(2020)).toContain('2020-05-08');
    expect(daysOf(2020)).not.toContain('2020-05-04');
    expect(daysOf(2022)).toEqual(expect.arrayContaining(['2022-06-02', '2022-06-03', '2022-09-19']));
    expect(daysOf(2022)).not.toContain('2022-05-30');
    expect(daysOf(2023)).toContain('2023-05-08');
  });

  it.each([
    [2020, ['2020-12-25', '2020-12-28']],
    [2021, ['2021-12-27', '2021-12-28']],
    [2022, ['2022-12-26', '2022-12-27']],
    [2026, ['2026-12-25', '2026-12-28']],
    [2027, ['2027-12-27', '2027-12-28']],
  ])('put the substitutes of Christmas %i on weekdays', (year, days) => {
    expect(daysOf(year).filter((day) => day.includes('-12-'))).toEqual(days);
  });

  it.each([
    [2022, '2022-01-03'],
    [2023, '2023-01-02'],
    [2026, '2026-01-01'],
  ])('put the New Year holiday of %i on %s', (year, day) => expect(daysOf(year)[0]).toBe(day));

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('find Easter of %i on %s', (year, day) => expect(findEaster(year)).toBe(day));

  it('are eight in an ordinary year, all on weekdays', () => {
    for (const year of years) {
      expect(daysOf(year).length).toBe([2022].includes(year) ? 10 : year === 2023 ? 9 : 8);
      expect(daysOf(year).filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    }
  });
});

const feed = (dates: string[]): string =>
  JSON.stringify({
    'england-and-wales': {
      division: 'england-and-wales',
      events: dates.map((date) => ({ title: 'A day off', date, notes: '', bunting: true })),
    },
  });

describe('the list of bank holidays', () => {
  it('is the one the rules give for 2018 to 2030', () => {
    const { dates, lastYear, version } = loadHolidays();
    const listed = [...dates].filter((day) => day >= '2018' && day < '2031').sort();
    expect(listed).toEqual(years.filter((year) => year <= 2030).flatMap(daysOf));
    expect(lastYear).toBe(2030);
    expect(version).toMatch(/^england-and-wales 2018–2030 [0-9a-f]{8}$/);
  });

  it('is carried on by the rules where it ends', () => {
    expect(loadHolidays().dates.has('2031-04-11')).toBe(true);
    expect(loadHolidays().dates.has('2017-05-29')).toBe(true);
  });

  it('wins over the rules in the years it reaches, and changes its version with its days', () => {
    const list = readHolidayList(feed(['2027-01-01', '2027-07-07'])) as HolidayList;
    const other = readHolidayList(feed(['2027-01-01', '2027-07-08'])) as HolidayList;
    expect(extendByRules(list).dates.has('2027-07-07')).toBe(true);
    expect(extendByRules(list).dates.has('2027-03-26')).toBe(false);
    expect(list.version).not.toBe(other.version);
  });

  const good = JSON.parse(feed(['2027-01-01'])) as { 'england-and-wales': Record<string, unknown> };
  const but = (change: Record<string, unknown>) => JSON.stringify({ 'england-and-wales': { ...good['england-and-wales'], ...change } });
  it.each([
    ['', 'not-a-list'],
    ['not JSON', 'not-a-list'],
    ['[]', 'not-a-list'],
    ['{}', 'another-country'],
    ['{"scotland":{"division":"scotland","events":[]}}', 'another-country'],
    [but({ division: 'scotland' }), 'another-country'],
    [but({ events: [] }), 'not-a-list'],
    [but({ more: 1 }), 'not-a-list'],
    [but({ events: [{ date: '2027-01-01', title: 'New Year', notes: '', bunting: 'true' }] }), 'not-a-list'],
    [but({ events: [{ date: '2027-01-01', title: '', notes: '', bunting: true }] }), 'not-a-list'],
    [but({ events: [{ date: '2027-01-01', title: 'New Year' }] }), 'not-a-list'],
    [feed(['2027-02-30']), 'not-a-list'],
    [feed(['next Monday']), 'not-a-list'],
  ])('is not read from %s', (text, fault) => expect(readHolidayList(text)).toEqual({ fault }));
});
