import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

describe('A late identity: proof asked for in October reaches us in November', () => {
  let bot: Bot;
  let town: Town;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot('2026-10-05T10:00');
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const advanceTo = async (at: string) => {
    await bot.rightsdesk.desk.clock.advanceTo?.(new Date(`${at}T10:00:00Z`));
  };

  it('CLK-03 §2.6.2 proof is asked for within seven days, and the clock has not started', async () => {
    const { sam, dev } = town;
    ref = await report(sam, { heardOn: '2026-10-01', heardAt: '11:00' });
    await bringTo('accepted', town, ref);
    const { card } = await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-05' });
    expect(wordsIn(card)).toContain('Clock not started');
    expect(await sam.asksFor(ref)).toContain('The month for our answer starts when it reaches us.');
  }, 40_000);

  it('CLK-02 §2.6.1 past the day the answer would have been due nothing is overdue', async () => {
    const { sam, rosa } = town;
    await advanceTo('2026-11-04');
    expect(await rosa.asksFor(ref)).toContain('Clock not started');
    expect(await rosa.asksFor(ref)).not.toMatch(/overdue/i);
    expect(await sam.asksFor(ref)).not.toMatch(/Mon 2 Nov 2026/);
  }, 40_000);

  it('CLK-02 §2.6.1 it starts on the day the proof reached us, though it is recorded and checked days later', async () => {
    const { rosa, dev } = town;
    await advanceTo('2026-11-09');
    const { card } = await rosa.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-11-05', document: 'ID_PASSPORT' });
    expect(wordsIn(card)).toContain('Mon 7 Dec 2026');
    await dev.takes(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(await dev.asksFor(ref)).toContain('Mon 7 Dec 2026');
    const why = wordsIn((await dev.says(`why ${ref}`))[0]?.card);
    expect(why).toContain('Thu 5 Nov 2026');
    expect(why).not.toContain('Mon 9 Nov 2026');
  }, 40_000);

  it('VAL-06 ASG-03 the case goes on as any other from there', async () => {
    const { dev, ola } = town;
    await dev.takes(ref, 'confirm-the-request-is-valid', {
      right: 'ACCESS',
      checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE',
      address: 'MATCHES',
    });
    await dev.takes(ref, 'name-case-officer', { officer: 'ola' });
    const words = await ola.asksFor(ref);
    for (const part of ['Ask for a search', 'Mon 7 Dec 2026', 'started 5 Nov, when proof of identity arrived'])
      expect(words).toContain(part);
  }, 40_000);
});
