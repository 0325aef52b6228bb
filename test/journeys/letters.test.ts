import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocx } from '../letters/text-of.js';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, answersIn, findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, heard, report, settle, type Town } from '../support/town.js';
import { ofExemption } from '../support/exemption-answers.js';

type Card = Record<string, unknown> | undefined;

describe('Letters, from the case and from the form', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    // Hears of each question asked; without one the bot would complain in its log.
    await bot.person({ id: 'fay', name: 'Fay Foi' }, [{ role: 'FOIC' }]);
  }, 60_000);
  afterAll(() => bot.stop());

  const idOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
  const urlIn = (card: Card): string => {
    const url = findAll(card, (n) => n['type'] === 'Action.OpenUrl')[0]?.['url'];
    return typeof url === 'string' ? url : '';
  };
  const fetched = async (card: Card) => {
    const file = await fetch(urlIn(card), { method: 'POST' });
    return { ...readDocx(new Uint8Array(await file.arrayBuffer())), name: file.headers.get('content-disposition') ?? '' };
  };
  const make = async (who: Clerk, ref: string, letter: string) => (await who.presses('letter', { r: await idOf(ref), l: letter })).card;
  const listed = async (who: Clerk, ref: string) => wordsIn((await who.presses('letters', { r: await idOf(ref) })).card);
  /** The form of a step, and its press with what somebody typed. */
  const fills = async (who: Clerk, ref: string, step: string, verb: string, answers: Record<string, unknown>) => {
    const request = await bot.rightsdesk.desk.requests.byRef(ref);
    const { card } = await who.presses('form', { r: request?.id, v: request?.version, k: `key-${Math.random()}`, s: step });
    const button = actionsOf(card).find((n) => n['verb'] === verb);
    return (await who.presses(verb, { ...(button?.['data'] as object), ...answersIn(card), ...answers })).card;
  };

  it('LTR-03 LTR-04 §2.6.2 the letter is made from the form before anything is recorded, and again from the record', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const typed = { items: 'identity,clarity', question: 'Which flat do you mean?', offered: 'HOU', holdsMuch: 'true' };
    const before = await bot.rightsdesk.desk.requests.byRef(ref);
    const form = await fills(town.dev, ref, 'ask-for-what-is-missing', 'letter-before', typed);
    expect(wordsIn(form)).toContain('Nothing is recorded yet');
    expect(answersIn(form)).toMatchObject({ items: 'identity,clarity', question: 'Which flat do you mean?', offered: 'HOU' });
    const letter = await fetched(form);
    for (const said of [
      CALLER,
      ref,
      'a copy of your passport',
      'Which flat do you mean?',
      'Housing: for example rent, homeless',
      'Wednesday 23 December 2026',
    ])
      expect(letter.words).toContain(said);
    expect(letter.name).toContain(`${ref}-asking-for-what-is-missing.docx`);
    const after = await bot.rightsdesk.desk.requests.byRef(ref);
    expect([after?.version, after?.state.stage]).toEqual([before?.version, 'VALIDATING']);
    expect(await listed(town.dev, ref)).toContain('not recorded as sent');

    await town.dev.takes(ref, 'ask-for-what-is-missing', typed);
    expect(await listed(town.dev, ref)).toContain('Asking for what is missing');
    const again = await fetched(await make(town.dev, ref, 'asking-for-what-is-missing'));
    expect(again.words).toBe(letter.words);
    await town.dev.takes(ref, 'record-what-arrived', { items: 'identity' });
    const still = await fetched(await make(town.dev, ref, 'asking-for-what-is-missing'));
    expect(still.words).toContain('Which flat do you mean?');
    expect(still.words).not.toContain('passport');
  }, 60_000);

  it('LTR-04 VAL-05 a letter that would lack a mandatory part is not made: the form comes back with what was typed', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const form = await fills(town.dev, ref, 'ask-for-what-is-missing', 'letter-before', { items: 'clarity', question: 'Which?' });
    expect(wordsIn(form)).toContain('Offer at least one service to choose from');
    expect(answersIn(form)).toMatchObject({ items: 'clarity', question: 'Which?' });
    expect(urlIn(form)).toBe('');
  });

  it('SEC-14 LTR-03 a link to typed answers is worth nothing to whoever has no longer the case', async () => {
    const tom = await bot.person({ id: 'tom', name: 'Tom Temp' }, [{ role: 'DIAO', directorate: 'HOU' }]);
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const form = await fills(tom, ref, 'ask-for-what-is-missing', 'letter-before', { items: 'identity' });
    await bot.rightsdesk.desk.people.grant('tom', { role: 'DIAO', directorate: 'HOU', until: '2026-11-22', by: 'ines', need: 'ended' });
    const page = await fetch(urlIn(form), { method: 'POST' });
    expect(page.status).toBe(403);
    expect(await page.text()).not.toContain(CALLER);
  });

  it('LTR-22 LTR-22B EXM-06 what is kept back in silence is in neither letter; what is named is in both', async () => {
    const { ola, dev, rosa } = town;
    const ref = await report(town.sam);
    await bringTo('assessing', town, ref);
    const add = (answers: Record<string, unknown>) => ola.takes(ref, 'add-records', answers);
    await add({ description: 'Letter about the rent', dated: '3 March 2024', giveNow: 'true' });
    await add({ description: 'Note of the fraud team' });
    await add({ description: 'Reference from a landlord', kind: 'REFERENCE' });
    expect(await listed(ola, ref)).toContain('a decision on record 2, 3');
    expect(wordsIn(await make(ola, ref, 'covering-letter'))).toContain('cannot be made yet');
    const note = { decision: 'WITHHOLD', fromPage: '1', what: 'all of it', why: 'as set out on the file' };
    await ola.takes(ref, 'redact-or-withhold', { ...note, ...ofExemption['EX-CRIME'], exemption: 'EX-CRIME', cite: 'false', silenceWhy: 'It would tip them off.' }, 'r2'); // prettier-ignore
    await ola.takes(ref, 'redact-or-withhold', { ...note, ...ofExemption['EX-REF'], exemption: 'EX-REF', cite: 'true' }, 'r3');
    const cover = await fetched(await make(ola, ref, 'covering-letter'));
    const list = await fetched(await make(dev, ref, 'list-of-documents'));
    for (const { words } of [cover, list]) expect(words).not.toMatch(/fraud|crime|DC Sample|tip them off|as set out/i);
    expect(cover.words).toContain('It is a reference that somebody gave in confidence. See number 2 in the list.');
    expect(cover.words).toContain('Ask Dev Diao');
    for (const said of ['3 March 2024', 'Letter about the rent', 'Housing systems', 'Reference from a landlord', 'Kept back.'])
      expect(list.words).toContain(said);
    expect(list.words).not.toContain(CALLER);
    expect((await fetched(await make(ola, ref, 'how-we-use-your-information'))).words).toContain('How long we keep it');
    expect(await listed(rosa, ref)).not.toContain('Covering letter');
    expect(urlIn(await make(rosa, ref, 'covering-letter'))).toBe('');
  }, 60_000);

  it('LTR-24 ENT-05 §2.4.1 a nil reply says what was asked and where we looked; the covering letter is not offered', async () => {
    const ref = await report(town.sam);
    await bringTo('searching', town, ref);
    const nil = { answer: 'NOTHING', minutes: '5', nilReason: 'NEVER', termsUsed: 'Jo', datesSearched: 'all', placesSearched: 'SAFFRON' };
    await town.ola.takes(ref, 'answer-a-search', nil, 't1');
    const page = await listed(town.ola, ref);
    expect(page).toContain('Reply: nothing held');
    expect(page).not.toContain('Covering letter');
    const { words } = await fetched(await make(town.ola, ref, 'nothing-held'));
    for (const said of [heard.words, 'we do not hold this information', 'Housing systems: tenancy, repairs, housing register', 'Dev Diao'])
      expect(words).toContain(said);
  }, 60_000);

  it('LTR-22 a letter that does not belong to where the case stands is refused in a sentence, and so is one there is not', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    expect(wordsIn(await make(town.dev, ref, 'covering-letter'))).toContain('does not belong to where the case stands');
    for (const odd of ['constructor', 'covering-letter:nothing', '../x']) expect(urlIn(await make(town.dev, ref, odd))).toBe('');
  });
});
