import { choice, longText } from '../../domain/fields.js';
import { sayCount } from '../../domain/clock/words.js';
import { formatDay } from '../../domain/local-date.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import type { FormShown, PageShown } from '../../domain/shown.js';
import { directorateChoices, directorateTitle } from '../../procedure/owners.js';
import { grantRules, roles } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import { grantableRoles } from '../grant-role.js';
import type { KnownPerson, RoleAsk } from '../ports.js';
import { viewOf } from '../view-of.js';
import { cite } from './cite.js';
import { stepForm } from './step-form.js';

/** The answers a request for a role needs (SEC-01). */
export const roleAsks = {
  role: choice('Which role?', { options: grantableRoles.map((r) => ({ value: r.code, title: `${sentence(r.title)}: ${r.does}` })) }),
  directorate: choice('Which directorate, if the role belongs to one?', { options: directorateChoices, optional: true }),
  need: longText('Why do you need it for your work?', { maxLength: 600 }),
};
function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
const roleTitle = (code: string): string => roles.find((r) => r.code === code)?.title ?? code;

/** Title of a role somebody holds or asks for, with its directorate. */
export const roleWords = (ask: { role: string; directorate?: string }): string =>
  sentence(roleTitle(ask.role)) + (ask.directorate === undefined ? '' : `, ${directorateTitle(ask.directorate)}`);

export function roleForm(
  desk: Desk,
  person: KnownPerson,
  before: { typed?: Record<string, unknown>; faults?: AnswerFault[] } = {},
): FormShown {
  return stepForm(
    {
      title: 'Ask for a role',
      clause: grantRules.clause,
      about: `The Information Governance team decides. A role ends after ${sayCount(grantRules.reviewMonths, 'months')} unless it is kept.`,
      asks: roleAsks,
    },
    {
      view: viewOf(desk, null, person),
      ...before,
      actions: [
        // The id of the ask is minted with the form, so that a press delivered twice asks once.
        { title: 'Ask', verb: 'ask-for-role', data: { a: desk.ids.id() }, primary: true },
        { title: 'Cancel', verb: 'help', data: {}, leaves: true },
      ],
    },
  );
}

/** After asking: who decides, and what can be done meanwhile. */
export function askedPage(who: string[]): PageShown {
  const text = 'The Information Governance team has been asked. You hear from me when they decide.';
  return {
    kind: 'page',
    title: 'Asked',
    tone: 'good',
    blocks: [
      { is: 'text', text },
      ...(who.length > 0 ? [{ is: 'facts' as const, facts: [{ title: 'Who decides', value: namesOf(who) }] }] : []),
    ],
    actions: [{ title: 'What I can do', verb: 'help', data: {} }],
  };
}
const MOST_NAMES = 5;
const namesOf = (who: string[]): string =>
  who.length > MOST_NAMES ? `${who.slice(0, MOST_NAMES).join(', ')} and ${who.length - MOST_NAMES} more` : who.join(', ');

/** What IG sees of somebody who asks for a role. */
export function roleAskPage(ask: RoleAsk, asker: string): PageShown {
  return {
    kind: 'page',
    title: `${asker} asks for a role`,
    under: cite(grantRules.clause),
    blocks: [
      {
        is: 'facts',
        facts: [
          { title: 'Role', value: roleWords(ask) },
          { title: 'Why', value: ask.need },
        ],
      },
    ],
    actions: [
      { title: 'Grant', verb: 'grant-role', data: { a: ask.id }, primary: true },
      { title: 'Decline', verb: 'decline-role', data: { a: ask.id } },
    ],
    summaryLine: 'Somebody asks for a role',
  };
}

export function roleDecidedPage(ask: RoleAsk, asker: string, granted: boolean, until: string): PageShown {
  const text = granted
    ? `${asker} is ${roleWords(ask)} until ${formatDay(until)}, when it is reviewed.`
    : `${asker} was told that it was declined.`;
  return { kind: 'page', title: granted ? 'Granted' : 'Declined', tone: 'good', blocks: [{ is: 'text', text }], actions: [] };
}

export function roleAnswerPage(ask: RoleAsk, granted: boolean): PageShown {
  const text = granted
    ? `You are now ${roleWords(ask)}. Type help to see what you can do.`
    : `Your request to be ${roleWords(ask)} was declined. Ask the Information Governance team why.`;
  return {
    kind: 'page',
    title: granted ? 'You have a new role' : 'Your role request',
    blocks: [{ is: 'text', text }],
    actions: [{ title: 'What I can do', verb: 'help', data: {} }],
    summaryLine: 'An answer about your role',
  };
}

export function bindForm(desk: Desk, person: KnownPerson, current: string | null): FormShown {
  return stepForm(
    {
      title: 'Settings of this channel',
      clause: grantRules.clause,
      about: current
        ? `This channel belongs to ${directorateTitle(current)}.`
        : 'This channel belongs to no directorate yet. Requests are posted in the channel of their directorate.',
      asks: {
        directorate: choice('Which directorate works here?', { options: directorateChoices, ...(current !== null && { preset: current }) }),
      },
    },
    { view: viewOf(desk, null, person), actions: [{ title: 'Bind this channel', verb: 'bind-channel', data: {}, primary: true }] },
  );
}
