import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, answersIn, findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

type Card = Record<string, unknown> | undefined;

describe('A letter looked over in the chat, fetched, sent by a person and recorded', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    await bot.person({ id: 'fay', name: 'Fay Foi' }, [{ role: 'FOIC' }]);
  }, 60_000);
  afterAll(() => bot.stop());

  const idOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
  const press = async (who: Clerk, ref: string, verb: string, l = '') => (await who.presses(verb, { r: await idOf(ref), l })).card;
  const urls = (card: Card) =>
    findAll(card, (n) => n['type'] === 'Action.OpenUrl').map((n) => [String(n['title']), String(n['url'])] as const);
  const urlOf = (card: Card, title: string) => urls(card).find(([t]) => t === title)?.[1] ?? '';

  it('LTR-10 the letter reads in the chat as in the file, is fetched as PDF, and stands on the page of letters once sent', async () => {
    const { dev } = town;
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity' });
    const card = await press(dev, ref, 'letter', 'reminder');
    expect(wordsIn(card)).toContain(`Dear ${CALLER}`);
    const page = await fetch(urlOf(card, 'Get it as PDF'));
    expect(await page.text()).toContain('PDF document');
    const file = await fetch(urlOf(card, 'Get it as PDF'), { method: 'POST' });
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      'application/pdf',
      `attachment; filename="${ref}-reminder.pdf"`,
    ]);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await file.arrayBuffer())), { mergePages: true });
    for (const said of ['Exampleshire Council', CALLER, ref, 'Wednesday 23 December 2026']) expect(text).toContain(said);
    expect(await (await fetch(urlOf(card, 'Get it as PDF'), { method: 'POST' })).text()).toContain('does not work any more');

    expect(wordsIn(await press(dev, ref, 'letters'))).toContain('not recorded as sent');
    const record = actionsOf(card).find((n) => n['title'] === 'Record as sent…');
    const form = (await dev.presses('form', record?.['data'] as object as Record<string, unknown>)).card;
    expect(answersIn(form)).toMatchObject({ letter: 'reminder', method: 'POST' });
    const last = actionsOf(form).find((n) => n['verb'] === 'record-a-letter-as-sent');
    await dev.presses('record-a-letter-as-sent', { ...(last?.['data'] as object), ...answersIn(form) });
    const letters = wordsIn(await press(dev, ref, 'letters'));
    expect(letters).toContain('Mon 23 Nov 2026, Post');
    expect(letters).not.toContain('not recorded as sent');
    expect(letters).toContain('Asking for what is missing');
  }, 60_000);

  it('LTR-03 SEC-14 a letter that asks is recorded by its own step, and the button leads there; the wrong person gets neither', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const acknowledgement = await press(town.dev, ref, 'letter', 'acknowledgement');
    const record = actionsOf(acknowledgement).find((n) => n['title'] === 'Record as sent…');
    expect(record?.['data']).toMatchObject({ s: 'record-acknowledgement' });
    expect(wordsIn(await press(town.sam, ref, 'letter', 'acknowledgement'))).not.toContain(CALLER);
  }, 60_000);
});
