import type { Post } from './fake-connector.js';
import { wordsOf, type Pressed, type TeamsChannel, type TeamsPerson } from './teams-client.js';

type Json = Record<string, unknown>;
type Where = NonNullable<Parameters<TeamsPerson['presses']>[2]>;

/** A press made ready: what would be sent, on which message. */
export interface Ready {
  verb: string;
  data: Json;
  on?: string;
}

/** A person who reads their newest card, fills it in and presses its buttons by their titles, or takes a step of the procedure by its name. */
export interface Clerk extends TeamsPerson {
  /** Titles of the buttons on the newest card. */
  buttons(): string[];
  /** Presses the button with this title; the form's own answers go along unless others are given. */
  does(title: string, answers?: Json, where?: Where): Promise<Pressed>;
  /** Presses *Open* on the newest card of a channel. */
  opens(channel: TeamsChannel): Promise<Pressed>;
  /** What does() would send, for pressing it again or late. */
  readies(title: string, answers?: Json): Ready;
  /** Types `case REF` and answers the words of the card that comes. */
  asksFor(ref: string): Promise<string>;
  /** Opens the case, fills in the form of the step if it has one, and stops before the last press. Independent of titles and of newer cards. */
  prepares(ref: string, step: string, answers?: Json, item?: string): Promise<Ready>;
  /** Presses what was made ready. */
  sends(ready: Ready, where?: Where): Promise<Pressed>;
  /** prepares() and sends(). */
  takes(ref: string, step: string, answers?: Json, item?: string): Promise<Pressed>;
}

export function clerk(person: TeamsPerson): Clerk {
  const readies = (title: string, answers: Json = {}): Ready => {
    const card = person.seesLast();
    const found = findAll(card, (n) => n['title'] === title && n['type'] === 'Action.Execute').at(-1);
    if (!found) throw new Error(`No button “${title}”. There are: ${titles(card).join(' | ')}\n${person.reads()}`);
    const inputs = found['associatedInputs'] === 'none' ? {} : { ...answersIn(card), ...answers };
    return { verb: String(found['verb']), data: { ...(found['data'] as Json), ...inputs } };
  };
  const sends: Clerk['sends'] = ({ verb, data, on }, where) => person.presses(verb, data, { ...(on !== undefined && { on }), ...where });
  const prepares: Clerk['prepares'] = (ref, step, answers = {}, item) => prepare(person, { ref, step, answers, item });
  return {
    ...person,
    buttons: () => titles(person.seesLast()),
    readies,
    sends,
    prepares,
    opens: (channel) => {
      const open = findAll(channel.sees().at(-1), (n) => n['title'] === 'Open' && n['type'] === 'Action.Execute')[0];
      return person.presses('open', open?.['data'] as Json, { channel: channel.id });
    },
    does: (title, answers, where) => sends(readies(title, answers), where),
    asksFor: async (ref) => wordsIn((await casesOf(person, ref))[0]?.card),
    takes: async (ref, step, answers, item) => sends(await prepares(ref, step, answers, item)),
  };
}

interface Wanted {
  ref: string;
  step: string;
  answers: Json;
  item: string | undefined;
}

/** The answers to `case REF`, the best first; the outbox may post into the same chat at the same moment. */
async function casesOf(person: TeamsPerson, ref: string): Promise<Post[]> {
  const posts = (await person.says(`case ${ref}`)).filter(({ card }) => card !== undefined);
  const own = posts.filter(({ card }) => wordsIn(card).includes(ref));
  return own.length > 0 ? own.reverse() : posts;
}

async function prepare(person: TeamsPerson, { ref, step, answers, item }: Wanted): Promise<Ready> {
  const isIt = (n: Json) => n['verb'] === step || dataOf(n)['s'] === step || (item !== undefined && dataOf(n)['v'] !== undefined);
  const posts = await casesOf(person, ref);
  const post = posts.find(({ card }) => actionsOf(card).some(isIt)) ?? posts.find(({ card }) => moreOf(card));
  const button = actionsOf(post?.card).find(isIt) ?? actionsOf(await allMore(person, post)).find(isIt);
  if (!post || !button) throw new Error(`${person.id} has no button for ${step} on ${ref}:\n${wordsIn(posts[0]?.card)}`);
  if (button['verb'] === step) return { verb: step, data: dataOf(button), on: post.id };
  // One entry among several may be a page further: its form is asked for by name.
  const wanted = item === undefined ? {} : { s: step, i: item };
  const { card } = await person.presses('form', { ...dataOf(button), ...wanted }, { on: post.id });
  const last = actionsOf(card).find((n) => n['verb'] === step);
  if (!last) throw new Error(`No form of ${step} came:\n${wordsIn(card)}`);
  return { verb: step, data: { ...dataOf(last), ...answersIn(card), ...answers }, on: post.id };
}

const moreOf = (card: unknown) => actionsOf(card).find((n) => n['verb'] === 'more');
/** The pages of what else may be done on a case, together. */
async function allMore(person: TeamsPerson, post: Post | undefined): Promise<Json[]> {
  const pages: Json[] = [];
  let on = moreOf(post?.card);
  while (on && post) {
    const { card } = await person.presses('more', dataOf(on), { on: post.id });
    pages.push(card as Json);
    on = actionsOf(card).find((n) => n['verb'] === 'more' && n['title'] === 'Next page');
  }
  return pages;
}

/** All words of a card as one text. */
export const wordsIn = (card: unknown): string => wordsOf(card).join('\n');
/** The buttons of a card, without the fallbacks that repeat them. */
export const actionsOf = (card: unknown): Json[] => findAll(card, (n) => n['type'] === 'Action.Execute');
const dataOf = (action: Json): Json => (action['data'] as Json | undefined) ?? {};
const titles = (card: Json): string[] => [...new Set(actionsOf(card).map((n) => String(n['title'])))];

/** What the client sends for inputs nobody touched: their values. */
export function answersIn(card: unknown): Json {
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
