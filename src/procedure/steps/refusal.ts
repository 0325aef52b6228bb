import { choice, date, longText, optionalLongText, text } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { step, type Effects, type View } from '../../domain/step.js';
import { deliveries } from '../closing.js';
import { conclusions, excessive, lastRefusalDay, refusalResult, repeatConclusions, repeatHintMonths } from '../refusing.js';
import { diao, igTeam } from '../roles.js';
import { assessing, assigned, dispatched, searching, validating } from '../stages.js';
import { noFeeAsked, nothingProposed, refusalApproved, refusalConsidered } from '../time-needs.js';

/** §2.4.4, §3.2, §3.3: a refusal of the whole request, weighed first, told with its reasons and the right to challenge it. */
const inHand = [validating, assigned, searching, assessing];
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');
const NOT_REFUSING = { refusing: null, proposal: null, proposalBy: null, mueGround: null };
const TOLD = 'Why, in plain words for the requester';

/** VAL-14: cost, time and difficulty against the harm of withholding; more harm, less scope to refuse. */
const weighing = {
  costNote: longText('What would it cost?', { section: 'On the one side', maxLength: 600 }),
  timeNote: longText('How long would it take?', { maxLength: 600 }),
  difficultyNote: longText('How hard is it?', { maxLength: 600 }),
  harmNote: longText('What harm does it do the person to go without?', {
    section: 'On the other side',
    maxLength: 600,
    hint: 'The more harm, the less scope to refuse',
  }),
};

export const weighTheRequest = step({
  clause: '2.4.4',
  rows: ['VAL-09', 'VAL-10', 'VAL-11', 'VAL-14'],
  title: 'Weigh a fee or refusal',
  about:
    'A request is free, unless it is plainly unfounded or excessive on its own facts. Then a fee or a refusal may be proposed, and the Data Protection Officer decides.',
  done: 'weighed whether the request is unfounded or excessive',
  by: [diao],
  at: inHand,
  needs: [nothingProposed, noFeeAsked],
  asks: {
    ground: choice('What might it be?', { options: excessive }),
    ...weighing,
    conclusion: choice('And so?', { options: conclusions, preset: 'GO_ON' }),
    whyTold: optionalLongText(TOLD, { maxLength: 1000, hint: 'Needed for a fee or a refusal. It goes into the letter as it stands' }),
  },
  check: (view, { conclusion, whyTold }) => [
    ...(conclusion === 'FEE' && view.request?.stage !== validating.code
      ? [{ field: 'conclusion', sentence: 'A fee is asked for before the case officer is named, not after.' }]
      : []),
    ...(['FEE', 'REFUSE'].includes(conclusion) ? needsWords(whyTold) : []),
  ],
  then: (view, { ground, conclusion }) => ({
    set: { ...NOT_REFUSING, weighedOn: view.today, ...proposalOf(view, ground, conclusion) },
    ...(['ASK_IG', 'REFUSE'].includes(conclusion) && { tell: [{ template: 'look-at-proposal', to: { role: igTeam.code } }] }),
  }),
});

const needsWords = (whyTold: string | undefined): AnswerFault[] =>
  whyTold ? [] : [{ field: 'whyTold', sentence: 'The requester must be told why.' }];
const PROPOSED: Readonly<Record<string, string>> = { ASK_IG: 'ADVICE', FEE: 'FEE_TO_COST', REFUSE: 'REFUSE_TO_CHECK' };

function proposalOf(view: View, ground: string, conclusion: string): NonNullable<Effects['set']> {
  const proposal = PROPOSED[conclusion];
  if (proposal === undefined) return {};
  return { proposal, proposalBy: view.person.id, mueGround: ground, ...(conclusion !== 'FEE' && { refusing: 'MUE' }) };
}

export const weighARepeat = step({
  clause: '3.3',
  rows: ['VAL-11', 'VAL-15', 'VAL-16'],
  title: 'Weigh a repeat',
  about: `The same or a similar request needs no answer until a reasonable time has passed. No number is set; after about ${repeatHintMonths} months it is hard to call it too soon.`,
  done: 'weighed whether the request came too soon after another',
  by: [diao],
  at: inHand,
  needs: [nothingProposed, noFeeAsked],
  looksForRepeats: true,
  asks: {
    earlier: text('Which earlier request, and when was it answered?', { hint: 'For example DR-2026-0148, answered 3 March' }),
    earlierScope: longText('What did the earlier request ask for?', { section: 'Side by side', maxLength: 600 }),
    laterScope: longText('What does this one ask for?', { maxLength: 600 }),
    overlap: choice('Is it the same information?', {
      options: [
        { value: 'SAME', title: 'Yes, all of it' },
        { value: 'OTHER', title: 'No: some of it was not asked for before' },
      ],
    }),
    natureNote: longText('What kind of information is it?', { section: 'What to weigh', maxLength: 600 }),
    purposeNote: longText('What does the council use it for?', { maxLength: 600 }),
    changeNote: longText('How often does it change?', { maxLength: 600 }),
    conclusion: choice('And so?', { options: repeatConclusions, preset: 'GO_ON' }),
    whyTold: optionalLongText(TOLD, { maxLength: 1000, hint: 'Needed for a refusal. It goes into the letter as it stands' }),
  },
  check: (_view, { overlap, conclusion, whyTold }) => {
    if (conclusion !== 'REFUSE') return [];
    const other = { field: 'overlap', sentence: 'What was not asked for before cannot be refused as a repeat. Go on, at least with that.' };
    return [...(overlap === 'OTHER' ? [other] : []), ...needsWords(whyTold)];
  },
  then: (view, { conclusion }) => ({
    set: {
      ...NOT_REFUSING,
      weighedOn: view.today,
      ...(conclusion === 'REFUSE' && { refusing: 'REPEAT', proposal: 'REFUSE_APPROVED', proposalBy: view.person.id }),
    },
  }),
});

export const goOnWithIt = step({
  clause: '2.4.4',
  rows: ['VAL-10'],
  title: 'Go on without refusing',
  about: 'Drops what was proposed. The request is dealt with as any other, free of charge.',
  done: 'dropped the refusal or fee that was considered',
  by: [diao],
  at: inHand,
  needs: [refusalConsidered],
  asks: { goOnWhy: longText('Why?', { maxLength: 1000 }) },
  then: () => ({ set: NOT_REFUSING }),
});

export const refuseTheRequest = step({
  clause: '1.2(9)',
  rows: ['CLK-08', 'VAL-11', 'LTR-07', 'LTR-08'],
  title: 'Refuse the request',
  about:
    'The letter gives the reasons, the review, the regulator and the court. It must leave within one month of the start. Send it, then record the day.',
  done: 'refused the request and told the requester why',
  next: 'Send the letter that refuses the request, then record the day it left.',
  by: [diao],
  at: inHand,
  needs: [refusalApproved],
  correctable: true,
  asks: {
    toldOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    method: choice('How did it leave?', { options: deliveries, preset: 'SECURE_MAIL' }),
    proof: text('Proof of sending', { hint: 'Tracking number or message reference' }),
  },
  check: (view, { toldOn }) => (toldOn < fact(view, 'weighedOn') ? [{ field: 'toldOn', sentence: 'This is before it was weighed.' }] : []),
  then: (view, { toldOn, method }) => {
    const start = view.deadline?.start;
    return {
      stage: dispatched.code,
      set: {
        ...{ result: refusalResult(fact(view, 'refusing')), sentOn: toldOn, method },
        ...{ refusing: null, proposal: null, refusedOn: toldOn, refusedLate: Boolean(start && toldOn > lastRefusalDay(start)) },
      },
      clock: [{ type: 'responded', date: toldOn }],
    };
  },
});
