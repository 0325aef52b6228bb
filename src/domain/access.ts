import type { LocalDate } from './local-date.js';
import { actsFor, type Person } from './person.js';
import type { Collection, Procedure, Role } from './step.js';
import type { Facts, RequestState } from './subject-request.js';

/** Does this person hold this role for this case (or this item of it) today? Grants end at the end of their last day. */
export function holds(role: Role, person: Person, request: RequestState | null, today: LocalDate, item?: Facts): boolean {
  if (request !== null && !isLetIn(role, person, request.facts, today)) return false;
  const grants = person.grants.filter((g) => g.role === role.code && g.until >= today);
  switch (role.scope) {
    case 'anyone':
      return true;
    case 'council':
      return grants.length > 0;
    case 'directorate':
      return grants.some((g) => g.directorate !== undefined && g.directorate === request?.facts['directorate']);
    case 'case':
      if (request === null || role.fact === undefined) return false;
      if (Array.isArray(request.facts[role.fact])) return (request.facts[role.fact] as string[]).includes(person.id);
      // Who heard a request is told how far it is; that is nobody else’s.
      return role.sees === 'receipt' ? request.facts[role.fact] === person.id : actsFor(person, request.facts[role.fact], today);
    case 'item':
      if (role.namesRole) return person.grants.some((g) => g.role === item?.[role.fact ?? ''] && g.until >= today);
      if (role.through !== undefined) return helpsWith(role, person, today, item);
      return item !== undefined && role.fact !== undefined && actsFor(person, item[role.fact], today);
  }
}

/**
 * SEC-14: on a restricted case a post counts for nothing by itself. Let in are those named on the case, and the posts in its fact `letIn`,
 * some of them only until somebody is named in their place. A post that exists for restricted cases counts nowhere else.
 */
function isLetIn(role: Role, person: Person, facts: Facts, today: LocalDate): boolean {
  const byName = role.scope === 'anyone' || role.scope === 'case' || (role.scope === 'item' && role.through === undefined);
  if (byName) return true;
  if (facts['restricted'] !== true) return role.onlyLetIn !== true;
  if (role.onlyLetIn !== true && isNamedOn(facts, person, today)) return true;
  return isPostLetIn(role, facts);
}

/** A restricted case lets everybody in who holds this post. */
export function isPostLetIn(role: Role, facts: Facts): boolean {
  const letIn = facts['letIn'];
  const open = role.letInUntil === undefined || facts[role.letInUntil] === undefined;
  return open && Array.isArray(letIn) && letIn.includes(role.code);
}

/** People whom a restricted case names beside its case officer: who took it on, and the colleagues named since. */
export const namedOn = (facts: Facts): string[] => {
  const team = facts['team'];
  return [...(typeof facts['diao'] === 'string' ? [facts['diao']] : []), ...(Array.isArray(team) ? team : [])];
};
const isNamedOn = (facts: Facts, person: Person, today: LocalDate): boolean =>
  namedOn(facts).some((id) => id === person.id) || actsFor(person, facts['diao'], today);

/** Through a role in the directorate that the item is for. */
const helpsWith = ({ through, fact }: Role, person: Person, today: LocalDate, item?: Facts): boolean =>
  person.grants.some((g) => g.role === through && g.until >= today && g.directorate !== undefined && g.directorate === item?.[fact ?? '']);

export type Sight = 'whole' | 'receipt' | 'task' | 'nothing';
const ORDER: Sight[] = ['nothing', 'task', 'receipt', 'whole'];

/** How much of a case this person may read. A view is not access control: every read asks this first (SEC-14, INT-18). */
export function sightOf(procedure: Procedure, person: Person, request: RequestState, today: LocalDate): Sight {
  const seen = procedure.roles.map((role) => (holdsAnywhere(procedure, role, person, request, today) ? role.sees : 'nothing'));
  return seen.reduce<Sight>((most, s) => (ORDER.indexOf(s) > ORDER.indexOf(most) ? s : most), 'nothing');
}

const entriesOf = (request: RequestState, { code }: Collection) => Object.values(request.items[code] ?? {});

function holdsAnywhere({ stages, collections }: Procedure, role: Role, person: Person, request: RequestState, today: LocalDate): boolean {
  if (role.scope === 'anyone') return false;
  if (role.scope !== 'item') return holds(role, person, request, today);
  // Sight of an entry ends when nothing more is to be done with it, and when the case is closed.
  const open = stages.find((s) => s.code === request.stage)?.open ?? false;
  return (
    open && collections.some((c) => entriesOf(request, c).some((item) => !c.settled(item) && holds(role, person, request, today, item)))
  );
}
