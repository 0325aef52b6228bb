import type { RequestState } from '../domain/subject-request.js';
import type { LetterOffer } from './letters.js';
import { caseOfficer, diao, dpo, igTeam } from './roles.js';
import { isKeptBack, isListed } from './schedule.js';
import { approval, assessing, assigned, awaiting, closed, dispatched, readyToSend, searching, validating } from './stages.js';

/** Letters about time, money and refusals, each offered once the decision that it tells of is made. */
const offer = (row: Omit<LetterOffer, 'by'>): LetterOffer => ({ by: [diao, caseOfficer, igTeam, dpo], ...row });
const inHand = [validating, assigned, searching, assessing];
const is = (state: RequestState, name: string, ...values: string[]): boolean => values.includes(String(state.facts[name]));

/** Every record on the schedule is decided, and none of them is given. */
const nothingGiven = ({ items }: RequestState): boolean => {
  const listed = Object.values(items['records'] ?? {}).filter(isListed);
  return listed.length > 0 && listed.every((r) => isKeptBack(r) && r['decision'] === 'WITHHOLD');
};

export const lettersOfTime: readonly LetterOffer[] = [
  offer({
    id: 'more-time',
    rows: ['LTR-09', 'CLK-06', 'CLK-07'],
    clause: '2.6.4',
    title: 'We need more time',
    about: 'Says why, and when the information will likely come. The day it leaves is the day to record.',
    at: [...inHand, awaiting, approval, readyToSend],
    when: (state) => is(state, 'moreTime', 'CONFIRMED', 'TOLD'),
  }),
  offer({
    id: 'refusal-unfounded-or-excessive',
    rows: ['LTR-07', 'CLK-08', 'VAL-11'],
    clause: '2.4.4',
    title: 'Refusal: unfounded or excessive',
    about: 'The decision, its reason, the review, the regulator and the court.',
    at: [...inHand, dispatched],
    when: (state) => (is(state, 'refusing', 'MUE') && is(state, 'proposal', 'REFUSE_APPROVED')) || is(state, 'result', 'REFUSED_MUE'),
  }),
  offer({
    id: 'refusal',
    rows: ['LTR-08', 'CLK-08'],
    clause: '1.2',
    title: 'Refusal: nothing can be given',
    about: 'For a request that came too soon, from somebody who may not ask, or one of which everything is kept back, named or in silence.',
    at: [...inHand, approval, readyToSend, dispatched],
    when: (state) =>
      (is(state, 'refusing', 'REPEAT') && is(state, 'proposal', 'REFUSE_APPROVED')) ||
      (is(state, 'refusing', 'ENTITLEMENT') && is(state, 'proposal', 'REFUSE_APPROVED')) ||
      is(state, 'result', 'REFUSED_REPEAT', 'REFUSED_ENTITLEMENT') ||
      nothingGiven(state),
  }),
  offer({
    id: 'fee-notice',
    rows: ['LTR-06', 'VAL-11', 'VAL-12'],
    clause: '2.4.4',
    title: 'Asking for a fee',
    about: 'The decision, its reason, what the fee is made of, and that nothing is done until it is paid.',
    at: [validating, awaiting],
    when: (state) => is(state, 'proposal', 'FEE_APPROVED') || is(state, 'fee', 'ASKED'),
  }),
  offer({
    id: 'reminder',
    rows: ['LTR-10'],
    clause: '2.6.5',
    title: 'Reminder: something is still missing',
    about: 'What we still wait for, and the day after which the request may be closed.',
    at: [awaiting],
  }),
  offer({
    id: 'closed-no-reply',
    rows: ['LTR-11'],
    clause: '2.6.5',
    title: 'Closed: no reply came',
    about: 'Why the request is closed, and how to start again.',
    at: [closed],
    when: (state) => is(state, 'outcome', 'CLOSED_NO_REPLY', 'CLOSED_FEE_UNPAID'),
  }),
];
