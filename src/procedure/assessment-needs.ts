import type { Need, View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';
import { answersByCard, backs, waitsFor } from './consultees.js';
import { consultsOf, isDecided, isKeptBack, isListed, recordsOf } from './schedule.js';

/** What must hold before a record is decided, and before the reply may be submitted; each sentence says whom to move. */
const need = (row: Need): Need => row;
const item = (view: View): Facts => view.item?.facts ?? {};
const listed = (view: View): [string, Facts][] => Object.entries(recordsOf(view)).filter(([, r]) => isListed(r));

export const recordUndecided = need({
  code: 'record-undecided',
  clause: '2.8',
  sentence: 'This record is decided already. Press “Decide again” first.',
  holds: (v) => !isDecided(item(v)),
});
export const recordDecided = need({
  code: 'record-decided',
  clause: '2.8',
  sentence: 'This record is not decided yet.',
  holds: (v) => isDecided(item(v)),
});
export const aboutSomebodyElse = need({
  code: 'about-somebody-else',
  clause: '2.9',
  sentence: 'This record was not entered as one that identifies somebody else.',
  holds: (v) => item(v)['about'] === 'OTHER',
});
export const nobodyElse = need({
  code: 'nobody-else',
  clause: '2.9',
  sentence: 'This record also identifies somebody else. The case officer weighs that first.',
  holds: (v) => item(v)['about'] !== 'OTHER',
});
export const silenceAsked = need({
  code: 'silence-asked',
  clause: '3.12',
  sentence: 'Nobody asks to stay silent about this record.',
  holds: (v) => item(v)['silence'] === 'ASKED',
});
export const viewAwaited = need({
  code: 'view-awaited',
  clause: '3.1',
  sentence: 'This view has been recorded, or is not needed any more.',
  holds: (v) => item(v)['answeredOn'] === undefined && item(v)['dropped'] !== true,
});

export const answeredElsewhere = need({
  code: 'answered-elsewhere',
  clause: '3.1',
  sentence: 'Whoever was asked has a post here and answers on their own card.',
  holds: (v) => !answersByCard(item(v)['who']),
});

export const somethingEntered = need({
  code: 'something-entered',
  clause: '2.8',
  sentence: 'Something was found and nothing is on the schedule. The case officer enters the records first.',
  holds: (v) => listed(v).length > 0 || !Object.values(v.request?.items['tasks'] ?? {}).some((t) => t['answer'] === 'FOUND'),
});
export const someRecordUndecided = need({
  code: 'some-record-undecided',
  clause: '2.8',
  sentence: 'No record is waiting for a decision.',
  holds: (v) => listed(v).some(([, r]) => !isDecided(r)),
});
/** ASS-01, EXM-07: each record is looked at by itself; everything not exempt is given. */
export const everyRecordDecided = need({
  code: 'every-record-decided',
  clause: '2.8',
  sentence: 'A record is undecided. The case officer decides: give, redact or withhold.',
  holds: (v) => listed(v).every(([, r]) => isDecided(r)),
});
/** T4: nothing is released before these have answered. */
export const everyViewIn = need({
  code: 'every-view-in',
  clause: '3.1',
  sentence: 'Somebody whose view the reply waits for has not answered. The case officer asks again and records the answer.',
  holds: (v) => Object.values(consultsOf(v)).every((c) => c['blocks'] !== true || c['answeredOn'] !== undefined || c['dropped'] === true),
});
/** T4, OP-19: each exemption that needs somebody's word has it, and the word of a health professional is not older than six months. */
export const everyWordCounts = need({
  code: 'every-word-counts',
  clause: '3.1',
  sentence:
    'A record is kept back without the word of whoever has to be asked, or on a health opinion older than six months. Decide that record again, so that they are asked.',
  holds: (v) =>
    listed(v).every(
      ([record, r]) =>
        !isKeptBack(r) || waitsFor(r) === null || Object.values(consultsOf(v)).some((c) => backs(c, { record, code: r['code'] }, v.today)),
    ),
});
/** §2.9: nothing that also identifies somebody else is given, whole or in part, before that is weighed. */
export const everyThirdPartyWeighed = need({
  code: 'every-third-party-weighed',
  clause: '2.9',
  sentence: 'A record that identifies somebody else was not weighed. The case officer decides that record again.',
  holds: (v) => listed(v).every(([, r]) => r['about'] !== 'OTHER' || r['decision'] === 'WITHHOLD' || r['limb'] !== undefined),
});
/** §3.10: the exemption ends with the negotiation. */
export const everyNegotiationLive = need({
  code: 'every-negotiation-live',
  clause: '3.10',
  sentence:
    'A record is kept back for a negotiation that was to be looked at again by now. The case officer says whether it still goes on.',
  holds: (v) => listed(v).every(([, r]) => r['code'] !== 'EX-NEG' || String(r['lookAgainOn']) >= v.today),
});
export const restsOnANegotiation = need({
  code: 'rests-on-a-negotiation',
  clause: '3.10',
  sentence: 'This record is not kept back for a negotiation.',
  holds: (v) => isKeptBack(item(v)) && item(v)['code'] === 'EX-NEG',
});
export const everySilenceApproved = need({
  code: 'every-silence-approved',
  clause: '3.12',
  sentence: 'Staying silent about an exemption is not approved yet. The Information Governance team decides that.',
  holds: (v) => listed(v).every(([, r]) => r['silence'] !== 'ASKED'),
});
/** EXM-03, EXM-04: what is withheld, under which exemption, and why, before anything is sent. */
export const everyFileNoteWritten = need({
  code: 'every-file-note-written',
  clause: '3.1',
  sentence: 'A file note is missing: what is kept back, and why. The case officer decides that record again and writes it.',
  holds: (v) => listed(v).every(([id, r]) => !isKeptBack(r) || v.request?.details[`records/${id}/why`] !== undefined),
});
export const noRecordQuestioned = need({
  code: 'no-record-questioned',
  clause: '2.12',
  sentence: 'A record is questioned. Return the reply, so that the case officer decides that record again.',
  holds: (v) => listed(v).every(([, r]) => r['questioned'] !== true),
});
