import { choice, date, longText, number, optionalText } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { feeLines, feeRates, feeTotal, pounds } from '../fees.js';
import { callCentre, diao, dpo, igTeam } from '../roles.js';
import { assessing, assigned, awaiting, searching, validating } from '../stages.js';
import { feeApproved, feeAwaited, feeToCost, notWhoProposedIt, proposalToCheck, proposalToDecide } from '../time-needs.js';

/** §2.4.4, G-FEE: the DIAO proposes a fee or a refusal, Information Governance looks at it, the Data Protection Officer decides (OP-11). */
const inHand = [validating, assigned, searching, assessing];
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');
const isFee = (view: View): boolean => fact(view, 'proposal').startsWith('FEE');

const amounts = {
  feeMinutes: number('Minutes of staff time', { max: 100_000, hint: `Charged at ${pounds(feeRates.staffHour)} an hour` }),
  feePages: number('Pages copied', { max: 100_000, hint: `Charged at ${feeRates.copiedPage}p each`, preset: '0' }),
  feePost: number('Post and packing, in pence', { max: 1_000_000, preset: '0', hint: '£2.50 is 250' }),
  feeOther: number('Anything else, in pence', { max: 1_000_000, preset: '0' }),
};

export const fillInTheFeeWorksheet = step({
  clause: '2.4.4(2)',
  rows: ['VAL-12'],
  title: 'Fill in the fee worksheet',
  about: 'A fee covers what it costs to comply and nothing more. The sum is made from these lines, and the requester is shown them.',
  done: 'filled in the fee worksheet',
  next: 'Fill in what complying would cost, so that the fee can be decided.',
  by: [diao],
  at: [validating],
  needs: [feeToCost],
  correctable: true,
  asks: { ...amounts, feeNote: optionalText('What is the rest for?', { maxLength: 400, hint: 'Needed when there is anything else' }) },
  check: (_view, { feeNote, ...lines }) => [
    ...(feeTotal(lines) === 0 ? [{ field: 'feeMinutes', sentence: 'With nothing to pay there is no fee. Go on without it.' }] : []),
    ...(lines.feeOther > 0 && !feeNote ? [{ field: 'feeNote', sentence: 'Say what it is for.' }] : []),
  ],
  then: (_view, { feeNote: _note, ...lines }) => ({
    set: { ...lines, feeTotal: feeTotal(lines), proposal: 'FEE_TO_CHECK' },
    tell: [{ template: 'look-at-proposal', to: { role: igTeam.code } }],
  }),
});

export const lookAtTheProposal = step({
  clause: '2.4.4',
  rows: ['VAL-09'],
  title: 'Give your view on it',
  about: 'Is it plainly unfounded or excessive on its own facts? Is the fee what it costs? The Data Protection Officer reads your view.',
  done: 'gave a view on the fee or refusal',
  next: 'A fee or a refusal is weighed. Information Governance gives its view.',
  by: [igTeam],
  at: inHand,
  needs: [proposalToCheck],
  asks: {
    view: choice('What do you say?', {
      options: [
        { value: 'FOR', title: 'The grounds are there' },
        { value: 'AGAINST', title: 'They are not: the request should be dealt with' },
      ],
    }),
    igView: longText('Why?', { maxLength: 1000 }),
  },
  then: (view, answers) => {
    const asked = fact(view, 'proposal') === 'ADVICE';
    return {
      set: { proposal: asked ? 'ADVISED' : isFee(view) ? 'FEE_TO_DECIDE' : 'REFUSE_TO_DECIDE', igSays: answers.view },
      tell: [
        asked ? { template: 'view-given', to: { person: fact(view, 'diao') } } : { template: 'decide-proposal', to: { role: dpo.code } },
      ],
    };
  },
});

export const decideOnTheProposal = step({
  clause: '2.4.4',
  rows: ['VAL-10', 'VAL-12', 'VAL-13'],
  title: 'Decide on the fee or refusal',
  about: 'Your decision is what the requester is told, with the right to challenge it.',
  done: 'decided on the fee or refusal',
  next: 'A fee or a refusal is proposed. The Data Protection Officer decides.',
  by: [dpo],
  at: inHand,
  needs: [proposalToDecide, notWhoProposedIt],
  asks: {
    decision: choice('Do you approve it?', {
      options: [
        { value: 'APPROVED', title: 'Approve' },
        { value: 'DECLINED', title: 'No: the request is dealt with, free of charge' },
      ],
    }),
    dpoWhy: longText('Why?', { maxLength: 1000 }),
  },
  then: (view, { decision }) => ({
    set:
      decision === 'APPROVED'
        ? { proposal: isFee(view) ? 'FEE_APPROVED' : 'REFUSE_APPROVED', proposalDecidedOn: view.today }
        : { proposal: null, refusing: null, proposalBy: null, mueGround: null },
    tell: [{ template: 'proposal-decided', to: { person: fact(view, 'diao') } }],
  }),
});

export const askForTheFee = step({
  clause: '2.4.4(2)',
  rows: ['VAL-12', 'CLK-02', 'LTR-06'],
  title: 'Ask for the fee',
  about: 'Within seven days of the decision. Nothing need be done until it is paid; the month starts on the day it is.',
  done: 'asked the requester for a fee',
  next: 'Send the letter that asks for the fee, then record the day it left.',
  by: [diao],
  at: [validating],
  needs: [feeApproved],
  correctable: true,
  asks: { sentOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }) },
  check: (view, { sentOn }) =>
    sentOn < fact(view, 'proposalDecidedOn') ? [{ field: 'sentOn', sentence: 'This is before the fee was approved.' }] : [],
  then: (_view, { sentOn }) => ({
    stage: awaiting.code,
    set: { fee: 'ASKED', feeAskedOn: sentOn, proposal: null },
    clock: [
      { type: 'fee_requested', date: sentOn },
      { type: 'info_letter_sent', date: sentOn },
    ],
  }),
});

export const recordThePayment = step({
  clause: '2.6.1(e)',
  rows: ['CLK-02'],
  title: 'Record the payment',
  about: 'The month starts on the day the money reached us.',
  done: 'recorded that the fee was paid',
  next: 'Wait for the fee. Record it on the day it reaches us.',
  by: [diao, callCentre],
  at: [awaiting],
  needs: [feeAwaited],
  correctable: true,
  asks: { paidOn: date('Paid on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }) },
  check: (view, { paidOn }) =>
    paidOn < fact(view, 'feeAskedOn') ? [{ field: 'paidOn', sentence: 'This is before the letter that asked for it was sent.' }] : [],
  then: (_view, { paidOn }) => ({
    stage: validating.code,
    set: { fee: 'PAID', feePaidOn: paidOn },
    clock: [{ type: 'fee_paid', date: paidOn }],
  }),
});

/** The lines of the worksheet of this case, for the card and the letter. */
export const worksheetOf = (view: Pick<View, 'request'>) => feeLines(view.request?.facts ?? {});
