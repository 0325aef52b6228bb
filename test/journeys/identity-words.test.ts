import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { purgeIdentityWords } from '../../src/usecases/purge-identity-words.js';
import { timetable } from '../../src/jobs/timetable.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

describe('Identity: what is kept when a case is closed', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  it('VAL-07 VAL-17 §2.4.3 the kind of proof, its day and who checked stay; the words about it go once it is closed, and are logged as gone', async () => {
    const { dev, sam, rosa } = town;
    const { desk } = bot.rightsdesk;
    const ref = await report(sam);
    await bringTo('accepted', town, ref);
    const doubt = { doubt: 'The signature on the form is not his.', furtherItem: 'ID_LICENCE' };
    await dev.takes(ref, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    await dev.takes(ref, 'doubt-the-identity', doubt);
    expect(await dev.asksFor(ref)).toContain('The signature on the form is not his.');
    await dev.takes(ref, 'confirm-identity', { evidence: 'ID_LICENCE', basis: 'seen at the counter' });

    const idsOf = async () =>
      (await desk.requests.history((await desk.requests.byRef(ref))?.id ?? '')).flatMap(({ step }) => step.details ?? []);
    const kept = async () => JSON.stringify(await desk.details.read(await idsOf()));
    const purge = () => timetable.find((job) => job.name === 'identity-words')?.run(desk, {} as never);
    await purge();
    for (const words of ['tenant since 2014', 'seen at the counter', 'not his']) expect(await kept()).toContain(words);

    await rosa.takes(ref, 'withdraw', { withdrawal: 'Said so on the phone.' });
    expect((await desk.requests.byRef(ref))?.state.stage).toBe('CLOSED');
    await purge();
    for (const words of ['tenant since 2014', 'seen at the counter', 'not his']) expect(await kept()).not.toContain(words);
    expect(await kept()).toContain('Said so on the phone.');
    expect((await desk.requests.byRef(ref))?.state.facts).toMatchObject({ identity: 'ID_LICENCE', identityOn: '2026-11-23' });
    expect(await purgeIdentityWords(desk)).toBe(0);
  }, 60_000);

  it('VAL-01 VAL-02 §2.4.1 the DIAO sees the ten steps with what was checked; whoever has no part in the case does not', async () => {
    const { dev, sam } = town;
    const ref = await report(sam);
    await bringTo('accepted', town, ref);
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    await dev.takes(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    const page = wordsIn((await dev.presses('ten-steps', { r: id })).card);
    for (const said of ['Passport copy, Mon 23 Nov 2026', 'Not checked yet', 'Validate who asks', '1 of 10 done'])
      expect(page).toContain(said);
    expect(wordsIn((await sam.presses('ten-steps', { r: id })).card)).not.toContain('Passport');
  });
});
