import type { Need, View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';

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
  holds: (v) => v.item?.facts['answer'] === undefined,
});
export const someSearch = need({
  code: 'some-search',
  clause: '2.7',
  sentence: 'No search has been made yet. The case officer asks for one first.',
  holds: (v) => tasks(v).length > 0,
});
/** SRC-14: nil finds are stated, not skipped. */
export const everySearchAnswered = need({
  code: 'every-search-answered',
  clause: '2.7',
  sentence: 'A search is still open. Its owner answers first, also when nothing is held.',
  holds: (v) => tasks(v).every((t) => t['answer'] !== undefined),
});
/** SEC-12, DSP-11: nobody approves their own reply. */
export const notTheCaseOfficer = need({
  code: 'not-the-case-officer',
  clause: '2.12',
  personal: true,
  sentence: 'You are the case officer. Another DIAO of the directorate approves or returns the reply.',
  holds: (v) => facts(v)['caseOfficer'] !== v.person.id,
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
