import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lettersFor } from '../../src/usecases/letters/which.js';
import { writeFor } from '../../src/usecases/letters/write-for.js';
import { viewOf } from '../../src/usecases/view-of.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { ofExemption } from '../support/exemption-answers.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

describe('An employee’s mailbox with privileged mail and a neighbour’s letter', () => {
  let bot: Bot;
  let town: Town;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    ref = await report(town.sam, { words: 'My mailbox and my file' });
    await bringTo('assessing', town, ref);
    await town.ola.takes(ref, 'add-records', { description: 'mail with the solicitors', kind: 'MAIL', recordPages: '4', giveNow: 'false' });
    await town.ola.takes(ref, 'add-records', { description: 'letter about the noise', about: 'OTHER', recordPages: '2', giveNow: 'false' });
    await bot.quiet();
  }, 60_000);
  afterAll(() => bot.stop());

  const letters = async (): Promise<string[]> => {
    const { desk } = bot.rightsdesk;
    const [person, request] = [await desk.people.byId('ola'), await desk.requests.byRef(ref)];
    return lettersFor(viewOf(desk, request!.state, person!)).map((o) => o.id);
  };
  const textOfLetter = async (id: string): Promise<string> => {
    const { desk } = bot.rightsdesk;
    const [person, request] = [await desk.people.byId('ola'), await desk.requests.byRef(ref)];
    return JSON.stringify(await writeFor(desk, request!, viewOf(desk, request!.state, person!), { id }));
  };

  it('EX-LPP EXM-01 §3.11 the form asks what belongs to the exemption chosen, once it is chosen, and finds no fault before', async () => {
    const { ola } = town;
    const chosen = { decision: 'WITHHOLD', exemption: 'EX-LPP' };
    const { card } = await ola.takes(ref, 'redact-or-withhold', chosen, 'r1');
    const words = wordsIn(card);
    for (const said of ['There is more to answer.', 'Which kind of privilege?', 'Narrow: what it says counts', 'What is kept back?'])
      expect(words).toContain(said);
    expect(words).not.toContain('Whose investigation is it?');
    const note = { what: 'advice on the claim', why: 'sent to get legal advice', fromPage: '1', toPage: '2', cite: 'true' };
    await ola.takes(ref, 'redact-or-withhold', { ...chosen, ...ofExemption['EX-LPP'], ...note }, 'r1');
    expect((await bot.rightsdesk.desk.requests.byRef(ref))?.state.items['records']?.['r1']).toMatchObject({ privilege: 'ADVICE' });
  });

  it('LTR-12 LTR-13 §2.9 whoever has to be heard is asked by letter, and the other person is not told who asked', async () => {
    const { ola } = town;
    const ask = {
      who: 'OTHER_PERSON',
      consultee: 'Nell Neighbour',
      question: 'Your letter of 3 May',
      viewBy: '2026-11-30',
      waits: 'false',
    };
    await ola.takes(ref, 'ask-for-a-view', ask, 'r2');
    expect(await letters()).toEqual(expect.arrayContaining(['asking-for-consent', 'asking-for-a-view', 'file-note']));
    const consent = await textOfLetter('asking-for-consent');
    expect(consent).toContain('Nell Neighbour');
    expect(consent).not.toContain(CALLER);
    expect(await textOfLetter('asking-for-a-view')).toContain('mail with the solicitors');
  });

  it('LTR-29 EXM-04 ASS-07 §3.12 the file note has the reasons and who was asked; no word of it stands in the register', async () => {
    const { ola } = town;
    const refused = { confidence: 'true', capable: 'true', refused: 'true', refusedWhy: 'she fears them', consentSteps: 'wrote to her', known: 'false', partly: 'true', inferable: 'false' }; // prettier-ignore
    const kept = { limb: 'REMOVABLE', fromPage: '1', method: 'RETYPED', what: 'her name', why: 'retaliation is likely' };
    await ola.takes(ref, 'weigh-the-third-party', { ...refused, ...kept }, 'r2');
    const text = await textOfLetter('file-note');
    for (const said of ['advice on the claim', 'Legal privilege', 'Lee Legal', 'her name', 'Retyped without it', 'she fears them', 'Ola'])
      expect(text).toContain(said);
    const register = JSON.stringify((await bot.rightsdesk.desk.requests.byRef(ref))?.state);
    for (const word of ['advice on the claim', 'her name', 'Lee Legal', 'Nell']) expect(register).not.toContain(word);
  });
});
