import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimelineFault } from '../../src/domain/clock.js';
import { lastDayExtended, whyNoExtension } from '../../src/procedure/extension.js';
import { limits } from '../../src/procedure/limits.js';
import { addDays } from '../../src/domain/local-date.js';
import { dev, ines, roadTo, someone, grant, type Road } from './road.js';

const why = { ground: 'COMPLEX', months: '2', moreTimeReasons: 'There are many files.', likelyOn: '2026-12-15' };
const due = (road: Road): string | null => {
  const dates = road.datesOf(road.state!);
  if (isTimelineFault(dates)) throw new Error(dates.fault);
  return dates.due;
};
/** Received on 1 October 2026, so the month ends on Sunday 1 November and the first date is Monday 2 November. */
const confirmed = (stage = 'SEARCHING'): Road =>
  roadTo(stage).on('2026-10-20').takes(dev, 'propose-more-time', why).takes(ines, 'confirm-more-time', { decision: 'CONFIRMED' });
const faultsOf = (result: ReturnType<Road['tries']>): string => ('faults' in result ? result.faults.map((f) => f.sentence).join() : '');

describe('more time', () => {
  it('CLK-05 CLK-06 CLK-07 §1.2 is proposed by the DIAO, confirmed by Information Governance, and counts from the start once the letter has left', () => {
    const road = confirmed();
    expect(due(road)).toBe('2026-11-02');
    road.on('2026-10-23').takes(dev, 'extend-the-time', { toldOn: '2026-10-22' });
    expect(due(road)).toBe('2027-01-04');
    expect(road.state?.facts).toMatchObject({ moreTime: 'TOLD', extendedOn: '2026-10-22', likelyOn: '2026-12-15' });
  });

  it('CLK-05 §2.6.4 a no from Information Governance leaves the date, needs its reason, and lets the DIAO propose again', () => {
    const road = roadTo('SEARCHING').takes(dev, 'propose-more-time', why);
    expect(faultsOf(road.tries(ines, 'confirm-more-time', { decision: 'DECLINED' }))).toBe('Say why not.');
    road.takes(ines, 'confirm-more-time', { decision: 'DECLINED', moreTimeNote: 'it is only late' });
    expect(road.tries(dev, 'extend-the-time', { toldOn: '2026-10-01' })).toMatchObject({ code: 'needs-something-first' });
    road.takes(dev, 'propose-more-time', why);
    expect(due(road)).toBe('2026-11-02');
  });

  it('CLK-06 CLK-15 §1.2 told after one month from the start it is refused in a sentence: no weekend and no pause moves that day', () => {
    const road = confirmed().on('2026-11-02');
    const late = faultsOf(road.tries(dev, 'extend-the-time', { toldOn: '2026-11-02' }));
    expect(late).toContain('The last day to tell them was Sun 1 Nov 2026');
    expect(late).toContain('§1.2(7)');
    expect(due(road.takes(dev, 'extend-the-time', { toldOn: '2026-11-01' }))).toBe('2027-01-04');
    const paused = roadTo('SEARCHING').takes(dev, 'ask-for-what-is-missing', {
      ...{ items: 'clarity', sentOn: '2026-10-01', question: 'Which flat?', offered: 'HOU', holdsMuch: 'true' },
    });
    expect(paused.on('2026-11-02').tries(dev, 'propose-more-time', why)).toMatchObject({
      code: 'needs-something-first',
      clause: '1.2(7)',
      sentence: expect.stringContaining('is over'),
    });
  });

  it('CLK-15 §1.2 the time is extended once, and never past three months from the start', () => {
    const road = confirmed().takes(dev, 'extend-the-time', { toldOn: '2026-10-20' });
    expect(road.tries(dev, 'propose-more-time', why)).toMatchObject({
      sentence: 'The time has been extended already, and it can be extended only once.',
    });
    const fresh = roadTo('SEARCHING');
    expect(faultsOf(fresh.tries(dev, 'propose-more-time', { ...why, months: '3' }))).toBe('Choose one of those offered.');
    expect(faultsOf(fresh.tries(dev, 'propose-more-time', { ...why, likelyOn: '2027-01-02' }))).toContain('ends on Fri 1 Jan 2027');
    expect(faultsOf(fresh.tries(dev, 'propose-more-time', { ...why, months: '1', likelyOn: '2026-12-02' }))).toContain('Tue 1 Dec 2026');
    expect(limits.respond.n + limits.extension.n).toBe(3);
  });

  it('CLK-07 §2.6.4 a likely day in the past is none', () => {
    expect(faultsOf(roadTo('SEARCHING').tries(dev, 'propose-more-time', { ...why, likelyOn: '2026-10-01' }))).toBe(
      'Give a day in the future.',
    );
  });

  it('CLK-05 §2.6.1 there is nothing to extend while the clock has not started', () => {
    expect(roadTo('AWAITING_REQUESTER').tries(dev, 'propose-more-time', why)).toMatchObject({
      sentence: 'The time to answer has not started yet, so there is nothing to extend.',
    });
  });

  it('CLK-05 §2.6.4 nobody confirms what they proposed themselves', () => {
    const both = someone('dev', grant('DIAO', 'HOU'), grant('IG'));
    const road = roadTo('SEARCHING').takes(both, 'propose-more-time', why);
    expect(road.tries(both, 'confirm-more-time', { decision: 'CONFIRMED' })).toMatchObject({ code: 'needs-something-first' });
    expect(road.takes(ines, 'confirm-more-time', { decision: 'CONFIRMED' }).state?.facts['moreTime']).toBe('CONFIRMED');
  });

  it('CLK-05 §1.2 an extension that is removed is as if it had never been, and another day can then be recorded', () => {
    const road = confirmed().takes(dev, 'extend-the-time', { toldOn: '2026-10-20' });
    road.on('2026-10-23').takes(ines, 'remove-the-extension', { removedWhy: 'the letter never left' });
    expect(due(road)).toBe('2026-11-02');
    road
      .takes(dev, 'propose-more-time', { ...why, months: '1', likelyOn: '2026-11-20' })
      .takes(ines, 'confirm-more-time', { decision: 'CONFIRMED' });
    road.takes(dev, 'extend-the-time', { toldOn: '2026-10-21' });
    expect(due(road)).toBe('2026-12-01');
    expect(road.history.map((s) => s.id).filter((id) => id === 'extend-the-time')).toHaveLength(2);
  });

  it('CLK-15 §1.2 is refused exactly when the clock refuses it, whatever the day and the months', () => {
    const road = roadTo('SEARCHING');
    const { timeline } = road.state!;
    fc.assert(
      fc.property(fc.nat({ max: 70 }), fc.integer({ min: -1, max: 4 }), (days, months) => {
        const event = { type: 'extended' as const, date: addDays('2026-10-01', days), months };
        const counts = [1, 2].includes(months) && event.date <= '2026-11-01';
        expect(whyNoExtension(timeline, event) === null).toBe(counts);
      }),
    );
    expect(lastDayExtended(timeline, null, 2)).toBeNull();
  });
});
