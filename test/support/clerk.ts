import type { Pressed, TeamsChannel, TeamsPerson } from './teams-client.js';

type Json = Record<string, unknown>;

/** A person who reads their newest card, fills it in and presses its buttons by their titles. */
export interface Clerk extends TeamsPerson {
  /** Titles of the buttons on the newest card. */
  buttons(): string[];
  /** Presses the button with this title; the form's own answers go along unless others are given. */
  does(title: string, answers?: Json, where?: Parameters<TeamsPerson['presses']>[2]): Promise<Pressed>;
  /** Presses *Open* on the newest card of a channel. */
  opens(channel: TeamsChannel): Promise<Pressed>;
  /** What does() would send, for pressing it again or late. */
  readies(title: string, answers?: Json): { verb: string; data: Json };
}

export function clerk(person: TeamsPerson): Clerk {
  const readies = (title: string, answers: Json = {}) => {
    const card = person.seesLast();
    const found = findAll(card, (n) => n['title'] === title && n['type'] === 'Action.Execute').at(-1);
    if (!found) throw new Error(`No button “${title}”. There are: ${titles(card).join(' | ')}\n${person.reads()}`);
    const inputs = found['associatedInputs'] === 'none' ? {} : { ...answersIn(card), ...answers };
    return { verb: String(found['verb']), data: { ...(found['data'] as Json), ...inputs } };
  };
  return {
    ...person,
    buttons: () => titles(person.seesLast()),
    readies,
    opens: (channel) => {
      const open = findAll(channel.sees().at(-1), (n) => n['title'] === 'Open' && n['type'] === 'Action.Execute')[0];
      return person.presses('open', open?.['data'] as Json, { channel: channel.id });
    },
    does: (title, answers, where) => {
      const { verb, data } = readies(title, answers);
      return person.presses(verb, data, where);
    },
  };
}

const titles = (card: Json): string[] => [...new Set(findAll(card, (n) => n['type'] === 'Action.Execute').map((n) => String(n['title'])))];

/** What the client sends for inputs nobody touched: their values. */
export function answersIn(card: Json): Json {
  const inputs = findAll(card, (n) => typeof n['type'] === 'string' && n['type'].startsWith('Input.'));
  return Object.fromEntries(inputs.map((n) => [String(n['id']), n['value'] ?? '']));
}

/** Elements of a card that fit, without the fallbacks that repeat them. */
export function findAll(node: unknown, fits: (n: Json) => boolean): Json[] {
  if (Array.isArray(node)) return node.flatMap((n) => findAll(n, fits));
  if (typeof node !== 'object' || node === null) return [];
  const here = fits(node as Json) ? [node as Json] : [];
  return [...here, ...Object.entries(node).flatMap(([key, value]) => (key === 'fallback' || key === 'data' ? [] : findAll(value, fits)))];
}
