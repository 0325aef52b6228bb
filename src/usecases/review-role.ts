import { addDays, addMonths, type LocalDate } from '../domain/local-date.js';
import { refuse, type Refusal } from '../domain/refusals.js';
import { grantRules } from '../procedure/roles.js';
import type { Desk } from './desk.js';
import { isIg } from './grant-role.js';
import type { KnownPerson } from './ports.js';

/** A grant as a button names it: whose, which, and the day it ends, so that a press on an old card finds that it has changed. */
export interface GrantNamed {
  person: string;
  role: string;
  directorate: string;
  until: LocalDate;
}
export type Verdict = 'kept' | 'ended';
export type Reviewed = { was: 'reviewed'; grant: GrantNamed; verdict: Verdict; until: LocalDate } | Refusal;

/**
 * Is a role still needed, and at the right level (SEC-02)? IG keeps it until its next review or ends it at once; nobody reviews their own.
 * The verdict stands in the audit trail with its month, so that each campaign can be shown. The same press again finds its own verdict.
 */
export async function reviewRole(desk: Desk, by: KnownPerson, grant: GrantNamed, verdict: Verdict): Promise<Reviewed> {
  const clause = 'F-Q7';
  if (!isIg(desk, by)) return refuse('not-your-step', 'Only the Information Governance team reviews roles.', { clause });
  if (grant.person === by.id) return refuse('not-your-step', 'Nobody reviews their own role. Another member of the team does.', { clause });
  const today = desk.clock.today();
  const until = verdict === 'kept' ? addMonths(today, grantRules.reviewMonths) : addDays(today, -1);
  const reviewed = { was: 'reviewed', grant, verdict, until } as const;
  const held = (await desk.people.byId(grant.person))?.grants.find(
    (g) => g.role === grant.role && (g.directorate ?? '') === grant.directorate,
  );
  if (held?.until !== grant.until)
    return held?.until === until && held.by === by.id
      ? reviewed
      : refuse('nothing-to-do', 'This role has been reviewed or has changed since. Type roles to see it as it is.', { clause });
  const { directorate, role } = grant;
  await desk.people.grant(grant.person, { role, until, by: by.id, need: held.need ?? '', ...(directorate && { directorate }) });
  await desk.audit.record({
    what: 'role-reviewed',
    by: by.id,
    codes: { role, directorate, to: grant.person, verdict, until, campaign: today.slice(0, 7) },
  });
  await desk.outbox.put([
    {
      key: `role-reviewed:${grant.person}:${role}:${directorate}:${grant.until}:${verdict}`,
      template: 'role-reviewed',
      to: { person: grant.person },
      args: { role, directorate, verdict, until },
      at: desk.clock.now(),
    },
  ]);
  desk.poke();
  return reviewed;
}
