import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addHours,
  addMonths,
  compareDays,
  daysBetween,
  formatDay,
  formatDayAndTime,
  londonDay,
  nameWeekday,
  parseInstant,
  parseLocalDate,
  weekdayOf,
} from '../../src/domain/local-date.js';

describe('a calendar day', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-04-01',
    '2026-4-1',
    '1066-10-14',
    '2026-10-01T00:00',
    '',
    ' 2026-10-01',
  ])('is not read from %p', (text) => expect(parseLocalDate(text)).toBeNull());

  it.each(['2024-02-29', '2026-12-31', '1999-01-01', '2199-12-31'])('is read from %p', (text) => expect(parseLocalDate(text)).toBe(text));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('CLK-12 OP-07 %s plus %i months is %s', (day, months, result) => expect(addMonths(day, months)).toBe(result));

  it('counts days over a change of clocks and over a leap day', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('sorts and knows its weekday', () => {
    expect(['2026-10-01', '2026-09-30', '2026-10-01'].sort(compareDays)).toEqual(['2026-09-30', '2026-10-01', '2026-10-01']);
    expect([weekdayOf('2026-11-21'), nameWeekday('2026-11-21')]).toEqual([6, 'Saturday']);
  });

  it('is written the way a letter writes it', () => {
    expect(formatDay('2026-11-09')).toBe('Mon 9 Nov 2026');
    expect(formatDay('2026-09-03')).toBe('Thu 3 Sep 2026');
  });
});

describe('an instant', () => {
  it.each([
    ['2026-07-01T22:59:59Z', '2026-07-01'],
    ['2026-07-01T23:00:00Z', '2026-07-02'],
    ['2026-12-01T23:30:00Z', '2026-12-01'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
  ])('CLK-12 %s falls on %s in London', (instant, day) => expect(londonDay(new Date(instant))).toBe(day));

  it('CLK-12 every instant falls on the day that the system’s own calendar gives it in London', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    const anyInstant = fc.date({ min: new Date('1960-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyInstant, (instant) => expect(londonDay(instant)).toBe(calendar.format(instant))),
      { numRuns: 2000 },
    );
  });

  it('without an offset is London time', () => {
    expect(parseInstant('2026-07-01T09:30')?.toISOString()).toBe('2026-07-01T08:30:00.000Z');
    expect(parseInstant('2026-12-01T09:30')?.toISOString()).toBe('2026-12-01T09:30:00.000Z');
    expect(parseInstant('2026-12-01T09:30+02:00')?.toISOString()).toBe('2026-12-01T07:30:00.000Z');
    expect([parseInstant('2026-12-01'), parseInstant('2026-12-01T25:00'), parseInstant('soon')]).toEqual([null, null, null]);
  });

  it('is written in London time', () => {
    expect(formatDayAndTime(new Date('2026-11-23T10:12:00Z'))).toBe('Mon 23 Nov, 10:12');
    expect(formatDayAndTime(new Date('2026-09-01T23:05:00Z'))).toBe('Wed 2 Sep, 00:05');
  });

  it('INT-12 §2.3.2 lies 48 elapsed hours later, whatever the clocks do', () => {
    const shown = (text: string): string => formatDayAndTime(addHours(parseInstant(text) ?? new Date(NaN), 48));
    expect(shown('2026-10-24T10:00')).toBe('Mon 26 Oct, 09:00');
    expect(shown('2026-03-28T10:00')).toBe('Mon 30 Mar, 11:00');
  });
});

describe('an instant as it is stored', () => {
  it('is read back as it was written; one on a day that is none is no instant', () => {
    const instant = '2026-11-23T09:00:00.000Z';
    expect(parseInstant(instant)?.toISOString()).toBe(instant);
    expect([parseInstant('2026-02-30T09:00:00.000Z'), parseInstant('2026-11-23T24:00:00.001Z')]).toEqual([null, null]);
  });
});
