import { person as personField, type Option } from '../../domain/fields.js';
import type { Person } from '../../domain/person.js';
import type { Role } from '../../domain/step.js';
import { diao, officerPool } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';

export const holdsOne = (desk: Desk, person: Person, roles: readonly Role[]): boolean =>
  person.grants.some((g) => g.until >= desk.clock.today() && roles.some((role) => role.code === g.role));

/** Whom it is about, for those who may say it of others. */
export const whoseFields = { who: personField('Who is it about?', { holding: officerPool.code }) };

/** Those who work cases: for oneself those of one's own directorates, for those who may choose everybody's. Two queries. */
export async function colleagues(
  desk: Desk,
  person: KnownPerson,
  forOthers: readonly Role[],
): Promise<{ mayChoose: boolean; all: Option[]; people: KnownPerson[] }> {
  const today = desk.clock.today();
  const mayChoose = holdsOne(desk, person, forOthers);
  const found = (await Promise.all([diao, officerPool].map((role) => desk.people.holding(role.code, null, today)))).flat();
  const own = new Set(person.grants.filter((g) => g.until >= today).map((g) => g.directorate));
  const near = found.filter(
    (p) => mayChoose || p.grants.some((g) => g.until >= today && g.directorate !== undefined && own.has(g.directorate)),
  );
  const people = [...new Map(near.map((p) => [p.id, p])).values()];
  return { mayChoose, all: people.map((p) => ({ value: p.id, title: p.name })), people };
}
