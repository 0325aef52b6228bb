import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import type { Behaviour } from '../support/fake-connector.js';
import { bind, bringTo, CALLER, report, settle, type Town } from '../support/town.js';

/** Teams' side misbehaves, each directorate's channel in its own way. */
const channels: [directorate: string, post: string, ...behaviours: Behaviour[]][] = [
  ['CHILD', 'CHILD-1', { status: 429, retryAfter: 1 }, { status: 429, retryAfter: 1 }],
  ['FIN', 'FIN-1', { status: 412 }],
  ['RES', 'RES-1', { status: 502 }, { status: 503 }],
  ['GROW', 'GROW-1', 'lost'],
  ['STRAT', 'STRAT-1', { status: 500 }],
  ['LEGAL', 'LEGAL-1', { status: 403, code: 'BotNotInConversationRoster' }],
];
const channelOf = (directorate: string) => `19:${directorate.toLowerCase()}@thread.tacv2`;

describe('A channel that answers 429, 412, 5xx, 403 or nothing', () => {
  let bot: Bot;
  let town: Town;
  const refs = new Map<string, string>();
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    for (const [directorate] of channels) await bind(bot, town.ines, channelOf(directorate), directorate);
    for (const [directorate, post, ...behaviours] of channels) {
      const ref = await report(town.sam);
      refs.set(directorate, ref);
      bot.connector.next(channelOf(directorate), ...behaviours);
      await town.rosa.takes(ref, 'log-and-allocate', { post });
    }
    await bot.quiet();
  }, 90_000);
  afterAll(() => bot.stop());
  const postsOf = (directorate: string) =>
    bot.teams
      .channel(channelOf(directorate))
      .sees()
      .filter((card) => wordsIn(card).includes(refs.get(directorate) ?? '-'));

  it.each(['CHILD', 'FIN', 'RES'])(
    'ASG-01 after a refusal that passes (%s) the post goes out once, and no sooner than asked',
    (directorate) => {
      expect(postsOf(directorate)).toHaveLength(1);
      const tried = bot.connector.calls.filter((call) => call.conversationId === channelOf(directorate));
      const last = tried.at(-1);
      const before = tried.at(-2);
      expect(last?.status).toBe(201);
      if (directorate === 'CHILD') expect((last?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(990);
    },
  );

  it('ASG-01 only an answer that was lost can lead to a second post', () => {
    expect(postsOf('GROW').length).toBeLessThanOrEqual(2);
    expect(postsOf('GROW').length).toBeGreaterThanOrEqual(1);
  });

  it('ASG-01 a fault on Teams’ side is kept for a person to look at, not repeated', async () => {
    expect(postsOf('STRAT')).toHaveLength(0);
    const { id } = (await bot.rightsdesk.desk.requests.byRef(refs.get('STRAT') ?? '')) ?? { id: '' };
    const entry = await bot.rightsdesk.desk.outbox.byKey(`${id}:2:0:allocated`);
    expect(entry).toMatchObject({ status: 'parked', attempts: 1 });
    await bot.quiet();
    const told = allWords(town.ines);
    expect(told.split('Teams refused a message to Strategy and Communication').length - 1).toBe(1);
    expect(told).not.toContain(CALLER);
  });

  it('SEC-14 a channel that shuts us out and a colleague who took the app off: IG is told in words, without the name of a requester', async () => {
    const { dev, sam, ines } = town;
    const ref = await report(sam);
    await bringTo('decided', town, ref);
    await bot.quiet();
    bot.connector.always(dev.chatId, { status: 403, code: 'MessageWritesBlocked' });
    await town.ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    await bot.quiet();
    expect(postsOf('LEGAL')).toHaveLength(0);
    expect(allWords(ines)).toContain('A message to Legal and Governance could not be delivered');
    expect(allWords(ines)).toContain('A message to Dev Diao could not be delivered');
    expect(allWords(ines)).not.toContain(CALLER);
  }, 30_000);

  it('ASG-01 DSP-11 what waited is posted once when the channel is open and the colleague there again', async () => {
    const { dev, ines } = town;
    bot.connector.heal(dev.chatId);
    await Promise.all([ines.says('settings', { channel: channelOf('LEGAL') }), dev.says('help')]);
    await until(() => postsOf('LEGAL').length > 0 && dev.reads().includes('A reply is waiting for your approval.'));
    await bot.quiet();
    expect(postsOf('LEGAL')).toHaveLength(1);
    expect(dev.sees().filter((card) => wordsIn(card).includes('A reply is waiting'))).toHaveLength(1);
  }, 40_000);

  it('a busy moment does not swallow the answer to what somebody types', async () => {
    bot.connector.next(town.sam.chatId, { status: 429, retryAfter: 1 }, { status: 502 });
    const posts = await town.sam.says('help');
    expect(posts).toHaveLength(1);
  });

  const allWords = (who: Clerk) => who.sees().map(wordsIn).join('\n');
});

/** The sweep that releases what was held runs every twenty seconds. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !holds(); i += 1) await new Promise((wake) => setTimeout(wake, 100));
  expect(holds()).toBe(true);
}
