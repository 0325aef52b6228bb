import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../src/domain/replay.js';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, answersIn, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

describe('A request received on Thursday 1 October 2026', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot('2026-10-14T10:00');
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const received = { heardOn: '2026-10-01', heardAt: '11:00' };
  const pressed = async (who: Clerk, verb: string, ref: string) => {
    const { id = '' } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    return wordsIn((await who.presses(verb, { r: id })).card);
  };

  it('CLK-02 CLK-03 identity is asked for and arrives on 12 October: the answer is due on 12 November', async () => {
    const { sam, dev } = town;
    const ref = await report(sam, received);
    expect(await sam.asksFor(ref)).toContain('Mon 2 Nov 2026');
    await bringTo('accepted', town, ref);
    const asked = await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-05' });
    expect(wordsIn(asked.card)).toContain('Clock not started');
    expect(wordsIn(asked.card)).toContain('held for proof of identity, asked 5 Oct');
    expect(await sam.asksFor(ref)).toContain('The month for our answer starts when it reaches us.');
    const { card } = await dev.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-12', document: 'ID_PASSPORT' });
    expect(wordsIn(card)).toContain('Thu 12 Nov 2026');
    expect(await pressed(dev, 'why', ref)).toContain('Mon 12 Oct 2026');
    const history = await pressed(dev, 'history', ref);
    expect(history).toContain('Due Mon 2 Nov 2026');
    expect(history).toContain('The due date was taken away: the clock waits');
    expect(history).toContain('Due Thu 12 Nov 2026');
  });

  it('CLK-02 of two things asked for the last to arrive starts the clock, and only what was asked for counts', async () => {
    const { sam, dev } = town;
    const ref = await report(sam, received);
    await bringTo('accepted', town, ref);
    await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity,address', sentOn: '2026-10-05' });
    const part = await dev.takes(ref, 'record-what-arrived', { items: 'address', arrivedOn: '2026-10-12' });
    expect(wordsIn(part.card)).toContain('Clock not started');
    const notAsked = await dev.takes(ref, 'record-what-arrived', { items: 'address,identity', arrivedOn: '2026-10-13' });
    expect(wordsIn(notAsked.card)).toContain('Choose from those offered.');
    const { card } = await dev.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-08' });
    expect(wordsIn(card)).toContain('Thu 12 Nov 2026');
  });

  it('CLK-02 CLK-12 the day of a part that came first is put right: the start moves with it, and the history gives the same state', async () => {
    const { sam, dev } = town;
    const ref = await report(sam, received);
    await bringTo('accepted', town, ref);
    await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity,address', sentOn: '2026-10-05' });
    await dev.takes(ref, 'record-what-arrived', { items: 'address', arrivedOn: '2026-10-12' });
    const { version: n = 0, id = '' } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    const whole = await dev.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-08' });
    expect(wordsIn(whole.card)).toContain('Thu 12 Nov 2026');
    const correct = async (arrivedOn: string) => {
      const { version = 0 } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
      const { card: form } = await dev.presses('correct-form', { r: id, v: version, k: `k${version}`, n });
      const button = actionsOf(form).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
      const answers = { ...answersIn(form), arrivedOn, correctionReason: 'The stamp says another day.' };
      return wordsIn((await dev.presses('correct-an-earlier-step', { ...button, ...answers })).card);
    };
    expect(await correct('2026-10-13')).toContain('Fri 13 Nov 2026');
    expect(await correct('2026-10-06')).toContain('Mon 9 Nov 2026');
    const { state } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    expect(replay((await bot.rightsdesk.desk.requests.history(id)).map((h) => h.step))).toEqual(state);
  });

  it('CLK-12 a wrong day is put right by a later step: the date moves and the history shows both', async () => {
    const { sam, dev } = town;
    const ref = await report(sam, received);
    await bringTo('accepted', town, ref);
    await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-05' });
    await dev.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-12' });
    const { version = 0, id = '' } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    const list = await dev.presses('correct', { r: id });
    expect(wordsIn(list.card)).toContain('Record what arrived');
    const { card: form } = await dev.presses('correct-form', { r: id, v: version, k: 'k', n: version });
    const button = actionsOf(form).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
    expect(answersIn(form)).toMatchObject({ arrivedOn: '2026-10-12', items: 'identity' });
    const noReason = await dev.presses('correct-an-earlier-step', { ...button, ...answersIn(form), arrivedOn: '2026-10-13' });
    expect(answersIn(noReason.card)).toMatchObject({ arrivedOn: '2026-10-13' });
    expect(wordsIn(noReason.card)).toContain('1 answer needs a change\nWhy is it being corrected?');
    const again = actionsOf(noReason.card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
    const answers = { ...answersIn(noReason.card), correctionReason: 'The post room stamped it on Tuesday.' };
    const { card } = await dev.presses('correct-an-earlier-step', { ...again, ...answers });
    expect(wordsIn(card)).toContain('Fri 13 Nov 2026');
    const history = await pressed(dev, 'history', ref);
    expect(history).toContain('Due date moved from Thu 12 Nov 2026 to Fri 13 Nov 2026');
    expect(history).toContain('Due Thu 12 Nov 2026');
    expect(history).toContain('corrected later');
    const twice = await dev.presses('correct-form', { r: id, v: version + 1, k: 'k', n: version });
    expect(answersIn(twice.card)).toMatchObject({ arrivedOn: '2026-10-13', correctionReason: '' });
    const last = actionsOf(twice.card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
    const back = { ...last, ...answersIn(twice.card), arrivedOn: '2026-10-12', correctionReason: 'It was Monday after all.' };
    expect(wordsIn((await dev.presses('correct-an-earlier-step', back)).card)).toContain('Thu 12 Nov 2026');
  });

  it('CLK-12 a correction that would send the case another way, or make the dates impossible, is refused', async () => {
    const { sam, dev } = town;
    const ref = await report(sam, received);
    await bringTo('accepted', town, ref);
    await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity,address', sentOn: '2026-10-05' });
    await dev.takes(ref, 'record-what-arrived', { items: 'identity,address', arrivedOn: '2026-10-12' });
    const { version = 0, id = '' } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    const correct = (n: number, answers: object) =>
      dev.presses('correct-an-earlier-step', { r: id, v: version, k: `k${n}`, n, correctionReason: 'x', ...answers });
    const partly = await correct(version, { items: 'identity', arrivedOn: '2026-10-12' });
    expect(wordsIn(partly.card)).toContain('That would change where the case went');
    const later = await correct(version - 1, { items: 'identity,address', sentOn: '2026-10-13' });
    expect(wordsIn(later.card)).toContain('what arrived would have come before it was asked for');
    expect((await bot.rightsdesk.desk.requests.byRef(ref))?.version).toBe(version);
  });

  it('CLK-09 CLK-11 a reply after the due date demands the reason before the case closes', async () => {
    const { sam, ola } = town;
    const ref = await report(sam, { heardOn: '2026-09-01', heardAt: '11:00' });
    expect(await sam.asksFor(ref)).toContain('Overdue by 13 days');
    await bringTo('sent', town, ref);
    const { card } = await ola.takes(ref, 'close-the-case', { minutes: '300' });
    expect(wordsIn(card)).toContain('The reply left after the due date. Say why it was late.');
    expect(answersIn(card)).toMatchObject({ minutes: 300 });
    await ola.takes(ref, 'close-the-case', { minutes: '300', lateReason: 'Two archives were closed.' });
    expect(await ola.asksFor(ref)).toContain('Closed');
    const inTime = await report(sam, received);
    await bringTo('closed', town, inTime);
    expect(await ola.asksFor(inTime)).toContain('Clock stopped');
  });

  it('CLK-01 due on the last day it is due today; the day after it is overdue', async () => {
    const { sam } = town;
    const today = await report(sam, { heardOn: '2026-09-14', heardAt: '11:00' });
    expect(await sam.asksFor(today)).toContain('Due today');
    const late = await report(sam, { heardOn: '2026-09-11', heardAt: '11:00' });
    expect(await sam.asksFor(late)).toContain('Overdue by 2 days');
  });
});
