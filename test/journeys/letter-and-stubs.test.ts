import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { putAwayLostRoles } from '../../src/usecases/put-away-lost-roles.js';
import { bringTo, CALLER, heard, report, settle, type Town } from '../support/town.js';

describe('The letter, and cards that are put away', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const linkFor = async (who: Clerk, ref: string) => {
    const { card } = await who.presses('letter', { r: (await bot.rightsdesk.desk.requests.byRef(ref))?.id });
    const url = findAll(card, (n) => n['type'] === 'Action.OpenUrl')[0]?.['url'];
    return typeof url === 'string' ? url : '';
  };
  const post = (url: string) => fetch(url, { method: 'POST' });

  it('INT-17 LTR-02 the link opens a page that asks first; the file comes once, with what the letter must say', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const url = await linkFor(town.dev, ref);
    for (let i = 0; i < 3; i += 1) {
      const page = await fetch(url);
      const text = await page.text();
      expect(page.status).toBe(200);
      expect(text).toContain(ref);
      expect(text).toContain('<form method="post">');
      expect(text).not.toContain(CALLER);
    }
    const file = await post(url);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain(ref);
    expect(file.headers.get('content-disposition')).not.toContain('Jo');
    const words = strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? new Uint8Array());
    for (const said of [CALLER, ref, '23 November 2026', '23 December 2026', heard.words]) expect(words).toContain(said);
    expect((await post(url)).status).toBe(410);
    expect((await fetch(url)).status).toBe(410);
  });

  it('SEC-14 LTR-02 a link is worth nothing to a person who lost the case, changed by one letter, or asked for by those who may not', async () => {
    const tom = await bot.person({ id: 'tom', name: 'Tom Temp' }, [{ role: 'DIAO', directorate: 'HOU' }]);
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const url = await linkFor(tom, ref);
    const forged = url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A');
    expect((await post(forged)).status).toBe(410);
    const ended = { role: 'DIAO', directorate: 'HOU', until: '2026-11-22', by: 'ines', need: 'ended' };
    await bot.rightsdesk.desk.people.grant('tom', ended);
    const page = await fetch(url);
    expect([page.status, (await post(url)).status]).toEqual([403, 403]);
    expect(await page.text()).not.toContain(CALLER);
    expect(await linkFor(town.sam, ref)).toBe('');
  });

  it('INT-17 the acknowledgement is recorded once, with the day it left', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const { card } = await town.rosa.takes(ref, 'record-acknowledgement', { sentOn: '2026-11-23', how: 'EMAIL' });
    expect(wordsIn(card)).toContain('Acknowledged\nMon 23 Nov 2026');
    await expect(town.dev.prepares(ref, 'record-acknowledgement')).rejects.toThrow('has no button');
  });

  it('INT-18 SEC-14 when a case closes or is given back, every card that showed the person becomes a stub, in every chat', async () => {
    const { sam, rosa, dev, ola } = town;
    const ref = await report(sam, { requesterName: 'Uma Example', contact: 'uma@mail.example', words: 'My rent letters' });
    await bringTo('sent', town, ref);
    const other = await report(sam, { requesterName: 'Vic Example' });
    await bringTo('accepted', town, other);
    await bot.quiet();
    const shown = (name: string) => [rosa, dev, ola].filter((who) => JSON.stringify(bot.connector.cards(who.chatId)).includes(name));
    expect(shown('Uma Example')).toEqual([rosa, dev, ola]);
    expect(shown('Vic Example')).toEqual([rosa, dev]);
    const closed = await ola.takes(ref, 'close-the-case', { minutes: '300' });
    expect(wordsIn(closed.card)).not.toContain('Uma Example');
    await dev.takes(other, 'not-ours', { reason: 'Not a tenant.' });
    await until(() => shown('Uma Example').length === 0 && !shown('Vic Example').includes(dev));
    const stub = ola
      .sees()
      .map(wordsIn)
      .find((words) => words.includes('put away') && words.includes(ref));
    expect(stub).toContain('Open');
    expect(await dev.asksFor(ref)).toContain('Uma Example');
  }, 60_000);

  it('SEC-02 SEC-14 when a role ends, the cards of whoever held it are put away, once', async () => {
    const { desk } = bot.rightsdesk;
    const ted = await bot.person({ id: 'ted', name: 'Ted Temp' });
    await desk.people.grant('ted', { role: 'DIAO', directorate: 'HOU', until: desk.clock.today(), by: 'ines', need: 'cover' });
    const ref = await report(town.sam, { requesterName: 'Wyn Example' });
    await bringTo('accepted', town, ref);
    expect(await ted.asksFor(ref)).toContain('Wyn Example');
    await putAwayLostRoles(desk);
    expect(JSON.stringify(bot.connector.cards(ted.chatId))).toContain('Wyn Example');
    await desk.clock.advanceTo?.(new Date(desk.clock.now().getTime() + 86_400_000));
    expect(await putAwayLostRoles(desk)).toBe(1);
    expect(await putAwayLostRoles(desk)).toBe(0);
    await until(() => !JSON.stringify(bot.connector.cards(ted.chatId)).includes('Wyn Example'));
    expect(await ted.asksFor(ref)).not.toContain('Wyn Example');
  }, 60_000);
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !holds(); i += 1) await new Promise((wake) => setTimeout(wake, 100));
  expect(holds()).toBe(true);
}
