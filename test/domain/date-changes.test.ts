import { describe, expect, it } from '@jest/globals';
import { dateChanges } from '../../src/domain/date-changes.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { dev, ines, roadTo, type Road } from '../procedure/road.js';

const changesOf = (road: Road) =>
  dateChanges(road.history, (state) => road.datesOf(state)).map(({ from, to, step, why }) => [from, to, step.id, why?.text ?? '']);
const longer = { ground: 'COMPLEX', months: '1', moreTimeReasons: 'x', likelyOn: '2026-11-20' };

describe('how the date has changed', () => {
  it('CLK-12 §2.6.1 each change has the old date, the new one, the step, and the sentence that is new in the chain', () => {
    const road = roadTo('SEARCHING').on('2026-10-08');
    road.takes(dev, 'ask-for-what-is-missing', {
      items: 'clarity',
      sentOn: '2026-10-08',
      question: 'x',
      offered: 'HOU',
      holdsMuch: 'true',
    });
    road.on('2026-10-15').takes(dev, 'record-what-arrived', { items: 'clarity', arrivedOn: '2026-10-15', answer: 'x' });
    road.takes(dev, 'propose-more-time', longer).takes(ines, 'confirm-more-time', { decision: 'CONFIRMED' });
    road.takes(dev, 'extend-the-time', { toldOn: '2026-10-15' }).takes(dev, 'remove-the-extension', { removedWhy: 'x' });
    expect(changesOf(road).slice(-4)).toEqual([
      ['2026-11-02', null, 'ask-for-what-is-missing', expect.stringContaining('The clock is paused')],
      [null, '2026-11-09', 'record-what-arrived', expect.stringContaining('The clock was paused from')],
      ['2026-11-09', '2026-12-08', 'extend-the-time', expect.stringContaining('we need one month more')],
      ['2026-12-08', '2026-11-09', 'remove-the-extension', ''],
    ]);
  });

  it('CLK-12 §2.11 a correction is a change of its own, and steps that move nothing are none', () => {
    const road = roadTo('AWAITING_REQUESTER').on('2026-10-14');
    road.takes(dev, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-12' });
    const before = changesOf(road).length;
    road.takes(dev, 'add-a-note', { note: 'x', noteOn: '2026-10-14' });
    expect(changesOf(road)).toHaveLength(before);
    const again = road.tries(dev, 'add-a-note', { note: 'x', noteOn: '2026-10-14' });
    if (isRefusal(again) || 'faults' in again) throw new Error('a note is always possible');
    const wrong = road.history.find((s) => s.id === 'record-what-arrived')!;
    const outcome = { ...wrong.outcome, clock: [{ type: 'id_received' as const, date: '2026-10-13' }] };
    road.keeps({ ...road.headerOf(dev, again, wrong.n), id: 'correct-an-earlier-step', outcome });
    expect(changesOf(road).at(-1)).toEqual(['2026-11-12', '2026-11-13', 'correct-an-earlier-step', expect.stringContaining('Tue 13 Oct')]);
  });

  it('CLK-12 the first date is no change, and a case that was only reported has none', () => {
    expect(changesOf(roadTo('LOGGED'))).toEqual([]);
  });
});
