import { choice, date, number, optionalLongText, optionalText, person, longText, text } from '../../domain/fields.js';
import type { ClockEvent } from '../../domain/clock.js';
import { step } from '../../domain/step.js';
import { identityEvidence } from '../evidence.js';
import { channelsIn } from '../intake.js';
import { directorateOf, postChoices } from '../owners.js';
import { rightChoices } from '../rights.js';
import { complaintsUnit, diao, igTeam, officerPool } from '../roles.js';
import { assigned, awaiting, logged, reported, validating } from '../stages.js';

/** Stages a case may be taken over at. What was found elsewhere cannot be brought along: such a case goes to its officer, who asks again. */
export const importStages = [reported, logged, validating, awaiting, assigned];
/** From each stage on, what must be known of a case; an earlier stage may leave it open. */
const NEEDED: Record<string, readonly string[]> = {
  [reported.code]: [],
  [logged.code]: ['post', 'loggedOn'],
  [validating.code]: ['post', 'loggedOn', 'diao'],
  [awaiting.code]: ['post', 'loggedOn', 'diao'],
  [assigned.code]: ['post', 'loggedOn', 'diao', 'evidence', 'officer'],
};

type Dates = Record<'identityAskedOn' | 'identityCameOn' | 'questionOn' | 'answerOn', string | undefined>;

/** A case that was open in an earlier register on the day this one began: one step of its own, so that its history says where it came from. */
export const importACase = step({
  clause: '4-1',
  rows: ['MON-03'],
  title: 'Take over an open case',
  about: 'Cases already open are read from a file by the command import. The day of receipt counts, not the day they are taken over.',
  done: 'took the case over from an earlier register',
  by: [igTeam, complaintsUnit],
  at: 'start',
  alongside: true,
  asks: {
    otherReference: text('Reference there', { maxLength: 60 }),
    requesterName: text('Who is asking?', { private: 'name' }),
    contact: text('How can we reach them?', { private: 'contact' }),
    words: longText('What did they ask for?'),
    dateOfBirth: date('Date of birth', { optional: true, private: 'birth-date', notAfterToday: true }),
    address: optionalLongText('Address', { private: 'address', maxLength: 400 }),
    receivedOn: date('Received on', { notAfterToday: true }),
    right: choice('Right', { options: rightChoices }),
    channel: choice('How it came', { options: channelsIn }),
    stage: choice('Stage', { options: importStages.map((s) => ({ value: s.code, title: s.title })) }),
    post: choice('DIAO post', { options: postChoices, optional: true }),
    loggedOn: date('Logged on', { optional: true, notAfterToday: true }),
    acknowledgedOn: date('Acknowledged on', { optional: true, notAfterToday: true }),
    diao: person('DIAO', { holding: diao.code, optional: true }),
    officer: person('Case officer', { holding: officerPool.code, optional: true }),
    evidence: choice('Identity shown by', { options: identityEvidence, optional: true }),
    identityAskedOn: date('Proof asked for on', { optional: true, notAfterToday: true }),
    identityCameOn: date('Proof arrived on', { optional: true, notAfterToday: true }),
    questionOn: date('Question asked on', { optional: true, notAfterToday: true }),
    answerOn: date('Question answered on', { optional: true, notAfterToday: true }),
    extendedOn: date('Told of an extension on', { optional: true, notAfterToday: true }),
    extendedMonths: number('Months added', { optional: true, min: 1, max: 2 }),
    note: optionalText('Note', { maxLength: 200 }),
  },
  check: (_view, a) => {
    const given = a as Record<string, unknown>;
    const lacking = (NEEDED[a.stage] ?? []).filter((name) => given[name] === undefined);
    const early = Object.entries(given).filter(([name, value]) => DATED.has(name) && String(value) < a.receivedOn);
    return [
      ...lacking.map((field) => ({ field, sentence: 'Needed at this stage.' })),
      ...early.map(([field]) => ({ field, sentence: 'This is before the request was received.' })),
      ...checkPairs(a),
      ...(a.stage === awaiting.code && awaitedOf(a).length === 0
        ? [{ field: 'stage', sentence: 'Nothing is awaited: give the day proof or an answer was asked for, and leave its arrival open.' }]
        : []),
      ...([reported.code, logged.code, validating.code].includes(a.stage) && awaitedOf(a).length > 0
        ? [{ field: 'stage', sentence: 'Something is awaited: the case waits for the requester.' }]
        : []),
      ...(a.stage === assigned.code && awaitedOf(a).includes('identity')
        ? [{ field: 'stage', sentence: 'Proof has not arrived, so no officer works on it yet.' }]
        : []),
      ...((a.extendedOn === undefined) !== (a.extendedMonths === undefined)
        ? [{ field: 'extendedMonths', sentence: 'An extension has a day and a number of months.' }]
        : []),
    ];
  },
  then: (view, a) => ({
    stage: a.stage,
    received: { on: a.receivedOn },
    set: {
      right: a.right,
      channel: a.channel,
      behalf: 'SELF',
      importedOn: view.today,
      ...(a.post !== undefined && { post: a.post, directorate: directorateOf(a.post) }),
      ...(a.diao !== undefined && { diao: a.diao }),
      ...(a.officer !== undefined && { caseOfficer: a.officer }),
      ...(a.acknowledgedOn !== undefined && { acknowledgedOn: a.acknowledgedOn }),
      ...(a.evidence !== undefined && { identity: a.evidence, identityOn: a.identityCameOn ?? view.today }),
      ...(a.stage === assigned.code && { validOn: view.today }),
      ...(awaitedOf(a).length > 0 && { awaiting: awaitedOf(a), askedOn: lastOf(a.identityAskedOn, a.questionOn) }),
      ...(a.identityAskedOn !== undefined && { identityAskedOn: a.identityAskedOn }),
    },
    ...(a.loggedOn !== undefined && { allocated: a.loggedOn }),
    clock: eventsOf(a),
  }),
});

const DATED = new Set(['loggedOn', 'acknowledgedOn', 'identityAskedOn', 'identityCameOn', 'questionOn', 'answerOn', 'extendedOn']);

/** What the requester was asked for and has not given. */
const awaitedOf = (a: Dates): string[] => [
  ...(a.identityAskedOn !== undefined && a.identityCameOn === undefined ? ['identity'] : []),
  ...(a.questionOn !== undefined && a.answerOn === undefined ? ['clarity'] : []),
];
const lastOf = (...days: (string | undefined)[]): string => days.reduce<string>((last, day) => (day && day > last ? day : last), '');

function checkPairs(a: Dates): { field: string; sentence: string }[] {
  const pairs = [
    ['identityAskedOn', 'identityCameOn'],
    ['questionOn', 'answerOn'],
  ] as const;
  return pairs.flatMap(([asked, came]) => {
    const [from, to] = [a[asked], a[came]];
    if (to === undefined || (from !== undefined && from <= to)) return [];
    return [{ field: came, sentence: from === undefined ? 'Say when it was asked for.' : 'This is before it was asked for.' }];
  });
}

function eventsOf(
  a: Dates & { loggedOn: string | undefined; extendedOn: string | undefined; extendedMonths: number | undefined },
): ClockEvent[] {
  const dated = (
    type: 'logged' | 'id_requested' | 'id_received' | 'clarification_received' | 'info_letter_sent',
    on: string | undefined,
  ) => (on === undefined ? [] : [{ type, date: on }]);
  const asked = lastOf(a.identityAskedOn, a.questionOn);
  return [
    ...dated('logged', a.loggedOn),
    ...dated('id_requested', a.identityAskedOn),
    ...dated('id_received', a.identityCameOn),
    ...(a.questionOn === undefined ? [] : [{ type: 'clarification_requested' as const, date: a.questionOn, stopsClock: true }]),
    ...dated('clarification_received', a.answerOn),
    ...dated('info_letter_sent', asked === '' ? undefined : asked),
    ...(a.extendedOn === undefined ? [] : [{ type: 'extended' as const, date: a.extendedOn, months: a.extendedMonths ?? 1 }]),
  ];
}
