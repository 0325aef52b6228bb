import { formatDay } from '../../domain/local-date.js';
import { actsFor } from '../../domain/person.js';
import { nextStepsOn, type Offer } from '../../domain/next-steps.js';
import type { Button, CaseShown, PageBlock, PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { Facts, SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { requesterOf } from '../../procedure/requesters.js';
import { holdNotice } from '../../procedure/holds.js';
import { searchedPlace as placeOf } from '../../procedure/record-titles.js';
import { isSearchSettled } from '../../procedure/records.js';
import { isBoxAwaited } from '../../procedure/steps/search-offsite.js';
import { offenceWarning, searchRequest } from '../../procedure/steps/search.js';
import type { Desk } from '../desk.js';
import { button, pressData } from './buttons.js';
import { holdBlocks, holdFields, holdsFor } from './hold-page.js';
import type { Known } from './known-facts.js';

/** What is needed to search for somebody (design §7). Whoever has no open search on a case sees nothing of it. */
export const IDENTIFIERS = ['requesterName', 'subjectName', 'dateOfBirth', 'address'];

type Mine = [id: string, facts: Facts][];
/** Their own searches, and those of a colleague they stand in for. */
export const tasksOf = (request: SubjectRequest, { person, today }: Pick<View, 'person' | 'today'>): Mine =>
  Object.entries(request.state.items['tasks'] ?? {}).filter(([, t]) => actsFor(person, t['owner'], today));

/** The details that the page of a task owner may open. */
export function taskFields(request: SubjectRequest, view: Pick<View, 'person' | 'today'>): string[] {
  const mine = tasksOf(request, view).filter(([, t]) => !isSearchSettled(t));
  const own = mine.flatMap(([id]) => [`tasks/${id}/terms`, `tasks/${id}/where`, `tasks/${id}/passedWhy`]);
  return [...IDENTIFIERS, ...own, ...holdFields(holdsFor(request, view))];
}

/** For the owner of a search: the request to search (LTR-14) with what is needed to do it, and not the case. */
export function taskPage(desk: Desk, request: SubjectRequest, view: View, known: Known, banner?: CaseShown['banner']): PageShown {
  const mine = tasksOf(request, view);
  const open = mine.filter(([, t]) => !isSearchSettled(t));
  const kept = holdsFor(request, view);
  const entries = [...kept.map(([item]) => ({ of: 'holds', item })), ...open.map(([item]) => ({ of: 'tasks', item }))];
  const offers = entries.flatMap((entry) => nextStepsOn(procedure, view, entry)).filter((o) => !o.refusal);
  const data = pressData(desk, request);
  const named = ({ step, item }: Offer) => {
    const of = step.of === 'holds' ? kept : open;
    return of.length > 1 ? `: ${placeOf(of.find(([own]) => own === item)?.[1] ?? {})}` : '';
  };
  return {
    kind: 'page',
    title: `${request.ref} · ${open.length === 0 && kept.length > 0 ? holdNotice.title : searchRequest.title}`,
    tone: 'attention',
    under: offenceWarning.sentence,
    blocks: [
      ...(banner ? [{ is: 'text' as const, text: banner.text }] : []),
      { is: 'facts', heading: 'Who it is about', facts: whoOf(request, known) },
      ...holdBlocks(kept, known, view.today),
      ...groupsOf(open, known),
      ...answered(mine.filter((each) => !open.includes(each))),
      ...(open.length > 0 || kept.length === 0 ? [{ is: 'text' as const, text: wordsFor(open), small: true }] : []),
    ],
    actions: buttonsOf(offers, named, data),
  };
}

/** Answering stands on the row; what else may be done with a search is under the menu. One reminder is put off for all of them. */
function buttonsOf(offers: Offer[], named: (o: Offer) => string, data: Record<string, string | number>): Button[] {
  const shown = offers.filter((o, at) => o.step.id !== SNOOZE || offers.findIndex(({ step }) => step.id === SNOOZE) === at);
  return shown.map((o, at) => {
    const look = at === 0 ? { primary: true } : o.step.next === undefined ? { secondary: true } : {};
    const drawn = button(o, data, look);
    return o.step.id === SNOOZE ? drawn : { ...drawn, title: drawn.title.replace('…', `${named(o)}…`) };
  });
}
const SNOOZE = 'put-off-the-search-reminder';

const wordsFor = (open: Mine): string =>
  open.some(([, t]) => t['system'] === 'EMAIL') ? `${searchRequest.nil} ${searchRequest.mail}` : searchRequest.nil;

export function whoOf(request: SubjectRequest, known: Known): { title: string; value: string }[] {
  const other = requesterOf(request.state.facts).forAnother ? known.detail('subjectName') : undefined;
  const born = known.detail('dateOfBirth');
  return [
    { title: 'Name', value: other ?? known.detail('requesterName') ?? '' },
    { title: 'Born', value: born && other === undefined ? formatDay(born) : '' },
    { title: 'Address', value: (other === undefined ? known.detail('address') : undefined) ?? '' },
  ].filter((fact) => fact.value);
}

/** Searches that were asked for together say the same once, under the names of their places. */
function groupsOf(open: Mine, known: Known): PageBlock[] {
  const groups = new Map<string, { places: string[]; facts: { title: string; value: string }[] }>();
  for (const [id, t] of open) {
    const facts = factsOf(id, t, known);
    const group = groups.get(JSON.stringify(facts)) ?? { places: [], facts };
    groups.set(JSON.stringify(facts), { ...group, places: [...group.places, placeOf(t)] });
  }
  return [...groups.values()].map(({ places, facts }) => ({ is: 'facts', heading: `Where: ${places.join(', ')}`, facts }));
}

function factsOf(id: string, t: Facts, known: Known): { title: string; value: string }[] {
  const detail = (field: string) => known.detail(`tasks/${id}/${field}`) ?? '';
  return [
    { title: 'Look for', value: detail('terms') },
    { title: 'Look in', value: detail('where') },
    { title: 'Told', value: detail('passedWhy') },
    { title: 'Answer by', value: formatDay(String(t['answerBy'])) },
    { title: 'Off site', value: isBoxAwaited(t) ? `ordered, expected ${formatDay(String(t['expectedOn']))}` : '' },
    { title: 'Answered', value: t['answer'] === 'NOT_OURS' ? 'as not yours: the case officer passes it on' : '' },
  ].filter((fact) => fact.value);
}

function answered(done: Mine): PageBlock[] {
  const facts = done.map(([, t]) => ({ title: placeOf(t), value: formatDay(String(t['answeredOn'])) }));
  return done.length > 0 ? [{ is: 'facts', heading: 'Answered', facts }] : [];
}
