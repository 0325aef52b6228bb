import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, answersIn, wordsIn, type Clerk } from '../support/clerk.js';
import { bind, bringTo, CALLER, heard, report, REST, settle, type Town } from '../support/town.js';

describe('The colleague who heard the request', () => {
  let bot: Bot;
  let town: Town;
  let sam: Clerk;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    sam = town.sam;
  }, 60_000);
  afterAll(() => bot.stop());

  it('INT-06 Cancel deletes what was typed, also from the review step', async () => {
    await sam.says('report');
    await sam.does('Look over and record', heard);
    const record = sam.readies('Record it');
    await sam.does('Cancel');
    expect(sam.reads()).toContain('Cancelled. Nothing was recorded.');
    expect(wordsIn((await sam.presses(record.verb, record.data)).card)).toContain('This report was cancelled');
    expect(await bot.rightsdesk.desk.drafts.read(String(record.data['d']), 'sam')).toBeNull();
  });

  it('INT-06 INT-19 Change something brings the form back with every word', async () => {
    await sam.says('report');
    const typed = { ...heard, places: 'Housing, since 2019', help: 'Large print', encouraged: 'true', dateOfBirth: '1980-02-29' };
    await sam.does('Look over and record', typed);
    for (const word of ['Jo Example', 'By phone', 'Fri 29 Feb 1980', 'Mon 23 Nov 2026']) expect(sam.reads()).toContain(word);
    await sam.does('Change something');
    expect(answersIn(sam.seesLast())).toMatchObject(typed);
    await sam.does('Look over and record', { words: 'Only my rent account' });
    await sam.does('Record it');
    expect(sam.reads()).toContain('DR-2026-0001');
    await town.rosa.says('case DR-2026-0001');
    expect(town.rosa.reads()).toContain('Only my rent account');
  });

  it('INT-12 CLK-01 a call entered days later counts from the day it was heard, and its 48 hours are said to have passed', async () => {
    await sam.presses('review-report', { d: 'late', ...REST, ...heard, heardOn: '2026-11-19', heardAt: '16:20' });
    const receipt = wordsIn((await sam.presses('record-report', { d: 'late' })).card);
    expect(receipt).toContain('Mon 21 Dec 2026');
    expect(receipt).toContain('had to be logged by Sat 21 Nov, 16:20, which has passed');
    const ref = /DR-2026-\d{4}/.exec(receipt)?.[0] ?? '';
    expect(await why(ref)).toContain('Thu 19 Nov 2026');
  });

  it('INT-06 my requests lists what one reported oneself, newest first, and nothing of others', async () => {
    const [first, second] = [await report(sam), await report(sam)];
    const other = await report(town.dev);
    await sam.says('my requests');
    expect(sam.reads().indexOf(second)).toBeLessThan(sam.reads().indexOf(first));
    expect(sam.reads()).not.toContain(other);
    expect(sam.reads()).not.toContain(CALLER);
    for (let i = 0; i < 7; i += 1) await report(sam);
    await sam.says('my requests');
    expect(sam.reads()).not.toContain(first);
    await sam.does('More');
    expect(sam.reads()).toContain(first);
    await sam.does('Back');
    expect(sam.reads()).not.toContain(first);
  }, 30_000);

  it('SEC-14 INT-06 where is my request: the stage and what may be said to the caller, no officer and no requester', async () => {
    const ref = await report(sam);
    await bringTo('searching', town, ref);
    const words = await sam.asksFor(ref);
    expect(words).toContain('Searching');
    expect(words).toContain('We are searching our records.');
    expect(words).toContain('Wed 23 Dec 2026');
    for (const hidden of ['Ola Officer', 'Dev Diao', CALLER, heard.contact, 'tenant since 2014']) expect(words).not.toContain(hidden);
    const titles = actionsOf(sam.seesLast()).map((a) => (a['verb'] === 'form' ? (a['data'] as { s: string }).s : a['verb']));
    expect(titles).toEqual(expect.arrayContaining(['add-a-note', 'correct', 'why', 'my-requests']));
    for (const notTheirs of ['history', 'letter', 'withdraw', 'ask-for-a-search', 'answer-a-search'])
      expect(titles).not.toContain(notTheirs);
    for (const verb of ['history', 'letter']) {
      const pressed = await sam.presses(verb, { r: (await bot.rightsdesk.desk.requests.byRef(ref))?.id });
      expect(wordsIn(pressed.card)).toContain('There is no request with that reference that is open to you.');
    }
  });

  it('DSP-09 SEC-14 adds a dated note, and on an overtaken card learns that a colleague acted but not who', async () => {
    const ref = await report(sam);
    await bringTo('assigned', town, ref);
    const note = await sam.prepares(ref, 'add-a-note', { note: 'The caller moved to 5 Example Road.', noteOn: '2026-11-23' });
    await town.ola.takes(ref, 'ask-for-a-search', { system: 'CRM', owner: 'ola', terms: 'contacts' });
    const stale = await sam.sends(note);
    expect(wordsIn(stale.card)).toContain('A colleague acted on it');
    expect(wordsIn(stale.card)).not.toContain('Ola');
    const again = actionsOf(stale.card).find((a) => a['verb'] === 'add-a-note')?.['data'] as object;
    expect(wordsIn((await sam.presses('add-a-note', { ...again, ...answersIn(stale.card) })).card)).toContain('If the caller asks');
    expect(await town.ola.asksFor(ref)).toContain('The caller moved to 5 Example Road.');
  });

  it('INT-02 reported in error: the reporter says why, the case closes with that outcome, and is on record', async () => {
    const ref = await report(sam);
    const { card } = await sam.takes(ref, 'reported-in-error', { reason: 'Reported twice.' });
    expect(wordsIn(card)).toContain('Closed');
    expect(await town.rosa.asksFor(ref)).toContain('Reported in error');
    const second = await report(sam);
    await bringTo('accepted', town, second);
    await expect(sam.prepares(second, 'reported-in-error')).rejects.toThrow('has no button');
  });

  it('CLK-12 the reporter corrects the own report, and when a colleague does it stays the reporter’s', async () => {
    const ref = await report(sam);
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    const correct = async (who: Clerk, v: number, answers: object) => {
      const { card } = await who.presses('correct-form', { r: id, v, k: 'x', n: 1 });
      const button = actionsOf(card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
      return who.presses('correct-an-earlier-step', { ...button, ...answersIn(card), ...answers });
    };
    await correct(town.rosa, 1, { heardOn: '2026-11-20', correctionReason: 'It was on Friday.' });
    expect(await sam.asksFor(ref)).toContain('Mon 21 Dec 2026');
    await sam.says('my requests');
    expect(sam.reads()).toContain(ref);
    await town.rosa.says('my requests');
    expect(town.rosa.reads()).not.toContain(ref);
  });

  it('INT-18 in a channel nothing personal may be typed: report is sent to the own chat', async () => {
    await bind(bot, town.ines, '19:children@thread.tacv2', 'CHILD');
    const [post] = await sam.says('report', { channel: '19:children@thread.tacv2' });
    expect(wordsIn(post?.card)).toContain('Personal details belong in your own chat');
    const pressed = await sam.presses('review-report', { d: 'x', ...REST, ...heard }, { channel: '19:children@thread.tacv2' });
    expect(pressed.text).toContain('That is done in your own chat with me');
    const [search] = await town.rosa.says(`search ${CALLER}`, { channel: '19:children@thread.tacv2' });
    expect(wordsIn(search?.card)).not.toContain('DR-2026');
  });

  const why = async (ref: string) => wordsIn((await sam.says(`why ${ref}`))[0]?.card);
});
