import { isRefusal } from '../domain/refusals.js';
import { reviewRole, type GrantNamed, type Verdict } from '../usecases/review-role.js';
import { refusalPage } from '../usecases/show/pages.js';
import { reviewedPage, reviewPage, rolesPage } from '../usecases/show/review-pages.js';
import type { PressData } from './read-press.js';
import type { Reply, Turn } from './turn.js';

const grantIn = (d: PressData): GrantNamed => ({ person: d.draft, role: d.collection, directorate: d.letter, until: d.key });

/** Buttons of the review of roles. */
export const roleVerbs: Record<string, (turn: Turn, data: PressData) => Promise<Reply>> = {
  roles: async ({ desk, person }, d) => ({ shown: await rolesPage(desk, person, d.skip) }),
  'review-role': async ({ desk, person }, d) => ({ shown: await reviewPage(desk, person, grantIn(d)) }),
  'keep-role': (turn, d) => review(turn, grantIn(d), 'kept'),
  'end-role': (turn, d) => review(turn, grantIn(d), 'ended'),
};

async function review({ desk, person }: Turn, grant: GrantNamed, verdict: Verdict): Promise<Reply> {
  const reviewed = await reviewRole(desk, person, grant, verdict);
  if (isRefusal(reviewed)) return { shown: refusalPage(reviewed) };
  const holder = await desk.people.byId(grant.person);
  return { shown: reviewedPage(reviewed, holder?.name ?? 'The colleague') };
}
