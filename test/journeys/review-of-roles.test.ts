import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

describe('The review of roles', () => {
  let bot: Bot;
  let town: Town;
  let ian: Clerk;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    ian = await bot.person({ id: 'ian', name: 'Ian Ig' }, [{ role: 'IG' }]);
  }, 60_000);
  afterAll(() => bot.stop());
  const roles = async (who: Clerk) => (await who.says('roles')).at(-1)?.card;
  const grants = async (id: string) => (await bot.rightsdesk.desk.people.byId(id))?.grants ?? [];
  const reviewOf = (card: unknown, person: string) =>
    actionsOf(card).find((a) => a['verb'] === 'review-role' && (a['data'] as { d: string }).d === person)?.['data'] as object;

  it('SEC-02 F-Q7 Information Governance sees each role with its end, the next first; nobody else does, and nobody reviews their own', async () => {
    await bot.person({ id: 'tia', name: 'Tia Temp' }, [{ role: 'DIAO', directorate: 'HOU', until: '2026-12-01' }]);
    const list = await roles(town.ines);
    const words = wordsIn(list);
    expect(words).toContain('Roles held: 6');
    expect(words).toContain('until Tue 1 Dec 2026');
    expect(words.indexOf('Tia Temp')).toBeLessThan(words.indexOf('Rosa Reception'));
    expect(reviewOf(list, 'ines')).toBeUndefined();
    expect(wordsIn(await roles(town.rosa))).toContain('You cannot use “roles” yet');
    const data = { d: 'ines', c: 'IG', l: '', k: (await grants('ines'))[0]?.until };
    expect(wordsIn((await town.ines.presses('keep-role', data)).card)).toContain('Nobody reviews their own role.');
    expect(wordsIn((await town.rosa.presses('end-role', data)).card)).toContain('Only the Information Governance team reviews roles.');
  });

  it('SEC-01 SEC-02 F-Q7 a role is kept for six months, once; the holder hears of it and the verdict stands in the audit trail', async () => {
    const review = await town.ines.presses('review-role', reviewOf(await roles(town.ines), 'tia') as Record<string, unknown>);
    expect(wordsIn(review.card)).toContain('Is this role still needed?');
    const keep = actionsOf(review.card).find((a) => a['verb'] === 'keep-role')?.['data'] as Record<string, unknown>;
    for (let i = 0; i < 2; i += 1)
      expect(wordsIn((await town.ines.presses('keep-role', keep)).card)).toContain('Tia Temp stays DIAO, Housing until Sun 23 May 2027');
    expect(wordsIn((await ian.presses('end-role', keep)).card)).toContain('This role has been reviewed or has changed since.');
    expect(await grants('tia')).toMatchObject([{ role: 'DIAO', directorate: 'HOU', until: '2027-05-23', by: 'ines' }]);
    const connection = bot.rightsdesk.desk.outbox;
    expect((await connection.byKey('role-reviewed:tia:DIAO:HOU:2026-12-01:kept'))?.args).toMatchObject({ verdict: 'kept' });
  });

  it('SEC-02 SEC-14 F-Q7 a role that is ended takes sight away at once, and its cards with it', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    expect(await town.dev.asksFor(ref)).toContain(CALLER);
    const review = await ian.presses('review-role', reviewOf(await roles(ian), 'dev') as Record<string, unknown>);
    const end = actionsOf(review.card).find((a) => a['verb'] === 'end-role')?.['data'] as Record<string, unknown>;
    expect(wordsIn((await ian.presses('end-role', end)).card)).toContain('Dev Diao is no longer DIAO, Housing.');
    expect(await town.dev.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
    await bot.quiet();
    expect(town.dev.sees().some((card) => wordsIn(card).includes('You are no longer DIAO, Housing.'))).toBe(true);
    expect(wordsIn(await roles(ian))).not.toContain('Dev Diao');
  });
});
