import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { settle, type Town } from '../support/town.js';

let bot: Bot;
let town: Town;
let cara: Clerk;
let carl: Clerk;

beforeAll(async () => {
  bot = await startBot();
  town = await settle(bot);
  cara = await bot.person({ id: 'cara', name: 'Cara Complaints' }, [{ role: 'CCU' }]);
  carl = await bot.person({ id: 'carl', name: 'Carl Complaints' }, [{ role: 'CCU' }]);
}, 30_000);
afterAll(() => bot.stop());

const rowOf = async (who: Clerk, id: string): Promise<string> => wordsIn((await who.presses('knowledge-row', { i: id })).card);
const words = (pressed: { card?: unknown }): string => wordsIn(pressed.card);

describe('the knowledge base in chat', () => {
  it('ASG-17 §2.3.3 words are looked up, the best match first with its reason, and an unmatched word is said plainly', async () => {
    await town.rosa.says('knowledge base rent arrears, quidditch');
    const page = town.rosa.reads();
    expect(page).toContain('Rents and home ownership');
    expect(page).toContain('No service area has the word “quidditch”.');
    expect(page.indexOf('arrears')).toBeGreaterThan(0);
    await town.sam.says('knowledge base');
    expect(town.sam.reads()).toContain('You cannot use');
    expect(words(await town.sam.presses('knowledge', {}))).toContain('for those who work cases');
  });

  it('ASG-02 §1.3 CCU adds, changes, retires and restores a row, and every step of it stays in the history, old and new', async () => {
    await cara.presses('knowledge-add', { c: 'HOU' });
    await cara.does('Add the area', { area: 'Garages', words: 'garage, lock-up', post: 'HOU-3', deputy: 'dev', officer: 'ola' });
    expect(cara.reads()).toContain('Garages');
    expect(cara.reads()).toContain('Ola Officer');
    await cara.does('Change…');
    await cara.does('Save the change', { words: 'garage, parking space' });
    expect(cara.reads()).toContain('Service words: garage, lock-up → garage, parking space');
    await cara.does('Retire');
    expect(cara.reads()).toContain('Retired. Today is its last day.');
    await cara.does('Restore');
    const page = cara.reads();
    expect(page).toContain('version 4');
    for (const what of ['added the row', 'changed it', 'retired it', 'let it count again'])
      expect(page).toContain(`Cara Complaints ${what}`);
    for (const who of [town.rosa, town.dev])
      expect(words(await who.presses('knowledge-save', { i: 'hou-1', n: 1, area: 'Mine' }))).toContain('Corporate Complaints Unit keeps');
  });

  it('ASG-17 two people change one row at once: the second sees what the first did, their own words are kept, and nothing is lost', async () => {
    await cara.presses('knowledge-change', { i: 'hou-4', n: 1 });
    await carl.presses('knowledge-change', { i: 'hou-4', n: 1 });
    await cara.does('Save the change', { words: 'repairs, damp, condensation' });
    await carl.does('Save the change', { words: 'repairs, scaffolding' });
    const again = carl.reads();
    expect(again).toContain('Cara Complaints changed this row on');
    expect(again).toContain('Service words is now repairs, damp, condensation');
    expect(JSON.stringify(carl.seesLast())).toContain('repairs, scaffolding');
    await carl.does('Save the change', { words: 'repairs, damp, condensation, scaffolding' });
    const page = await rowOf(carl, 'hou-4');
    expect(page).toContain('repairs, damp, condensation → repairs, damp, condensation, scaffolding');
    expect(page).toContain('→ repairs, damp, condensation');
  });

  it('ASG-17 the same press delivered twice makes one change, and many at once lose none', async () => {
    await cara.presses('knowledge-change', { i: 'hou-2', n: 1 });
    const ready = cara.readies('Save the change', { words: 'homeless, shelter' });
    await Promise.all([cara.sends(ready), cara.sends(ready)]);
    expect(await rowOf(cara, 'hou-2')).toContain('version 2');
    await Promise.all(['fin-1', 'fin-2', 'res-1', 'res-2', 'res-3'].map((id) => cara.presses('knowledge-retire', { i: id, n: 1 })));
    const rows = await bot.rightsdesk.desk.knowledge.read();
    expect(
      rows
        .filter((r) => r.to !== null)
        .map((r) => r.id)
        .sort(),
    ).toEqual(['fin-1', 'fin-2', 'res-1', 'res-2', 'res-3']);
    for (const id of ['fin-1', 'fin-2', 'res-1', 'res-2', 'res-3']) await cara.presses('knowledge-restore', { i: id, n: 2 });
  });

  it('ASG-17 a row says nothing about people: a number or an address is no service word, and a post of another directorate cannot be had', async () => {
    await cara.presses('knowledge-add', { c: 'FIN' });
    const form = await cara.does('Add the area', { area: 'Odd', words: 'jo@example.test', post: 'HOU-1' });
    expect(words(form)).toContain('is no service word');
    expect(words(form)).toContain('Choose one of those offered.');
  });

  it('ASG-17 a post that nobody holds is shown to CCU as such', async () => {
    const page = words(await cara.presses('knowledge-posts', {}));
    expect(page).toContain('Director of Human Resources');
    expect(page).not.toContain('Head of Compliance Housing');
    expect(await rowOf(cara, 'fin-1')).toContain('Nobody holds this post.');
    expect(await rowOf(cara, 'hou-1')).toContain('Dev Diao');
  });
});
