import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRelay } from '../../../src/usecases/delivery/run-relay.js';
import { stubCards, stubMarked } from '../../../src/usecases/delivery/stubs.js';
import type { DeliveryPorts } from '../../../src/usecases/delivery/ports.js';
import { relayIntents, sendOutbox, STUB_CARDS } from '../../../src/usecases/relay.js';
import { aMessage, startDelivery, type Delivery } from '../../support/delivery.js';

let town: Delivery;
beforeAll(async () => {
  town = await startDelivery();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.reset();
  for (const id of ['jo', 'kim']) await town.meet(id);
});

/** Everything is composed as a case card with personal details of the message's request. */
const holding =
  (bot: DeliveryPorts): DeliveryPorts['compose'] =>
  async (message, to) => ({
    ...(await bot.compose(message, to)),
    ...{ card: { body: [{ text: message.key }] }, summary: 's' },
    holds: { requestId: message.requestId ?? '', person: to.person ?? '' },
  });

async function deliver(key: string, person: string, requestId: string): Promise<DeliveryPorts> {
  const plain = town.bot();
  const bot = { ...plain, compose: holding(plain) };
  await town.outbox.put([aMessage(key, { person }, { requestId })]);
  await sendOutbox(bot);
  return bot;
}

describe('cards with personal details', () => {
  it('are remembered when posted and become stubs when the case closes', async () => {
    await deliver('a', 'jo', 'r1');
    await deliver('b', 'kim', 'r1');
    town.pass(1_000);
    const bot = await deliver('c', 'kim', 'r2');
    expect(await stubCards(bot, 'r1')).toEqual({ left: 0 });
    expect([town.shows('a:jo'), town.shows('a:kim')]).toEqual([['stub r1'], ['stub r1', 'c']]);
    expect([await town.cards.ofRequest('r1'), (await town.cards.ofRequest('r2')).length]).toEqual([[], 1]);
  });

  it('become stubs for one person only when they lose a role, on one case or on all', async () => {
    await deliver('a', 'jo', 'r1');
    const bot = await deliver('b', 'kim', 'r1');
    await stubCards(bot, 'r1', 'jo');
    expect([town.shows('a:jo'), town.shows('a:kim')]).toEqual([['stub r1'], ['b']]);
    town.pass(1_000);
    await deliver('c', 'kim', 'r2');
    await stubCards(bot, undefined, 'kim');
    expect(town.shows('a:kim')).toEqual(['stub r1', 'stub r2']);
  });

  it('are forgotten when the message is gone, and kept for the next sweep when Teams is busy', async () => {
    await town.cards.remember({
      conversationId: 'a:jo',
      serviceUrl: town.connector.serviceUrl,
      messageId: 'gone',
      requestId: 'r1',
      person: 'jo',
    });
    const bot = await deliver('b', 'kim', 'r1');
    town.connector.next('a:kim', { status: 429, retryAfter: 3 });
    expect(await stubCards(bot, 'r1')).toEqual({ left: 1 });
    expect((await town.cards.ofRequest('r1')).map(({ person }) => person)).toEqual(['kim']);
    await createRelay(town.bot(), () => () => undefined).sweep();
    expect(town.shows('a:kim')).toEqual(['stub r1']);
    expect(await town.cards.ofRequest('r1')).toEqual([]);
  });

  it('are put away by a promise of the commit itself, also after a crash', async () => {
    await deliver('a', 'jo', 'r1');
    const bot = await deliver('b', 'kim', 'r1');
    await town.promise('r1', [{ key: 'stub:r1:9', template: STUB_CARDS, to: { person: 'jo' }, args: { person: 'jo' } }]);
    await relayIntents(bot);
    expect(await town.outbox.byKey('stub:r1:9')).toBeNull();
    await stubMarked(town.bot());
    expect([town.shows('a:jo'), town.shows('a:kim')]).toEqual([['stub r1'], ['b']]);
  });

  it('become stubs at once when access ended while they were on their way', async () => {
    const plain = town.bot({ stillMay: async () => false });
    await town.outbox.put([aMessage('a', { person: 'jo' }, { requestId: 'r1' })]);
    await sendOutbox({ ...plain, compose: holding(plain) });
    expect(town.shows('a:jo')).toEqual(['stub r1']);
    expect(await town.cards.ofRequest('r1')).toEqual([]);
  });

  it('keep their mark when the case is shown on them again before the stub came', async () => {
    const bot = await deliver('a', 'jo', 'r1');
    town.connector.next('a:jo', { status: 502 });
    await stubCards(bot, 'r1');
    const [card] = await town.cards.ofRequest('r1');
    if (card !== undefined) await town.cards.remember(card);
    expect(await stubMarked(bot)).toEqual({ left: 0 });
    expect(town.shows('a:jo')).toEqual(['stub r1']);
  });

  it('are never put away all at once for want of a name', async () => {
    const bot = await deliver('a', 'jo', 'r1');
    await stubCards(bot, undefined);
    expect(town.shows('a:jo')).toEqual(['a']);
  });
});
