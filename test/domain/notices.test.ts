import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { addDays, daysBetween, formatDayAndTime, londonDay, parseInstant, weekdayOf } from '../../src/domain/local-date.js';
import { nextNotice, noticesBetween, type Notice } from '../../src/domain/notices.js';
import { isWorkingDay } from '../../src/domain/working-days.js';
import { noticeHour, responseNotices } from '../../src/procedure/notices.js';

const holidays = loadHolidays().dates;
const given = { rows: responseNotices, hour: noticeHour, holidays };
const london = (text: string): Date => parseInstant(text) as Date;
const between = (due: string, after: string, until: string) =>
  noticesBetween(due, london(after), london(until), given).map((n) => `${n.code} ${formatDayAndTime(n.at)}`);

describe('notices of an answer falling due', () => {
  it('CLK-14 §1.3 go out 7, 3 and 1 days before, on the day, and each working day after', () => {
    expect(between('2026-11-12', '2026-11-01T00:00', '2026-11-17T23:00')).toEqual([
      'due-7 Thu 5 Nov, 09:00',
      'due-3 Mon 9 Nov, 09:00',
      'due-1 Wed 11 Nov, 09:00',
      'due-today Thu 12 Nov, 09:00',
      'overdue-2026-11-13 Fri 13 Nov, 09:00',
      'overdue-2026-11-16 Mon 16 Nov, 09:00',
      'overdue-2026-11-17 Tue 17 Nov, 09:00',
    ]);
  });

  it('CLK-14 §1.3 wait for an open day when theirs is a weekend or a bank holiday', () => {
    expect(between('2026-11-16', '2026-11-01T00:00', '2026-11-16T23:00')).toEqual([
      'due-7 Mon 9 Nov, 09:00',
      'due-3 Fri 13 Nov, 09:00',
      'due-1 Mon 16 Nov, 09:00',
      'due-today Mon 16 Nov, 09:00',
    ]);
    expect(between('2026-12-31', '2026-12-20T00:00', '2026-12-31T23:00')).toEqual([
      'due-7 Thu 24 Dec, 09:00',
      'due-3 Tue 29 Dec, 09:00',
      'due-1 Wed 30 Dec, 09:00',
      'due-today Thu 31 Dec, 09:00',
    ]);
  });

  it('CLK-14 §1.3 skip Easter and Christmas when overdue', () => {
    expect(between('2027-03-24', '2027-03-24T12:00', '2027-03-30T23:00')).toEqual([
      'overdue-2027-03-25 Thu 25 Mar, 09:00',
      'overdue-2027-03-30 Tue 30 Mar, 09:00',
    ]);
  });

  it('CLK-14 §1.3 keep to nine o’clock in London on both sides of a change of the clocks', () => {
    const at = (due: string) => noticesBetween(due, london(`${due}T00:00`), london(`${due}T23:00`), given).map((n) => n.at.toISOString());
    expect(at('2026-10-23')).toEqual(['2026-10-23T08:00:00.000Z']);
    expect(at('2026-10-26')).toContain('2026-10-26T09:00:00.000Z');
    expect(at('2027-03-26').concat(at('2027-03-31'))).toContain('2027-03-31T08:00:00.000Z');
  });

  it('takes the moment it is asked from as told already, and the moment it is asked for as due', () => {
    expect(between('2026-11-12', '2026-11-12T09:00', '2026-11-13T08:59')).toEqual([]);
    expect(between('2026-11-12', '2026-11-12T08:59', '2026-11-12T09:00')).toEqual(['due-today Thu 12 Nov, 09:00']);
  });
});

describe('the next notice', () => {
  const next = (due: string, after: string) => {
    const notice = nextNotice(due, london(after), given);
    return notice && `${notice.code} ${formatDayAndTime(notice.at)}`;
  };

  it('CLK-14 §1.3 is the first that is not over, however far away', () => {
    expect(next('2026-11-12', '2026-06-01T00:00')).toBe('due-7 Thu 5 Nov, 09:00');
    expect(next('2026-11-12', '2026-11-09T09:00')).toBe('due-1 Wed 11 Nov, 09:00');
    expect(next('2026-11-12', '2026-11-12T09:00')).toBe('overdue-2026-11-13 Fri 13 Nov, 09:00');
  });

  it('CLK-14 CLK-09 §2.6.3 never stops while the answer is overdue', () => {
    expect(next('2025-01-02', '2026-12-24T10:00')).toBe('overdue-2026-12-29 Tue 29 Dec, 09:00');
  });
});

const anyDue = fc.nat({ max: 1500 }).map((days) => addDays('2025-01-01', days));
const anyHours = fc.array(fc.integer({ min: 1, max: 24 * 8 }), { minLength: 1, maxLength: 8 });

describe('however often it is looked', () => {
  it('CLK-14 §1.3 each notice goes out once: looking in pieces finds what looking at once finds', () => {
    fc.assert(
      fc.property(anyDue, anyHours, (due, hours) => {
        const start = london(`${addDays(due, -10)}T00:30`);
        const stops = hours.reduce<Date[]>((all, h) => [...all, new Date((all.at(-1) as Date).getTime() + h * 3_600_000)], [start]);
        const pieces = stops.slice(1).flatMap((stop, i) => noticesBetween(due, stops[i] as Date, stop, given));
        expect(pieces).toEqual(noticesBetween(due, start, stops.at(-1) as Date, given));
        expect(new Set(pieces.map((n) => n.code)).size).toBe(pieces.length);
      }),
      { numRuns: 100 },
    );
  });

  it('CLK-14 §1.3 each is on a working day at nine, none but the overdue after the due date', () => {
    fc.assert(
      fc.property(anyDue, fc.nat({ max: 20 }), (due, days) => {
        const told = noticesBetween(due, london(`${addDays(due, -10)}T00:00`), london(`${addDays(due, days)}T00:00`), given);
        const sound = (n: Notice): boolean =>
          isWorkingDay(n.on, holidays) && londonDay(n.at) === n.on && formatDayAndTime(n.at).endsWith('09:00');
        expect(told.filter((n) => !sound(n) || (n.code.startsWith('overdue') && n.on <= due))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('CLK-14 §1.3 there is one for every working day overdue', () => {
    fc.assert(
      fc.property(anyDue, fc.nat({ max: 60 }), (due, days) => {
        const until = addDays(due, days);
        const told = noticesBetween(due, london(`${due}T09:00`), london(`${until}T23:59`), given).filter((n) =>
          n.code.startsWith('overdue'),
        );
        const open = Array.from({ length: daysBetween(due, until) }, (_, i) => addDays(due, i + 1)).filter((d) =>
          isWorkingDay(d, holidays),
        );
        expect(told.map((n) => n.on)).toEqual(open);
      }),
      { numRuns: 100 },
    );
  });

  it('CLK-14 §1.3 the next one is the first of those to come', () => {
    fc.assert(
      fc.property(anyDue, fc.integer({ min: -240, max: 2400 }), (due, hours) => {
        const after = new Date(london(`${due}T09:00`).getTime() + hours * 3_600_000);
        const next = nextNotice(due, after, given);
        expect(next).not.toBeNull();
        expect(next).toEqual(noticesBetween(due, after, next?.at as Date, given)[0]);
        expect(weekdayOf(next?.on ?? '')).toBeLessThan(6);
      }),
      { numRuns: 100 },
    );
  });
});
