import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, wordsIn, type Clerk } from '../support/clerk.js';
import { bind, bringTo, CALLER, heard, report, settle, type Town } from '../support/town.js';

const CHILDREN = '19:children@thread.tacv2';

describe('A case that changes hands', () => {
  let bot: Bot;
  let town: Town;
  let chi: Clerk;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    chi = await bot.person({ id: 'chi', name: 'Chi Children' }, [{ role: 'DIAO', directorate: 'CHILD' }]);
    await bind(bot, town.ines, CHILDREN, 'CHILD');
  }, 60_000);
  afterAll(() => bot.stop());
  const cards = (channel: string, ref: string) =>
    bot.teams
      .channel(channel)
      .sees()
      .filter((card) => wordsIn(card).includes(ref));
  const steps = (who: Clerk) => actionsOf(who.seesLast()).map((a) => (a['data'] as { s?: string }).s ?? a['verb']);

  it('ASG-06 ASG-01 not ours: it goes back to be allocated again, and the channel of the next directorate gets it', async () => {
    const { dev, rosa, sam } = town;
    const ref = await report(sam);
    await bringTo('allocated', town, ref);
    await bot.quiet();
    const { card } = await dev.takes(ref, 'not-ours', { reason: 'School records of her son.', betterPost: 'CHILD-3' });
    expect(wordsIn(card)).toContain('Recorded. The case is no longer with you.');
    expect(wordsIn(card)).not.toContain('Nothing was recorded');
    expect(await dev.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
    await bot.quiet();
    expect(rosa.reads()).toContain('The directorate says that this is not theirs.');
    const prepared = await rosa.prepares(ref, 'log-and-allocate');
    expect(prepared.data['post']).toBe('CHILD-3');
    await rosa.sends(prepared);
    await bot.quiet();
    expect(cards(CHILDREN, ref)).toHaveLength(1);
    expect(wordsIn(cards(CHILDREN, ref))).toContain('Wed 23 Dec 2026');
    await chi.opens(bot.teams.channel(CHILDREN));
    await bot.quiet();
    expect(chi.reads()).toContain(CALLER);
    expect((await dev.opens(town.housing)).text).toContain('This case is for the DIAO of Children');
  }, 30_000);

  it('DSP-11 SEC-12 the DIAO returns the reply with reasons; the officer reads them and submits again', async () => {
    const { dev, ola, sam } = town;
    const ref = await report(sam);
    await bringTo('approval', town, ref);
    expect(wordsIn((await dev.takes(ref, 'return-to-the-officer', { reasons: '' })).card)).toContain('1 answer needs a change');
    await dev.takes(ref, 'return-to-the-officer', { reasons: 'Page 12 names the neighbour.' });
    await bot.quiet();
    expect(ola.reads()).toContain('The reply was returned to you with reasons.');
    expect(ola.reads()).toContain('Page 12 names the neighbour.');
    await ola.takes(ref, 'submit-for-approval', { summary: 'Neighbour removed.' });
    expect(await dev.asksFor(ref)).toContain('Neighbour removed.');
  }, 30_000);

  it('SEC-12 DSP-11 a case officer who is also a DIAO cannot approve the own reply, another DIAO can', async () => {
    const both = await bot.person({ id: 'bo', name: 'Bo Both' }, [
      { role: 'DIAO', directorate: 'HOU' },
      { role: 'OFFICER', directorate: 'HOU' },
    ]);
    const ref = await report(town.sam);
    await bringTo('approval', { ...town, ola: both }, ref);
    await both.asksFor(ref);
    expect(steps(both)).not.toContain('approve');
    const { id, version } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    const pressed = await both.presses('approve', { r: id, v: version, k: 'own' });
    expect(wordsIn(pressed.card)).toContain('You are the case officer. Another DIAO of the directorate approves or returns the reply.');
    expect(wordsIn(pressed.card)).toContain('§2.12');
    expect(wordsIn((await town.dev.takes(ref, 'approve')).card)).toContain('You approved the reply');
  }, 30_000);

  it('ASG-03 naming an officer whom the bot cannot reach warns first', async () => {
    const gus = await bot.person({ id: 'gus', name: 'Gus Gone' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    await gus.uninstalls();
    const ref = await report(town.sam);
    await bringTo('valid', town, ref);
    const { data } = await town.dev.prepares(ref, 'name-case-officer');
    const form = await town.dev.presses('form', { ...data, s: 'name-case-officer' });
    expect(wordsIn(form.card)).toContain('Gus Gone (the bot cannot reach them: tell them yourself)');
  });

  it('SRC-02 SEC-14 the owner of a search sees the task and whom and what to look for, not the case', async () => {
    const { ola, sam } = town;
    const tia = await bot.person({ id: 'tia', name: 'Tia Task' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    const ref = await report(sam, { address: '1 Example Road' });
    await bringTo('assigned', town, ref);
    await ola.takes(ref, 'ask-for-a-search', { system: 'MANUAL', owner: 'tia', terms: 'Jo Example and "lift", 2019 to 2026' });
    await ola.takes(ref, 'ask-for-a-search', { system: 'CRM', owner: 'ola', terms: 'all contacts' });
    await bot.quiet();
    const words = await tia.asksFor(ref);
    expect(words).toContain('Please search for this person’s records');
    expect(words).toContain('Jo Example and "lift", 2019 to 2026');
    expect(words).toContain('That is a crime.');
    for (const hidden of [heard.contact, heard.words, 'Dev Diao', 'all contacts']) expect(words).not.toContain(hidden);
    expect(steps(tia)).toContain('answer-a-search');
    expect(steps(tia).filter((s) => ['add-a-note', 'withdraw', 'ask-for-a-search', 'history', 'letter'].includes(String(s)))).toEqual([]);
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    for (const verb of ['history', 'letter', 'why', 'correct'])
      expect(wordsIn((await tia.presses(verb, { r: id })).card)).toContain('There is no request');
    const other = await tia.presses('form', { r: id, v: 1, s: 'answer-a-search', i: 't2' });
    expect(wordsIn(other.card)).not.toContain('What did you find?');
    const { card } = await tia.takes(ref, 'answer-a-search', { answer: 'FOUND', minutes: '20' }, 't1');
    expect(wordsIn(card)).not.toContain(heard.contact);
  }, 30_000);

  it('SRC-14 SRC-02 nothing held needs terms, dates and places, and the case waits for every search', async () => {
    const { ola, sam } = town;
    const ref = await report(sam);
    await bringTo('searching', town, ref);
    await ola.takes(ref, 'ask-for-a-search', { system: 'CRM', owner: 'ola', terms: 'all contacts' });
    const { card } = await ola.takes(ref, 'answer-a-search', { answer: 'NOTHING', minutes: '10', termsUsed: 'Jo Example' }, 't1');
    expect(wordsIn(card)).toContain('Nothing held needs its reason, and the terms, the dates and the places that were searched.');
    expect(wordsIn(card)).toContain('3 answers need a change\nWhy is nothing held? · Dates searched · Places searched');
    const held = {
      answer: 'NOTHING',
      nilReason: 'NEVER',
      minutes: '10',
      termsUsed: 'Jo Example',
      datesSearched: '2014 to 2026',
      placesSearched: 'both archives',
    };
    await ola.takes(ref, 'answer-a-search', held, 't1');
    expect(await ola.asksFor(ref)).toContain('nothing held');
    expect(steps(ola)).not.toContain('submit-for-approval');
    await ola.takes(ref, 'answer-a-search', held, 't2');
    await ola.asksFor(ref);
    expect(steps(ola)).toContain('submit-for-approval');
  }, 30_000);

  it('DSP-12 withdrawn: the case closes with the requester’s words; reopened it goes back to its officer with the old clock', async () => {
    const { ola, sam, dev } = town;
    const ref = await report(sam, { heardOn: '2026-11-12' });
    await bringTo('searching', town, ref);
    const { card } = await ola.takes(ref, 'withdraw', { withdrawal: 'Wrote: I do not need it any more.', withdrawnOn: '2026-11-23' });
    expect(wordsIn(card)).toContain('Withdrawn by the requester');
    expect(await dev.asksFor(ref)).toContain('Clock stopped');
    expect(await sam.asksFor(ref)).toContain('This request is closed.');
    expect(steps(dev).filter((s) => ['approve', 'withdraw', 'not-ours', 'record-acknowledgement'].includes(String(s)))).toEqual([]);
    const reopened = await dev.takes(ref, 'reopen', { reopenReason: 'The message was from a neighbour.' });
    expect(wordsIn(reopened.card)).toContain('Mon 14 Dec 2026');
    await bot.quiet();
    expect(ola.reads()).toContain('You are the case officer.');
    expect(await sam.asksFor(ref)).toContain('Somebody is working on your request.');
  }, 30_000);
});
