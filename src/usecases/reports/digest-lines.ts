import { sightOf } from '../../domain/access.js';
import { standing, withItem } from '../../domain/decide.js';
import { daysBetween, formatDay, formatShortDay } from '../../domain/local-date.js';
import type { Recipient } from '../../domain/recipient.js';
import { isRefusal } from '../../domain/refusals.js';
import type { Button } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { stillRuns, waitsFor, type Ticking, type TimerRow } from '../../domain/timers.js';
import { procedure } from '../../procedure/contents.js';
import { directorateTitle } from '../../procedure/owners.js';
import { timers } from '../../procedure/timers/index.js';
import { FOR } from '../delivery/cover.js';
import { roleWords } from '../show/role-pages.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, OutboxMessage } from '../ports.js';
import { viewOf } from '../view-of.js';
import { leftWords, shortRight } from './words.js';
import { soonDays } from '../../procedure/reports.js';

/** Message about a granted role that ends soon; a line of a digest that belongs to no case (SEC-02). */
export const ROLE_ENDS = 'role-ends';

export interface DigestRow {
  /** The case; none for a role that ends. */
  id?: string;
  /** Days left to the answer, or to the nearest of what is told while no date runs; negative when it has passed. */
  left: number;
  row: { title: string; text: string; side: string; press: 'none' | 'soon' | 'late'; action?: Button };
}
interface Said {
  request: SubjectRequest;
  view: View;
  row: TimerRow;
  ticking: Ticking;
}

/**
 * What these notices still say to this reader, the most pressing first: one row for each case. What has been settled since, was put off, or
 * is another's by now is left out. Three queries, however many lines.
 */
export async function rowsOf(desk: Desk, person: KnownPerson, lines: readonly OutboxMessage[]): Promise<DigestRow[]> {
  const ids = [...new Set(lines.flatMap(({ requestId }) => requestId ?? []))];
  const requests = new Map((await desk.requests.byIds(ids)).map((request) => [request.id, request]));
  const said = lines.flatMap((line) => {
    const request = requests.get(line.requestId ?? '');
    return request ? whatStillHolds(desk, person, request, line) : [];
  });
  const cases = ids.flatMap((id) => caseRow(desk, person, said.filter(({ request }) => request.id === id))); // prettier-ignore
  const roles = await roleRows(desk, lines.filter(({ template }) => template === ROLE_ENDS)); // prettier-ignore
  return [...cases, ...roles].sort((a, b) => a.left - b.left);
}

function whatStillHolds(desk: Desk, person: KnownPerson, request: SubjectRequest, { args, asHolder }: OutboxMessage): Said[] {
  const row = timers.find(({ code }) => code === args['timer']);
  const view = viewOf(desk, request.state, person);
  if (request.state.facts['restricted'] === true && sightOf(procedure, person, request.state, view.today) === 'nothing') return [];
  const told = { day: String(args['on']), ...(args['about'] !== undefined && { about: String(args['about']) }) };
  const ticking = row && stillRuns(row, view, told);
  if (!ticking || (asHolder && !holdsRole(person, asHolder, view.today))) return [];
  const waits = waitsFor(row, view, ticking);
  // Whoever stands in is told what the other would be.
  const whose = args[FOR] === undefined ? person : { ...person, id: String(args[FOR]) };
  if (!isFor(row.to(view, ticking), whose, view.today) || (waits !== undefined && view.today < waits)) return [];
  return [{ request, view, row, ticking }];
}

const isFor = (to: Recipient, person: KnownPerson, today: string): boolean =>
  'person' in to ? to.person === person.id : 'role' in to && holdsRole(person, to, today);
const holdsRole = (person: KnownPerson, { role, directorate }: { role: string; directorate?: string }, today: string): boolean =>
  person.grants.some((g) => g.role === role && g.until >= today && (directorate === undefined || g.directorate === directorate));

function caseRow(desk: Desk, person: KnownPerson, said: readonly Said[]): DigestRow[] {
  const [first] = [...said].sort((a, b) => (a.ticking.day < b.ticking.day ? -1 : 1));
  if (!first) return [];
  const { request, view } = first;
  // The edge is the answer's own date wherever one runs: days to an inner limit would be read as its lateness.
  const left = daysBetween(view.today, view.deadline?.due ?? first.ticking.day);
  const { right, directorate } = request.state.facts;
  const due = view.deadline?.due ? `due ${formatShortDay(view.deadline.due)}` : '';
  const head = [shortRight(String(right)), directorate === undefined ? '' : directorateTitle(directorate), due].filter(Boolean).join(' · ');
  const sentences = [...new Set(said.map(({ row, ticking }) => row.says?.(view, ticking) ?? ''))].filter(Boolean);
  const action = buttonFor(desk, person, said);
  const press = left < 0 ? 'late' : left <= soonDays ? 'soon' : 'none';
  const row = {
    title: request.ref,
    text: `${head}. ${sentences.join(' ')}`,
    side: leftWords(left),
    press,
    ...(action && { action }),
  } as const;
  return [{ id: request.id, left, row }];
}

/** Whoever may not read the case is told of it, and opens nothing. The form that settles it, when they may settle it now. */
function buttonFor(desk: Desk, person: KnownPerson, said: readonly Said[]): Button | undefined {
  const [first] = said;
  if (!first || sightOf(procedure, person, first.request.state, desk.clock.today()) === 'nothing') return undefined;
  const r = first.request.id;
  const [form] = said.flatMap(({ row, view, ticking }) => {
    const step = procedure.steps.find(({ id }) => id === row.step);
    const seen = step && withItem(step, view, step.of === undefined ? undefined : ticking.item);
    if (!step || !seen || isRefusal(seen) || isRefusal(standing(procedure, step, seen))) return [];
    return { r, s: step.id, ...(step.of !== undefined && ticking.item !== undefined && { i: ticking.item }) };
  });
  return form ? { title: 'Decide', verb: 'form', data: form } : { title: 'Open', verb: 'open', data: { r } };
}

async function roleRows(desk: Desk, lines: readonly OutboxMessage[]): Promise<DigestRow[]> {
  if (lines.length === 0) return [];
  const people = await desk.people.byIds([...new Set(lines.map(({ args }) => String(args['person'])))]);
  const today = desk.clock.today();
  return lines.flatMap(({ args }) => {
    const person = people.find(({ id }) => id === args['person']);
    const grant = person?.grants.find((g) => g.role === args['role'] && (g.directorate ?? '') === args['directorate'] && g.until === args['until']); // prettier-ignore
    if (!person || !grant || grant.until < today) return [];
    const left = daysBetween(today, grant.until);
    const text = `${roleWords(grant)}, until ${formatDay(grant.until)}. It ends then unless it is reviewed and kept.`;
    const press = left <= soonDays ? ('soon' as const) : ('none' as const);
    return { left, row: { title: person.name, text, side: leftWords(left), press, action: { title: 'Review', verb: 'roles', data: {} } } };
  });
}
