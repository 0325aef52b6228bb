import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/adapters/log.js';
import { startServer, type RunningServer } from '../../src/adapters/restify/server.js';
import { serviceUrlAllowed, TEAMS_SERVICE_HOSTS } from '../../src/adapters/teams/allowed-sender.js';
import type { Bridge } from '../../src/adapters/teams/bridge.js';
import { teamsMessenger } from '../../src/adapters/teams/messenger.js';
import { createOnActivity } from '../../src/adapters/teams/on-activity.js';
import { createTeamsAdapter } from '../../src/adapters/teams/teams-adapter.js';
import type { Answer, Incoming } from '../../src/bot/incoming.js';
import type { Messenger, RememberedCard } from '../../src/usecases/ports.js';
import { startFakeConnector, type Behaviour, type FakeConnector } from '../support/fake-connector.js';
import { createTeams, wordsOf, type Teams } from '../support/teams-client.js';

const JO = { id: 'aad-jo', name: 'Jo Example' };
const CHANNEL = '19:housing@thread.tacv2';
const card = (text: string): Record<string, unknown> => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

let connector: FakeConnector;
let server: RunningServer;
let teams: Teams;
let messenger: Messenger;
let heard: Incoming[];
let remembered: RememberedCard[];
let lines: string[];
let handle: (incoming: Incoming) => Promise<Answer | null>;
let rememberFails: boolean;

beforeAll(async () => {
  connector = await startFakeConnector();
  const adapter = createTeamsAdapter({ local: true });
  const local = serviceUrlAllowed({ local: true });
  messenger = teamsMessenger(adapter, local);
  const bridge: Bridge = {
    adapter,
    messenger,
    handle: async (incoming) => {
      heard.push(incoming);
      return handle(incoming);
    },
    cards: {
      remember: async (remember) => {
        if (rememberFails) throw new Error('database away');
        remembered.push(remember);
      },
    },
    allowed: { tenants: ['tenant-1'], serviceUrl: local },
    machine: () => new Date(),
    log: createLog({ to: { write: (line) => lines.push(line) } }),
    newReference: () => 'KITE-42',
    budgetMs: 300,
  };
  const log = createLog({ level: 'silent' });
  const onActivity = createOnActivity(bridge);
  server = await startServer({ port: 0, host: '127.0.0.1', onActivity, health: () => true, ready: async () => true, log });
  teams = createTeams({ endpoint: `${server.url}/api/messages`, connector });
});
afterAll(async () => {
  await server.close();
  await connector.close();
});
beforeEach(() => {
  heard = [];
  remembered = [];
  lines = [];
  rememberFails = false;
  handle = async () => null;
});
afterEach(() => {
  for (const id of ['*', CHANNEL, 'a:aad-jo', 'a:x']) connector.heal(id);
});

describe('what the bot hears', () => {
  it('hears a personal message with the identity of the turn', async () => {
    await teams.person(JO).says('  my work ');
    expect(heard).toMatchObject([
      {
        kind: 'message',
        text: 'my work',
        tenant: 'tenant-1',
        person: { id: 'aad-jo', mri: '29:aad-jo', name: 'Jo Example' },
        chat: { conversationId: 'a:aad-jo', serviceUrl: connector.serviceUrl, scope: 'personal' },
      },
    ]);
  });

  it('hears a channel message without the mention, under the bare channel id', async () => {
    await teams.person(JO).says('case DR-2026-0148', { channel: CHANNEL });
    expect(heard).toMatchObject([{ kind: 'message', text: 'case DR-2026-0148', chat: { conversationId: CHANNEL, scope: 'channel' } }]);
  });

  it('hears a press with verb, data and the message it was on', async () => {
    await teams.person(JO).presses('accept', { request: 'r1', version: 3 }, { on: '77' });
    expect(heard).toMatchObject([{ kind: 'press', verb: 'accept', data: { request: 'r1', version: 3 }, replyToId: '77' }]);
  });

  it('hears the press of an old client, which comes as a message', async () => {
    await teams.person(JO).submits('accept', { request: 'r1' }, { on: '77' });
    expect(heard).toMatchObject([{ kind: 'press', verb: 'accept', data: { request: 'r1' }, replyToId: '77' }]);
  });

  it('hears installs and removals, both forms', async () => {
    const jo = teams.person(JO);
    await jo.installs();
    await jo.uninstalls();
    await teams.channel(CHANNEL).installs(JO);
    await teams.send(activityOf({ type: 'conversationUpdate', membersAdded: [{ id: '28:rightsdesk' }] }));
    await teams.send(activityOf({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] }));
    expect(heard.map(({ kind, chat }) => [kind, chat.scope])).toEqual([
      ['install', 'personal'],
      ['uninstall', 'personal'],
      ['install', 'channel'],
      ['install', 'personal'],
      ['other', 'personal'],
    ]);
  });

  it('takes a chat of unknown kind for a group, where nothing personal is shown', async () => {
    await teams.send(activityOf({ conversation: { id: 'a:odd', tenantId: 'tenant-1' } }));
    expect(heard[0]?.chat.scope).toBe('groupChat');
  });

  it('drops a __proto__ key from card data', async () => {
    const value = '{"action":{"type":"Action.Execute","verb":"v","data":{"__proto__":{"role":"IG"},"a":1}}}';
    const body = JSON.stringify(activityOf({ type: 'invoke', name: 'adaptiveCard/action' })).replace(/}$/, `,"value":${value}}`);
    await fetch(`${server.url}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect(heard[0]?.data).toEqual({ a: 1 });
    expect((heard[0]?.data as { role?: string }).role).toBeUndefined();
  });
});

function activityOf(change: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'message',
    id: 'm1',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    text: 'hello',
    from: { id: '29:aad-jo', name: 'Jo Example', aadObjectId: 'aad-jo' },
    recipient: { id: '28:rightsdesk' },
    conversation: { id: 'a:aad-jo', conversationType: 'personal', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
    ...change,
  };
}

describe('whom the bot refuses', () => {
  const refused: [string, Record<string, unknown>, number, string][] = [
    ['no type', { type: undefined }, 400, 'no-type'],
    ['an empty type', { type: '' }, 400, 'malformed'],
    ['a conversation that is a word', { conversation: 'a:jo' }, 400, 'malformed'],
    ['members that are no list', { membersAdded: 'all' }, 400, 'malformed'],
    ['another tenant', { conversation: { id: 'a:x', tenantId: 'tenant-2' }, channelData: undefined }, 403, 'tenant'],
    ['two tenants that disagree', { channelData: { tenant: { id: 'tenant-2' } } }, 403, 'tenant'],
    ['no tenant', { conversation: { id: 'a:x' }, channelData: {} }, 403, 'tenant'],
    ['a foreign serviceUrl', { serviceUrl: 'https://smba.trafficmanager.net/uk/' }, 403, 'service-url'],
    ['a serviceUrl that only looks local', { serviceUrl: 'http://127.0.0.1.example.org/' }, 403, 'service-url'],
    ['web chat, where the caller writes the identity', { channelId: 'webchat' }, 403, 'channel'],
    ['nobody in particular', { from: { id: '29:x' } }, 200, 'no-person'],
    ['an object id with a lane in it', { from: { id: '29:x', aadObjectId: 'x:role:IG' } }, 200, 'no-person'],
  ];
  it.each(refused)('SEC-06 refuses %s without a word', async (_what, change, status, code) => {
    const calls = connector.calls.length;
    const reply = await teams.send(activityOf(change));
    expect(reply.status).toBe(status);
    expect([heard.length, connector.calls.length - calls]).toEqual([0, 0]);
    expect(lines.join()).toContain(`"code":"${code}"`);
  });

  it.each([
    ['message', {}],
    ['press', { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'accept' } } }],
  ])('refuses an unsigned %s once the bot has an identity', async (_what, change) => {
    const body = activityOf(change);
    const adapter = createTeamsAdapter({ type: 'SingleTenant', appId: 'app-1', tenantId: 'tenant-1', password: 'not-a-secret' });
    const log = createLog({ to: { write: (line) => lines.push(line) } });
    const allowed = { tenants: ['tenant-1'], serviceUrl: () => true };
    const onActivity = createOnActivity({
      ...{ adapter, messenger, log, allowed },
      handle: async (incoming) => (heard.push(incoming), { text: 'hello' }),
      cards: { remember: async () => undefined },
      machine: () => new Date(),
      newReference: () => 'X',
    });
    expect(await onActivity({ authorization: '', body })).toEqual({ status: 401 });
    expect(await onActivity({ authorization: 'Bearer made.up.token', body })).toMatchObject({ status: 401 });
    expect(heard).toEqual([]);
  });

  it('knows the hosts of Teams by their whole name, over https', () => {
    const allowed = serviceUrlAllowed({ suffixes: TEAMS_SERVICE_HOSTS });
    const urls = ['https://smba.trafficmanager.net/uk/', 'https://eu.smba.trafficmanager.net/', 'http://smba.trafficmanager.net/'];
    const bad = [
      'https://evilsmba.trafficmanager.net/',
      'https://smba.trafficmanager.net.example.org/',
      'https://a@smba.trafficmanager.net/',
      'no url',
    ];
    expect([...urls, ...bad].map(allowed)).toEqual([true, true, false, false, false, false, false]);
    expect(serviceUrlAllowed({ local: true })('http://localhost:56150/_connector')).toBe(true);
  });
});

describe('answers to a press', () => {
  it('is HTTP 200 with the card in the body', async () => {
    handle = async () => ({ card: card('done') });
    const pressed = await teams.person(JO).presses('accept');
    expect([pressed.status, pressed.body]).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('done') },
    ]);
  });

  it.each<[string, Answer | null]>([
    ['nothing', null],
    ['an empty text', { text: ' ' }],
    ['an empty card', { card: {} }],
  ])('never has an empty value, also for %s', async (_what, answer) => {
    handle = async () => answer;
    const pressed = await teams.person(JO).presses('accept');
    expect(pressed.status).toBe(200);
    expect(pressed.text).toBe('There is nothing more to show here.');
  });

  it('tells a failure under the card, which keeps what was typed, with a reference that is in the log', async () => {
    handle = async () => {
      throw new Error('secret words of Jo');
    };
    const pressed = await teams.person(JO).presses('accept');
    expect([pressed.status, pressed.body?.['statusCode']]).toEqual([200, 200]);
    expect(pressed.text).toContain('tell the Information Governance team this reference: KITE-42');
    expect(lines.join()).toContain('"reference":"KITE-42"');
    expect(lines.join()).not.toContain('secret');
  });

  it('remembers a card with personal details, and does not show one that cannot be remembered', async () => {
    handle = async () => ({ card: card('the address'), holds: { requestId: 'r1', person: 'aad-jo' } });
    await teams.person(JO).presses('open', {}, { on: '55' });
    expect(remembered).toEqual([
      { conversationId: 'a:aad-jo', serviceUrl: connector.serviceUrl, messageId: '55', requestId: 'r1', person: 'aad-jo' },
    ]);
    rememberFails = true;
    const pressed = await teams.person(JO).presses('open', {}, { on: '55' });
    expect(JSON.stringify(pressed.body)).not.toContain('the address');
    expect(pressed.text).toContain('KITE-42');
  });

  it('answers an invoke it does not offer in words, with 200', async () => {
    const reply = await teams.send(activityOf({ type: 'invoke', name: 'composeExtension/query', value: {} }));
    expect(reply).toMatchObject({ status: 200, body: { value: 'Rightsdesk does not offer this here.' } });
  });
});

describe('an answer that takes longer than the budget', () => {
  const slow = (ms: number, answer: Answer) => async (): Promise<Answer> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return answer;
  };

  it('is first "still working", and then put in its place in the personal chat', async () => {
    const jo = teams.person(JO);
    handle = async () => ({ card: card('the form') });
    await jo.says('report');
    handle = slow(600, { card: card('the receipt'), holds: { requestId: 'r1', person: 'aad-jo' } });
    const pressed = await jo.presses('send');
    expect(pressed.ms).toBeLessThan(550);
    expect(wordsOf(pressed.card).join()).toContain('It goes on by itself');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(wordsOf(jo.seesLast()).join()).toBe('the receipt');
    expect(remembered).toMatchObject([{ requestId: 'r1' }]);
    expect(heard).toHaveLength(2);
  });

  it('is shown by the button, to the person who pressed and to nobody else', async () => {
    handle = slow(900, { card: card('the receipt') });
    const first = await teams.person(JO).presses('send', {}, { channel: CHANNEL, on: '9' });
    const [button] = (first.card?.['body'] as { actions?: { data: Record<string, unknown> }[] }[]).flatMap(({ actions = [] }) => actions);
    const other = await teams.person({ id: 'aad-kim', name: 'Kim Example' }).presses('still-working', button?.data);
    expect(wordsOf(other.card).join()).toContain('no longer held here');
    const again = await teams.person(JO).presses('still-working', button?.data);
    expect(wordsOf(again.card).join()).toContain('It goes on by itself');
    const last = await teams.person(JO).presses('still-working', button?.data);
    expect(wordsOf(last.card).join()).toBe('the receipt');
    expect(connector.posts(CHANNEL)).toEqual([]);
    expect(heard).toHaveLength(1);
  });
});

describe('answers to a message', () => {
  it('is one card in the personal chat, remembered when it holds personal details', async () => {
    handle = async () => ({ card: card('a case'), summary: 'DR-2026-0148', holds: { requestId: 'r1', person: 'aad-jo' } });
    const [post, ...more] = await teams.person(JO).says('case DR-2026-0148');
    expect(more).toEqual([]);
    expect(post).toMatchObject({ card: card('a case'), summary: 'DR-2026-0148' });
    expect(remembered).toMatchObject([{ messageId: post?.id, requestId: 'r1' }]);
  });

  it('answers in the thread of a channel', async () => {
    handle = async () => ({ text: 'Sent to your own chat.' });
    const [post] = await teams.person(JO).says('help', { channel: CHANNEL, on: '123' });
    expect(post).toMatchObject({ conversationId: `${CHANNEL};messageid=123`, text: 'Sent to your own chat.' });
  });

  it('repeats a reply the connector was too busy for, but not one that may have arrived', async () => {
    handle = async () => ({ text: 'hello' });
    connector.next('a:aad-jo', { status: 429, retryAfter: 0 }, { status: 412 });
    expect(await teams.person(JO).says('hello')).toHaveLength(1);
    connector.next('a:aad-jo', 'lost');
    expect(await teams.person(JO).says('hello')).toHaveLength(1);
  });

  it('answers a message once, however often Teams delivers it, and a press every time', async () => {
    handle = async () => ({ text: 'hello' });
    const jo = teams.person(JO);
    const again = { activityId: 'delivered-twice' };
    const posts = await Promise.all([jo.says('hello', again), jo.says('hello', again)]);
    expect([heard.length, posts[0]?.length]).toEqual([1, 1]);
    await teams.person({ id: 'aad-kim', name: 'Kim Example' }).says('hello', again);
    expect(heard).toHaveLength(2);
    const presses = [await jo.presses('accept', {}, again), await jo.presses('accept', {}, again)];
    expect(presses.map(({ text }) => text)).toEqual(['hello', 'hello']);
  });

  it('tells a failure with a reference', async () => {
    handle = async () => {
      throw new Error('no');
    };
    const [post] = await teams.person(JO).says('case');
    expect(post?.text).toContain('KITE-42');
  });

  it('takes back a card with personal details that cannot be remembered', async () => {
    rememberFails = true;
    handle = async () => ({ card: card('the address'), holds: { requestId: 'r1', person: 'aad-jo' } });
    const [post] = await teams.person(JO).says('case');
    expect(JSON.stringify(post?.card)).toContain('KITE-42');
    expect(JSON.stringify(post?.card)).not.toContain('the address');
  });
});

describe('the messenger', () => {
  const message = { card: card('due in 3 days'), summary: 'DR-2026-0148 is due in 3 days' };
  const to = (): { conversationId: string; serviceUrl: string } => ({ conversationId: 'a:x', serviceUrl: connector.serviceUrl });
  const outcomes: [string, Behaviour, unknown][] = [
    ['429 without a delay', { status: 429, code: 'Throttled' }, { retry: null, status: 429 }],
    ['429 with a delay', { status: 429, retryAfter: 7 }, { retry: 7000, status: 429 }],
    ['412', { status: 412, code: 'PreconditionFailed' }, { retry: null, status: 412 }],
    ['502', { status: 502 }, { retry: null, status: 502 }],
    ['503 with a delay', { status: 503, retryAfter: 1 }, { retry: 1000, status: 503 }],
    ['504', { status: 504 }, { retry: null, status: 504 }],
    [
      '403 of a person who blocked the bot',
      { status: 403, code: 'ConversationBlockedByUser' },
      { unreachable: 'ConversationBlockedByUser', status: 403 },
    ],
    ['403 that is our own fault', { status: 403, code: 'NotEnoughPermissions' }, { parked: 'NotEnoughPermissions', status: 403 }],
    ['404', { status: 404, code: 'ConversationNotFound' }, { unreachable: 'ConversationNotFound', status: 404 }],
    ['400', { status: 400, code: 'BadArgument' }, { parked: 'BadArgument', status: 400 }],
    ['401', { status: 401, code: 'BotNotRegistered' }, { parked: 'BotNotRegistered', status: 401 }],
    ['413', { status: 413, code: 'MessageSizeTooBig' }, { parked: 'MessageSizeTooBig', status: 413 }],
    ['500', { status: 500 }, { parked: 'ServiceError', status: 500 }],
    ['a code full of words', { status: 500, code: 'Jo Bloggs <b>' }, { parked: 'no-code', status: 500 }],
  ];
  it.each(outcomes)('judges %s, and asks exactly once', async (_what, behaviour, expected) => {
    const before = connector.calls.length;
    connector.next('a:x', behaviour);
    expect(await messenger.post(to(), message)).toEqual(expected);
    expect(connector.calls.length - before).toBe(1);
  });

  it('posts a card with its banner line and answers the message id', async () => {
    const result = await messenger.post({ ...to(), conversationId: `${CHANNEL};messageid=5` }, message);
    const post = connector.posts(CHANNEL).at(-1);
    expect(result).toEqual({ sent: post?.id });
    expect(post).toMatchObject({ conversationId: CHANNEL, card: message.card, summary: message.summary });
  });

  it('knows an answer that was lost from a connection that was never made', async () => {
    connector.next('a:x', 'lost');
    expect(await messenger.post(to(), message)).toMatchObject({ unknown: expect.any(String) });
    const closed = await startFakeConnector();
    await closed.close();
    expect(await messenger.post({ conversationId: 'a:x', serviceUrl: closed.serviceUrl }, message)).toEqual({ retry: null, status: 0 });
  });

  it('edits a message in place, and is told when it is gone', async () => {
    const posted = await messenger.post(to(), message);
    const id = 'sent' in posted ? posted.sent : '';
    expect(await messenger.update(to(), id, { card: card('stub'), summary: 'stub' })).toEqual({ sent: id });
    expect(connector.cards('a:x').at(-1)).toEqual(card('stub'));
    expect(await messenger.update(to(), 'nowhere', message)).toEqual({ unreachable: 'ActivityNotFoundInConversation', status: 404 });
  });

  it('never sends, with our token, to a host that is not allowed', async () => {
    expect(await messenger.post({ conversationId: 'a:x', serviceUrl: 'http://example.org/' }, message)).toEqual({
      parked: 'service-url',
      status: 400,
    });
  });
});
