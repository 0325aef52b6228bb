import { describe, expect, it } from '@jest/globals';
import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { formatDayAndTime, parseInstant } from '../../src/domain/local-date.js';
import { nextStrikeAt, strikeKey, strikesBetween, type TimerRow } from '../../src/domain/timers.js';
import { noticeHour } from '../../src/procedure/notices.js';
import { timers } from '../../src/procedure/timers/index.js';
import { ola, omar, roadTo, type Road } from './road.js';

const hours = { hour: noticeHour, holidays: loadHolidays().dates };
const at = (text: string): Date => parseInstant(text) as Date;
const only = (code: string): TimerRow[] => timers.filter((t) => t.code === code);
/** `search-due Thu 8 Oct, 09:00 to omar`, for every notice of one timer in a stretch of time. */
const struck = (road: Road, code: string, after = '2026-10-01T10:00', until = '2026-10-31T00:00') =>
  strikesBetween(only(code), road.view(ola), { after: at(after), until: at(until) }, hours)
    .flat()
    .map(({ row, ticking, notice }) => `${formatDayAndTime(notice.at)} to ${Object.values(row.to(road.view(ola), ticking)).join()}`);
const ask = { system: 'CRM', owner: 'omar', terms: 'Jo Example', answerBy: '2026-10-12' };
const notOurs = { answer: 'NOT_OURS', minutes: '5', whoMight: 'benefits' };

describe('searches are chased', () => {
  it('SRC-14 §2.7 the owner on the day and every two working days after, the DIAO from the fourth', () => {
    const road = roadTo('SEARCHING');
    expect(struck(road, 'search', undefined, '2026-10-17T00:00')).toEqual([
      'Thu 8 Oct, 09:00 to omar',
      'Mon 12 Oct, 09:00 to omar',
      'Wed 14 Oct, 09:00 to omar',
      'Fri 16 Oct, 09:00 to omar',
    ]);
    expect(struck(road, 'search-to-diao', undefined, '2026-10-17T00:00')).toEqual(['Wed 14 Oct, 09:00 to dev', 'Fri 16 Oct, 09:00 to dev']);
  });

  it('SRC-14 §2.7 each open search by itself; one answered, withdrawn or not theirs no more', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', { ...ask, system: 'CRM,ANITE' });
    expect(struck(road, 'search', undefined, '2026-10-12T09:00')).toHaveLength(4);
    road.takes(omar, 'answer-a-search', { answer: 'FOUND', minutes: '5' }, 't1').takes(omar, 'answer-a-search', notOurs, 't2');
    expect(struck(road, 'search', undefined, '2026-10-12T09:00')).toEqual(['Mon 12 Oct, 09:00 to omar']);
    road.takes(ola, 'withdraw-a-search', { withdrawnWhy: 'x' }, 't3');
    expect(struck(road, 'search')).toEqual([]);
  });

  it('SRC-01 §2.7 one passed on runs anew for its new owner, and none of its notices shares a key with an old one', () => {
    const road = roadTo('SEARCHING');
    const keys = (r: Road) =>
      strikesBetween(only('search'), r.view(ola), { after: at('2026-10-01T10:00'), until: at('2026-10-20T00:00') }, hours)
        .flat()
        .map((s) => strikeKey('case-1', s));
    const before = keys(road);
    road.takes(omar, 'answer-a-search', notOurs, 't1').takes(ola, 'pass-a-search-on', { owner: 'dev', answerBy: '2026-10-08' }, 't1');
    expect(struck(road, 'search', undefined, '2026-10-08T09:00')).toEqual(['Thu 8 Oct, 09:00 to dev']);
    expect(keys(road).filter((key) => before.includes(key))).toEqual([]);
    expect(new Set([...before, ...keys(road)]).size).toBe(before.length * 2);
  });

  it('SRC-14 §2.7 one asked for on its own last day is not chased on that day', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', { ...ask, answerBy: '2026-10-01' });
    expect(struck(road, 'search', '2026-09-01T00:00', '2026-10-06T00:00')).toEqual(['Mon 5 Oct, 09:00 to omar']);
  });
});

describe('the sweep', () => {
  it('CLK-14 SRC-14 §1.3 wakes for the earliest of all timers', () => {
    const road = roadTo('SEARCHING');
    const next = (after: string) => formatDayAndTime(nextStrikeAt(timers, road.view(ola), at(after), hours) as Date);
    expect(next('2026-10-01T10:00')).toBe('Thu 8 Oct, 09:00');
    expect(next('2026-10-23T09:00')).toBe('Mon 26 Oct, 09:00');
    const closed = road.takes(ola, 'withdraw', { withdrawnOn: '2026-10-01', withdrawal: 'x' });
    expect(nextStrikeAt(timers, closed.view(ola), at('2026-10-01T10:00'), hours)).toBeNull();
  });

  it('CLK-14 every code is its own, so that no two notices share a key in the ledger', () => {
    const codes = timers.flatMap((t) => t.at.map((row) => row.code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(timers.map((t) => t.code)).size).toBe(timers.length);
  });
});
