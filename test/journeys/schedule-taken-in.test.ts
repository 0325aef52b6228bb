import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

describe('A tenant’s file with a schedule of hundreds of letters', () => {
  let bot: Bot;
  let town: Town;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    ref = await report(town.sam);
    await bringTo('assessing', town, ref);
    await bot.quiet();
  }, 60_000);
  afterAll(() => bot.stop());
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `Letter\tletter number ${i + 1}\tMay 2019\t2\tHousing systems`);
  const HEAD = 'kind\tdescription\tdate\tpages\twhere';

  it('ASS-01 §2.8 pasted from a spreadsheet: a bad row is told with its line, what was pasted stays, then all go in and each has its words', async () => {
    const { ola } = town;
    const bad = await ola.takes(ref, 'take-in-a-schedule', { pasted: [HEAD, ...rows(3), 'Letter\t\t\t2\t'].join('\n') });
    expect(wordsIn(bad.card)).toContain('Nothing was taken in. Line 5, description: Needed.');
    expect(JSON.stringify(bad.card)).toContain('letter number 3');
    expect((await bot.rightsdesk.desk.requests.byRef(ref))?.state.items['records']).toBeUndefined();
    const done = await ola.takes(ref, 'take-in-a-schedule', { pasted: [HEAD, ...rows(300)].join('\n') });
    expect(JSON.stringify(done.card).length).toBeLessThan(25_000);
    await ola.asksFor(ref);
    expect(ola.reads()).toContain('300 records: 300 undecided');
    const state = (await bot.rightsdesk.desk.requests.byRef(ref))!.state;
    expect(JSON.stringify(state)).not.toContain('letter number');
    const many = await ola.takes(ref, 'give-several', { fromRecord: '1', toRecord: '299' });
    expect(wordsIn(many.card)).toContain('300 records: 299 given, 1 undecided');
    expect(wordsIn(many.card)).toContain('letter number 300');
  });
});
