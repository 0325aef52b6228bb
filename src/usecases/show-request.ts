import { sightOf } from '../domain/access.js';
import { refuse } from '../domain/refusals.js';
import type { CaseShown, Shown } from '../domain/shown.js';
import type { View } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { changeLines } from './date-changes.js';
import { caseCard } from './show/case-card.js';
import { helpFields, helpPage, helpsFor } from './show/help-page.js';
import { nobodyIn, readKnown, type Known } from './show/known-facts.js';
import { morePage } from './show/more-page.js';
import { historyPage, refusalPage, whyPage } from './show/pages.js';
import { reporterPage } from './show/reporter-page.js';
import { taskFields, taskPage } from './show/task-page.js';
import { viewOf } from './view-of.js';

/** What somebody is shown, and whose details it holds so that it can be made a stub later. */
export interface Showing {
  shown: Shown;
  holds?: { requestId: string; person: string };
}
export type Which = { id: string } | { ref: string };

/** A case nobody may see and a case there is not are answered in the same words. */
export const notThere = (): Showing => ({
  shown: refusalPage(
    refuse('no-such-request', 'There is no request with that reference that is open to you. References look like DR-2026-0148.'),
  ),
});

export const find = (desk: Desk, which: Which): Promise<SubjectRequest | null> =>
  'id' in which ? desk.requests.byId(which.id) : desk.requests.byRef(which.ref.toUpperCase());

/** The case as this person may see it: the whole card, the reporter's page, the one task, or a refusal. Every view of personal details is logged (SEC-14). */
export async function showRequest(desk: Desk, person: KnownPerson, which: Which, banner?: CaseShown['banner']): Promise<Showing> {
  const request = await find(desk, which);
  if (!request) return notThere();
  const showing = await showFound(desk, person, request, banner);
  if (!showing) return notThere();
  await Promise.all([
    showing.holds && desk.audit.record({ what: 'viewed', by: person.id, requestId: request.id }),
    desk.seen.note(person.id, request.id, request.version),
  ]);
  return showing;
}

/** The same for a request already in hand, without logging a view: the step that led here is its own record. */
export async function showFound(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  banner?: CaseShown['banner'],
  opened?: Known,
): Promise<Showing | null> {
  const view = viewOf(desk, request.state, person);
  const sight = sightOf(procedure, person, request.state, view.today);
  const holds = { requestId: request.id, person: person.id };
  if (sight === 'whole') return { shown: caseCard(desk, request, view, opened ?? (await readKnown(desk, request.state)), banner), holds };
  if (sight === 'task') return { shown: await taskOf(desk, request, view, banner), holds };
  if (sight === 'receipt') return { shown: reporterPage(desk, request, view) };
  return null;
}

async function taskOf(desk: Desk, request: SubjectRequest, view: View, banner?: CaseShown['banner']): Promise<Shown> {
  if (helpsFor(request, view).length > 0)
    return helpPage(desk, request, view, await readKnown(desk, request.state, helpFields(request, view)), banner);
  return taskPage(desk, request, view, await readKnown(desk, request.state, taskFields(request, view)), banner);
}

/** Why this date: dates and reasons only, so a reporter may ask too. */
export async function showWhy(desk: Desk, person: KnownPerson, which: Which): Promise<Showing> {
  return forThoseWho(desk, person, which, ['whole', 'receipt'], async (request, view) => ({
    shown: whyPage(request, view.deadline, view.today, await changeLines(desk, request, view)),
  }));
}

/** What else may be done on the case, for those who see the whole of it and for whoever reported it. */
export const showMore = (desk: Desk, person: KnownPerson, which: Which, skip: number): Promise<Showing> =>
  forThoseWho(desk, person, which, ['whole', 'receipt'], async (request, view) => ({ shown: morePage(desk, request, view, skip) }));

/** The whole history, for those who see the whole case. */
export async function showHistory(desk: Desk, person: KnownPerson, which: Which): Promise<Showing> {
  return forThoseWho(desk, person, which, ['whole'], async (request) => {
    const history = (await desk.requests.history(request.id)).map((h) => h.step);
    const named = await desk.people.byIds([...new Set(history.map((s) => s.by))]);
    const known = { detail: () => undefined, name: (id: unknown) => named.find((p) => p.id === id)?.name ?? nobodyIn(id) };
    return { shown: historyPage(request, history, known) };
  });
}

/** Reads the case and its sight once, and answers the same words for “may not” and “is not”. */
export async function forThoseWho(
  desk: Desk,
  person: KnownPerson,
  which: Which,
  sights: string[],
  show: (request: SubjectRequest, view: View) => Promise<Showing>,
): Promise<Showing> {
  const request = await find(desk, which);
  if (!request) return notThere();
  const view = viewOf(desk, request.state, person);
  return sights.includes(sightOf(procedure, person, request.state, view.today)) ? show(request, view) : notThere();
}
