import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INES, startBot, type Bot } from '../support/bot.js';
import { actionsOf, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, HOUSING, report, settle, type Town } from '../support/town.js';

const NEED = 'I answer for rents and repairs.';

describe('Roles, commands and who finds what', () => {
  let bot: Bot;
  let town: Town;
  let ian: Clerk;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    ian = await bot.person({ id: 'ian', name: 'Ian Ig' }, [{ role: 'IG' }]);
  }, 60_000);
  afterAll(() => bot.stop());
  const typed = async (who: Clerk, text: string, channel?: string) =>
    wordsIn((await who.says(text, channel === undefined ? {} : { channel })).at(-1)?.card);

  it('SEC-01 SEC-02 somebody asks in the own chat, one of IG grants it for six months, the second is told it is decided', async () => {
    const rae = await bot.person({ id: 'rae', name: 'Rae Rents' });
    await rae.says('ask for a role');
    await rae.does('Ask', { role: 'DIAO', need: NEED, directorate: '' });
    expect(rae.reads()).toContain('This role belongs to a directorate. Choose which.');
    const ask = rae.readies('Ask', { role: 'DIAO', need: NEED, directorate: 'HOU' });
    await Promise.all([rae.sends(ask), rae.sends(ask)]);
    await rae.sends(ask, { activityId: 'f:again' });
    expect(rae.reads()).toContain('The Information Governance team has been asked.');
    await bot.quiet();
    expect(town.ines.reads()).toContain('Rae Rents asks for a role');
    expect(town.ines.reads()).toContain(NEED);
    expect(town.ines.sees().filter((card) => wordsIn(card).includes('asks for a role'))).toHaveLength(1);
    const late = ian.readies('Grant');
    const grant = town.ines.readies('Grant');
    await town.ines.sends(grant);
    await town.ines.sends(grant);
    expect(town.ines.reads()).toContain('DIAO, Housing until Sun 23 May 2027');
    expect(wordsIn((await ian.presses(late.verb, late.data)).card)).toContain('A colleague has decided this already.');
    await bot.quiet();
    expect(rae.reads()).toContain('You are now DIAO, Housing.');
    expect(await typed(rae, 'help')).toContain('You are DIAO');
  }, 20_000);

  it('SEC-12 SEC-01 nobody grants a role to themselves, nobody outside IG decides, and a decline is told', async () => {
    await town.ines.says('ask for a role');
    await town.ines.does('Ask', { role: 'DPO', need: 'I would like it.' });
    await bot.quiet();
    await town.ines.does('Grant');
    expect(town.ines.reads()).toContain('Nobody grants a role to themselves.');
    const grant = ian.readies('Grant');
    expect(wordsIn((await town.rosa.presses(grant.verb, grant.data)).card)).toContain('Only the Information Governance team grants roles.');
    await ian.does('Decline');
    await bot.quiet();
    expect(town.ines.reads()).toContain('was declined');
    expect((await bot.rightsdesk.desk.people.byId('ines'))?.grants.map((g) => g.role)).toEqual(['IG']);
  }, 20_000);

  it('SEC-02 SEC-14 a grant that ran out takes sight and steps away at the end of its last day', async () => {
    const tom = await bot.person({ id: 'tom', name: 'Tom Temp' }, [{ role: 'DIAO', directorate: 'HOU', until: '2026-11-23' }]);
    const ref = await report(town.sam);
    await bringTo('allocated', town, ref);
    expect(await tom.asksFor(ref)).toContain(CALLER);
    const accept = await tom.prepares(ref, 'accept');
    await bot.rightsdesk.desk.clock.advanceTo?.(new Date('2026-11-24T09:00:00Z'));
    expect(wordsIn((await tom.sends(accept)).card)).toContain('This case is not open to you.');
    expect(await tom.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
    expect((await tom.opens(town.housing)).text).toContain('ask for a role');
    expect(await typed(tom, `search ${CALLER}`)).toContain('You cannot use “search Jo Example” yet');
    expect(await typed(tom, 'help')).not.toContain('my work');
  });

  it('INT-18 settings bind a channel only at the word of IG and only in a channel', async () => {
    expect(await typed(town.dev, 'settings', HOUSING)).toContain('You cannot use “settings” yet');
    const forged = await town.dev.presses('bind-channel', { directorate: 'CHILD' }, { channel: HOUSING });
    expect(wordsIn(forged.card)).toContain('Only the Information Governance team keeps the settings.');
    const own = await town.ines.presses('bind-channel', { directorate: 'CHILD' });
    expect(wordsIn(own.card)).toContain('Only a channel can belong to a directorate.');
    const unknown = await town.ines.presses('bind-channel', { directorate: 'NOWHERE' }, { channel: HOUSING });
    expect(wordsIn(unknown.card)).toContain('Choose one of the directorates offered.');
    expect(await bot.rightsdesk.desk.channels.directorateOf(HOUSING)).toBe('HOU');
    expect(await typed(town.ines, 'settings', HOUSING)).toContain('This channel belongs to Housing.');
  });

  it('INT-02 TRN-01 unknown words get the nearest command, and help shows only what one may do', async () => {
    expect(await typed(town.sam, 'reprot')).toContain('Did you mean “report”?');
    expect(await typed(town.sam, 'Hello, somebody wants their file')).toContain('I do not know those words. Here is what you can do.');
    expect(await typed(town.sam, '  REPORT  ')).toContain('Report a request');
    const [sam, rosa, ines] = [await typed(town.sam, 'help'), await typed(town.rosa, 'help'), await typed(town.ines, 'help')];
    expect(sam).not.toMatch(/my work|search|settings/i);
    expect(rosa).toMatch(/my work[\s\S]*search/);
    expect(rosa).not.toContain('settings');
    expect(ines).toContain('settings');
    expect(sam).toContain('999');
    expect(await typed(town.sam, 'x'.repeat(6000))).toContain('I do not know those words.');
  });

  it('SEC-14 search finds by whole name, postcode, phone or reference, for those who may see it and in their own chat only', async () => {
    const details = { requesterName: 'Zoë O’Example-Smith', contact: 'zoe@mail.example', address: '7 Example Row\nSE99 9ZZ' };
    const ref = await report(town.sam, { ...details, dateOfBirth: '1970-05-06' });
    for (const words of ['zoe o’example-smith', 'Smith', 'SE99 9ZZ', 'se999zz', 'ZOE@mail.example', ref.toLowerCase()])
      expect(`${words}: ${await typed(town.rosa, `search ${words}`)}`).toContain(ref);
    for (const words of ['Smi', 'Nobody', 'SE99', '.*', '{"$gt":""}']) expect(await typed(town.rosa, `search ${words}`)).not.toContain(ref);
    expect(await typed(town.dev, `search ${ref}`)).not.toContain(ref.slice(3) + ' ·');
    expect(await typed(town.dev, 'search Smith')).toContain('Nothing found that is open to you.');
    expect(await typed(town.rosa, 'search Smith', HOUSING)).toContain('Personal details belong in your own chat');
    const found = await town.rosa.says('search Smith');
    expect(JSON.stringify(found.at(-1)?.card)).not.toContain('Zoë');
    expect(actionsOf(found.at(-1)?.card).map((a) => a['verb'])).toEqual(['open']);
  });

  it('ASG-05 my work holds what waits for oneself, nearest date first, and nothing else', async () => {
    const dee = await bot.person({ id: 'dee', name: 'Dee Diao' }, [{ role: 'DIAO', directorate: 'GROW' }]);
    expect(await typed(dee, 'my work')).toContain('Nothing is waiting for you');
    const later = await report(town.sam, { heardOn: '2026-11-23' });
    const sooner = await report(town.sam, { heardOn: '2026-11-10' });
    for (const ref of [later, sooner]) await town.rosa.takes(ref, 'log-and-allocate', { post: 'GROW-2' });
    const list = await typed(dee, 'my work');
    expect(list.indexOf(sooner)).toBeGreaterThan(-1);
    expect(list.indexOf(sooner)).toBeLessThan(list.indexOf(later));
    await dee.takes(sooner, 'confirm-identity', {}).catch(() => undefined);
    await dee.takes(sooner, 'accept');
    expect(await typed(town.dev, 'my work')).not.toContain(sooner);
    expect(INES.id).toBe('ines');
  });
});
