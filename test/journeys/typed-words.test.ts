import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, heard, HOUSING, report, REST, settle, type Town } from '../support/town.js';

describe('Words typed on an ordinary day', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const typed = async (who: Clerk, words: string, channel?: string) =>
    (await who.says(words, channel === undefined ? {} : { channel })).at(-1)?.card;
  const buttons = (card: unknown) => actionsOf(card).map((a) => a['verb']);
  const known = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))!;

  it('INT-02 cancel drops what was typed and not recorded, says so, and leaves alone what is recorded', async () => {
    const { sam, rosa } = town;
    const ref = await report(sam);
    await sam.presses('review-report', { d: 'half-made', ...REST, ...heard });
    await rosa.presses('review-report', { d: 'hers', ...REST, ...heard });
    expect(wordsIn(await typed(sam, 'Cancel'))).toContain('What you typed and did not record has been deleted.');
    expect(wordsIn((await sam.presses('record-report', { d: 'half-made' })).card)).toContain('This report was cancelled');
    const again = await typed(sam, 'cancel');
    expect(wordsIn(again)).toContain('There was nothing unfinished.');
    expect(buttons(again)).toContain('in-error');
    expect((await known(ref)).state.stage).toBe('REPORTED');
    expect(wordsIn((await rosa.presses('record-report', { d: 'hers' })).card)).toMatch(/DR-2026-\d{4}/);
    expect(wordsIn(await typed(sam, 'cancel the visit on Monday, she said'))).not.toContain('deleted');
  });

  it('INT-05 where is my request finds what one reported, in several words and by its reference', async () => {
    const sol = await bot.person({ id: 'sol', name: 'Sol Staff' });
    const empty = await typed(sol, 'my requests');
    expect(buttons(empty)).toEqual(['report']);
    const ref = await report(sol);
    for (const words of ['where is my request', 'Where is my request?', 'my reports', 'what did I report?'])
      expect(`${words}: ${wordsIn(await typed(sol, words))}`).toContain(ref);
    for (const words of [`where is my request ${ref}?`, `where is ${ref}`, `status of ${ref.toLowerCase()}`])
      expect(`${words}: ${wordsIn(await typed(sol, words))}`).toContain('We have your request and are passing it to the right team.');
    expect(wordsIn(await typed(sol, 'my work'))).toContain('You cannot use “my work” yet');
  });

  it('INT-02 §2.2 reported in error leads a member of staff to the form of their own report, while it can be taken back', async () => {
    const { rosa, dev, ola } = town;
    const stef = await bot.person({ id: 'stef', name: 'Stef Staff' });
    expect(wordsIn(await typed(stef, 'reported in error'))).toContain('None of your newest reports can be taken back by you any more');
    const [first, second] = [await report(stef), await report(stef)];
    const which = await typed(stef, 'reported in error');
    for (const ref of [first, second]) expect(wordsIn(which)).toContain(ref);
    expect(wordsIn(which)).not.toContain(CALLER);
    expect(wordsIn(await typed(stef, `reported in error ${first}`))).toContain('Why was it reported in error?');
    await stef.does('Reported in error', { reason: 'The caller wanted the opening hours.' });
    expect((await known(first)).state.facts['outcome']).toBe('REPORTED_IN_ERROR');
    expect(stef.buttons()).toContain('My requests');
    expect(stef.buttons()).not.toContain('My work');
    expect(wordsIn(await typed(stef, 'reported in error'))).toContain('Why was it reported in error?');
    await bringTo('accepted', { rosa, dev, ola }, second);
    expect(wordsIn(await typed(stef, 'reported in error'))).toContain('Nothing to take back');
    expect(wordsIn(await typed(town.sam, `reported in error ${second}`))).toContain('There is no request with that reference');
  });

  it('INT-18 a button nobody knows, and one of a request that is gone, are answered in plain words with a way on', async () => {
    const { sam } = town;
    const unknown = await sam.presses('launch-the-rocket', { r: 'gone', v: 1, k: 'x' });
    expect(wordsIn(unknown.card)).toContain('I do not know this button any more: it is from an older card.');
    expect(buttons(unknown.card)).toEqual(['help']);
    const gone = await sam.presses('accept', { r: 'gone', v: 1, k: 'x' });
    expect(wordsIn(gone.card)).toContain('The request this button was for is no longer here. Nothing was recorded.');
  });

  it('INT-18 words that belong in one’s own chat: a button in the channel brings the first card there, once for a press', async () => {
    const { sam } = town;
    const refused = await typed(sam, 'report', HOUSING);
    expect(wordsIn(refused)).toContain('Not in a channel');
    const before = sam.posts().length;
    for (let i = 0; i < 2; i += 1)
      expect((await sam.presses('own-chat', {}, { channel: HOUSING, activityId: 'f:own' })).text).toBe(
        'I have written to you in your own chat with me.',
      );
    await bot.quiet();
    expect(sam.posts()).toHaveLength(before + 1);
    expect(sam.buttons()).toContain('Report a request');
  });

  it('SEC-01 after asking for a role one sees who decides and has a way on; empty lists have one too', async () => {
    const { sam, dev } = town;
    await sam.says('ask for a role');
    const { card } = await sam.does('Ask', { role: 'CC', need: 'I answer the phones from Monday.' });
    expect(wordsIn(card)).toContain('Ines Ig');
    expect(buttons(card)).toEqual(['help']);
    const dee = await bot.person({ id: 'dee', name: 'Dee Diao' }, [{ role: 'DIAO', directorate: 'GROW' }]);
    expect(buttons(await typed(dee, 'my work'))).toEqual(['my-requests', 'help']);
    expect(buttons(await typed(dev, 'search Nobody'))).toEqual(['my-work']);
  });
});
