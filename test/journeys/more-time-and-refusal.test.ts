import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocx } from '../letters/text-of.js';
import { startBot, type Bot } from '../support/bot.js';
import { findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';
import { ofExemption } from '../support/exemption-answers.js';

const notes = { costNote: 'three weeks of work', timeNote: 'long', difficultyNote: 'many places', harmNote: 'none known' };

describe('More time, a refusal and a fee', () => {
  let bot: Bot;
  let town: Town;
  let dora: Clerk;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    dora = await bot.person({ id: 'dora', name: 'Dora Dpo' }, [{ role: 'DPO' }]);
  }, 60_000);
  afterAll(() => bot.stop());

  const found = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))!;
  const letter = async (who: Clerk, ref: string, id: string): Promise<string> => {
    const { card } = await who.presses('letter', { r: (await found(ref)).id, l: id });
    const url = findAll(card, (n) => n['type'] === 'Action.OpenUrl')[0]?.['url'];
    if (typeof url !== 'string') throw new Error(`no letter ${id}:\n${wordsIn(card)}`);
    return readDocx(new Uint8Array(await (await fetch(url, { method: 'POST' })).arrayBuffer())).words;
  };
  const pressed = async (who: Clerk, verb: string, ref: string, more: object = {}) =>
    wordsIn((await who.presses(verb, { r: (await found(ref)).id, ...more })).card);
  const reported = async (stage: Parameters<typeof bringTo>[0], answers = {}) => {
    const ref = await report(town.sam, answers);
    await bringTo(stage, town, ref);
    return ref;
  };

  it('CLK-05 CLK-06 LTR-09 §1.2 proposed, confirmed, told: the card has the new date, and the page of the date says what changed and who', async () => {
    const { dev, ines, ola, sam } = town;
    const ref = await reported('searching');
    const why = { ground: 'COMPLEX', months: '2', moreTimeReasons: 'There are files in three archives.', likelyOn: '2027-01-29' };
    const proposed = await dev.takes(ref, 'propose-more-time', why);
    expect(wordsIn(proposed.card)).toContain('Information Governance decides');
    await bot.quiet();
    expect(ines.reads()).toContain('More time is proposed. Decide soon');
    expect(ines.reads()).toContain('There are files in three archives.');
    await ines.takes(ref, 'confirm-more-time', { decision: 'CONFIRMED' });
    await bot.quiet();
    const words = await letter(dev, ref, 'more-time');
    for (const said of [CALLER, ref, 'three archives', 'Friday 29 January 2027', 'Tuesday 23 February 2027']) expect(words).toContain(said);
    const { card } = await dev.takes(ref, 'extend-the-time', { toldOn: '2026-11-23' });
    expect(wordsIn(card)).toContain('Tue 23 Feb 2027');
    const page = await pressed(ola, 'why', ref);
    expect(page).toContain('How the date has changed');
    expect(page).toContain('Tue 23 Feb 2027 instead of Wed 23 Dec 2026');
    expect(page).toContain('Dev Diao told the requester that we need more time');
    const reporters = await pressed(sam, 'why', ref);
    expect(reporters).toContain('Tue 23 Feb 2027 instead of Wed 23 Dec 2026');
    expect(reporters).not.toContain('Dev Diao');
    await ines.takes(ref, 'remove-the-extension', { removedWhy: 'It had not left.' });
    const after = await pressed(dev, 'why', ref);
    expect(after).toContain('Wed 23 Dec 2026 instead of Tue 23 Feb 2027');
    expect(after.indexOf('removed the extension')).toBeLessThan(after.indexOf('we need more time'));
    expect(JSON.stringify((await found(ref)).state)).not.toContain('archives');
  }, 60_000);

  it('CLK-08 LTR-07 VAL-14 §2.4.4 weighed, looked at, approved: the letter says why, and the case closes as refused', async () => {
    const { dev, ines, rosa } = town;
    const ref = await reported('identified');
    const weigh = { ground: 'EXCESSIVE', ...notes, conclusion: 'REFUSE', whyTold: 'You sent forty requests this week.' };
    await dev.takes(ref, 'weigh-the-request', weigh);
    await bot.quiet();
    expect(ines.reads()).toContain('Harm of going without: none known');
    await ines.takes(ref, 'look-at-the-proposal', { view: 'FOR', igView: 'It is plain.' });
    await bot.quiet();
    expect(dora.reads()).toContain('The decision is yours.');
    expect(dora.reads()).toContain('It is plain.');
    await dora.takes(ref, 'decide-on-the-proposal', { decision: 'APPROVED', dpoWhy: 'Agreed.' });
    const words = await letter(dev, ref, 'refusal-unfounded-or-excessive');
    for (const said of [CALLER, 'forty requests', 'within two months', 'Information Commissioner’s Office', 'ask a court'])
      expect(words).toContain(said);
    expect(words).not.toMatch(/three weeks of work|It is plain\.|Agreed/);
    await dev.takes(ref, 'refuse-the-request', { method: 'SPECIAL_DELIVERY', proof: 'AB 1' });
    const closed = await rosa.takes(ref, 'close-the-case', { minutes: '40' });
    expect(wordsIn(closed.card)).toContain('closed');
    expect((await found(ref)).state.facts).toMatchObject({ outcome: 'REFUSED_MUE', late: false });
  }, 60_000);

  it('VAL-12 LTR-06 CLK-02 §2.4.4 a fee is added up, approved, asked for and paid; the month starts that day', async () => {
    const { dev, ines, rosa } = town;
    const ref = await reported('identified');
    const weigh = { ground: 'EXCESSIVE', ...notes, conclusion: 'FEE', whyTold: 'You ask for every page twice.' };
    await dev.takes(ref, 'weigh-the-request', weigh);
    const { card: sheet } = await dev.takes(ref, 'fill-in-the-fee-worksheet', { feeMinutes: '120', feePages: '100' });
    expect(wordsIn(sheet)).toContain('£60.00, not asked for yet');
    await ines.takes(ref, 'look-at-the-proposal', { view: 'FOR', igView: 'The sum is right.' });
    await dora.takes(ref, 'decide-on-the-proposal', { decision: 'APPROVED', dpoWhy: 'Agreed.' });
    const words = await letter(dev, ref, 'fee-notice');
    for (const said of ['120 minutes at £25.00 an hour', '£50.00', 'The fee is £60.00.', 'We do not start until you have paid.'])
      expect(words).toContain(said);
    const { card } = await dev.takes(ref, 'ask-for-the-fee');
    expect(wordsIn(card)).toContain('Clock not started');
    expect(await letter(dev, ref, 'reminder')).toContain('Wednesday 23 December 2026');
    const paid = await rosa.takes(ref, 'record-the-payment');
    expect(wordsIn(paid.card)).toContain('Wed 23 Dec 2026');
  }, 60_000);

  it('LTR-08 EXM-06 §3.12 a reply of which everything is kept back in silence can be worded, and no letter betrays it', async () => {
    const { ola, ines } = town;
    const ref = await reported('assessing');
    await ola.takes(ref, 'add-records', { description: 'Note of the fraud team' });
    const silent = { ...ofExemption['EX-CRIME'], exemption: 'EX-CRIME', cite: 'false', silenceWhy: 'It would tip them off.' };
    await ola.takes(ref, 'redact-or-withhold', { decision: 'WITHHOLD', fromPage: '1', what: 'all', why: 'as on file', ...silent }, 'r1');
    await ines.takes(ref, 'approve-silence', { silent: 'APPROVED' }, 'r1');
    const words = await letter(ola, ref, 'refusal');
    expect(words).toContain('There is no information that we have to give you.');
    expect(words).not.toMatch(/fraud|crime|DC Sample|tip them off|kept back/i);
  }, 60_000);

  it('CLK-13 CLK-15 what if: dates tried out in words or on the form, with the chain, and nothing recorded', async () => {
    const { dev, sam, rosa } = town;
    const ref = await reported('accepted');
    const { version } = await found(ref);
    const says = async (who: Clerk, words: string) => wordsIn((await who.says(`what if ${ref} ${words}`)).at(-1)?.card);
    const both = await says(dev, 'we ask for clarification today and the answer comes on 30 November');
    for (const said of ['Wed 30 Dec 2026', 'Thu 31 Dec 2026', 'Nothing was recorded.', 'seven days added']) expect(both).toContain(said);
    expect(await says(sam, 'we ask for identity on 25 Nov, identity arrives on 7 Dec')).toContain('Thu 7 Jan 2027');
    expect(await says(sam, 'identity arrives on 30 November')).toContain('The date would stay as it is.');
    expect(await says(dev, 'we extend by two months')).toContain('Tue 23 Feb 2027');
    expect(await says(dev, 'we extend by one month on 29 December')).toContain('The last day to tell them was Wed 23 Dec 2026');
    expect(await says(dev, 'pigs fly')).toContain('I could not read all of that.');
    expect(await says(dev, 'the answer comes tomorrow')).toContain('No question has been asked by that day');
    expect(await says(rosa, 'identity arrives on 31 February')).toContain('There is no such day.');
    expect(wordsIn((await dev.says(`why ${ref}`)).at(-1)?.card)).toContain('What if…');
    await dev.does('What if…');
    await dev.does('Show the date', { what: 'EXTEND_1', on: '2026-11-24' });
    expect(dev.reads()).toContain('Mon 25 Jan 2027');
    await dev.does('Why this date');
    expect(dev.reads()).toContain('Why this date');
    const stranger = await bot.person({ id: 'eve', name: 'Eve Else' });
    expect(await says(stranger, 'we extend by two months')).toContain('There is no request with that reference that is open to you.');
    expect((await found(ref)).version).toBe(version);
  }, 60_000);
});
