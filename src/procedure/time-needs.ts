import type { Need, View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';

/** What must hold before more time, a refusal or a fee, each once, with the sentence that says whom to move. */
const need = (row: Need): Need => row;
const facts = (view: View): Facts => view.request?.facts ?? {};
const proposal = (view: View): string => String(facts(view)['proposal'] ?? '');

/** A case taken over from an old register may have been extended there, so the timeline is asked and not a fact. */
export const isExtended = (view: Pick<View, 'request'>): boolean =>
  view.request?.timeline.events.some((event) => event.type === 'extended') ?? false;

export const clockStarted = need({
  code: 'clock-started',
  clause: '2.6.1',
  sentence: 'The time to answer has not started yet, so there is nothing to extend.',
  holds: (v) => v.deadline?.start !== null,
});
export const notExtended = need({
  code: 'not-extended',
  clause: '1.2(7)',
  sentence: 'The time has been extended already, and it can be extended only once.',
  holds: (v) => !isExtended(v),
});
export const extended = need({
  code: 'extended',
  clause: '1.2(7)',
  sentence: 'The time has not been extended.',
  holds: isExtended,
});
/** CLK-06: the month is neither rolled nor paused. */
export const withinFirstMonth = need({
  code: 'within-first-month',
  clause: '1.2(7)',
  sentence: 'The month in which the requester can be told of more time is over. A weekend or a pause does not move its end.',
  holds: (v) => !v.deadline?.extensionNoticeBy || v.today <= v.deadline.extensionNoticeBy,
});
export const noMoreTimeProposed = need({
  code: 'no-more-time-proposed',
  clause: '1.2(7)',
  sentence: 'More time has been proposed already.',
  holds: (v) => facts(v)['moreTime'] === undefined,
});
export const moreTimeProposed = need({
  code: 'more-time-proposed',
  clause: '1.2(7)',
  sentence: 'No more time is proposed. The DIAO does that first.',
  holds: (v) => facts(v)['moreTime'] === 'PROPOSED',
});
export const notWhoProposedMoreTime = need({
  code: 'not-who-proposed-more-time',
  clause: '1.2(7)',
  personal: true,
  sentence: 'You proposed it. A colleague in Information Governance decides.',
  holds: (v) => facts(v)['moreTimeBy'] !== v.person.id,
});
export const moreTimeConfirmed = need({
  code: 'more-time-confirmed',
  clause: '1.2(7)',
  sentence: 'The Information Governance team has not confirmed that more time is needed.',
  holds: (v) => facts(v)['moreTime'] === 'CONFIRMED',
});

export const nothingProposed = need({
  code: 'nothing-proposed',
  clause: '2.4.4',
  sentence: 'A fee or a refusal is proposed already. Go on without it first, if it is to be weighed anew.',
  holds: (v) => ['', 'ADVISED'].includes(proposal(v)),
});
export const noFeeAsked = need({
  code: 'no-fee-asked',
  clause: '2.4.4',
  sentence: 'A fee was asked for or paid: then the request is complied with, not refused.',
  holds: (v) => facts(v)['fee'] === undefined,
});
export const proposalToCheck = need({
  code: 'proposal-to-check',
  clause: '2.4.4',
  sentence: 'No fee or refusal is waiting for the view of Information Governance.',
  holds: (v) => ['ADVICE', 'FEE_TO_CHECK', 'REFUSE_TO_CHECK'].includes(proposal(v)),
});
export const proposalToDecide = need({
  code: 'proposal-to-decide',
  clause: '2.4.4',
  sentence: 'No fee or refusal is waiting for the Data Protection Officer. Information Governance looks at it first.',
  holds: (v) => ['FEE_TO_DECIDE', 'REFUSE_TO_DECIDE'].includes(proposal(v)),
});
export const notWhoProposedIt = need({
  code: 'not-who-proposed-it',
  clause: '2.4.4',
  personal: true,
  sentence: 'You proposed it. Somebody else decides.',
  holds: (v) => facts(v)['proposalBy'] !== v.person.id,
});
export const refusalConsidered = need({
  code: 'refusal-considered',
  clause: '2.4.4',
  sentence: 'Neither a refusal nor a fee is being considered.',
  holds: (v) => facts(v)['refusing'] !== undefined || proposal(v) !== '',
});
export const refusalApproved = need({
  code: 'refusal-approved',
  clause: '2.4.4',
  sentence: 'No refusal has been decided on. It is weighed first, and the Data Protection Officer approves it.',
  holds: (v) => proposal(v) === 'REFUSE_APPROVED',
});
export const feeToCost = need({
  code: 'fee-to-cost',
  clause: '2.4.4(2)',
  sentence: 'No fee is wanted, or its worksheet is filled in already. The request is weighed first.',
  holds: (v) => proposal(v) === 'FEE_TO_COST',
});
export const feeApproved = need({
  code: 'fee-approved',
  clause: '2.4.4(2)',
  sentence: 'The Data Protection Officer has not approved a fee.',
  holds: (v) => proposal(v) === 'FEE_APPROVED',
});
export const feeAwaited = need({
  code: 'fee-awaited',
  clause: '2.6.1(e)',
  sentence: 'No fee is awaited.',
  holds: (v) => facts(v)['fee'] === 'ASKED',
});
export const feeQuestionOpen = need({
  code: 'fee-question-open',
  clause: '2.4.4',
  sentence: 'No question about a fee is waiting for an answer.',
  holds: (v) => facts(v)['feeQuestionOn'] !== undefined,
});
