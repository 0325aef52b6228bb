import type { LocalDate } from './local-date.js';
import { actsFor, type Person } from './person.js';
import type { Collection, Procedure, Role } from './step.js';
import type { Facts, RequestState } from './subject-request.js';

/** Does this person hold this role for this case (or this item of it) today? Grants end at the end of their last day. */
export function holds(role: Role, person: Person, request: RequestState | null, today: LocalDate, item?: Facts): boolean {
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
      // Who heard a request is told how far it is; that is nobody else’s.
      return role.sees === 'receipt' ? request.facts[role.fact] === person.id : actsFor(person, request.facts[role.fact], today);
    case 'item':
      if (role.through !== undefined) return helpsWith(role, person, today, item);
      return item !== undefined && role.fact !== undefined && actsFor(person, item[role.fact], today);
  }
}

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
