import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRelay, releaseHeld } from '../../src/usecases/delivery/run-relay.js';
import { relayIntents, sendOutbox } from '../../src/usecases/relay.js';
import type { DeliveryPorts } from '../../src/usecases/delivery/ports.js';
import { aMessage, startDelivery, type Delivery } from '../support/delivery.js';

let town: Delivery;
beforeAll(async () => {
  town = await startDelivery();
});
afterAll(() => town.close());
beforeEach(() => town.reset());

const HOUSING = '19:HOU@thread.tacv2';
const statusOf = async (key: string): Promise<string | undefined> => {
  const message = await town.outbox.byKey(key);
  return message === null ? undefined : `${message.status}${message.reason === undefined ? '' : ` ${message.reason}`}`;
};
/** Passes until nothing is due any more, moving machine time to each next moment. */
async function drain(ports: DeliveryPorts, until = 100): Promise<void> {
  for (let passes = 0; passes < until; passes += 1) {
    const { comeBackAt } = await sendOutbox(ports);
    if (comeBackAt === null) return;
    town.pass(Math.max(0, comeBackAt.getTime() - town.machine().getTime()));
  }
}

describe('from a commit to a chat', () => {
  it('posts what a commit promised, in order, and keeps the message id in the ledger', async () => {
    const bot = town.bot();
    await town.bind('HOU');
    await town.meet('jo');
    await town.promise('r1', [
      { key: 'a', template: 'new-request', to: { directorate: 'HOU' } },
      { key: 'b', template: 'receipt', to: { person: 'jo' }, args: { n: 1 } },
      { key: 'c', template: 'log-by', to: { directorate: 'HOU' } },
    ]);
    expect(await relayIntents(bot)).toBe(3);
    await drain(bot);
    expect([town.shows(HOUSING), town.shows('a:jo')]).toEqual([['a', 'c'], ['b']]);
    const sent = await town.outbox.byKey('b');
    expect(sent).toMatchObject({ status: 'sent', requestId: 'r1', args: { n: 1 }, messageId: town.connector.posts('a:jo')[0]?.id });
    expect(await town.requests.withIntents(10)).toEqual([]);
  });

  it('loses nothing and repeats nothing when the process dies between the upsert and the clearing', async () => {
    await town.meet('jo');
    await town.promise('r1', [{ key: 'a', template: 'receipt', to: { person: 'jo' } }]);
    const dying = town.bot({
      requests: {
        ...town.requests,
        clearIntents: async () => {
          throw new Error('killed here');
        },
      },
    });
    await expect(relayIntents(dying)).rejects.toThrow('killed here');
    await drain(town.bot());
    const next = town.bot();
    expect(await relayIntents(next)).toBe(1);
    await drain(next);
    expect(town.shows('a:jo')).toEqual(['a']);
  });

  it('posts again after a death between claim and answer, and only then', async () => {
    const dying = town.bot({ messenger: { ...town.messenger, post: () => Promise.reject(new Error('killed here')) } });
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' })]);
    await sendOutbox(dying);
    expect(await statusOf('a')).toBe('sending');
    const next = town.bot();
    await sendOutbox(next);
    expect(town.shows('a:jo')).toEqual([]);
    town.pass(30_000);
    await sendOutbox(next);
    expect([town.shows('a:jo'), await statusOf('a')]).toEqual([['a'], 'sent']);
  });

  it('never posts again because the database was away after the post', async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' })]);
    let away = true;
    const settle: DeliveryPorts['outbox']['settle'] = (key, outcome) =>
      away ? Promise.reject(new Error('database away')) : town.outbox.settle(key, outcome);
    const compose: DeliveryPorts['compose'] = async (message, to) => ({
      ...(await town.bot().compose(message, to)),
      ...{ card: { body: [{ text: 'a' }] }, summary: 's', holds: { requestId: 'r1', person: 'jo' } },
    });
    const bot = town.bot({ outbox: { ...town.outbox, settle }, compose });
    await sendOutbox(bot);
    town.pass(60_000);
    await expect(sendOutbox(bot)).rejects.toThrow('database away');
    away = false;
    await drain(bot);
    expect([town.shows('a:jo'), await statusOf('a')]).toEqual([['a'], 'sent']);
    expect(await town.cards.ofRequest('r1')).toHaveLength(1);
  });

  it('lets two bots on one database post each message once and in order', async () => {
    const bots = [town.bot(), town.bot()];
    const people = ['ann', 'bob', 'cat', 'dee'];
    for (const id of people) await town.meet(id);
    await town.outbox.put(
      Array.from({ length: 24 }, (_, i) => aMessage(`m${String(i).padStart(2, '0')}`, { person: people[i % 4] ?? '' })),
    );
    for (let second = 0; second < 8; second += 1) {
      await Promise.all(bots.map((bot) => sendOutbox(bot)));
      town.pass(1_000);
    }
    const shown = people.map((id) => town.shows(`a:${id}`));
    expect(shown.map((keys) => keys.length)).toEqual([6, 6, 6, 6]);
    expect(shown).toEqual(shown.map((keys) => [...keys].sort()));
  });
});

describe('two bots and one conversation', () => {
  it('leaves a conversation alone while another bot sends into it, and is not alarmed by that', async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' })]);
    const now = town.machine();
    await town.leases.take('a:jo', 'the other', now, new Date(now.getTime() + 30_000));
    const alarms: string[] = [];
    const note = (event: string): void => void alarms.push(event);
    const bot = town.bot({ log: { info: note, warn: note, error: note } });
    const { comeBackAt } = await sendOutbox(bot);
    expect([town.connector.calls, alarms, comeBackAt?.getTime()]).toEqual([[], [], now.getTime() + 2_000]);
    await town.leases.release('a:jo', 'the other', { notBefore: now.getTime() + 5_000, minutes: [] });
    town.pass(2_000);
    await sendOutbox(bot);
    expect(town.connector.calls).toEqual([]);
    await drain(bot);
    expect([town.shows('a:jo'), town.machine().getTime() - now.getTime()]).toEqual([['a'], 6_000]);
  });
});

describe('many conversations at once', () => {
  it('posts 20 in a second, the longest waiting first, and the rest in the next', async () => {
    const bot = town.bot();
    const people = Array.from({ length: 25 }, (_, i) => `p${String(24 - i).padStart(2, '0')}`);
    for (const id of people) await town.meet(id);
    await town.outbox.put(people.map((id) => aMessage(id, { person: id })));
    const first = await sendOutbox(bot);
    expect([first.posted, (first.comeBackAt?.getTime() ?? 0) - town.machine().getTime()]).toEqual([20, 1_000]);
    expect(people.map((id) => town.shows(`a:${id}`).length)).toEqual([...Array<number>(20).fill(1), ...Array<number>(5).fill(0)]);
    town.pass(1_000);
    expect((await sendOutbox(bot)).posted).toBe(5);
  });
});

describe('when the connector says no', () => {
  beforeEach(async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' }), aMessage('b', { person: 'jo' })]);
  });

  it('waits as long as a 429 asks, keeps the order, and asks once', async () => {
    const bot = town.bot();
    town.connector.next('a:jo', { status: 429, retryAfter: 7 });
    await sendOutbox(bot);
    town.pass(6_900);
    await sendOutbox(bot);
    expect(town.connector.calls).toHaveLength(1);
    town.pass(100);
    await drain(bot);
    expect(town.shows('a:jo')).toEqual(['a', 'b']);
    expect(town.connector.calls).toHaveLength(3);
  });

  it('backs off by doubling, bounded, after 412 and 502', async () => {
    const bot = town.bot();
    town.connector.always('a:jo', { status: 412 });
    const waits: number[] = [];
    for (let i = 0; i < 14; i += 1) {
      const before = town.machine().getTime();
      const { comeBackAt } = await sendOutbox(bot);
      const head = await town.outbox.head('person:jo');
      waits.push((head?.nextAt.getTime() ?? 0) - before);
      town.pass(Math.max(head?.nextAt.getTime() ?? 0, comeBackAt?.getTime() ?? 0) - before);
    }
    expect(waits.slice(0, 5)).toEqual([750, 1_500, 3_000, 6_000, 12_000]);
    expect(Math.max(...waits)).toBe(450_000);
    town.connector.heal('a:jo');
    await drain(bot);
    expect(town.shows('a:jo')).toEqual(['a', 'b']);
  });

  it('parks a 500 for a person to look at, and the next one goes on', async () => {
    town.connector.next('a:jo', { status: 500 });
    await drain(town.bot());
    expect([await statusOf('a'), town.shows('a:jo')]).toEqual(['parked 500:ServiceError', ['b']]);
  });

  it('tells IG of what was parked, once for each recipient and day, and goes round in no circle when IG is refused too', async () => {
    await town.meet('iggy');
    await town.grant('iggy', 'IG');
    const bot = town.bot();
    town.connector.always('a:jo', { status: 500 });
    await drain(bot);
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['parked 500:ServiceError', 'parked 500:ServiceError']);
    expect(town.shows('a:iggy')).toEqual(['undelivered:person:jo:2026-11-02/iggy']);
    town.connector.always('a:iggy', { status: 500 });
    await town.outbox.put([aMessage('c', { person: 'iggy' })]);
    await drain(bot);
    expect(await statusOf('undelivered:person:iggy:2026-11-02/iggy')).toBe('parked 500:ServiceError');
    expect(await town.outbox.heads()).toEqual([]);
  });

  it('posts a second time only after an answer that was lost', async () => {
    const bot = town.bot();
    town.connector.next('a:jo', 'lost');
    await sendOutbox(bot);
    expect(await statusOf('a')).toBe('unknown answer-lost');
    await drain(bot);
    expect([town.shows('a:jo'), await statusOf('a')]).toEqual([['a', 'a', 'b'], 'sent']);
  });

  it('stops repeating after five lost answers', async () => {
    town.connector.always('a:jo', 'lost');
    const bot = town.bot();
    for (let i = 0; i < 40 && (await town.outbox.byKey('a'))?.status !== 'parked'; i += 1) {
      await sendOutbox(bot);
      town.pass(30_000);
    }
    expect([town.shows('a:jo').filter((key) => key === 'a').length, await statusOf('a')]).toEqual([5, 'parked answer-lost']);
  });

  it('marks a person who cannot be reached, tells IG in codes once a day, and delivers when they are back', async () => {
    await town.meet('iggy');
    await town.grant('iggy', 'IG');
    const bot = town.bot();
    town.connector.next('a:jo', { status: 403, code: 'ConversationBlockedByUser' });
    await drain(bot);
    expect(await statusOf('a')).toBe('parked 403:ConversationBlockedByUser');
    expect(await statusOf('b')).toBe('parked 403:ConversationBlockedByUser');
    await town.outbox.put([aMessage('c', { person: 'jo' })]);
    await drain(bot);
    expect(town.shows('a:iggy')).toEqual(['unreachable:person:jo:2026-11-02/iggy']);
    expect((await town.outbox.byKey('unreachable:person:jo:2026-11-02'))?.args).toEqual({
      person: 'jo',
      reason: '403:ConversationBlockedByUser',
    });
    await releaseHeld(bot);
    expect(town.connector.calls.filter(({ conversationId }) => conversationId === 'a:jo')).toHaveLength(1);
    await town.meet('jo');
    await releaseHeld(bot);
    await drain(bot);
    expect(town.shows('a:jo')).toEqual(['a', 'b', 'c']);
  });
});

describe('whom a message is for', () => {
  it('holds messages for an unbound directorate, tells IG, and sends them in order once IG has bound a channel', async () => {
    const bot = town.bot();
    await town.meet('iggy');
    await town.grant('iggy', 'IG');
    await town.outbox.put([aMessage('a', { directorate: 'HOU' }), aMessage('b', { directorate: 'HOU' })]);
    await drain(bot);
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['parked no-channel', 'parked no-channel']);
    expect(town.shows('a:iggy')).toEqual(['unreachable:directorate:HOU:2026-11-02/iggy']);
    await town.bind('HOU');
    await releaseHeld(bot);
    await drain(bot);
    expect(town.shows(HOUSING)).toEqual(['a', 'b']);
  });

  it('gives each holder of a role their own message, and none to somebody who lost it on the way', async () => {
    const bot = town.bot();
    for (const id of ['ann', 'bob', 'cat']) await town.meet(id);
    await town.grant('ann', 'DIAO', 'HOU');
    await town.grant('bob', 'DIAO', 'HOU');
    await town.grant('cat', 'DIAO', 'EDU');
    await town.outbox.put([aMessage('a', { role: 'DIAO', directorate: 'HOU' }, { requestId: 'r1' })]);
    await sendOutbox(bot);
    await town.people.grant('bob', { role: 'DIAO', directorate: 'HOU', until: '2026-11-01', by: 'ig', need: 'left' });
    await drain(bot);
    expect(['ann', 'bob', 'cat'].map((id) => town.shows(`a:${id}`))).toEqual([['a/ann'], [], []]);
    expect([await statusOf('a'), await statusOf('a/bob')]).toEqual(['sent copies:2', 'dropped role-lost']);
    expect((await town.outbox.byKey('a/ann'))?.requestId).toBe('r1');
  });

  it('holds a message for a role nobody holds until somebody does', async () => {
    const bot = town.bot();
    await town.outbox.put([aMessage('a', { role: 'DPO' })]);
    await drain(bot);
    expect([await statusOf('a'), await statusOf('unreachable:role:DPO:2026-11-02')]).toEqual(['parked no-holder', 'parked no-holder']);
    await town.meet('ann');
    await town.grant('ann', 'DPO');
    await releaseHeld(bot);
    await drain(bot);
    expect(town.shows('a:ann')).toEqual(['a/ann']);
  });

  it('sends to the chat a person has now, not the one they had when it was queued', async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' })]);
    const chat = { conversationId: 'a:new', serviceUrl: town.connector.serviceUrl };
    await town.people.seen({ id: 'jo', mri: '29:jo', tenant: 'tenant-1', name: 'jo Example', chat });
    await drain(town.bot());
    expect([town.shows('a:jo'), town.shows('a:new')]).toEqual([[], ['a']]);
  });

  it('sends nothing that the fresh check of access drops, and tries a broken rendering again later', async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' }), aMessage('b', { person: 'jo' })]);
    let broken = true;
    const bot = town.bot();
    const compose: DeliveryPorts['compose'] = async (message, to) => {
      if (message.key === 'a') return { dropped: 'not-visible' };
      if (broken) throw new Error('database away');
      return bot.compose(message, to);
    };
    const strict = { ...bot, compose };
    await drain(strict, 4);
    expect([await statusOf('a'), await statusOf('b'), town.connector.calls]).toEqual(['dropped not-visible', 'queued compose-failed', []]);
    broken = false;
    await drain(strict);
    expect(town.shows('a:jo')).toEqual(['b']);
  });
});

describe('the relay of a process', () => {
  it('makes one more pass for any number of pokes, and none is lost', async () => {
    await town.meet('jo');
    let looks = 0;
    const requests: DeliveryPorts['requests'] = {
      ...town.requests,
      withIntents: (limit) => {
        looks += 1;
        return town.requests.withIntents(limit);
      },
    };
    const relay = createRelay(town.bot({ requests }), () => () => undefined);
    for (let i = 0; i < 50; i += 1) relay.poke();
    await town.promise('r1', [{ key: 'a', template: 'receipt', to: { person: 'jo' } }]);
    relay.poke();
    await relay.idle();
    expect(town.shows('a:jo')).toEqual(['a']);
    expect(looks).toBeLessThan(8);
    await relay.stop();
    relay.poke();
    expect(looks).toBeLessThan(8);
  });

  it('hears a poke that comes while a pass is just ending', async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' })]);
    let late = false;
    const relay = createRelay(town.bot(), () => {
      if (!late) {
        late = true;
        town.pass(1_000);
        // Runs after the pass has looked for pokes and before it is over.
        queueMicrotask(() => relay.poke());
      }
      return () => undefined;
    });
    await town.outbox.put([aMessage('b', { person: 'jo' })]);
    relay.poke();
    await relay.idle();
    expect(town.shows('a:jo')).toEqual(['a', 'b']);
  });

  it('sets its own clock for what must wait, and sends it then', async () => {
    await town.meet('jo');
    await town.outbox.put([aMessage('a', { person: 'jo' }), aMessage('b', { person: 'jo' })]);
    const timers: { ms: number; run: () => void }[] = [];
    const relay = createRelay(town.bot(), (ms, run) => {
      timers.push({ ms, run });
      return () => undefined;
    });
    relay.poke();
    await relay.idle();
    expect([town.shows('a:jo'), timers.at(-1)?.ms]).toEqual([['a'], 1_000]);
    town.pass(1_000);
    timers.at(-1)?.run();
    await relay.idle();
    expect(town.shows('a:jo')).toEqual(['a', 'b']);
  });

  it('survives the database being away and goes on when it is back', async () => {
    await town.meet('jo');
    await town.promise('r1', [{ key: 'a', template: 'receipt', to: { person: 'jo' } }]);
    let away = true;
    const withIntents: DeliveryPorts['requests']['withIntents'] = (limit) =>
      away ? Promise.reject(new Error('away')) : town.requests.withIntents(limit);
    const timers: (() => void)[] = [];
    const relay = createRelay(town.bot({ requests: { ...town.requests, withIntents } }), (_ms, run) => {
      timers.push(run);
      return () => undefined;
    });
    relay.poke();
    await relay.idle();
    away = false;
    timers.at(-1)?.();
    await relay.idle();
    expect(town.shows('a:jo')).toEqual(['a']);
  });

  it('releases and replaces in its sweep what a poke leaves alone', async () => {
    const bot = town.bot();
    const relay = createRelay(bot, () => () => undefined);
    await town.outbox.put([aMessage('a', { directorate: 'HOU' })]);
    await relay.sweep();
    await town.bind('HOU');
    relay.poke();
    await relay.idle();
    expect(town.shows(HOUSING)).toEqual([]);
    await relay.sweep();
    expect(town.shows(HOUSING)).toEqual(['a']);
  });
});
