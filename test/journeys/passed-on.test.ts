import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { desk } from '../support/route-letters.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

describe('requests that are answered elsewhere', () => {
  let bot: Bot;
  let town: Town;
  let at: ReturnType<typeof desk>;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    at = desk(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  it('INT-15 RTE-01 LTR-17 §2.3(5) electoral data is screened by its words, passed straight on with a note, and closed', async () => {
    const { rosa, sam } = town;
    const ref = await report(sam, { words: 'What does the electoral register say about me?' });
    expect((await at.facts(ref))['suggestedRoutes']).toEqual(['ELECTORAL']);
    const card = await rosa.asksFor(ref);
    expect(card).toContain('The words of the request point at a special route.');
    expect(await at.refusal(rosa, ref, 'log-and-allocate')).toContain('Say first whether it is on one.');
    const screened = await rosa.takes(ref, 'screen-for-a-route');
    expect(wordsIn(screened.card)).toContain('All of it is electoral registration data: to be passed straight on');
    expect(await at.refusal(rosa, ref, 'log-and-allocate')).toContain('a route that leads elsewhere');
    const transfer = await at.letter(rosa, ref, 'transfer');
    for (const said of ['Electoral Registration Officer', 'Jo Example', '020 7946 0000', '23 November 2026', 'electoral register'])
      expect(transfer).toContain(said);
    expect(await at.letter(rosa, ref, 'transfer-note')).toContain('They will answer you.');
    await rosa.takes(ref, 'pass-straight-on', { passedHow: 'secure mail to electoral services' });
    expect(await at.facts(ref)).toMatchObject({ outcome: 'TRANSFERRED', controller: 'ERO', passedOn: '2026-11-23' });
    expect((await at.found(ref)).state.stage).toBe('CLOSED');
    expect(await at.pressed(rosa, 'why', ref)).not.toContain('Due in');
    expect(wordsIn((await sam.says(`case ${ref}`)).at(-1)?.card)).toContain('This request is closed.');
  }, 60_000);

  it('RTE-03 LTR-17 OP-05 §2.3(5) where a part is the registrar’s it is split, and Information Governance leads one response', async () => {
    const { rosa, dev, ola, ines, sam } = town;
    const ref = await report(sam, { words: 'My birth certificate and my rent file' });
    await rosa.takes(ref, 'screen-for-a-route', { routes: 'MIXED_CONTROLLER' });
    expect(await at.refusal(rosa, ref, 'log-and-allocate')).toContain('Split the request first.');
    await rosa.takes(ref, 'split-the-request', { controller: 'BMD', otherPart: 'the birth certificate', ourPart: 'the rent file' });
    await bot.quiet();
    expect(ines.reads()).toContain('You coordinate one response.');
    const words = await at.letter(rosa, ref, 'transfer');
    expect(words).toContain('the birth certificate');
    expect(words).not.toContain('rent file');
    expect(await at.letter(rosa, ref, 'transfer-note')).toContain('one reply with everything in it');
    await bringTo('decided', town, ref);
    expect(await at.refusal(ola, ref, 'submit-for-approval')).toContain('has not brought the parts together yet');
    await ines.takes(ref, 'bring-the-parts-together', { partAnswer: 'WITH_OURS', partNote: 'Their copy is here.' });
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect(wordsIn((await dev.says(`case ${ref}`)).at(-1)?.card)).toContain('Registrar of births, deaths and marriages');
  }, 90_000);

  it('RTE-82 INT-15 App. 2 ordinary business is answered and closed in one go', async () => {
    const { rosa, sam } = town;
    const ref = await report(sam, { words: 'When is my bin collection?' });
    await rosa.takes(ref, 'screen-for-a-route', { routes: 'BAU' });
    await rosa.takes(ref, 'answer-as-ordinary-business', { answeredHow: 'Told them by phone: Tuesdays', minutes: '2' });
    expect(await at.facts(ref)).toMatchObject({ outcome: 'BAU', minutes: 2 });
    expect((await at.found(ref)).state.stage).toBe('CLOSED');
  }, 60_000);

  it('RTE-70 RTE-71 RTE-72 LTR-43 OP-33 another law is named, its wording confirmed, and the person pointed there', async () => {
    const { dev, ines, sam } = town;
    const ref = await report(sam, { words: 'My pension scheme papers' });
    await town.rosa.takes(ref, 'screen-for-a-route', { routes: 'STATUTE' });
    await bringTo('accepted', town, ref);
    expect(await at.refusal(dev, ref, 'point-to-the-other-way')).toContain('Not all of it is dealt with under another law');
    await dev.takes(ref, 'name-the-law', { statute: 'PENSION', regimeScope: 'ALL', personal: 'true' });
    await bot.quiet();
    expect(ines.reads()).toContain('Confirm what the requester is told.');
    await ines.takes(ref, 'confirm-the-wording', { regimeWords: 'Ask the administrator of your scheme for a benefit statement.' });
    const words = await at.letter(dev, ref, 'another-way');
    for (const said of ['(pensions)', 'Ask the administrator of your scheme', 'ask a court']) expect(words).toContain(said);
    await dev.takes(ref, 'point-to-the-other-way', { method: 'SECURE_MAIL', proof: 'message 1' });
    await dev.takes(ref, 'close-the-case', { minutes: '20' });
    expect(await at.facts(ref)).toMatchObject({ outcome: 'OTHER_REGIME', statute: 'PENSION' });
  }, 60_000);

  it('RTE-80 RTE-81 LTR-43 §2.12.2 a public register is named, and what goes beyond it is still considered', async () => {
    const { rosa, ola, sam } = town;
    const ref = await report(sam, { words: 'Everything on my planning application' });
    await rosa.takes(ref, 'screen-for-a-route', { routes: 'PUBLIC_REGISTER' });
    await bringTo('assessing', town, ref);
    const named = { register: 'Planning register, www.exampleshire.example/planning', enactment: 'planning law', surplus: 'CONSIDERED' };
    const early = await ola.takes(ref, 'name-the-register', { ...named, surplusNote: 'officer notes' });
    expect(wordsIn(early.card)).toContain('Enter what goes beyond the register as records first');
    await ola.takes(ref, 'add-records', { description: 'notes of a visit', recordPages: '2', giveNow: 'true' });
    expect(await at.refusal(ola, ref, 'submit-for-approval')).toContain('The public register is not named');
    await ola.takes(ref, 'name-the-register', { ...named, surplusNote: 'officer notes' });
    expect(await at.letter(ola, ref, 'another-way')).toContain('www.exampleshire.example/planning');
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect((await at.found(ref)).state.stage).toBe('APPROVAL');
  }, 60_000);
});
