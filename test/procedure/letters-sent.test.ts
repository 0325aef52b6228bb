import { describe, expect, it } from '@jest/globals';
import { letterOffers } from '../../src/procedure/letters.js';
import { recordable, sentBy } from '../../src/procedure/letters-sent.js';
import { procedure } from '../../src/procedure/contents.js';
import { dev, roadTo, rosa } from './road.js';

const sent = { letter: 'reminder', sentOn: '2026-10-01', method: 'POST', letterProof: 'tracking 4711' };
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string }[]).map((f) => f.field) : []);

describe('§1.2 letters that were sent', () => {
  it('LTR-10 LTR-11 §1.2 a letter without a step of its own is recorded with its day and way, and its proof is kept private', () => {
    const road = roadTo('AWAITING_REQUESTER').takes(dev, 'record-a-letter-as-sent', sent);
    expect(road.state?.items['letters']).toEqual({ l1: { letter: 'reminder', sentOn: '2026-10-01', method: 'POST' } });
    expect(JSON.stringify(road.state)).not.toContain('4711');
    road.on('2026-11-02').takes(dev, 'close-for-no-reply', { noReplyReason: 'x' });
    road.takes(dev, 'record-a-letter-as-sent', { ...sent, letter: 'closed-no-reply', sentOn: '2026-11-02' });
    expect(Object.keys(road.state?.items['letters'] ?? {})).toEqual(['l1', 'l2']);
  });

  it('LTR-10 §1.2 only a letter that belongs to the case and to whoever sends it, on a day that can be', () => {
    const awaiting = roadTo('AWAITING_REQUESTER');
    expect(faultsOf(awaiting.tries(dev, 'record-a-letter-as-sent', { ...sent, letter: 'closed-no-reply' }))).toEqual(['letter']);
    expect(faultsOf(awaiting.tries(rosa, 'record-a-letter-as-sent', sent))).toEqual(['letter']);
    expect(faultsOf(awaiting.tries(dev, 'record-a-letter-as-sent', { ...sent, sentOn: '2026-10-02' }))).toEqual(['sentOn']);
    expect(faultsOf(awaiting.tries(dev, 'record-a-letter-as-sent', { ...sent, sentOn: '2026-09-30' }))).toEqual(['sentOn']);
    expect(faultsOf(roadTo('SEARCHING').tries(dev, 'record-a-letter-as-sent', sent))).toEqual(['letter']);
  });

  it('moves no date: the letters that do are recorded by their own steps, which exist and ask for that day', () => {
    const road = roadTo('AWAITING_REQUESTER');
    const before = road.state?.timeline;
    expect(road.takes(dev, 'record-a-letter-as-sent', sent).state?.timeline).toEqual(before);
    for (const { id } of letterOffers) {
      const by = sentBy(id);
      const row = procedure.steps.find((s) => s.id === by?.step);
      if (by) expect([id, row?.asks?.[by.day]?.kind]).toEqual([id, 'date']);
    }
    const own = ['asking-for-what-is-missing', 'more-time', 'fee-notice', 'acknowledgement', 'covering-letter'];
    expect(
      recordable()
        .map((o) => o.value)
        .filter((id) => own.includes(id)),
    ).toEqual([]);
  });
});
