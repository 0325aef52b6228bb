import type { LetterOffer } from './letters.js';
import { isMember, standingOf } from './requesters.js';
import { caseOfficer, diao, dpo, igTeam } from './roles.js';
import { approval, assessing, assigned, closed, dispatched, readyToSend, searching, validating } from './stages.js';

/** Letters that only some requesters get (App. 1, App. 2). */
export const lettersByRequester: readonly LetterOffer[] = [
  {
    id: 'member-notice',
    rows: ['LTR-30', 'REP-18', 'REP-20'],
    clause: 'App. 1',
    title: 'Notice for an elected member',
    about: 'Goes with the data: what it may be used for, that it is for nothing else, and how it is kept safe.',
    by: [caseOfficer, diao, igTeam, dpo],
    at: [assessing, approval, readyToSend, dispatched],
    when: ({ facts }) => isMember(facts) && facts['memberTermsOn'] !== undefined,
  },
  {
    id: 'about-the-dead',
    rows: ['LTR-31'],
    clause: 'App. 2',
    title: 'Reply about somebody who has died',
    about: 'Says that it is no subject request, how it was dealt with, and what came of it.',
    by: [diao, igTeam, dpo],
    at: [validating, assigned, searching, assessing, closed],
    when: ({ facts }) => standingOf(facts) === 'ESTATE' && facts['deadRoute'] !== undefined,
    before: 'answer-about-the-dead',
  },
];
