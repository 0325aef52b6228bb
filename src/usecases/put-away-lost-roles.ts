import { addDays } from '../domain/local-date.js';
import type { Desk } from './desk.js';
import { igTeam } from '../procedure/roles.js';

/** How many days back an ended role is still looked for, so that a bot that was down makes good what it missed. */
const DAYS_BACK = 7;

/** Cards of somebody whose role has ended are put away, once for each ending; what they may still see they can open again (design §5). */
export async function putAwayLostRoles(desk: Desk): Promise<number> {
  const today = desk.clock.today();
  const since = addDays(today, -DAYS_BACK);
  const ended = (await Promise.all([desk.people.rolesEnded(since, today), desk.people.coversEnded(since, today)])).flat();
  const keys = ended.map(({ person, role, until }) => `role-ended:${person}:${role}:${until}`);
  const known = await desk.outbox.known(keys);
  const fresh = ended.filter((_, at) => !known.has(keys[at] ?? ''));
  for (const { person } of fresh) await desk.cards.mark({ person });
  const done = fresh.map(({ person, role, until }) => ({
    key: `role-ended:${person}:${role}:${until}`,
    template: 'role-ended',
    to: { role: igTeam.code },
    args: {},
    at: desk.clock.now(),
  }));
  if (done.length > 0) await desk.outbox.put(done, 'superseded');
  return fresh.length;
}
