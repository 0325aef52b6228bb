import { addMonths, londonDay } from '../domain/local-date.js';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.js';
import { directorateChoices } from '../procedure/owners.js';
import { dpo, grantRules, igTeam, roles } from '../procedure/roles.js';
import type { Desk } from './desk.js';
import type { KnownPerson, RoleAsk } from './ports.js';

/** Roles somebody may ask for, and whether each belongs to one directorate. */
export const grantableRoles = roles.filter((r) => r.grantable);

/** IG by grant, or by the configured list it all starts from. */
export function isIg(desk: Desk, person: KnownPerson): boolean {
  const today = desk.clock.today();
  return person.grants.some((g) => [igTeam.code, dpo.code].includes(g.role) && g.until >= today);
}

/** Who decides on roles today, by name. */
export async function deciders(desk: Desk): Promise<string[]> {
  const found = await desk.people.holding(igTeam.code, null, desk.clock.today());
  return found.map(({ name }) => name).sort();
}

/** Somebody asks for a role in their own chat; IG decides (SEC-01). `key` is that of the form: the same press asks once. Answers the ask, or what is wrong with it. */
export async function askForRole(
  desk: Desk,
  person: KnownPerson,
  typed: { role: string; directorate?: string; need: string },
  key = '',
): Promise<RoleAsk | Refusal> {
  const role = grantableRoles.find((r) => r.code === typed.role);
  if (!role) return refuse('answer-at-fault', 'Choose one of the roles offered.', { field: 'role' });
  const directorate = role.scope === 'directorate' ? directorateChoices.find((d) => d.value === typed.directorate) : undefined;
  if (role.scope === 'directorate' && !directorate)
    return refuse('answer-at-fault', 'This role belongs to a directorate. Choose which.', { field: 'directorate' });
  const before = key === '' ? null : await desk.roleAsks.byId(key);
  if (before?.person === person.id) return before;
  const ask: RoleAsk = {
    id: key === '' || before ? desk.ids.id() : key,
    person: person.id,
    role: role.code,
    need: typed.need,
    at: desk.clock.now(),
    ...(directorate && { directorate: directorate.value }),
  };
  if (!(await desk.roleAsks.add(ask))) return ask;
  await desk.audit.record({ what: 'role-asked', by: person.id, codes: { role: ask.role, directorate: ask.directorate ?? '' } });
  await desk.outbox.put([
    { key: `role-ask:${ask.id}`, template: 'role-ask', to: { role: igTeam.code }, args: { ask: ask.id }, at: desk.clock.now() },
  ]);
  desk.poke();
  return ask;
}

export type RoleDecision = { was: 'decided'; ask: RoleAsk; granted: boolean; until: string } | Refusal;

/** IG grants or declines. A grant ends with its next review; nobody grants a role to themselves (SEC-02, SEC-12). */
export async function decideRole(desk: Desk, by: KnownPerson, askId: string, granted: boolean): Promise<RoleDecision> {
  if (!isIg(desk, by)) return refuse('not-your-step', 'Only the Information Governance team grants roles.', { clause: grantRules.clause });
  const ask = await desk.roleAsks.byId(askId);
  if (!ask) return refuse('nothing-to-do', 'There is no such request for a role.');
  if (ask.person === by.id)
    return refuse('not-your-step', 'Nobody grants a role to themselves. Another member of the team decides.', {
      clause: grantRules.clause,
    });
  const decision = await settle(desk, ask, { by: by.id, granted, at: desk.clock.now() });
  if (isRefusal(decision)) return decision;
  const until = addMonths(londonDay(decision.at), grantRules.reviewMonths);
  // Also when pressed again: a grant cut short after the decision is made good.
  if (granted)
    await desk.people.grant(ask.person, {
      role: ask.role,
      until,
      by: by.id,
      need: ask.id,
      ...(ask.directorate !== undefined && { directorate: ask.directorate }),
    });
  await desk.audit.record({
    what: granted ? 'role-granted' : 'role-declined',
    by: by.id,
    codes: { role: ask.role, directorate: ask.directorate ?? '', to: ask.person },
  });
  await desk.outbox.put([
    {
      key: `role-answer:${ask.id}`,
      template: 'role-answer',
      to: { person: ask.person },
      args: { ask: ask.id, granted },
      at: desk.clock.now(),
    },
  ]);
  desk.poke();
  return { was: 'decided', ask, granted, until };
}

/** Writes the decision; the same press again finds its own, a colleague's stands. */
async function settle(
  desk: Desk,
  ask: RoleAsk,
  decided: NonNullable<RoleAsk['decided']>,
): Promise<NonNullable<RoleAsk['decided']> | Refusal> {
  if (await desk.roleAsks.decide(ask.id, decided)) return decided;
  const before = (await desk.roleAsks.byId(ask.id))?.decided;
  if (before && before.by === decided.by && before.granted === decided.granted) return before;
  return refuse('nothing-to-do', 'A colleague has decided this already.', { clause: grantRules.clause });
}
