import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, wordsIn, type Clerk } from '../support/clerk.js';
import { CALLER, report, settle, type Town } from '../support/town.js';

const CRIME = 'That is a crime.';
const kept = { standing: 'KEPT', heldHow: 'exported to the locked drive', warned: 'true' };

describe('Footage that deletes itself before the answer is due', () => {
  let bot: Bot;
  let town: Town;
  let finn: Clerk;
  let cora: Clerk;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    finn = await bot.person({ id: 'finn', name: 'Finn Footage' }, [{ role: 'FOOTAGE' }]);
    cora = await bot.person({ id: 'cora', name: 'Cora Calls' }, [{ role: 'CALLS' }]);
  }, 60_000);
  afterAll(() => bot.stop());
  const advances = async (to: string) => {
    await town.sam.says(`advance ${to}`);
    await bot.quiet();
  };
  const verbs = (who: Clerk) => actionsOf(who.seesLast()).map((a) => (a['data'] as { s?: string }).s ?? a['verb']);

  it('RTE-13 SRC-11 LTR-15 is asked for at receipt: its keeper sees the notice and the warning, and not the case', async () => {
    const words = 'The CCTV footage of the lift in Sample House where I fell, and my rent account';
    ref = await report(town.sam, { words, places: 'Sample House, Friday evening' });
    await bot.quiet();
    const notice = finn.reads();
    for (const said of [ref, 'Please keep this from deletion', CRIME, CALLER, 'Sample House, Friday evening', 'day not known: look now'])
      expect(notice).toContain(said);
    expect(notice).not.toContain('rent account');
    expect(notice).not.toContain('020 7946 0000');
    expect(cora.reads()).not.toContain(ref);
    expect(await cora.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
  }, 30_000);

  it('SRC-12 RTE-13 the call centre learns the day: both clocks stand on the card, and its keeper is reminded until it is kept', async () => {
    await town.rosa.takes(ref, 'say-when-it-was-made', { recordedOn: '2026-11-20', camera: 'ESTATE' }, 'cctv');
    const card = await town.rosa.asksFor(ref);
    expect(card).toContain('Deletes itself Fri 4 Dec 2026, in 11 days, before the answer is due. Nobody has said that it is kept');
    await town.rosa.takes(ref, 'screen-for-a-route', { routes: '' });
    await town.rosa.takes(ref, 'log-and-allocate', { post: 'HOU-3', oneAreaWhy: 'the lift is of Housing' });
    await town.dev.takes(ref, 'accept');
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    await town.dev.takes(ref, 'confirm-the-request-is-valid', {
      right: 'ACCESS',
      checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE',
      address: 'MATCHES',
    });
    await town.dev.takes(ref, 'name-case-officer', { officer: 'ola' });
    await advances('2026-11-27');
    await bot.quiet();
    expect(finn.reads()).toContain('What you are asked to keep deletes itself on Fri 4 Dec 2026.');
    expect(wordsIn((await finn.takes(ref, 'confirm-it-is-kept', { ...kept, warned: 'false' }, 'cctv')).card)).toContain(
      'Read the warning above',
    );
    await finn.takes(ref, 'confirm-it-is-kept', kept, 'cctv');
    expect(await finn.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
    expect(await town.ola.asksFor(ref)).not.toContain('Nobody has said');
    expect(verbs(town.ola)).not.toContain('confirm-it-is-kept');
  }, 60_000);

  it('RTE-13 RTE-21 it stays until the time for a review is over; then its keeper is told, without a name', async () => {
    await town.ola.takes(ref, 'withdraw', { withdrawnOn: '2026-11-27', withdrawal: 'got it otherwise' });
    await advances('2027-01-27');
    expect(await town.ola.asksFor(ref)).not.toContain('Let it go');
    await advances('2027-01-28');
    await bot.quiet();
    expect(town.ola.reads()).toContain('What was kept may be deleted in the normal way again: let it go.');
    await town.ola.takes(ref, 'let-it-go', {}, 'cctv');
    await bot.quiet();
    expect(finn.reads()).toContain('What was kept may be deleted in the normal way again');
    expect(finn.reads().split('may be deleted').at(-1)).not.toContain(CALLER);
  }, 60_000);
});
