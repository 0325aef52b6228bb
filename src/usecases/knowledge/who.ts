import type { LocalDate } from '../../domain/local-date.js';
import type { Person } from '../../domain/person.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import type { Role } from '../../domain/step.js';
import { keeping, lookingUp } from '../../procedure/knowledge.js';
import { directorateOf, directorates } from '../../procedure/owners.js';
import { diao } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';

const holdsOne = (person: Person, roles: readonly Role[], today: LocalDate): boolean =>
  person.grants.some((g) => g.until >= today && roles.some((role) => role.code === g.role));

export const mayLookUp = (desk: Desk, person: Person): boolean => holdsOne(person, lookingUp.by, desk.clock.today());
export const mayKeep = (desk: Desk, person: Person): boolean => holdsOne(person, keeping.by, desk.clock.today());

export const notAKeeper = (): Refusal =>
  refuse('not-your-step', 'The Corporate Complaints Unit keeps the knowledge base. Tell them what should change.', {
    clause: keeping.clause,
  });
export const notAReader = (): Refusal =>
  refuse('not-your-step', 'The knowledge base is for those who work cases. Ask for a role if you need it.', { clause: lookingUp.clause });

/** Post → who holds it today: by that post, or as DIAO of the whole directorate. A post with nobody has an empty list. */
export type Holders = Readonly<Record<string, readonly KnownPerson[]>>;

/** Who holds each post, in one query. */
export async function readHolders(desk: Desk): Promise<Holders> {
  const today = desk.clock.today();
  const people = await desk.people.holding(diao.code, null, today);
  const holds = (person: Person, post: string): boolean =>
    person.grants.some(
      (g) => g.role === diao.code && g.until >= today && g.directorate === directorateOf(post) && (g.post === undefined || g.post === post),
    );
  const posts = directorates.flatMap((d) => d.posts.map((p) => p.id));
  return Object.fromEntries(posts.map((post) => [post, people.filter((person) => holds(person, post))]));
}
