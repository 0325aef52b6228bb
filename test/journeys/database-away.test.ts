import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { actionsOf, answersIn, wordsIn } from '../support/clerk.js';
import { bringTo, heard, report, REST, startWithOneCase, type OneCase, type Town } from '../support/town.js';

/** Within what a person waits for, and well before Teams gives up. */
const BUDGET_MS = 2_900;

describe('A bot that is started before its database', () => {
  let bot: Bot;
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await startDatabase();
    await database.goesAway();
    bot = await startBot('2026-11-23T10:00', { MONGODB_URI: database.uri }, { waitForDatabase: false });
  }, 60_000);
  afterAll(async () => {
    await bot.stop();
    await database.ends();
  });
  const health = async (path: string) => (await fetch(`${bot.rightsdesk.url}${path}`)).status;

  it('is there, is not ready, and says so in plain words at once', async () => {
    expect([await health('/healthz'), await health('/readyz')]).toEqual([200, 503]);
    const sam = bot.teams.person({ id: 'sam', name: 'Sam Staff' });
    const [post] = await sam.says('report');
    expect(post?.text).toContain('The records cannot be reached just now.');
    const pressed = await sam.presses('report');
    expect(wordsIn(pressed.card)).toContain('Try again');
    expect(pressed.ms).toBeLessThan(BUDGET_MS);
  });

  it('comes alive by itself when the database does', async () => {
    await database.comesBack();
    await bot.rightsdesk.open;
    expect(await health('/readyz')).toBe(200);
    const sam = await bot.person({ id: 'sam', name: 'Sam Staff' });
    expect(await report(sam)).toBe('DR-2026-0001');
  }, 20_000);
});

describe('A database that goes away while people work', () => {
  let scene: OneCase;
  let bot: Bot;
  let database: OwnDatabase;
  let town: Town;
  let ref: string;
  beforeAll(async () => {
    scene = await startWithOneCase('accepted');
    ({ bot, database, town, ref } = scene);
    await bot.quiet();
  }, 60_000);
  afterAll(() => scene.ends());

  it('INT-06 INT-19 gives the report form back with every word, the step form too, and nothing is lost or done twice', async () => {
    const { sam, rosa, dev } = town;
    const words = 'All **letters** about damp at 3 Example Road, ${and} <at>the</at> repairs';
    const reported = { d: 'draft-outage', ...REST, ...heard, words };
    const note = await rosa.prepares(ref, 'add-a-note', { note: 'Caller rang again about the lift.' });
    const notOurs = await dev.prepares(ref, 'not-ours', { reason: 'The flat belongs to a housing association.' });
    const correct = await rosa.presses('correct-form', { ...note.data, n: 1 });
    const postsBefore = town.housing.posts().length;
    await database.goesAway();

    const [form, noteForm, notOursForm] = await Promise.all([sam.presses('review-report', reported), rosa.sends(note), dev.sends(notOurs)]);
    expect(Math.max(form.ms, noteForm.ms, notOursForm.ms)).toBeLessThan(BUDGET_MS);
    expect(wordsIn(form.card)).toContain('nothing you typed is lost');
    expect(answersIn(form.card)).toMatchObject({ ...heard, words });
    expect(answersIn(noteForm.card)).toMatchObject({ note: 'Caller rang again about the lift.' });
    expect(answersIn(notOursForm.card)).toMatchObject({ reason: 'The flat belongs to a housing association.' });
    const answers = { ...answersIn(correct.card), words: 'Only the repairs', correctionReason: 'misheard' };
    const corrects = actionsOf(correct.card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
    const correction = await rosa.presses('correct-an-earlier-step', { ...corrects, ...answers });
    expect(answersIn(correction.card)).toMatchObject({ words: 'Only the repairs', correctionReason: 'misheard' });

    await database.comesBack();
    const { card: review } = await retried(() => sam.presses('review-report', { ...reported, ...answersIn(form.card) }));
    expect(wordsIn(review)).toContain('Is this right?');
    await database.goesAway();
    const away = await sam.presses('record-report', { d: 'draft-outage' });
    expect(wordsIn(away.card)).toContain('Try again');
    await database.comesBack();
    const again = await retried(() => sam.presses('record-report', { d: 'draft-outage' }));
    expect(wordsIn(again.card)).toContain('DR-2026-0002');
    expect(wordsIn((await rosa.sends(note)).card)).toContain('Caller rang again about the lift.');
    expect(wordsIn((await rosa.sends(note)).card)).toContain('It was recorded once.');
    await bot.quiet();
    expect(town.housing.posts()).toHaveLength(postsBefore);
  }, 60_000);

  it('ASG-01 a post that was promised before the outage goes out after it, once', async () => {
    const second = await report(town.sam, { words: 'My tenancy' });
    bot.connector.next(town.housing.id, { status: 503 });
    await bringTo('allocated', town, second);
    await database.goesAway();
    await new Promise((wake) => setTimeout(wake, 500));
    await database.comesBack();
    await retried(() => town.sam.presses('my-requests'));
    await bot.quiet();
    const posted = town.housing.sees().filter((card) => wordsIn(card).includes(second));
    expect(posted).toHaveLength(1);
  }, 60_000);
});

describe('A port with nobody behind it', () => {
  it('a bot does not wait longer than a person would', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((listening) => silent.once('listening', listening));
    const uri = `mongodb://127.0.0.1:${(silent.address() as AddressInfo).port}/?directConnection=true`;
    const bot = await startBot('2026-11-23T10:00', { MONGODB_URI: uri }, { waitForDatabase: false });
    const pressed = await bot.teams.person({ id: 'sam', name: 'Sam Staff' }).presses('report');
    expect(wordsIn(pressed.card)).toContain('Try again');
    expect(pressed.ms).toBeLessThan(BUDGET_MS);
    await bot.stop();
    silent.close();
  }, 30_000);
});

/** The driver notices within a few seconds that its server is back. */
async function retried<T extends { card?: unknown }>(press: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i += 1) {
    const pressed = await press();
    if (!wordsIn(pressed.card).includes('cannot be reached just now') || i === 40) return pressed;
    await new Promise((wake) => setTimeout(wake, 250));
  }
}
