import { addMonths } from '../domain/local-date.js';
import { grantRules, igTeam } from '../procedure/roles.js';
import type { Desk } from './desk.js';
import type { ChatAddress, KnownPerson } from './ports.js';

/** Who the turn comes from. A personal chat is remembered as the way to reach them; those named in the configuration are IG from the start (design §7). */
export async function knowPerson(
  desk: Desk,
  turn: { tenant: string; person: { id: string; mri: string; name: string }; chat: ChatAddress & { scope: string } },
): Promise<KnownPerson> {
  const { conversationId, serviceUrl, scope } = turn.chat;
  const person = await desk.people.seen({
    ...turn.person,
    tenant: turn.tenant,
    ...(scope === 'personal' && { chat: { conversationId, serviceUrl } }),
  });
  const today = desk.clock.today();
  if (!desk.igAdmins.includes(person.id) || person.grants.some((g) => g.role === igTeam.code && g.until >= today)) return person;
  const grant = { role: igTeam.code, until: addMonths(today, grantRules.reviewMonths) };
  await desk.people.grant(person.id, { ...grant, by: 'configuration', need: 'IG_ADMINS' });
  await desk.audit.record({ what: 'role-granted', by: 'configuration', codes: { role: grant.role, to: person.id } });
  return { ...person, grants: [...person.grants, grant] };
}
