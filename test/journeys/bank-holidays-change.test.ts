import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../src/domain/replay.js';
import { refreshHolidays } from '../../src/usecases/holiday-refresh.js';
import { settleHolidays } from '../../src/usecases/holiday-replay.js';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { startHolidayFeed, type Feed } from '../support/holiday-feed.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

const THANKS = '2026-12-23';

describe('A bank holiday is proclaimed on the day an answer is due', () => {
  let database: OwnDatabase;
  let feed: Feed;
  let bot: Bot;
  let second: Bot;
  let town: Town;
  beforeAll(async () => {
    [database, feed] = await Promise.all([startDatabase(), startHolidayFeed()]);
    const more = { MONGODB_URI: database.uri, BANK_HOLIDAYS_URL: feed.url };
    bot = await startBot('2026-11-23T10:00', more);
    second = await startBot('2026-11-23T10:00', { ...more, DATA_DIR: bot.dataDir }, { connector: bot.connector });
    town = await settle(bot);
  }, 60_000);
  afterAll(async () => {
    await second.stop();
    await bot.stop();
    await Promise.all([database.ends(), feed.stop()]);
  });
  const found = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))!;
  const history = async (ref: string) => (await bot.rightsdesk.desk.requests.history((await found(ref)).id)).map(({ step }) => step);
  const moves = async (ref: string) => (await history(ref)).filter(({ id }) => id === 'move-dates-for-bank-holidays');
  const why = async (ref: string) => wordsIn((await town.rosa.presses('why', { r: (await found(ref)).id })).card);

  it('CLK-12 the case is listed for Information Governance, holds its date until they confirm, then moves and records who and why', async () => {
    const { sam, rosa, ola, ines } = town;
    const [ref, closed, later] = [await report(sam), await report(sam), await report(sam, { heardOn: '2026-11-20' })];
    await bringTo('assigned', town, ref);
    await bringTo('closed', town, closed);
    feed.lists({ add: { [THANKS]: 'A day of thanks' } });
    await Promise.all([bot, second].map(({ rightsdesk }) => refreshHolidays(rightsdesk.desk, 0)));
    await bot.quiet();
    expect(ines.sees().filter((card) => wordsIn(card).includes('The list of bank holidays has changed'))).toHaveLength(1);
    const card = ines.reads();
    expect(card).toContain('1 open case moves');
    expect(card).toContain('Wed 23 Dec 2026, A day of thanks');
    expect(card).toContain(ref);
    expect(card).toContain('Housing · Answer: 23 Dec → Thu 24 Dec 2026');
    for (const other of [closed, later]) expect(card).not.toContain(other);
    expect(await rosa.asksFor(ref)).toContain('Wed 23 Dec 2026');

    const use = ines.readies('Use the new list');
    expect(wordsIn((await rosa.presses(use.verb, use.data)).card)).toContain(
      'Only the Information Governance team confirms bank holidays.',
    );
    expect(wordsIn((await ines.does('Keep the old list')).card)).toContain('The old list of bank holidays is kept');
    await refreshHolidays(bot.rightsdesk.desk, 0);
    await bot.quiet();
    // The card she decided on has its answer in its place, and no other has come.
    expect(ines.sees().filter((each) => wordsIn(each).includes('The list of bank holidays has changed'))).toEqual([]);
    expect(await settleHolidays(bot.rightsdesk.desk)).toBe(0);
    expect(await rosa.asksFor(ref)).toContain('Wed 23 Dec 2026');

    await ines.says('holidays');
    expect(ines.reads()).toContain('It was declined, so the old list holds.');
    await Promise.all([ines.does('Use the new list'), ines.sends(use)]);
    expect(wordsIn((await ines.sends(use)).card)).toContain('The new list of bank holidays is used');
    await until(async () => (await moves(ref)).length > 0);
    await Promise.all([bot, second].map(({ rightsdesk }) => settleHolidays(rightsdesk.desk)));
    expect(await moves(ref)).toHaveLength(1);
    expect((await moves(ref))[0]).toMatchObject({
      by: 'ines',
      answers: { added: [THANKS], removed: [], moved: ['due 2026-12-23 2026-12-24', 'latestArguable 2026-12-23 2026-12-24'] },
      clock: { due: '2026-12-24', list: bot.rightsdesk.desk.holidays.version },
    });
    expect(await rosa.asksFor(ref)).toContain('Thu 24 Dec 2026');
    expect(await why(ref)).toContain('That is a bank holiday');
    expect(wordsIn((await rosa.presses('history', { r: (await found(ref)).id })).card)).toContain(
      'Ines Ig confirmed a change of bank holidays that moves its dates §2.6.1. Due date moved from Wed 23 Dec 2026 to Thu 24 Dec 2026',
    );
    await bot.quiet();
    expect(ola.sees().some((each) => wordsIn(each).includes('The list of bank holidays has changed, and the date'))).toBe(true);
    expect(await moves(closed)).toEqual([]);
    expect(await why(closed)).toContain('One month from Mon 23 Nov 2026 is Wed 23 Dec 2026');
    expect(await why(closed)).not.toContain('bank holiday');
    expect((await found(ref)).state).toEqual(replay(await history(ref)));
    expect(second.rightsdesk.desk.holidays.version).toBe(bot.rightsdesk.desk.holidays.version);
  }, 120_000);
});

/** Each bot reckons with a new list a few seconds after it was confirmed. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('it did not come to that in a minute');
}
