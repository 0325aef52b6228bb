import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { loadHolidays } from '../../../src/adapters/holidays/load-holidays.js';
import { addDays } from '../../../src/domain/local-date.js';
import {
  countedIn,
  mondayOf,
  newestReported,
  reportedAt,
  sundayOf,
  weekAfter,
  weekBefore,
  weekOf,
  type Rhythm,
} from '../../../src/domain/reports/week.js';

const rhythm: Rhythm = { hour: '09:00', holidays: loadHolidays().dates };
const anyDay = fc.nat({ max: 40_000 }).map((n) => addDays('1990-01-01', n));
const at = (iso: string): Date => new Date(iso);

describe('weeks by ISO 8601', () => {
  it('are those of the library that knows them, also around New Year and in years of 53 weeks', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const known = DateTime.fromISO(day, { zone: 'utc' });
        expect(weekOf(day)).toBe(`${known.weekYear}-W${String(known.weekNumber).padStart(2, '0')}`);
        expect([mondayOf(weekOf(day)) <= day, day <= sundayOf(weekOf(day))]).toEqual([true, true]);
        expect([weekBefore(weekAfter(weekOf(day))), weekOf(mondayOf(weekOf(day)))]).toEqual([weekOf(day), weekOf(day)]);
      }),
    );
    expect([weekOf('2021-01-03'), weekOf('2027-01-03'), weekAfter('2026-W53')]).toEqual(['2020-W53', '2026-W53', '2027-W01']);
  });
});

describe('when a weekly report goes out', () => {
  it('MON-02 MON-03 §4 on Monday at nine in London, in summer and in winter', () => {
    expect(reportedAt('2026-W47', rhythm)).toEqual(at('2026-11-23T09:00:00Z'));
    expect(reportedAt('2026-W28', rhythm)).toEqual(at('2026-07-13T08:00:00Z'));
  });

  it('MON-02 MON-03 §4 on the next working day when Monday is a bank holiday, also over Christmas and Easter', () => {
    expect(reportedAt('2026-W18', rhythm)).toEqual(at('2026-05-05T08:00:00Z'));
    expect(reportedAt('2026-W52', rhythm)).toEqual(at('2026-12-29T09:00:00Z'));
    expect(reportedAt('2026-W14', rhythm)).toEqual(at('2026-04-07T08:00:00Z'));
  });

  it('the newest that is due changes at nine and not before', () => {
    expect(newestReported(at('2026-11-23T08:59:59Z'), rhythm)).toBe('2026-W46');
    expect(newestReported(at('2026-11-23T09:00:00Z'), rhythm)).toBe('2026-W47');
    expect(newestReported(at('2026-11-29T23:59:00Z'), rhythm)).toBe('2026-W47');
    // Monday 28 December is a bank holiday: the week before waits for Tuesday.
    expect(newestReported(at('2026-12-28T12:00:00Z'), rhythm)).toBe('2026-W51');
  });
});

describe('which report counts a request', () => {
  it('MON-02 MON-06 §4 that of the week of receipt, when it was recorded before the report went out', () => {
    expect(countedIn('2026-11-20', at('2026-11-20T10:00:00Z'), rhythm)).toBe('2026-W47');
    expect(countedIn('2026-11-20', at('2026-11-23T08:30:00Z'), rhythm)).toBe('2026-W47');
  });

  it('MON-02 MON-06 §4 the next to come, when it was recorded only afterwards', () => {
    expect(countedIn('2026-11-20', at('2026-11-23T09:00:00Z'), rhythm)).toBe('2026-W48');
    expect(countedIn('2026-10-01', at('2026-11-23T08:00:00Z'), rhythm)).toBe('2026-W47');
  });

  it('MON-02 §4 always one that has not gone out when it is recorded, and no earlier than its own week', () => {
    const lag = fc.nat({ max: 60 * 24 * 40 });
    fc.assert(
      fc.property(anyDay, lag, (received, minutes) => {
        const recorded = new Date(Date.parse(`${received}T12:00:00Z`) + minutes * 60_000);
        const week = countedIn(received, recorded, rhythm);
        expect(reportedAt(week, rhythm) > recorded).toBe(true);
        expect(week >= weekOf(received)).toBe(true);
        if (week > weekOf(received)) expect(reportedAt(weekBefore(week), rhythm) <= recorded).toBe(true);
      }),
    );
  });
});
