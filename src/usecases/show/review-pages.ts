import { addDays, formatDay } from '../../domain/local-date.js';
import { refuse } from '../../domain/refusals.js';
import type { PageShown } from '../../domain/shown.js';
import { accessReviewDays } from '../../procedure/limits.js';
import type { Desk } from '../desk.js';
import { isIg } from '../grant-role.js';
import type { KnownPerson, OutboxMessage } from '../ports.js';
import type { GrantNamed, Reviewed } from '../review-role.js';
import { PAGE_SIZE } from './list-pages.js';
import { refusalPage } from './pages.js';
import { roleWords } from './role-pages.js';

const FOR_EVER = '9999-12-31';
const CLAUSE = 'F-Q7';
const words = ({ role, directorate }: { role: string; directorate?: string }): string =>
  roleWords({ role, ...(directorate && { directorate }) });
const dataOf = ({ person, role, directorate = '', until }: Omit<GrantNamed, 'directorate'> & { directorate?: string }) => ({
  d: person,
  c: role,
  l: directorate,
  k: until,
});

/** `roles`, for IG: every role somebody holds, the next to end first (SEC-02). The cost follows the roles granted. */
export async function rolesPage(desk: Desk, person: KnownPerson, skip: number): Promise<PageShown> {
  if (!isIg(desk, person))
    return refusalPage(refuse('not-your-step', 'Only the Information Governance team reviews roles.', { clause: CLAUSE }));
  const today = desk.clock.today();
  const held = (await desk.people.rolesEnded(today, FOR_EVER)).sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
  const shown = held.slice(skip, skip + PAGE_SIZE);
  const people = new Map((await desk.people.byIds([...new Set(shown.map((g) => g.person))])).map((p) => [p.id, p.name]));
  const soon = addDays(today, accessReviewDays);
  const turn = (title: string, to: number) => ({ title, verb: 'roles', data: { skip: to } });
  return {
    kind: 'page',
    title: `Roles held: ${held.length}`,
    under: 'The next to end first; a role that is not reviewed ends',
    blocks: [
      {
        is: 'rows',
        empty: 'Nobody holds a role.',
        rows: shown.map((grant) => ({
          title: people.get(grant.person) ?? 'A colleague',
          text: words(grant),
          side: `until ${formatDay(grant.until)}`,
          press: grant.until <= soon ? ('soon' as const) : ('none' as const),
          ...(grant.person !== person.id && { action: { title: 'Review', verb: 'review-role', data: dataOf(grant) } }),
        })),
      },
    ],
    actions: [
      ...(skip > 0 ? [turn('Back', Math.max(0, skip - PAGE_SIZE))] : []),
      ...(held.length > skip + PAGE_SIZE ? [turn('More', skip + PAGE_SIZE)] : []),
    ],
  };
}

/** One role to keep or end: who, which, why it was granted and by whom. */
export async function reviewPage(desk: Desk, person: KnownPerson, grant: GrantNamed): Promise<PageShown> {
  if (!isIg(desk, person))
    return refusalPage(refuse('not-your-step', 'Only the Information Governance team reviews roles.', { clause: CLAUSE }));
  const holder = await desk.people.byId(grant.person);
  const held = holder?.grants.find((g) => g.role === grant.role && (g.directorate ?? '') === grant.directorate);
  if (!holder || !held)
    return refusalPage(refuse('nothing-to-do', 'This role is no longer held. Type roles to see those that are.', { clause: CLAUSE }));
  const ask = held.need ? await desk.roleAsks.byId(held.need) : null;
  const [granter] = held.by ? await desk.people.byIds([held.by]) : [];
  return {
    kind: 'page',
    title: 'Is this role still needed?',
    under: 'And is its level right?',
    blocks: [
      {
        is: 'facts',
        facts: [
          { title: 'Who', value: holder.name },
          { title: 'Role', value: words(grant) },
          { title: 'Until', value: formatDay(held.until) },
          ...(ask ? [{ title: 'Why', value: ask.need }] : []),
          ...(granter ? [{ title: 'Decided by', value: granter.name }] : []),
        ],
      },
      { is: 'text', text: 'For another level, end this role and have them ask for the other.', small: true, quiet: true },
    ],
    actions: [
      { title: 'Keep for six months', verb: 'keep-role', data: dataOf({ ...grant, until: held.until }), primary: true },
      { title: 'End it now', verb: 'end-role', data: dataOf({ ...grant, until: held.until }) },
      { title: 'Back to the list', verb: 'roles', data: {} },
    ],
  };
}

export function reviewedPage({ grant, verdict, until }: Exclude<Reviewed, { refused: true }>, name: string): PageShown {
  const text =
    verdict === 'kept'
      ? `${name} stays ${words(grant)} until ${formatDay(until)}, when it is reviewed again.`
      : `${name} is no longer ${words(grant)}. Cards that it gave are being put away.`;
  return {
    kind: 'page',
    title: verdict === 'kept' ? 'Kept' : 'Ended',
    tone: 'good',
    blocks: [{ is: 'text', text }],
    actions: [{ title: 'Back to the list', verb: 'roles', data: {} }],
  };
}

/** What the holder of a role hears of its review. */
export function roleReviewedPage({ args }: OutboxMessage): PageShown {
  const role = words({ role: String(args['role']), directorate: String(args['directorate'] ?? '') });
  const kept = args['verdict'] === 'kept';
  const text = kept
    ? `You stay ${role} until ${formatDay(String(args['until']))}. The Information Governance team looked at it.`
    : `You are no longer ${role}. If you still need it for your work, ask for it again and say why.`;
  return {
    kind: 'page',
    title: 'Your role was reviewed',
    blocks: [{ is: 'text', text }],
    actions: kept
      ? [{ title: 'What I can do', verb: 'help', data: {} }]
      : [{ title: 'Ask for a role', verb: 'ask-for-role-form', data: {} }],
    summaryLine: 'Your role was reviewed',
  };
}
