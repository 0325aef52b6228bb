import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

describe('My work', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const work = async (who: Clerk) => wordsIn((await who.says('my work'))[0]?.card);
  const lineOf = (words: string, ref: string): string => {
    const lines = words.split('\n');
    return lines[lines.findIndex((line) => line.startsWith(ref)) + 1] ?? '';
  };

  it('MON-05 §1.3 says what waits first, then what one works on, with counts, and what is new since one looked', async () => {
    const { dev, ola, sam } = town;
    expect(await work(ola)).toContain('Nothing is waiting for you, and you work on no case.');
    const [mine, away] = [await report(sam), await report(sam)];
    await bringTo('assigned', town, mine);
    await bringTo('approval', town, away);
    const words = await work(ola);
    expect(words).toContain('My work: 1 waiting for you, 1 more');
    expect(words.indexOf(mine)).toBeLessThan(words.indexOf('You work on these too'));
    expect(words.indexOf(away)).toBeGreaterThan(words.indexOf('You work on these too'));
    expect(words).not.toContain(CALLER);
    expect(lineOf(words, away)).not.toMatch(/New|Changed/);
    const forDev = await work(dev);
    expect(forDev).toContain('My work: 1 waiting for you, 1 more');
    expect(forDev.indexOf(away)).toBeLessThan(forDev.indexOf(mine));
  }, 60_000);

  it('MON-05 a case is new until it is opened, changed when a colleague acted since, and never by what one did oneself', async () => {
    const { dev, ola, sam } = town;
    const ref = await report(sam);
    await bringTo('assigned', town, ref);
    expect(lineOf(await work(ola), ref)).toContain('New to you');
    await ola.asksFor(ref);
    expect(lineOf(await work(ola), ref)).not.toMatch(/New|Changed/);
    await dev.takes(ref, 'add-a-note', { note: 'She rang.' });
    expect(lineOf(await work(ola), ref)).toContain('Changed since you looked');
    await ola.takes(ref, 'add-a-note', { note: 'I rang back.' });
    expect(lineOf(await work(ola), ref)).not.toMatch(/New|Changed/);
    expect(lineOf(await work(dev), ref)).toContain('Changed since you looked');
  }, 60_000);

  it('MON-05 a long list is paged through both parts, and nothing is left out or said twice', async () => {
    const { ola, sam } = town;
    for (let i = 0; i < 9; i += 1) await bringTo('assigned', town, await report(sam));
    const refs: string[] = [];
    let page = await work(ola);
    expect(page).toContain('My work: 11 waiting for you, 1 more');
    refs.push(...(page.match(/DR-2026-\d{4}/g) ?? []));
    page = wordsIn((await ola.does('More')).card);
    refs.push(...(page.match(/DR-2026-\d{4}/g) ?? []));
    expect(refs).toHaveLength(12);
    expect(new Set(refs).size).toBe(12);
    expect(page).toContain('You work on these too');
    expect(ola.buttons()).not.toContain('More');
    expect(wordsIn((await ola.does('Back')).card)).toContain(refs[0]);
  }, 60_000);
});
