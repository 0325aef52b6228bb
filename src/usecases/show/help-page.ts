import { holds } from '../../domain/access.js';
import { formatDay } from '../../domain/local-date.js';
import { nextStepsOn } from '../../domain/next-steps.js';
import type { CaseShown, PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { Facts, SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { helpRequest } from '../../procedure/contributing.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { helper } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import { button, pressData } from './buttons.js';
import { cite } from './cite.js';
import type { Known } from './known-facts.js';
import { IDENTIFIERS, tasksOf, whoOf } from './task-page.js';

/** Open requests for help that this person may answer; none when they have a search of their own on the case, which shows its own page. */
export function helpsFor(request: SubjectRequest, view: View): [string, Facts][] {
  if (tasksOf(request, view).some(([, t]) => t['answer'] === undefined)) return [];
  const all = Object.entries(request.state.items['helps'] ?? {});
  return all.filter(([, h]) => h['answer'] === undefined && holds(helper, view.person, request.state, view.today, h));
}

/** The details that the page opens: whom it is about, and what is asked. */
export const helpFields = (request: SubjectRequest, view: View): string[] => [
  ...IDENTIFIERS,
  ...helpsFor(request, view).flatMap(([id]) => [`helps/${id}/helpWhat`, `helps/${id}/part`]),
];

/** For the DIAO of a directorate that helps: who leads, what is asked and by when (LTR-16), and not the case. */
export function helpPage(desk: Desk, request: SubjectRequest, view: View, known: Known, banner?: CaseShown['banner']): PageShown {
  const mine = helpsFor(request, view);
  const { facts } = request.state;
  const offers = mine.flatMap(([item]) => nextStepsOn(procedure, view, { of: 'helps', item })).filter((o) => !o.refusal);
  const leader = facts['caseOfficer'] ?? facts['diao'];
  const data = pressData(desk, request);
  return {
    kind: 'page',
    title: `${request.ref} · ${helpRequest.title}`,
    tone: 'attention',
    under: `${helpRequest.duty} ${cite(helpRequest.clause)}`,
    blocks: [
      ...(banner ? [{ is: 'text' as const, text: banner.text }] : []),
      {
        is: 'facts',
        heading: 'Who leads',
        facts: [
          { title: 'Directorate', value: directorateTitle(facts['directorate']) },
          { title: 'Post', value: postTitle(facts['post']) },
          { title: 'Contact', value: typeof leader === 'string' ? known.name(leader) : '' },
        ].filter((f) => f.value),
      },
      { is: 'facts', heading: 'Who it is about', facts: whoOf(request, known) },
      ...mine.map(([id, h]) => ({
        is: 'facts' as const,
        heading: `Asked of ${directorateTitle(h['directorate'])}`,
        facts: [
          { title: 'What', value: known.detail(`helps/${id}/helpWhat`) ?? known.detail(`helps/${id}/part`) ?? '' },
          { title: 'By', value: formatDay(String(h['answerBy'])) },
        ].filter((f) => f.value),
      })),
    ],
    actions: offers.map((o, at) => button(o, data, at === 0 ? { primary: true } : {})),
    summaryLine: `${request.ref}: help is asked for`,
  };
}
