import type { FakeConnector, Post } from './fake-connector.js';

type Json = Record<string, unknown>;

export interface Teams {
  person(who: { id: string; name: string }): TeamsPerson;
  channel(channelId: string): TeamsChannel;
  /** Posts any activity as it is; answers status and parsed body. */
  send(activity: Json): Promise<Reply>;
}
export interface Reply {
  status: number;
  body: Json | null;
  ms: number;
}
/** What a press came back with: the card that replaces the pressed one, or a sentence under it. */
export interface Pressed extends Reply {
  card?: Json;
  text?: string;
}
interface In {
  /** The channel the person is in; their personal chat when left out. */
  channel?: string;
  /** The message whose card is pressed; by default the newest with a card in that chat. */
  on?: string;
  /** The same activity id again, as Teams repeats a delivery. */
  activityId?: string;
}

/** A member of staff at their Teams window. */
export interface TeamsPerson {
  id: string;
  chatId: string;
  /** Types into the personal chat, or with a mention into a channel. Answers what the bot posted while it handled the message. */
  says(text: string, where?: In): Promise<Post[]>;
  /** Presses a button: data of the button and inputs of the form together. */
  presses(verb: string, data?: Json, where?: In): Promise<Pressed>;
  /** The same press by an old client, which knows only Action.Submit: a message without words. */
  submits(verb: string, data?: Json, where?: In): Promise<Post[]>;
  /** Adds the app to the personal chat. */
  installs(): Promise<Reply>;
  uninstalls(): Promise<Reply>;
  /** The cards that stand in the personal chat, oldest first, a replaced one in its new form. */
  sees(): Json[];
  /** The newest of them. */
  seesLast(): Json;
  /** All text of the newest card, for `toContain`. */
  reads(): string;
  posts(): Post[];
}
export interface TeamsChannel {
  id: string;
  /** Somebody adds the bot to the team with this channel chosen. */
  installs(by: { id: string; name: string }): Promise<Reply>;
  sees(): Json[];
  posts(): Post[];
}

export interface TeamsSettings {
  /** Of the bot, for example `http://127.0.0.1:3978/api/messages`. */
  endpoint: string;
  connector: FakeConnector;
  tenant?: string;
  botId?: string;
}

/** Teams as the bot meets it: builds activities in Teams' shape and posts them to the bot. */
export function createTeams(settings: TeamsSettings): Teams {
  const { endpoint, connector, tenant = 'tenant-1', botId = '28:rightsdesk' } = settings;
  let count = 0;
  const send = async (activity: Json): Promise<Reply> => {
    const started = performance.now();
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json), ms: performance.now() - started };
  };
  const base = (who: { id: string; name: string }, channel?: string): Json => ({
    id: `f:${(count += 1)}-${Math.random().toString(36).slice(2, 8)}`,
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    timestamp: '2026-11-02T09:00:00.000Z',
    from: { id: `29:${who.id}`, name: who.name, aadObjectId: who.id },
    recipient: { id: botId, name: 'Rightsdesk' },
    conversation:
      channel === undefined
        ? { id: `a:${who.id}`, conversationType: 'personal', tenantId: tenant }
        : { id: channel, conversationType: 'channel', isGroup: true, tenantId: tenant },
    channelData: { tenant: { id: tenant }, ...(channel !== undefined && { team: { id: channel }, channel: { id: channel } }) },
  });
  const mention = { type: 'mention', text: '<at>Rightsdesk</at>', mentioned: { id: botId, name: 'Rightsdesk' } };
  const context: Context = { connector, send, base, mention };
  return { send, person: (who) => personAt(context, who), channel: (id) => channelAt(context, id) };
}

interface Context {
  connector: FakeConnector;
  send: (activity: Json) => Promise<Reply>;
  base: (who: { id: string; name: string }, channel?: string) => Json;
  mention: Json;
}

function personAt({ connector, send, base, mention }: Context, who: { id: string; name: string }): TeamsPerson {
  const chatId = `a:${who.id}`;
  // Cards that came back to a press and now stand in place of the posted ones, for this person only.
  const replaced = new Map<string, Json>();
  const newest = (chat: string): string | undefined => connector.posts(chat).findLast((post) => post.card !== undefined)?.id;
  const standing = (): Json[] =>
    connector.posts(chatId).flatMap((post) => {
      const card = replaced.get(`${post.id}/${post.history.length}`) ?? post.card;
      return card === undefined ? [] : [card];
    });
  const thread = (channel: string | undefined, on: string | undefined): string | undefined =>
    channel === undefined ? undefined : `${channel};messageid=${on ?? '1'}`;
  const replies = async (chat: string, activity: Json): Promise<Post[]> => {
    const before = new Set(connector.posts(chat).map(({ id }) => id));
    await send(activity);
    return connector.posts(chat).filter(({ id }) => !before.has(id));
  };
  const withId = (activity: Json, where: In): Json => (where.activityId === undefined ? activity : { ...activity, id: where.activityId });
  const person: TeamsPerson = {
    id: who.id,
    chatId,
    says: (text, where = {}) => {
      const inChannel = where.channel !== undefined;
      const words = inChannel ? `<at>Rightsdesk</at> ${text}\n` : text;
      const activity = {
        ...base(who, thread(where.channel, where.on)),
        type: 'message',
        text: words,
        ...(inChannel && { entities: [mention] }),
      };
      return replies(where.channel ?? chatId, withId(activity, where));
    },
    presses: async (verb, data = {}, where = {}) => {
      const on = where.on ?? newest(where.channel ?? chatId);
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const activity = {
        ...base(who, thread(where.channel, on)),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value,
        ...(on !== undefined && { replyToId: on }),
      };
      const reply = await send(withId(activity, where));
      const answer = read(reply);
      const post = connector.posts(where.channel ?? chatId).find(({ id }) => id === on);
      if (answer.card !== undefined && post !== undefined && where.channel === undefined)
        replaced.set(`${post.id}/${post.history.length}`, answer.card);
      return answer;
    },
    submits: (verb, data = {}, where = {}) => {
      const on = where.on ?? newest(where.channel ?? chatId);
      const activity = {
        ...base(who, thread(where.channel, on)),
        type: 'message',
        value: { ...data, verb },
        ...(on !== undefined && { replyToId: on }),
      };
      return replies(where.channel ?? chatId, withId(activity, where));
    },
    installs: () => send({ ...base(who), type: 'installationUpdate', action: 'add' }),
    uninstalls: () => send({ ...base(who), type: 'installationUpdate', action: 'remove' }),
    sees: standing,
    seesLast: () => {
      const last = standing().at(-1);
      if (last === undefined) throw new Error(`${who.name} sees no card.`);
      return last;
    },
    reads: () => wordsOf(person.seesLast()).join('\n'),
    posts: () => connector.posts(chatId),
  };
  return person;
}

function channelAt({ connector, send, base }: Context, id: string): TeamsChannel {
  return {
    id,
    installs: (by) => send({ ...base(by, id), type: 'installationUpdate', action: 'add' }),
    sees: () => connector.cards(id),
    posts: () => connector.posts(id),
  };
}

function read(reply: Reply): Pressed {
  const { type, value } = reply.body ?? {};
  if (type === 'application/vnd.microsoft.card.adaptive') return { ...reply, card: value as Json };
  return typeof value === 'string' ? { ...reply, text: value } : reply;
}

/** Every text, title, label and fact of a card, in reading order. */
export function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'string')
      return ['text', 'title', 'label', 'value', 'errorMessage', 'placeholder', 'altText'].includes(key) ? [value] : [];
    // A fallback repeats the element it stands in for.
    return key === 'fallback' || key === 'data' ? [] : wordsOf(value);
  });
}

/** The buttons of a card by title, wherever they stand: what to press next. */
export function buttonsOf(node: unknown): { title: string; verb: string; data: Json }[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (typeof node !== 'object' || node === null) return [];
  const entry = node as Json;
  const own =
    entry['type'] === 'Action.Execute'
      ? [{ title: String(entry['title']), verb: String(entry['verb']), data: (entry['data'] as Json | undefined) ?? {} }]
      : [];
  return [...own, ...Object.entries(entry).flatMap(([key, value]) => (key === 'fallback' || key === 'data' ? [] : buttonsOf(value)))];
}
