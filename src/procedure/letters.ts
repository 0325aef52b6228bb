import type { Role, Stage } from '../domain/step.js';
import type { Facts, RequestState } from '../domain/subject-request.js';
import { lettersByRequester } from './letters-by-requester.js';
import { lettersOfRoutes } from './letters-of-routes.js';
import { lettersOfRecords } from './letters-of-records.js';
import { lettersOfTime } from './letters-of-time.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam } from './roles.js';
import { isListed } from './schedule.js';
import { statementKinds, statementsOf } from './statements.js';
import { approval, assessing, assigned, awaiting, dispatched, logged, readyToSend, reported, searching, validating } from './stages.js';

/** A letter that can be made from a case: for whom, and when it makes sense. What it must contain stands with the letter. */
export interface LetterOffer {
  id: string;
  rows: readonly string[];
  clause: string;
  title: string;
  /** One line on the page of letters: what it is for. */
  about: string;
  by: readonly Role[];
  at: readonly Stage[];
  /** Whether this case has anything for it. */
  when?(state: RequestState): boolean;
  /** The step whose answers it can be made from before they are recorded. */
  before?: string;
}
const offer = (row: LetterOffer): LetterOffer => row;

const replying = [assessing, approval, readyToSend, dispatched];
const entries = (state: RequestState, of: string): Facts[] => Object.values(state.items[of] ?? {});
const somethingFound = (state: RequestState): boolean =>
  entries(state, 'records').some(isListed) || entries(state, 'tasks').some((t) => t['answer'] === 'FOUND');

export const letterOffers: readonly LetterOffer[] = [
  offer({
    id: 'asking-for-what-is-missing',
    rows: ['LTR-03', 'LTR-04', 'VAL-05'],
    clause: '2.6.2',
    title: 'Asking for what is missing',
    about: 'One letter for everything that is missing, as it was recorded.',
    by: [diao, caseOfficer, igTeam, dpo],
    at: [validating, awaiting, assigned, searching, assessing],
    when: ({ facts }) => ((facts['awaiting'] as string[] | undefined) ?? []).length > 0,
    before: 'ask-for-what-is-missing',
  }),
  ...lettersOfTime,
  ...lettersByRequester,
  ...lettersOfRoutes,
  ...lettersOfRecords,
  offer({
    id: 'covering-letter',
    rows: ['LTR-22', 'DSP-06', 'ENT-01'],
    clause: '2.12.1',
    title: 'Covering letter',
    about: 'Goes with the information: what is enclosed, what was kept back and why, how to ask for a review.',
    by: [caseOfficer, diao, igTeam, dpo],
    at: replying,
    when: somethingFound,
  }),
  offer({
    id: 'list-of-documents',
    rows: ['LTR-22B', 'DSP-05'],
    clause: '2.12.1',
    title: 'List of documents',
    about: 'The schedule as the requester gets it. Number the copies as this list does.',
    by: [caseOfficer, diao, igTeam, dpo],
    at: replying,
    when: somethingFound,
  }),
  offer({
    id: 'how-we-use-your-information',
    rows: ['LTR-23', 'ENT-02', 'DSP-07'],
    clause: '1.2.5',
    title: 'Supplementary information sheet',
    about: 'Purposes, sharing, keeping and rights. Goes with every copy.',
    by: [caseOfficer, diao, igTeam, dpo],
    at: replying,
    when: somethingFound,
  }),
  ...statementKinds.map(({ code, letter, rows, clause, title, about }) =>
    offer({
      ...{ id: letter, rows: [...rows, 'DSP-07'], clause, title, about },
      by: [caseOfficer, diao, igTeam, dpo],
      at: replying,
      when: (state) => statementsOf(state).some(({ kind }) => kind.code === code),
    }),
  ),
  offer({
    id: 'nothing-held',
    rows: ['LTR-24', 'ENT-05'],
    clause: '2.4.1',
    title: 'Reply: nothing held',
    about: 'Says that nothing is held and where we looked.',
    by: [caseOfficer, diao, igTeam, dpo],
    at: replying,
    when: (state) => !somethingFound(state),
  }),
  offer({
    id: 'acknowledgement',
    rows: ['LTR-02'],
    clause: '3.7',
    title: 'Acknowledgement',
    about: 'Says that we have the request, and when we reply or what we wait for.',
    by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam, dpo],
    at: [reported, logged, validating, awaiting, assigned, searching, assessing, approval, readyToSend, dispatched],
  }),
  offer({
    id: 'request-form',
    rows: ['LTR-01', 'INT-07'],
    clause: '1.2',
    title: 'Request form, filled in for them',
    about: 'For somebody who finds it hard to write: what they asked for, to check and send back, with how to get help.',
    by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam, dpo],
    at: [reported, logged, validating, awaiting, assigned, searching],
  }),
  offer({
    id: 'slip',
    rows: ['INT-06'],
    clause: '2.2.4',
    title: 'Slip for the caller',
    about: 'The reference and what happens next, for somebody at the counter. It names nobody.',
    by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam, dpo],
    at: [reported, logged, validating, awaiting, assigned, searching],
  }),
];
