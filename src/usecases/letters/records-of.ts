import { formatDay } from '../../domain/local-date.js';
import type { Facts, RequestState } from '../../domain/subject-request.js';
import type { FileNote, RecordParts, ViewAsked } from '../../letters/record-parts.js';
import { consulteeTitle, opinionTitle } from '../../procedure/consultees.js';
import { exemptionOf, exemptionTitle } from '../../procedure/exemption-choices.js';
import { exemptionQuestions, questionLines } from '../../procedure/exemption-questions.js';
import { riskTitle } from '../../procedure/record-faults.js';
import { consultsOf, isKeptBack, isListed, methodTitle, placeOf, recordName, recordsOf } from '../../procedure/schedule.js';
import { limbTitle } from '../../procedure/steps/third-party.js';
import { cite } from '../show/cite.js';
import type { Known } from '../show/known-facts.js';

/** Private answers to an exemption's own questions, each with its label. */
const TOLD = Object.entries(exemptionQuestions).filter(([, field]) => field.private !== undefined);
const OF_NOTE = ['description', 'what', 'why', 'consentSteps', 'refusedWhy', ...TOLD.map(([name]) => name)];
const kept = (state: RequestState): [string, Facts][] =>
  Object.entries(recordsOf({ request: state })).filter(([, r]) => isListed(r) && isKeptBack(r));

/** Details that the notes and questions are written from. */
export const recordFields = (state: RequestState): string[] => [
  ...kept(state).flatMap(([id]) => OF_NOTE.map((field) => `records/${id}/${field}`)),
  ...Object.entries(consultsOf({ request: state })).flatMap(([id, c]) => [
    ...['consultee', 'question', 'what', 'answeredBy', 'viewWords'].map((field) => `consults/${id}/${field}`),
    `records/${String(c['record'])}/description`,
  ]),
  ...['riskPattern', 'riskCases', 'riskChange'],
];

/** The file note, the questions still open and the risk that was raised, each where the case has it. */
export function recordsOfCase(state: RequestState, known: Known): { records?: RecordParts } {
  const [consent, consultation] = [openView(state, known, true), openView(state, known, false)];
  const risk = riskOf(state, known);
  const fileNotes = kept(state).map(([id, r]) => noteOf(state, known, id, r));
  return {
    records: {
      ...(fileNotes.length > 0 && { fileNotes }),
      ...(consent && { consent }),
      ...(consultation && { consultation }),
      ...(risk && { risk }),
    },
  };
}

function noteOf(state: RequestState, known: Known, id: string, r: Facts): FileNote {
  const detail = (field: string): string => known.detail(`records/${id}/${field}`) ?? '';
  const told = TOLD.flatMap(([name, { label }]) => (detail(name) ? [{ label: label.replace(/\?$/, ''), value: detail(name) }] : []));
  const weighed = r['limb'] === undefined ? [] : [{ label: 'Weighed', value: limbTitle(r['limb']) }];
  const consent = [
    { label: 'Consent', value: detail('consentSteps') },
    { label: 'Refused because', value: detail('refusedWhy') },
  ];
  const silent = r['silence'] === 'APPROVED' ? 'Not named; Information Governance approved that' : 'Not named; not approved yet';
  return {
    record: recordName(r),
    description: detail('description'),
    place: placeOf(r),
    how: r['decision'] === 'REDACT' ? 'Redacted' : 'Withheld',
    what: detail('what'),
    exemption: exemptionTitle(r['code']),
    clause: cite(exemptionOf(r['code'])?.clause ?? ''),
    why: detail('why'),
    more: [
      ...questionLines(r).map(({ title, value }) => ({ label: title, value })),
      ...told,
      ...weighed,
      ...(r['limb'] === undefined ? [] : consent),
    ],
    method: methodTitle(r['method']),
    consulted: heardOn(state, known, id),
    named: r['cite'] === true ? 'Named' : silent,
    by: r['decidedBy'] === undefined ? '' : known.name(r['decidedBy']),
    on: typeof r['decidedOn'] === 'string' ? r['decidedOn'] : null,
  };
}

/** Who was asked about a record, and what they said. */
const heardOn = (state: RequestState, known: Known, record: string): string[] =>
  Object.entries(consultsOf({ request: state }))
    .filter(([, c]) => c['record'] === record && c['dropped'] !== true)
    .map(([id, c]) => {
      const who = [consulteeTitle(c['who']), known.detail(`consults/${id}/consultee`)].filter(Boolean).join(', ');
      const asked = `${who}, asked ${formatDay(String(c['askedOn']))}`;
      if (c['answeredOn'] === undefined) return `${asked}, no answer yet`;
      const words = known.detail(`consults/${id}/viewWords`);
      return `${asked}; answered ${formatDay(String(c['answeredOn']))}: ${[opinionTitle(c['opinion']), words].filter(Boolean).join('. ')}`;
    });

/** The newest question nobody has answered: to the other person, or to somebody who has to be heard. */
function openView(state: RequestState, known: Known, otherPerson: boolean): ViewAsked | undefined {
  const open = Object.entries(consultsOf({ request: state })).findLast(
    ([, c]) => c['answeredOn'] === undefined && c['dropped'] !== true && (c['who'] === 'OTHER_PERSON') === otherPerson,
  );
  if (!open) return undefined;
  const [id, c] = open;
  const record = recordsOf({ request: state })[String(c['record'])] ?? {};
  const under = exemptionOf(c['code']);
  return {
    to: known.detail(`consults/${id}/consultee`) ?? consulteeTitle(c['who']),
    question: known.detail(`consults/${id}/question`) ?? known.detail(`consults/${id}/what`) ?? '',
    record: [recordName(record), known.detail(`records/${String(c['record'])}/description`)].filter(Boolean).join(': '),
    place: placeOf(record),
    test: under === undefined ? '' : `${under.test} ${under.limits}`,
    askedOn: String(c['askedOn']),
    answerBy: String(c['answerBy']),
    person: known.detail('subjectName') ?? known.detail('requesterName') ?? '',
  };
}

function riskOf({ items, facts }: RequestState, known: Known): RecordParts['risk'] {
  const newest = Object.values(items['risks'] ?? {}).at(-1);
  if (newest === undefined) return undefined;
  const detail = (field: string): string => known.detail(field) ?? '';
  return {
    kind: riskTitle(facts['riskKind']),
    pattern: detail('riskPattern'),
    cases: detail('riskCases'),
    change: detail('riskChange'),
    on: String(newest['on']),
    by: known.name(newest['by']),
  };
}
