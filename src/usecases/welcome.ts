import type { PageShown, Shown } from '../domain/shown.js';
import { directorateTitle } from '../procedure/owners.js';
import { roles } from '../procedure/roles.js';
import { script } from '../procedure/script.js';
import type { Desk } from './desk.js';
import { isIg } from './grant-role.js';
import type { KnownPerson } from './ports.js';
import { reachOf } from './reports/reach.js';
import { roleWords } from './show/role-pages.js';

/** What a command is for; the bot's table of commands fills the rest. */
export interface CommandHelp {
  title: string;
  help: string;
  /** Who may use it: everybody, those who work cases, those who are told how cases stand, or IG. */
  who: 'all' | 'workers' | 'readers' | 'ig';
}

/** Does this person hold any role that reads cases? */
export function worksCases(desk: Desk, person: KnownPerson): boolean {
  const today = desk.clock.today();
  const reads = roles.filter((r) => r.sees === 'whole' || r.code === 'OFFICER').map((r) => r.code);
  return person.grants.some((g) => reads.includes(g.role) && g.until >= today);
}

export function mayUse(desk: Desk, person: KnownPerson, who: CommandHelp['who']): boolean {
  if (who === 'readers') return reachOf(person, desk.clock.today()) !== null;
  return who === 'all' || (who === 'workers' ? worksCases(desk, person) : isIg(desk, person));
}

const ON_A_CASE = 'Each case shows the next thing first, and everything else you may do behind “More you can do”.';

/** Help: only what this person may do: commands, and the roles held. What those may do on a case stands on the case. */
export function helpPage(desk: Desk, person: KnownPerson, commands: CommandHelp[]): PageShown {
  const today = desk.clock.today();
  const held = person.grants.filter((g) => g.until >= today);
  const may = commands.filter((c) => mayUse(desk, person, c.who));
  return {
    kind: 'page',
    title: 'What you can do',
    blocks: [
      { is: 'facts', facts: may.map((c) => ({ title: c.title, value: c.help })) },
      ...(held.length > 0
        ? [{ is: 'text' as const, heading: 'On a case', text: `You are ${held.map(roleWords).join('; ')}. ${ON_A_CASE}` }]
        : []),
      { is: 'text', text: script.danger, small: true, quiet: true },
    ],
    actions: [
      { title: 'Report a request', verb: 'report', data: {}, primary: true },
      { title: 'Is this a request?', verb: 'triage', data: {} },
      { title: 'What the words mean', verb: 'glossary', data: {}, secondary: true },
      { title: 'My requests', verb: 'my-requests', data: {} },
      ...(worksCases(desk, person) ? [{ title: 'My work', verb: 'my-work', data: {} }] : []),
    ],
  };
}

/** Help where others read along: nothing that has to be done in one's own chat. */
export const channelHelp = (page: PageShown): PageShown => ({
  ...page,
  blocks: [...page.blocks.slice(0, 1), { is: 'text', text: 'Everything else: in your own chat with me.' }],
  actions: [],
});

/** A command that needs a reference was typed without one. */
export const whichReferencePage = (word: string): PageShown => ({
  kind: 'page',
  title: 'Which request?',
  blocks: [{ is: 'text', text: `Type the reference after the word, for example: ${word} DR-2026-0001` }],
  actions: [{ title: 'My requests', verb: 'my-requests', data: {} }],
});

/** The first card in a personal chat. */
export function welcomePage(): PageShown {
  return {
    kind: 'page',
    title: 'Somebody asks for their data: tell me',
    blocks: [
      { is: 'text', text: script.welcome },
      { is: 'text', text: script.danger, small: true, quiet: true },
    ],
    actions: [
      { title: 'Report a request', verb: 'report', data: {}, primary: true },
      { title: 'What I can do', verb: 'help', data: {} },
      { title: 'Ask for a role', verb: 'ask-for-role-form', data: {} },
    ],
    summaryLine: 'Rightsdesk is here',
  };
}

/** The first card in a channel. */
export function channelWelcome(directorate: string | null): Shown {
  const text = directorate
    ? `Requests for ${directorateTitle(directorate)} are posted here, with reference and dates and never a name.`
    : 'This channel belongs to no directorate yet. Somebody of the Information Governance team mentions me here with the word settings to choose one.';
  return {
    kind: 'page',
    title: 'Rightsdesk posts here',
    blocks: [{ is: 'text', text }],
    actions: [],
    summaryLine: 'Rightsdesk posts here',
  };
}

/** Where personal details may not be typed (INT-18). */
export function notHerePage(): PageShown {
  const text = 'Everybody in this channel would read it. Open your own chat with me and type it there.';
  return {
    kind: 'page',
    title: 'Not in a channel',
    tone: 'attention',
    under: 'Personal details belong in your own chat',
    blocks: [{ is: 'text', text }],
    actions: [{ title: 'Write to me in my own chat', verb: 'own-chat', data: {}, primary: true }],
  };
}
