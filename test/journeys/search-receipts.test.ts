import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

const nothing = {
  answer: 'NOTHING',
  nilReason: 'NEVER',
  minutes: '10',
  termsUsed: 'J Example',
  datesSearched: '2019 to 2026',
  placesSearched: 'all queues',
};

describe('What was searched, and what was not', () => {
  let bot: Bot;
  let town: Town;
  let omar: Clerk;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    omar = await bot.person({ id: 'omar', name: 'Omar Officer' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    ref = await report(town.sam);
    await bringTo('assigned', town, ref);
  }, 60_000);
  afterAll(() => bot.stop());

  it('SRC-08 SRC-11 LTR-14 staff are asked about their own mailboxes, with scope, day, nil reply and warning, and see no more', async () => {
    const { ola } = town;
    await ola.takes(ref, 'scope-the-mail', { saysMail: 'true', staffKnow: 'true', correspondents: 'the rent team', subjects: 'arrears' });
    await ola.takes(ref, 'ask-mailbox-holders', { holders: 'omar', terms: 'Jo Example, arrears', where: 'the archive folder' });
    await bot.quiet();
    const said = [
      'Where: Own mailbox',
      'Jo Example, arrears',
      'the archive folder',
      'Mon 30 Nov 2026',
      'also when nothing is held',
      'That is a crime.',
    ];
    for (const words of said) expect(omar.reads()).toContain(words);
    expect(omar.reads()).not.toContain('the rent team');
  }, 30_000);

  it('SRC-14 §2.7 its owner puts the reminder off; nothing held is answered with terms, dates and places', async () => {
    expect(wordsIn((await omar.takes(ref, 'put-off-the-search-reminder', { until: '2026-12-24', putOffWhy: 'x' }, 't1')).card)).toContain(
      'It may wait until Sat 28 Nov 2026 at most.',
    );
    await omar.takes(ref, 'put-off-the-search-reminder', { until: '2026-11-27', putOffWhy: 'on leave' }, 't1');
    await omar.takes(ref, 'answer-a-search', nothing, 't1');
    expect(await omar.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
  }, 30_000);

  it('ENT-03 SRC-13 SRC-05 §2.7 the receipts are one table with minutes, words, what was ruled out and what nobody looked at', async () => {
    const { ola, dev } = town;
    await ola.takes(ref, 'ask-for-a-search', { system: 'HOUSING', owner: 'ola', terms: 'all tenancies' });
    await ola.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '214', minutes: '45' }, 't2');
    await ola.takes(ref, 'rule-out-a-place', { system: 'ANITE,YOIS', ruledOutWhy: 'a tenant since 2024' });
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
    const receipts = wordsIn((await ola.presses('receipts', { r: id })).card);
    const said = [
      'Computer records: 2 searched, 2 not relevant. Paper: not looked at yet.',
      'Contact system, any paper',
      'J Example',
      '2019 to 2026',
    ];
    for (const words of [...said, 'all queues', 'a tenant since 2024', 'found, 214 pages', '55']) expect(receipts).toContain(words);
    expect(wordsIn((await omar.presses('receipts', { r: id })).card)).toContain(
      'There is no request with that reference that is open to you.',
    );
    expect(await dev.asksFor(ref)).toContain('Not looked at');
  }, 60_000);
});
