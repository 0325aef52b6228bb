import { describe, expect, it } from '@jest/globals';
import { lettersFor } from '../../src/usecases/letters/which.js';
import { dev, dora, ines, ola, roadTo, rosa, type Road } from './road.js';
import { ofExemption } from '../support/exemption-answers.js';

const titlesFor = (road: Road): string[] => lettersFor(road.view(dev)).map((o) => o.title);
const notes = { costNote: 'x', timeNote: 'x', difficultyNote: 'x', harmNote: 'x' };
const weigh = (conclusion: string) => ({ ground: 'EXCESSIVE', ...notes, conclusion, whyTold: 'x' });
const view = { view: 'FOR', igView: 'x' };
const yes = { decision: 'APPROVED', dpoWhy: 'x' };

describe('the letters about time, money and refusals', () => {
  it('LTR-09 CLK-06 CLK-07 §1.2 the letter about more time is there once it is confirmed', () => {
    const road = roadTo('SEARCHING');
    expect(titlesFor(road)).not.toContain('We need more time');
    road.takes(dev, 'propose-more-time', { ground: 'COMPLEX', months: '2', moreTimeReasons: 'x', likelyOn: '2026-12-15' });
    expect(titlesFor(road)).not.toContain('We need more time');
    expect(titlesFor(road.takes(ines, 'confirm-more-time', { decision: 'CONFIRMED' }))).toContain('We need more time');
  });

  it('LTR-07 CLK-08 VAL-11 §2.4.4 the refusal is there once the Data Protection Officer has approved it, and after it has left', () => {
    const road = roadTo('VALIDATING').takes(dev, 'weigh-the-request', weigh('REFUSE')).takes(ines, 'look-at-the-proposal', view);
    expect(titlesFor(road)).not.toContain('Refusal: unfounded or excessive');
    expect(titlesFor(road.takes(dora, 'decide-on-the-proposal', yes))).toContain('Refusal: unfounded or excessive');
    road.takes(dev, 'refuse-the-request', { toldOn: '2026-10-01', method: 'SECURE_MAIL', proof: 'x' });
    expect(titlesFor(road)).toContain('Refusal: unfounded or excessive');
    expect(lettersFor(road.view(rosa)).map((o) => o.id)).not.toContain('refusal-unfounded-or-excessive');
  });

  it('LTR-08 CLK-08 §3.12 the other refusal is there when everything is kept back, also in silence, and not while something is given', () => {
    const road = roadTo('ASSESSING').takes(ola, 'add-records', { ...record, giveNow: 'false' });
    expect(titlesFor(road)).not.toContain('Refusal: nothing can be given');
    const silent = { ...ofExemption['EX-CRIME'], exemption: 'EX-CRIME', cite: 'false', silenceWhy: 'it would tip them off' };
    road.takes(ola, 'redact-or-withhold', { decision: 'WITHHOLD', fromPage: '1', what: 'x', why: 'x', ...silent }, 'r1');
    expect(titlesFor(road)).toContain('Refusal: nothing can be given');
    expect(titlesFor(road.takes(ola, 'add-records', { ...record, giveNow: 'true' }))).not.toContain('Refusal: nothing can be given');
  });

  it('LTR-06 VAL-11 VAL-12 §2.4.4 the letter about a fee is there once it is approved; LTR-10 the reminder while it is awaited', () => {
    const lines = { feeMinutes: '60', feePages: '0', feePost: '0', feeOther: '0' };
    const road = roadTo('VALIDATING').takes(dev, 'weigh-the-request', weigh('FEE')).takes(dev, 'fill-in-the-fee-worksheet', lines);
    expect(titlesFor(road)).not.toContain('Asking for a fee');
    road.takes(ines, 'look-at-the-proposal', view).takes(dora, 'decide-on-the-proposal', yes);
    expect(titlesFor(road)).toContain('Asking for a fee');
    expect(titlesFor(road)).not.toContain('Reminder: something is still missing');
    road.takes(dev, 'ask-for-the-fee', { sentOn: '2026-10-01' });
    expect(titlesFor(road)).toContain('Reminder: something is still missing');
  });

  it('LTR-11 CLK-04 §2.6.5 the letter that it is closed is there only where it was closed for want of a reply', () => {
    const road = roadTo('AWAITING_REQUESTER').on('2026-11-02').takes(dev, 'close-for-no-reply', { noReplyReason: 'x' });
    expect(titlesFor(road)).toContain('Closed: no reply came');
    expect(titlesFor(roadTo('CLOSED'))).toEqual([]);
  });
});
const record = { kind: 'LETTER', source: 't1', count: '1', recordPages: '2', description: 'a note', about: 'PERSON' };
