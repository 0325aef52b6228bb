import { describe, expect, it } from '@jest/globals';
import { ANSWERED, CLOSED, stretchOf, urgencyOf, type Press } from '../../../src/domain/reports/urgency.js';

const TODAY = '2026-11-23';
const AFTER_SOON = '2026-12-01';
const running = (due: string) => urgencyOf(true, '2026-10-01', { due, state: 'running' });
const held = urgencyOf(true, '2026-11-02', { due: null, state: 'not-started' });
const paused = urgencyOf(true, '2026-10-02', { due: null, state: 'paused' });
const sent = urgencyOf(true, '2026-09-02', { due: '2026-10-02', state: 'stopped' });
const closed = urgencyOf(false, '2026-09-02', { due: '2026-10-02', state: 'stopped' });

describe('the order of outstanding cases', () => {
  it('MON-03 MON-07 §4 the longest overdue first, then by date, then what waits, oldest first, then what is answered', () => {
    const order = [running('2026-10-20'), running(TODAY), running('2026-12-24'), paused, held, sent, closed];
    expect([...order].sort()).toEqual(order);
  });

  it.each<[Press, string[]]>([
    ['overdue', [running('2026-11-22')]],
    ['soon', [running(TODAY), running('2026-11-30')]],
    ['waiting', [held, paused]],
    ['answered', [sent]],
    ['all', [running('2026-11-22'), running(TODAY), running('2026-11-30'), running('2026-12-01'), held, paused, sent]],
  ])('MON-03 §4 %s asks for exactly those', (press, expected) => {
    const { from, before } = stretchOf(press, TODAY, AFTER_SOON);
    const all = [running('2026-11-22'), running(TODAY), running('2026-11-30'), running('2026-12-01'), held, paused, sent, closed];
    expect(all.filter((urgency) => urgency >= from && urgency < before)).toEqual(expected);
  });

  it('keeps what is answered and what is closed apart', () => {
    expect([sent > ANSWERED, sent < CLOSED, closed]).toEqual([true, true, CLOSED]);
  });
});
