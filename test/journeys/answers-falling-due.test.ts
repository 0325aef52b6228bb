import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendNotices } from '../../src/usecases/send-notices.js';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

describe('Notices of answers falling due, on the rehearsal clock', () => {
  let bot: Bot;
  let second: Bot;
  let database: OwnDatabase;
  let town: Town;
  beforeAll(async () => {
    database = await startDatabase();
    bot = await startBot('2026-11-20T10:00', { MONGODB_URI: database.uri });
    town = await settle(bot);
  }, 60_000);
  afterAll(async () => {
    await second?.stop();
    await bot.stop();
    await database.ends();
  });
  const notices = (ref: string) =>
    town.housing
      .sees()
      .map(wordsIn)
      .filter((words) => words.includes(ref) && words.includes('An answer falls due'));
  const idOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
  const statusOf = async (key: string) => (await bot.rightsdesk.desk.outbox.byKey(key))?.status;
  const advances = async (to = '') => {
    await town.sam.says(`advance ${to}`.trim());
    const words = town.sam.reads();
    await bot.quiet();
    return words;
  };

  it('CLK-14 ASG-05 seven, three and one day before, on the day and after it, each posted once at nine on a working day', async () => {
    const ref = await report(town.sam, { heardOn: '2026-11-02' });
    await bringTo('accepted', town, ref);
    expect(await town.sam.asksFor(ref)).toContain('Wed 2 Dec 2026');
    // Three days before is a Sunday: that notice waits for Monday.
    const expected: [string, string | null][] = [
      ['Wed 25 Nov, 09:00', 'Due in 7 days'],
      // The two notices to the FOI Coordinator and the last days to extend: lines for the DIAO, nothing for the channel.
      ['Fri 27 Nov, 09:00', null],
      ['Mon 30 Nov, 09:00', 'Due in 2 days'],
      ['Tue 1 Dec, 09:00', 'Due in 1 day'],
      ['Wed 2 Dec, 09:00', 'Due today'],
      ['Thu 3 Dec, 09:00', 'Overdue by 1 day'],
      ['Fri 4 Dec, 09:00', 'Overdue by 2 days'],
      ['Mon 7 Dec, 09:00', 'Overdue by 5 days'],
    ];
    let posted = 0;
    for (const [when, chip] of expected) {
      expect(await advances()).toContain(`It is now ${when}`);
      expect(await sendNotices(bot.rightsdesk.desk)).toBe(0);
      posted += chip === null ? 0 : 1;
      expect(notices(ref)).toHaveLength(posted);
      expect(notices(ref).at(-1)).toContain(chip ?? 'Due in 7 days');
      expect(notices(ref).at(-1)).not.toContain(CALLER);
    }
    await town.dev.takes(ref, 'withdraw', { withdrawal: 'By phone.' });
    expect(await advances()).toContain('No notice is due.');
  }, 60_000);

  it('CLK-14 after a long jump only the newest notice is posted; the others stand in the ledger as overtaken', async () => {
    const ref = await report(town.sam, { heardOn: '2026-12-07', heardAt: '08:00' });
    await bringTo('allocated', town, ref);
    await advances('2027-01-20');
    expect(notices(ref)).toHaveLength(1);
    expect(notices(ref)[0]).toContain('Overdue by 13 days');
    const id = await idOf(ref);
    for (const code of ['due-7', 'due-3', 'due-1', 'due-today', 'overdue-2027-01-19'])
      expect(`${code} ${await statusOf(`${code}:${id}:2027-01-07`)}`).toBe(`${code} superseded`);
    expect(await statusOf(`overdue-2027-01-20:${id}:2027-01-07`)).toBe('sent');
    await town.dev.takes(ref, 'accept');
    await town.dev.takes(ref, 'withdraw', { withdrawal: 'By phone.' });
  }, 30_000);

  it('CLK-14 notices that could not be sent are overtaken by the next one instead of coming all at once', async () => {
    const ref = await report(town.sam, { heardOn: '2027-01-20', heardAt: '08:00' });
    await bringTo('allocated', town, ref);
    await bot.quiet();
    bot.connector.always(town.housing.id, { status: 503 });
    await town.sam.says('advance 2027-02-15');
    await new Promise((wake) => setTimeout(wake, 300));
    await town.sam.says('advance 2027-02-17');
    await new Promise((wake) => setTimeout(wake, 300));
    await town.sam.says('advance 2027-02-19');
    bot.connector.heal(town.housing.id);
    await bot.quiet();
    expect(notices(ref)).toHaveLength(1);
    expect(notices(ref)[0]).toContain('Due in 3 days');
    await town.dev.takes(ref, 'accept');
    await town.dev.takes(ref, 'withdraw', { withdrawal: 'By phone.' });
  }, 40_000);

  it('CLK-14 two bots on one database post nothing twice, neither the allocation nor a notice', async () => {
    const { uri } = database;
    second = await startBot('2026-11-20T10:00', { MONGODB_URI: uri, DATA_DIR: bot.dataDir }, { connector: bot.connector });
    const desks = [bot.rightsdesk.desk, second.rightsdesk.desk];
    const ref = await report(town.sam, { heardOn: '2027-02-19', heardAt: '08:00' });
    const allocate = await town.rosa.prepares(ref, 'log-and-allocate', { post: 'HOU-3' });
    const twin = second.teams.person({ id: 'rosa', name: 'Rosa Reception' });
    await Promise.all([town.rosa.sends(allocate), twin.presses(allocate.verb, allocate.data)]);
    for (const desk of desks) desk.poke();
    await Promise.all([bot.quiet(), second.quiet()]);
    expect(town.housing.sees().filter((card) => wordsIn(card).includes(ref))).toHaveLength(1);
    for (const desk of desks) await desk.clock.advanceTo?.(new Date('2027-03-12T09:00:00Z'));
    await Promise.all(desks.map((desk) => sendNotices(desk)));
    await Promise.all([bot.quiet(), second.quiet()]);
    expect(notices(ref)).toHaveLength(1);
  }, 60_000);

  it('CLK-14 the clock of a rehearsal goes forward only, to a real date', async () => {
    expect(await advances('2026-01-01')).toContain('A rehearsal only moves forward.');
    expect(await advances('2027-02-30')).toContain('Type a real date');
    expect(await advances('soon')).toContain('Type a real date');
  });
});
