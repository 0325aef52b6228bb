import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../src/domain/replay.js';
import { settleBoth } from '../../src/usecases/same-in-both.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

const why = { sameRequest: 'SAME', whySame: 'Same date of birth and same voice.' };

/** Each of the two cases is one write; here the process ends, as it were, between them. */
describe('A joining of two cases of which only one half was written', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  const found = async (ref: string) => {
    const request = await bot.rightsdesk.desk.requests.byRef(ref);
    if (!request) throw new Error(`no ${ref}`);
    return request;
  };
  const pair = async () => {
    const stays = await report(town.sam, { words: 'Everything about my rent' });
    await bringTo('assigned', town, stays);
    return { stays, goes: await report(town.sam, { heardOn: '2026-11-19', words: 'Also the letters about my lift' }) };
  };
  /** What happens to the write on this case is lost, once. */
  async function losing(ref: string, work: () => Promise<unknown>): Promise<void> {
    const { requests } = bot.rightsdesk.desk;
    const { id } = await found(ref);
    const commit = requests.commit.bind(requests);
    requests.commit = async (change) => {
      if (change.id === id) throw new Error('the process ended here');
      return commit(change);
    };
    await work().catch(() => undefined);
    requests.commit = commit;
  }
  const promises = async () =>
    (await bot.rightsdesk.desk.requests.withIntents(10)).flatMap(({ intents }) => intents.map((i) => i.template));
  const named = async (stays: string, goes: string) => (await found(stays)).state.items['linked']?.[goes]?.['gone'] === false;
  /** What the relay does when a minute has gone by. */
  const mend = async (ref: string, other: string) => settleBoth(bot.rightsdesk.desk, (await found(ref)).id, other, true);
  const replays = async (ref: string) => {
    const { id, state } = await found(ref);
    expect(replay((await bot.rightsdesk.desk.requests.history(id)).map((h) => h.step))).toEqual(state);
  };

  it('INT-16 §2.3.2 the second write was lost: the case that stays lets the other go again, and has its own day back', async () => {
    const { stays, goes } = await pair();
    const ready = await town.rosa.prepares(goes, 'same-as', { stays, ...why });
    await losing(goes, () => town.rosa.sends(ready));
    await bot.rightsdesk.idle();
    expect([await named(stays, goes), (await found(goes)).state.stage]).toEqual([true, 'REPORTED']);
    expect(await promises()).toContain('check-both');
    expect(await settleBoth(bot.rightsdesk.desk, (await found(stays)).id, goes, false)).toBe(false);
    expect(await mend(stays, goes)).toBe(true);
    expect(await named(stays, goes)).toBe(false);
    expect((await found(stays)).state.timeline.received).toBe('2026-11-23');
    await replays(stays);
    await bot.quiet();
    expect(await promises()).toEqual([]);
    const history = wordsIn((await town.rosa.presses('history', { r: (await found(stays)).id })).card);
    expect(history).toContain('Rightsdesk let go of a case that had been joined to it');
    // The same press may still come late: both halves stand again.
    await town.rosa.sends(ready);
    await bot.quiet();
    expect([await named(stays, goes), (await found(goes)).state.stage]).toEqual([true, 'CLOSED']);
    expect((await found(stays)).state.timeline.received).toBe('2026-11-19');
  }, 60_000);

  it('INT-16 the press again within the minute finishes it, and nothing is left to look at', async () => {
    const { stays, goes } = await pair();
    const ready = await town.rosa.prepares(goes, 'same-as', { stays, ...why });
    await losing(goes, () => town.rosa.sends(ready));
    const { version } = await found(stays);
    await town.rosa.sends(ready);
    await bot.quiet();
    expect([await named(stays, goes), (await found(goes)).state.stage, (await found(stays)).version]).toEqual([true, 'CLOSED', version]);
  }, 60_000);

  it('INT-16 DSP-12 opening it again was lost half way: the duplicate is still closed, so it is taken in again with its day', async () => {
    const { stays, goes } = await pair();
    await town.rosa.takes(goes, 'same-as', { stays, ...why });
    const ready = await town.rosa.prepares(goes, 'reopen', { reopenReason: 'Two people of one name.' });
    await losing(goes, () => town.rosa.sends(ready));
    expect([await named(stays, goes), (await found(goes)).state.stage]).toEqual([false, 'CLOSED']);
    expect(await mend(stays, goes)).toBe(true);
    expect([await named(stays, goes), (await found(stays)).state.timeline.received]).toEqual([true, '2026-11-19']);
    await replays(stays);
    expect(await settleBoth(bot.rightsdesk.desk, (await found(goes)).id, stays, false)).toBe(true);
    await bot.quiet();
  }, 60_000);
});
