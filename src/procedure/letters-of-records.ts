import type { RequestState } from '../domain/subject-request.js';
import type { LetterOffer } from './letters.js';
import { caseOfficer, diao, dpo, igTeam } from './roles.js';
import { consultsOf, isKeptBack, isListed, recordsOf } from './schedule.js';
import { approval, assessing, closed, dispatched, readyToSend, searching } from './stages.js';

const by = [caseOfficer, diao, igTeam, dpo];
const awaits = (request: RequestState, otherPerson: boolean): boolean =>
  Object.values(consultsOf({ request })).some(
    (c) => c['answeredOn'] === undefined && c['dropped'] !== true && (c['who'] === 'OTHER_PERSON') === otherPerson,
  );

/** Questions about records to those who have to be heard, the note on the file, and what a manager is told. */
export const lettersOfRecords: readonly LetterOffer[] = [
  {
    id: 'asking-for-consent',
    rows: ['LTR-12', 'ASS-05'],
    clause: '2.9',
    title: 'Asking somebody else for consent',
    about: 'To the other person who was asked last and has not answered. It does not say who made the request.',
    by,
    at: [assessing],
    when: (state) => awaits(state, true),
  },
  {
    id: 'asking-for-a-view',
    rows: ['LTR-13', 'EXM-05'],
    clause: '3.5',
    title: 'Asking for a view',
    about: 'To whoever was asked last and has not answered: the record, the test, the day, with room for opinion and signature.',
    by,
    at: [assessing],
    when: (state) => awaits(state, false),
  },
  {
    id: 'file-note',
    rows: ['LTR-29', 'EXM-03', 'EXM-04', 'ASS-07'],
    clause: '3.1',
    title: 'File note on what is kept back (internal)',
    about: 'Item by item: what, where, under which exemption, why, who was asked; with the redaction log. It is never sent.',
    by,
    at: [assessing, approval, readyToSend, dispatched, closed],
    when: (state) => Object.values(recordsOf({ request: state })).some((r) => isListed(r) && isKeptBack(r)),
  },
  {
    id: 'risk-note',
    rows: ['LTR-40', 'ASS-18'],
    clause: '2.11',
    title: 'Risk note to the manager',
    about: 'The risk that was raised last: the pattern, the cases, the change asked for.',
    by,
    at: [searching, assessing, approval, readyToSend, dispatched, closed],
    when: ({ items }) => Object.keys(items['risks'] ?? {}).length > 0,
  },
];
