import { actsFor } from '../domain/person.js';
import type { Need, View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';
import { isSearchSettled } from './records.js';

/** What must hold before a step, each once, with the sentence that says whom to move. */
const need = (row: Need): Need => row;
const facts = (view: View): Facts => view.request?.facts ?? {};
const tasks = (view: View): Facts[] => Object.values(view.request?.items['tasks'] ?? {});

export const identityNotSettled = need({
  code: 'identity-not-settled',
  clause: '2.4.3',
  sentence: 'Identity is settled already. Correct the earlier step if it is wrong.',
  holds: (v) => facts(v)['identity'] === undefined,
});
export const identitySettled = need({
  code: 'identity-settled',
  clause: '2.4.3',
  sentence: 'Identity is not settled yet. The DIAO confirms it first.',
  holds: (v) => facts(v)['identity'] !== undefined,
});
export const nothingAwaited = need({
  code: 'nothing-awaited',
  clause: '2.6.2',
  sentence: 'Something asked for is still awaited. Record what arrived before asking for more.',
  holds: (v) => !hasAwaited(v),
});
/** §2.6.5: the day after the last day to wait. */
export const noReplyInTime = need({
  code: 'no-reply-in-time',
  clause: '2.6.5',
  sentence: 'The thirty days have not passed yet. Wait, or record what arrived.',
  holds: (v) => Boolean(v.deadline?.noReplyUntil && v.today > v.deadline.noReplyUntil),
});
export const somethingAwaited = need({
  code: 'something-awaited',
  clause: '2.6.1',
  sentence: 'Nothing is awaited from the requester.',
  holds: (v) => hasAwaited(v),
});
const hasAwaited = (v: View): boolean => ((facts(v)['awaiting'] as string[] | undefined) ?? []).length > 0;
export const notYetValid = need({
  code: 'not-yet-valid',
  clause: '2.4.1',
  sentence: 'The request has been confirmed as valid already.',
  holds: (v) => facts(v)['validOn'] === undefined,
});
export const requestValid = need({
  code: 'request-valid',
  clause: '2.4.1',
  sentence: 'The request is not confirmed as valid yet. The DIAO does that first.',
  holds: (v) => facts(v)['validOn'] !== undefined,
});
export const notAcknowledged = need({
  code: 'not-acknowledged',
  clause: '3.7',
  sentence: 'The acknowledgement has been recorded already.',
  holds: (v) => facts(v)['acknowledgedOn'] === undefined,
});
export const searchOpen = need({
  code: 'search-open',
  clause: '2.7',
  sentence: 'This search has been answered already. Correct the earlier step if the answer is wrong.',
  holds: (v) => !isSearchSettled(v.item?.facts ?? {}),
});
export const searchAwaited = need({
  code: 'search-awaited',
  clause: '2.7',
  sentence: 'This search was answered as not theirs. The case officer passes it on or withdraws it.',
  holds: (v) => v.item?.facts['answer'] !== 'NOT_OURS',
});
export const mailNotScoped = need({
  code: 'mail-not-scoped',
  clause: '2.7.1',
  sentence: 'The questions about mail have been answered. Correct the earlier step if an answer is wrong.',
  holds: (v) => facts(v)['mailScopedOn'] === undefined,
});
export const someSearch = need({
  code: 'some-search',
  clause: '2.7',
  sentence: 'No search has been made yet. The case officer asks for one first.',
  holds: (v) => tasks(v).some((t) => t['answer'] !== 'WITHDRAWN'),
});
/** SRC-14: nil finds are stated, not skipped. */
export const everySearchAnswered = need({
  code: 'every-search-answered',
  clause: '2.7',
  sentence: 'A search is still open. Its owner answers first, also when nothing is held.',
  holds: (v) => tasks(v).every(isSearchSettled),
});
/** SEC-12, DSP-11: nobody approves their own reply. */
export const notTheCaseOfficer = need({
  code: 'not-the-case-officer',
  clause: '2.12',
  personal: true,
  sentence: 'You are the case officer. Another DIAO of the directorate approves or returns the reply.',
  // Whoever stands in for the case officer is the case officer here.
  holds: (v) => !actsFor(v.person, facts(v)['caseOfficer'], v.today),
});
export const hasCaseOfficer = need({
  code: 'has-case-officer',
  clause: '2.3.3',
  sentence: 'No case officer is named yet. The DIAO names one first.',
  holds: (v) => facts(v)['caseOfficer'] !== undefined,
});
export const alreadyAccepted = need({
  code: 'already-accepted',
  clause: '2.3.4',
  sentence: 'No DIAO has accepted it yet. It can still be allocated as usual.',
  holds: (v) => facts(v)['diao'] !== undefined,
});

export const notYetChecked = need({
  code: 'not-yet-checked',
  clause: '2.12.1',
  sentence: 'The checklist is done already.',
  holds: (v) => facts(v)['checkedOn'] === undefined,
});
export const checkedBeforeSending = need({
  code: 'checked-before-sending',
  clause: '2.12.1',
  sentence: 'The checklist is not done yet. The case officer goes through it first.',
  holds: (v) => facts(v)['checkedOn'] !== undefined,
});
export const addressTyped = need({
  code: 'address-typed',
  clause: '2.12.1',
  sentence: 'The case officer has not typed the address yet.',
  holds: (v) => facts(v)['addressMark'] !== undefined,
});
/** DSP-04: two people, so that one slip of the finger cannot send a life to a stranger. */
export const notWhoTypedTheAddress = need({
  code: 'not-who-typed-the-address',
  clause: '2.12.1',
  personal: true,
  sentence: 'You typed it the first time. A colleague types it again.',
  holds: (v) => !actsFor(v.person, facts(v)['addressBy'], v.today),
});
export const addressNotConfirmed = need({
  code: 'address-not-confirmed',
  clause: '2.12.1',
  sentence: 'The address has been typed twice and agrees.',
  holds: (v) => facts(v)['addressConfirmedBy'] === undefined,
});
export const addressConfirmed = need({
  code: 'address-confirmed',
  clause: '2.12.1',
  sentence: 'The address was not typed twice. A colleague of the case officer types it again.',
  holds: (v) => facts(v)['addressConfirmedBy'] !== undefined,
});
