import { describe, expect, it } from '@jest/globals';
import type { DecidedRecord, Reply } from '../../src/letters/case-parts.js';
import { feeNotice } from '../../src/letters/fee-notice.js';
import type { LetterFacts, LetterKind } from '../../src/letters/letter.js';
import { moreTime } from '../../src/letters/more-time.js';
import { closedForNoReply, reminder } from '../../src/letters/no-reply.js';
import { refusalManifest, refusalOther } from '../../src/letters/refusal.js';
import type { Refused } from '../../src/letters/time-parts.js';
import { expectPlain, lacksOf, letterOf, openDocx, textOf } from './text-of.js';

const REVIEW = ['look at this decision again', 'Information Commissioner’s Office'];
const longer: Partial<LetterFacts> = {
  moreTime: { months: 2, reasons: 'There are files in three archives.', likelyOn: '2026-12-15', lastDay: '2027-01-04' },
};
const refused = (ground: Refused['ground'], reasons = 'You sent forty requests this week.'): Partial<LetterFacts> => ({
  refusal: { ground, reasons },
});
const kept = (code: string, cite: boolean, given: DecidedRecord['given'] = 'none'): DecidedRecord => ({
  ...{ dated: '3 March 2024', description: 'Note of the fraud team', source: 'Housing systems', given, place: '' },
  exemption: given === 'whole' ? null : { code, cite },
});
const exempt = (records: DecidedRecord[], undecided: number[] = []): Partial<LetterFacts> => {
  const reply: Reply = { records, undecided, searched: [], statements: [], diao: { post: 'Head of Samples' } };
  return { refusal: { ground: 'EXEMPT', reasons: '' }, reply };
};
const fee: Partial<LetterFacts> = {
  fee: {
    ground: 'EXCESSIVE',
    reasons: 'You ask for every page twice.',
    lines: [{ what: 'Copies: 200 pages at 10p each', pence: 2000 }],
    total: 2000,
  },
};
const waiting = (items: string[]): Partial<LetterFacts> => ({ unanswered: { items, askedOn: '2026-10-05', waitUntil: '2026-11-04' } });

async function expectSaid(kind: LetterKind, facts: Partial<LetterFacts>, said: readonly string[]): Promise<void> {
  const { words } = await openDocx(letterOf(kind, facts));
  for (const line of ['DR-2026-0001', 'Ann Example', '1 October 2026', ...said]) expect(words).toContain(line);
  expectPlain(textOf(letterOf(kind, facts)));
}

describe('the letter about more time', () => {
  it('LTR-09 CLK-06 CLK-07 §1.2 says why, the likely date, the last day, and the right to complain to the regulator', () =>
    expectSaid(moreTime, longer, [
      'There are files in three archives.',
      'We expect to give you the information by Tuesday 15 December 2026.',
      'two more months',
      'by Monday 4 January 2027 at the latest',
      'Information Commissioner’s Office',
    ]));

  it('LTR-09 GEN-05 promises no last day while the clock stands still', () => {
    const text = textOf(letterOf(moreTime, { moreTime: { ...longer.moreTime!, months: 1, lastDay: null } }));
    expect(text).not.toMatch(/at the latest|null/);
  });

  it.each([
    [{}, 'why more time is needed, confirmed by Information Governance'],
    [{ moreTime: { ...longer.moreTime!, likelyOn: '' } }, 'the day on which the information will likely be given'],
  ])('LTR-09 cannot be made with %j, and says so', (facts: Partial<LetterFacts>, lacks) => {
    expect(lacksOf(moreTime, facts)).toContain(lacks);
  });
});

describe('the letters that refuse', () => {
  it.each(['UNFOUNDED', 'EXCESSIVE'] as const)(
    'LTR-07 CLK-08 VAL-11 %s: the decision, the reason, the review, the regulator after it, and the court',
    async (ground) => {
      await expectSaid(refusalManifest, refused(ground), [
        'We will not deal with this request.',
        'forty requests',
        ...REVIEW,
        'ask a court',
      ]);
      expect(lacksOf(refusalManifest, refused(ground, ' '))).toEqual(['why the request is refused, in words for the requester']);
    },
  );

  it('LTR-08 CLK-08 §3.3 too soon after another: the reason, and that they can ask again', () =>
    expectSaid(refusalOther, refused('REPEAT', 'You had it in August.'), [
      'You asked for the same information before',
      'You had it in August.',
      'You can ask again when more time has passed',
      ...REVIEW,
      'ask a court',
    ]));

  it('LTR-08 EXM-06 §3.12 all of it exempt: each exemption that may be named, once, and no other', async () => {
    const facts = exempt([kept('EX-REF', true), kept('EX-CRIME', false), kept('EX-REF', true)]);
    await expectSaid(refusalOther, facts, ['It is a reference that somebody gave in confidence.', ...REVIEW, 'ask a court']);
    expect(textOf(letterOf(refusalOther, facts))).not.toMatch(/crime|fraud|See number/i);
  });

  it('LTR-08 EXM-06 §3.12 all of it kept back in silence: true, whether anything is held or not, and it hints at nothing', async () => {
    const facts = exempt([kept('EX-CRIME', false), kept('EX-TAX', false)]);
    await expectSaid(refusalOther, facts, ['There is no information that we have to give you.', ...REVIEW, 'ask a court']);
    expect(textOf(letterOf(refusalOther, facts))).not.toMatch(
      /crime|tax|fraud|kept back|withh|we do not hold|document|exempt|somebody else/i,
    );
  });

  it('LTR-08 the silent letter is the same whatever is kept back, and however much of it', () => {
    const text = (records: DecidedRecord[]) => textOf(letterOf(refusalOther, exempt(records)));
    expect(text([kept('EX-CRIME', false)])).toBe(text([kept('EX-TAX', false), kept('EX-HEALTH', false), kept('EX-LPP', false)]));
  });

  it.each([
    [exempt([kept('EX-REF', true), kept('', true, 'whole')]), 'a refusal: something is given, so the covering letter is the right one'],
    [exempt([kept('EX-REF', true)], [2]), 'a decision on record 2'],
    [exempt([]), 'the records that are kept back'],
    [{}, 'a refusal that was decided on'],
  ])('LTR-08 cannot be made with %j, and says so', (facts: Partial<LetterFacts>, lacks) => {
    expect(lacksOf(refusalOther, facts)).toContain(lacks);
  });

  it('LTR-07 LTR-08 each is for its own ground', () => {
    expect(lacksOf(refusalOther, refused('EXCESSIVE'))).not.toEqual([]);
    expect(lacksOf(refusalManifest, refused('REPEAT'))).not.toEqual([]);
  });
});

describe('the letter that asks for a fee', () => {
  it('LTR-06 VAL-11 VAL-12 §2.4.4 the decision, the reason, what the fee is made of, its sum, no work before it is paid, and the regulator', () =>
    expectSaid(feeNotice, fee, [
      'this request goes much too far',
      'You ask for every page twice.',
      'Copies: 200 pages at 10p each',
      'The fee is £20.00.',
      'We do not start until you have paid.',
      'in 30 days',
      ...REVIEW,
    ]));

  it('LTR-06 cannot be made before a fee is approved', () => {
    expect(lacksOf(feeNotice)).toEqual(['why there is a fee, approved by the Data Protection Officer']);
    expect(lacksOf(feeNotice, { fee: { ...fee.fee!, total: 0 } })).toEqual(['the lines of the fee worksheet']);
  });
});

describe('the letters to somebody who does not answer', () => {
  it('LTR-10 §2.6.5 the reminder: what is still missing, when it was asked for, and the day after which it may be closed', () =>
    expectSaid(reminder, waiting(['identity', 'clarity']), [
      'proof of who you are',
      'an answer to our question',
      'on 5 October 2026',
      'We wait until Wednesday 4 November 2026.',
      'we may close your request',
    ]));

  it('LTR-11 CLK-04 §2.6.5 the closing: why, how to start again, and the regulator', () =>
    expectSaid(closedForNoReply, waiting(['fee']), [
      'We have closed it.',
      'the fee',
      'We waited until 4 November 2026.',
      'How to start again',
      'Information Commissioner’s Office',
    ]));

  it.each([reminder, closedForNoReply])(
    'LTR-10 LTR-11 $row cannot be made when nothing was asked for, or nobody has words for it',
    (kind) => {
      expect(lacksOf(kind)).toContain('what was asked for and has not come');
      expect(lacksOf(kind, waiting(['shoe size']))).toContain('words for shoe size');
    },
  );
});
