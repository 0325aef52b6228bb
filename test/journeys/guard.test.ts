import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { findAll, wordsIn } from '../support/clerk.js';
import { ofExemption } from '../support/exemption-answers.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

const ALL = 'CONSENT,STAFF_NAMES,ADDRESS,CODES,COMPLETE,UNALTERED,SUPPLEMENT,COVER,PLAIN,UNSAID';

describe('The guard against saying what must not be said', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  it('EXM-06 §3.12 neither letter is made nor the reply sent on its way while one says it; the place is shown', async () => {
    const { ola, dev, ines } = town;
    const ref = await report(town.sam);
    await bringTo('assessing', town, ref);
    await ola.takes(ref, 'add-records', { description: 'Call from the police about the rent', giveNow: 'true' });
    await ola.takes(ref, 'add-records', { description: 'Memo from the tip-off line' });
    const kept = { decision: 'WITHHOLD', fromPage: '1', what: 'all', why: 'as set out', exemption: 'EX-CRIME', consultee: 'DC Sample' };
    await ola.takes(ref, 'redact-or-withhold', { ...kept, ...ofExemption['EX-CRIME'], cite: 'false', silenceWhy: 'It would warn them.' }, 'r2'); // prettier-ignore
    await ola.takes(ref, 'record-the-view', { opinion: 'KEEP', answeredBy: 'DC Sample', viewWords: 'hold it' }, 'c1');
    await ines.takes(ref, 'approve-silence', { silent: 'APPROVED' }, 'r2');
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    const { card } = await ola.presses('letter', { r: id, l: 'list-of-documents' });
    expect(wordsIn(card)).toContain('says “police”: an exemption that is not named');
    expect(findAll(card, (n) => n['type'] === 'Action.OpenUrl')).toEqual([]);

    await ola.takes(ref, 'submit-for-approval', {});
    await dev.takes(ref, 'approve');
    const tried = await ola.takes(ref, 'check-before-sending', { checks: ALL });
    expect(wordsIn(tried.card)).toContain('says “police”');
    expect((await bot.rightsdesk.desk.requests.byRef(ref))?.state.facts).not.toHaveProperty('checkedOn');
  }, 60_000);
});
