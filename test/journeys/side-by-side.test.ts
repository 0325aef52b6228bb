import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { answersIn, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, heard, report, settle, type Town } from '../support/town.js';

describe('A repeat: the earlier request beside the later one', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  const formOf = async (who: Clerk, ref: string) => {
    const request = await bot.rightsdesk.desk.requests.byRef(ref);
    return (await who.presses('form', { r: request?.id, v: request?.version, k: `key-${ref}`, s: 'weigh-a-repeat' })).card;
  };

  it('VAL-15 VAL-16 §3.3 the form opens with what was asked before, when and what came of it; nothing is refused by itself', async () => {
    const { sam, dev, rosa } = town;
    const first = await report(sam);
    await bringTo('accepted', town, first);
    expect(answersIn(await formOf(dev, first))).toMatchObject({ earlier: '', earlierScope: '', laterScope: heard.words });
    await rosa.takes(first, 'withdraw', { withdrawal: 'Said so on the phone.' });
    const second = await report(sam);
    await bringTo('accepted', town, second);
    const form = await formOf(dev, second);
    expect(answersIn(form)).toMatchObject({
      earlier: `${first}, received Mon 23 Nov 2026, not answered: Withdrawn by the requester`,
      earlierScope: heard.words,
      laterScope: heard.words,
      conclusion: 'GO_ON',
    });
    expect(wordsIn(form)).toContain('Is it the same information?');
    expect((await bot.rightsdesk.desk.requests.byRef(second))?.state.facts).not.toHaveProperty('refusing');
  }, 60_000);

  it('VAL-15 SEC-14 a case that this person may not see is not set beside it', async () => {
    const { sam, dev, rosa } = town;
    const elsewhere = await bot.person({ id: 'fin', name: 'Fin Finance' }, [{ role: 'DIAO', directorate: 'FIN' }]);
    const ref = await report(sam);
    await rosa.takes(ref, 'log-and-allocate', { post: 'FIN-1' });
    await elsewhere.takes(ref, 'accept');
    expect(answersIn(await formOf(elsewhere, ref))).toMatchObject({ earlier: '', earlierScope: '' });
    expect(wordsIn(await formOf(dev, ref))).not.toContain(heard.words);
  }, 60_000);
});
