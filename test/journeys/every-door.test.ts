import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { answersIn, wordsIn } from '../support/clerk.js';
import { heard, report, settle, type Town } from '../support/town.js';

const MAILBOX = 'data.protection@exampleshire.example';

describe('Every door: what came in by post, by mail or through a member, and what was no request at all', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  it('INT-11 INT-03 §2.3 a letter: one more question for its scan, and the case says whether it was sent on', async () => {
    await town.sam.says('report');
    expect(Object.keys(answersIn(town.sam.seesLast()))).not.toContain('scanReference');
    await town.sam.does('Look over and record', { ...heard, channel: 'POST' });
    expect(town.sam.reads()).toContain('By post: one more question, below.');
    expect(town.sam.reads()).toContain('Reference of the scan');
    await town.sam.does('Look over and record', {});
    expect(town.sam.reads()).toContain('Is this right?');
    await town.sam.does('Record it');
    expect(await town.rosa.asksFor('DR-2026-0001')).toContain('not recorded yet');
    await town.sam.takes('DR-2026-0001', 'record-the-scan', { scanReference: 'SCAN 4711' });
    await town.sam.takes('DR-2026-0001', 'send-on-to-the-mailbox', { mailboxAt: '10:00' });
    const words = await town.rosa.asksFor('DR-2026-0001');
    expect(words).toContain('SCAN 4711');
    expect(words).toMatch(/To the mailbox\nMon 23 Nov 2026/);
  });

  it('INT-14 INT-19 App. 1 an elected member’s request carries the member, their role and its purpose, for those who see the case', async () => {
    await town.sam.says('report');
    await town.sam.does('Look over and record', { ...heard, contact: '020 7946 0002', requesterName: 'Max Example', channel: 'MEMBER' });
    expect(town.sam.reads()).toContain('Through an elected member: 3 more questions, below.');
    await town.sam.does('Look over and record', {
      memberName: 'Cllr Robin Example',
      memberRole: 'WARD',
      memberPurpose: 'Help with repairs',
    });
    await town.sam.does('Record it');
    const words = await town.rosa.asksFor('DR-2026-0002');
    await town.rosa.takes('DR-2026-0002', 'mark-as-sensitive', { specialKinds: 'HEALTH' });
    expect(await town.rosa.asksFor('DR-2026-0002')).toMatch(/^Special category data · |\nSpecial category data · /);
    for (const said of ['Cllr Robin Example', 'for somebody in their ward', 'Help with repairs']) expect(words).toContain(said);
    await town.rosa.takes('DR-2026-0002', 'log-and-allocate', { post: 'HOU-3' });
    await bot.quiet();
    expect(JSON.stringify(town.housing.sees().at(-1))).not.toMatch(/Robin|repairs/);
  });

  it('INT-16 §3.3 before a second case is opened, its reporter is shown the one they made, and a stranger nothing', async () => {
    const typed = { ...heard, channel: 'PHONE', contact: '020 7946 0002', requesterName: 'Max Example' };
    await town.sam.says('report');
    await town.sam.does('Look over and record', typed);
    expect(town.sam.reads()).toMatch(/Possible repeat\nOpen\nDR-2026-0002/);
    expect(town.sam.buttons()).toContain('Record it all the same');
    await town.ola.says('report');
    await town.ola.does('Look over and record', typed);
    expect(town.ola.reads()).toContain('Is this right?');
    expect(town.ola.reads()).not.toContain('DR-2026');
  });

  it('INT-02 INT-03 §2.2 asks whether it is a request, says why and where it goes, and fills in the report', async () => {
    await town.sam.says('is this a request?');
    expect(town.sam.reads()).toContain('Nothing is recorded by answering them.');
    await town.sam.does('Tell me', { subject: 'COUNCIL' });
    expect(town.sam.reads()).toContain('Pass it to the FOI Coordinator today.');
    expect(town.sam.reads()).not.toContain(MAILBOX);
    await town.sam.does('Ask again');
    await town.sam.does('Tell me', { wants: 'ERASE', words: 'Delete my old housing file' });
    expect(town.sam.reads()).toContain('Yes: one of the other rights');
    expect(town.sam.reads()).toContain(MAILBOX);
    await town.sam.does('Report it');
    expect(answersIn(town.sam.seesLast())).toMatchObject({ right: 'ERASE', words: 'Delete my old housing file', channel: 'PHONE' });
    await town.sam.does('Look over and record', {
      ...heard,
      words: 'Delete my old housing file',
      requesterName: 'Kim Example',
      contact: '020 7946 0003',
    });
    await town.sam.does('Record it');
    expect(town.sam.reads()).toContain('DR-2026-0003');
  });

  it('RTE-82 App. 2 ordinary business is not recorded, and can be all the same', async () => {
    const before = await bot.rightsdesk.desk.requests.byRef('DR-2026-0004');
    await town.sam.says('is this a request');
    await town.sam.does('Tell me', { wants: 'SERVICE' });
    expect(town.sam.reads()).toContain('Ordinary business');
    expect(town.sam.buttons()).toContain('Report it all the same');
    expect(before ?? (await bot.rightsdesk.desk.requests.byRef('DR-2026-0004'))).toBeNull();
  });

  it('GEN-02 GEN-03 §1.1 the words in plain English, with links to what the procedure is read with', async () => {
    await town.sam.says('glossary');
    expect(town.sam.reads()).toContain('Supervisory authority');
    expect(town.sam.reads()).toContain('Read with');
    const card = JSON.stringify(town.sam.seesLast());
    for (const title of ['Data Protection Policy', 'Redaction Guidance', 'Information Security']) expect(card).toContain(title);
    expect(card).toContain('https://intranet.exampleshire.example/redaction');
    expect(wordsIn(town.sam.seesLast())).toContain(MAILBOX);
  });

  it('GEN-08 §1.2 the case card says for how long it has been where it stands', async () => {
    const ref = await report(town.sam, { requesterName: 'Lou Example', contact: '020 7946 0009' });
    expect(await town.rosa.asksFor(ref)).toContain('at this stage since today');
  });
});
