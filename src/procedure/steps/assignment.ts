import { choice, longText, optionalText } from '../../domain/fields.js';
import type { KnowledgeRow } from '../../domain/knowledge-base.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { step, type View } from '../../domain/step.js';
import type { Fact } from '../../domain/subject-request.js';
import { directorateOf, postChoices } from '../owners.js';
import { rightChoices } from '../rights.js';
import { callCentre, complaintsUnit, diao, foiCoordinator } from '../roles.js';
import { dealtWithHere, partPassedOn, routeScreened } from '../special-routes/needs.js';
import { logged, reported, validating } from '../stages.js';

/** §2.3: giving a request to the post that holds most of the data, as the knowledge base tells. */
export const serviceWords = optionalText('Services, if the request does not say which', {
  hint: 'For example: rent, school place. “Look up” shows whose they are',
});

/** What the knowledge base says of a post, kept on the case: who stands in for it (ASG-18) and who is proposed as case officer (ASG-12). */
export function standInsOf(view: View, post: string): Record<string, Fact | null> {
  const rows = (view.knowledge?.rows ?? []).filter(
    (row: KnowledgeRow) => row.post === post && row.from <= view.today && (row.to ?? view.today) >= view.today,
  );
  const pointed = view.knowledge?.shares.find((share) => share.post === post)?.words ?? [];
  const best = [...rows].sort((a, b) => hits(b, pointed) - hits(a, pointed));
  return {
    deputy: best.find((row) => row.deputy !== null)?.deputy ?? null,
    proposedOfficer: best.find((row) => row.officer !== null)?.officer ?? null,
  };
}
const hits = (row: KnowledgeRow, words: readonly string[]): number => row.words.filter((word) => words.includes(word)).length;

/** §2.3.4: what touches several directorates is routed by the Corporate Complaints Unit, who choose the lead. */
export const routing = { rows: ['ASG-14'], clause: '2.3.4', atLeast: 2 };

export const directoratesFound = (view: View): string[] => [...new Set((view.knowledge?.shares ?? []).map((s) => s.directorate))];

function checkRouting(view: View, why: string | undefined): AnswerFault[] {
  const found = directoratesFound(view).length;
  const routes = view.person.grants.some((g) => g.role === complaintsUnit.code && g.until >= view.today);
  if (found < routing.atLeast || routes || why) return [];
  const sentence = `The words point to ${found} directorates. Pass it to the Corporate Complaints Unit, or say why one holds it all.`;
  return [{ field: 'oneAreaWhy', sentence }];
}

export const logAndAllocate = step({
  clause: '2.3.2',
  rows: ['ASG-01', 'INT-12', 'INT-13', 'INT-16', 'ASG-17'],
  title: 'Log and allocate',
  looksForRepeats: true,
  knows: true,
  about: 'The directorate gets a card in its channel with the reference and the dates, and no name.',
  done: 'logged it and allocated it',
  next: 'Log the request and give it to a directorate, at once and within 48 hours of hearing it.',
  by: [callCentre, complaintsUnit],
  at: [reported],
  needs: [routeScreened, dealtWithHere, partPassedOn],
  asks: {
    serviceWords,
    post: choice('Which DIAO post holds most of the data?', {
      options: postChoices,
      preset: (about) => about.facts['suggestedPost'] as string | undefined,
    }),
    right: choice('Which right is it?', { options: rightChoices, preset: (about) => about.facts['right'] as string | undefined }),
    oneAreaWhy: optionalText('If the words point to several directorates: why does one hold it all?'),
  },
  check: (view, { oneAreaWhy }) => checkRouting(view, oneAreaWhy),
  then: (view, { post, right }) => ({
    stage: logged.code,
    set: { post, directorate: directorateOf(post), right, ...standInsOf(view, post) },
    clock: [{ type: 'logged', date: view.today }],
    allocated: view.today,
    tell: [{ template: 'allocated', to: { directorate: directorateOf(post) } }],
  }),
});

export const passToTheComplaintsUnit = step({
  clause: '2.3.4',
  rows: ['ASG-14'],
  title: 'Several directorates: pass it to the Complaints Unit',
  about: 'What touches several directorates is routed by the Corporate Complaints Unit. They choose who leads, and log it.',
  done: 'passed it to the Corporate Complaints Unit to choose the lead',
  by: [callCentre],
  at: [reported],
  asks: { areasNamed: optionalText('Which areas did the request name?') },
  then: (view) => ({ set: { passedToUnitOn: view.today }, tell: [{ template: 'choose-the-lead', to: { role: complaintsUnit.code } }] }),
});

export const accept = step({
  clause: '2.3.4',
  rows: ['ASG-04', 'ASG-18'],
  title: 'Accept',
  done: 'accepted the request for the directorate',
  next: 'Accept the request for the directorate, or say that it is not yours.',
  by: [diao],
  at: [logged],
  then: (view) => ({ stage: validating.code, set: { diao: view.person.id } }),
});

export const notOurs = step({
  clause: '1.3',
  rows: ['ASG-06'],
  title: 'Not ours',
  beside: true,
  about: 'The request goes back to be allocated again. Its clock goes on.',
  done: 'sent it back as not theirs',
  by: [diao],
  at: [logged, validating],
  asks: {
    reason: longText('Why is it not yours?'),
    betterPost: choice('Who do you think holds it?', { options: postChoices, optional: true }),
  },
  then: (_view, { betterPost }) => ({
    stage: reported.code,
    set: {
      directorate: null,
      post: null,
      diao: null,
      deputy: null,
      proposedOfficer: null,
      suggestedPost: betterPost ?? null,
      betterPost: betterPost ?? null,
    },
    tell: [complaintsUnit, callCentre, foiCoordinator].map((role) => ({ template: 'sent-back', to: { role: role.code } })),
  }),
});
