import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, findAll } from '../support/clerk.js';
import { act, MESSAGE, PLACES, sendIn } from '../support/message-action.js';
import { settle, type Town } from '../support/town.js';

const channel = PLACES['channel'] as Record<string, unknown>;
const three = { requesterName: 'Jo Example', contact: 'jo@example.org', right: 'ACCESS' };

describe('A request in a message of Teams, reported where it stands', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const postsElsewhere = () => Object.values(PLACES).flatMap((p) => bot.connector.posts(String(p['id']).split(';')[0] as string));

  it('INT-01 INT-19 INT-18 §2.2 three questions, the words and time of the message, the answer in the dialog and the own chat only', async () => {
    const opened = await act(bot, town.sam, MESSAGE, channel);
    expect(opened.status).toBe(200);
    expect(opened.words).toContain('everything you hold on me & my rent');
    expect(opened.words).toContain('Mon 23 Nov, 09:41');
    expect(findAll(opened.card, (n) => String(n['type']).startsWith('Input.')).map((n) => n['id'])).toEqual(Object.keys(three));
    expect(actionsOf(opened.card)).toEqual([]);
    const before = town.sam.posts().length;
    const done = await sendIn(bot, town.sam, opened, channel, three);
    expect(done.words).toContain('Recorded as DR-2026-0001.');
    expect(done.words).toContain('Wed 23 Dec 2026');
    expect(done.words).not.toContain('Jo Example');
    await bot.quiet();
    expect(town.sam.posts().length).toBe(before + 1);
    expect(town.sam.reads()).toContain('DR-2026-0001');
    expect(postsElsewhere()).toEqual([]);
    const words = await town.rosa.asksFor('DR-2026-0001');
    expect(words).toContain('Jo Example rang: everything you hold on me & my rent');
    expect(words).toContain('a colleague told us in chat');
    expect(words).toContain('Mon 23 Nov 2026');
  });

  it('INT-06 §2.2.4 the same message again, by anybody, says which case it is and no name', async () => {
    for (const who of [town.sam, town.dev]) {
      const again = await act(bot, who, MESSAGE, channel);
      expect(again.words).toContain('recorded already, as DR-2026-0001');
      expect(again.words).not.toMatch(/Jo|Sam/);
    }
    const late = await act(bot, town.dev, MESSAGE, channel, { verb: 'report-message', sure: 'yes', ...three });
    expect(late.words).toContain('recorded already, as DR-2026-0001');
    const elsewhere = await act(bot, town.dev, MESSAGE, PLACES['group chat'] ?? {});
    expect(elsewhere.words).toContain('Report this message');
  });

  it('INT-01 §2.2 two presses at once are one case', async () => {
    const place = PLACES['group chat'] ?? {};
    const opened = await act(bot, town.sam, MESSAGE, place);
    const both = await Promise.all(
      [1, 2].map(() => sendIn(bot, town.sam, opened, place, { ...three, contact: 'kim@example.org', requesterName: 'Kim' })),
    );
    const refs = both.map((d) => /DR-\d{4}-\d{4}/.exec(d.words)?.[0]);
    expect(new Set(refs).size).toBe(1);
  });

  it('INT-18 §2.2 a chat of two people is never taken for somebody’s own chat with the bot, nor answered there', async () => {
    const place = PLACES['chat of two people'] ?? {};
    const opened = await act(bot, town.sam, { ...MESSAGE, id: '99' }, place);
    const done = await sendIn(
      bot,
      town.sam,
      opened,
      place,
      { ...three, requesterName: 'Al Example', contact: '020 7946 0001' },
      { ...MESSAGE, id: '99' },
    );
    await bot.quiet();
    expect(done.words).toContain('Recorded as DR-');
    expect(town.sam.reads()).toContain(/DR-\d{4}-\d{4}/.exec(done.words)?.[0] ?? 'none');
    expect(postsElsewhere()).toEqual([]);
  });

  it('INT-16 §3.3 a case that may be of the same person is named first, to whoever may see it and to nobody else', async () => {
    const message = { ...MESSAGE, id: '100' };
    const seen = await sendIn(bot, town.rosa, await act(bot, town.rosa, message, channel), channel, three, message);
    expect(seen.words).toContain('Possible repeat: DR-2026-0001');
    expect(seen.words).toContain('Record it all the same');
    const other = { ...MESSAGE, id: '101' };
    const unseen = await sendIn(bot, town.ola, await act(bot, town.ola, other, channel), channel, three, other);
    expect(unseen.words).toContain('Recorded as DR-');
    expect(unseen.words).not.toContain('DR-2026-0001');
    expect((await sendIn(bot, town.rosa, seen, channel, three, message)).words).toContain('Recorded as DR-');
  });

  it('INT-19 §2.2.4 what is missing comes back with what was typed; a message without words is asked about', async () => {
    const message = { ...MESSAGE, id: '102', body: { contentType: 'html', content: '<attachment id="x"></attachment>' } };
    const opened = await act(bot, town.sam, message, channel);
    expect(opened.words).toContain('This message has no words');
    const faulty = await sendIn(bot, town.sam, opened, channel, { ...three, contact: '', words: 'My file' }, message);
    expect(faulty.words).toContain('An answer is needed.');
    expect(faulty.words).toContain('Jo Example');
    expect(faulty.words).toContain('My file');
  });

  it('SEC-06 §2.2 somebody of another tenant, an unknown action and a message without an id are told plainly', async () => {
    const guest = { ...channel, tenantId: 'tenant-2' };
    expect(await act(bot, { id: 'guest' }, MESSAGE, guest)).toMatchObject({
      status: 200,
      words: expect.stringContaining('Only staff of the council'),
    });
    expect((await act(bot, town.sam, { ...MESSAGE, id: '' }, channel)).words).toContain('I cannot read this message.');
    const value = { commandId: 'other', messagePayload: MESSAGE };
    expect((await act(bot, town.sam, MESSAGE, channel, undefined, { value })).words).toContain('I do not know this action.');
  });

  it('INT-01 §2.2 somebody who never wrote to the bot gets the reference in the dialog', async () => {
    const message = { ...MESSAGE, id: '103' };
    const done = await sendIn(
      bot,
      { id: 'newcomer' },
      await act(bot, { id: 'newcomer' }, message, channel),
      channel,
      { ...three, requesterName: 'Max Example', contact: '020 7946 0009' },
      message,
    );
    expect(done.words).toContain('Recorded as DR-');
    expect(done.words).toContain('I have no chat with you yet');
  });
});
