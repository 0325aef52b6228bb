import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, INES, type Bot } from '../support/bot.js';
import type { Clerk } from '../support/clerk.js';

const CHECKED = 'CONSENT,STAFF_NAMES,ADDRESS,CODES,COMPLETE,UNALTERED,SUPPLEMENT,COVER,PLAIN,UNSAID';
const HOUSING = '19:housing@thread.tacv2';
const words = 'Everything you hold on me about my housing';
const heard = { requesterName: 'Jo Example', contact: '020 7946 0000', words, heardOn: '2026-11-23', heardAt: '09:40' };

describe('A spoken request, from the colleague who hears it to the closed case', () => {
  let bot: Bot;
  let rosa: Clerk;
  let dev: Clerk;
  let ola: Clerk;

  beforeAll(async () => {
    bot = await startBot();
    rosa = await bot.person({ id: 'rosa', name: 'Rosa Reception' }, [{ role: 'CC' }]);
    dev = await bot.person({ id: 'dev', name: 'Dev Diao' }, [{ role: 'DIAO', directorate: 'HOU' }]);
    ola = await bot.person({ id: 'ola', name: 'Ola Officer' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    const ines = await bot.person(INES);
    await bot.teams.channel(HOUSING).installs(INES);
    await ines.says('settings', { channel: HOUSING });
    await ines.presses('bind-channel', { directorate: 'HOU' }, { channel: HOUSING });
  }, 60_000);
  afterAll(() => bot.stop());

  it('INT-19 §2.2.4 reception reports it in her own chat, looks it over and records it', async () => {
    await rosa.says('report');
    await rosa.does('Look over and record', heard);
    expect(rosa.reads()).toContain('Is this right?');
    expect(rosa.reads()).toContain('Jo Example');
    await rosa.does('Record it');
    expect(rosa.reads()).toContain('DR-2026-0001');
    expect(rosa.reads()).toContain('Wed 23 Dec 2026');
    expect(rosa.reads()).toContain('Read this to the caller');
    expect(rosa.reads()).toContain('Wed 25 Nov, 09:40');
  });

  it('ASG-01 INT-12 §2.3.2 the call centre logs it and the channel of Housing gets a card without a name', async () => {
    await bot.quiet();
    expect(rosa.reads()).toContain('A new request to log and allocate.');
    await rosa.does('Log and allocate…');
    await rosa.does('Log and allocate', { post: 'HOU-3' });
    await bot.quiet();
    const posted = JSON.stringify(bot.teams.channel(HOUSING).sees().at(-1));
    expect(posted).toContain('DR-2026-0001');
    expect(posted).not.toContain('Jo Example');
    expect(posted).not.toContain('housing since');
  });

  it('ASG-04 §2.3.4 the DIAO opens it from the channel into her own chat and accepts it', async () => {
    const answer = await dev.opens(bot.teams.channel(HOUSING));
    expect(answer.text).toContain('is in your own chat');
    await bot.quiet();
    expect(dev.reads()).toContain('Jo Example');
    await dev.does('Accept');
    expect(dev.reads()).toContain('Validating');
  });

  it('VAL-06 ASG-03 §2.4.3 is satisfied of identity and names the case officer, who gets the case', async () => {
    await dev.does('Confirm identity…');
    await dev.does('Confirm identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    await dev.does('Confirm that it is valid…');
    await dev.does('Confirm that it is valid', { checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE' });
    await dev.does('Name the case officer…');
    await dev.does('Name the case officer', { officer: 'ola' });
    await bot.quiet();
    expect(ola.reads()).toContain('You are the case officer.');
  });

  it('SRC-02 SRC-14 §2.7 asks for a search, answers it and submits the reply', async () => {
    await ola.does('Ask for a search…');
    await ola.does('Ask for a search', { system: 'HOUSING', owner: 'ola', terms: 'Jo Example, all tenancies' });
    await bot.quiet();
    await ola.does('Answer the search…');
    await ola.does('Answer the search', { answer: 'FOUND', pages: '214', minutes: '45' });
    expect(ola.reads()).toContain('found, 214 pages');
    await ola.does('Add records…');
    await ola.does('Add records', { description: 'tenancy file', recordPages: '214', giveNow: 'true' });
    expect(ola.reads()).toContain('1 record: 1 given');
    await ola.does('Submit for approval…');
    await ola.does('Submit for approval', { result: 'GRANTED_FULL' });
    await bot.quiet();
    expect(dev.reads()).toContain('A reply is waiting for your approval.');
  });

  it('DSP-11 DSP-04 SEC-12 §2.12 the DIAO approves, two people type the address, the officer sends and closes', async () => {
    await dev.does('Approve');
    await bot.quiet();
    expect(ola.reads()).toContain('The reply is approved.');
    await ola.does('Go through the checklist…');
    await ola.does('Go through the checklist', { checks: CHECKED });
    await ola.does('Type the address…');
    await ola.does('Type the address', { destination: 'jo@example.org' });
    await bot.quiet();
    expect(dev.reads()).toContain('Type the address again, from the record.');
    await dev.does('Type the address again…');
    await dev.does('Type the address again', { destinationAgain: 'joe@example.org' });
    expect(dev.reads()).toContain('This is not what your colleague typed.');
    await dev.does('Type the address again', { destinationAgain: 'Jo@example.org ' });
    await bot.quiet();
    await ola.does('Record as sent…');
    await ola.does('Record as sent', { method: 'SECURE_MAIL', proof: 'message 4711', filedAt: 'folder 7' });
    await ola.does('Close the case…');
    await ola.does('Close the case', { minutes: '300' });
    expect(ola.reads()).toContain('Closed');
    await rosa.says('case DR-2026-0001');
    expect(rosa.reads()).toContain('All given');
  });
});
