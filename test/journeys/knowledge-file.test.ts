import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { findAll, type Clerk } from '../support/clerk.js';
import { settle, type Town } from '../support/town.js';

let bot: Bot;
let town: Town;
let cara: Clerk;

beforeAll(async () => {
  bot = await startBot();
  town = await settle(bot);
  cara = await bot.person({ id: 'cara', name: 'Cara Complaints' }, [{ role: 'CCU' }]);
}, 30_000);
afterAll(() => bot.stop());

/** The addresses of a fresh page of links: the file out, and the page that takes one in. */
async function links(): Promise<{ out: string; into: string }> {
  const { card } = await cara.presses('knowledge-file', {});
  const urls = findAll(card, (n) => n['type'] === 'Action.OpenUrl').map((n) => String(n['url']));
  return { out: urls.find((u) => u.includes('/letters/')) ?? '', into: urls.find((u) => u.includes('/knowledge/')) ?? '' };
}
const send = (url: string, rows: string): Promise<Response> => fetch(url, { method: 'POST', body: new URLSearchParams({ rows }) });
const fileOut = async (): Promise<string> => (await (await fetch((await links()).out, { method: 'POST' })).text()).replace('\ufeff', '');
const rowsNow = () => bot.rightsdesk.desk.knowledge.read();

describe('the knowledge base as a file', () => {
  it('ASG-17 §1.3 goes out by a link that works once, and comes back unchanged as nothing to do', async () => {
    const { out } = await links();
    expect(await (await fetch(out)).text()).toContain('The knowledge base');
    const file = await (await fetch(out, { method: 'POST' })).text();
    expect(file).toContain('row,version,area,words,systems,post,deputy,officer,route,from,to');
    expect(file).toContain('hou-1,1,Rents and home ownership');
    expect((await fetch(out, { method: 'POST' })).status).toBe(410);
    const { into } = await links();
    expect(await (await fetch(into)).text()).toContain('Copy all cells of your spreadsheet');
    const page = await send(into, file.replace('\ufeff', ''));
    expect(await page.text()).toContain('0 added, 0 changed, 28 as they were.');
    expect((await send(into, file)).status).toBe(410);
  });

  it('ASG-17 cells pasted from a spreadsheet come parted by tabs; people by name, systems and posts by title, days as they are written', async () => {
    const head = ['row', 'version', 'area', 'words', 'systems', 'post', 'deputy', 'officer', 'from'].join('\t');
    const garages = ['', '', 'Garages', 'garage, lock-up', 'HOUSING; Paper files', 'hou-3', 'dev diao', 'Ola Officer', '1/9/2026'].join(
      '\t',
    );
    const page = await send((await links()).into, `${head}\n${garages}`);
    expect(await page.text()).toContain('1 added, 0 changed, 0 as they were.');
    const row = (await rowsNow()).find((r) => r.area === 'Garages');
    expect(row).toMatchObject({ deputy: 'dev', officer: 'ola', systems: ['HOUSING', 'MANUAL'], from: '2026-09-01', directorate: 'HOU' });
  });

  it('ASG-17 every bad row is told with its line and column, and nothing of the file is taken in', async () => {
    const before = await rowsNow();
    const rows = [
      'row,version,area,words,post,deputy,from,to',
      ',,Good,good,HOU-1,,2026-01-01,',
      ',,Bad day,bad,HOU-1,,31/02/2026,',
      ',,Bad post,bad,XYZ,,2026-01-01,',
      ',,"Bad <b>word</b>",ring 020 7946 0000 or jo@example.test,HOU-1,,2026-01-01,',
      ',,Bad deputy,bad,FIN-1,Dev Diao,2026-01-01,',
      'nobody,1,Bad row,bad,HOU-1,,2026-01-01,',
      ',,good,again,HOU-1,,2026-01-01,',
      ',,Bad end,bad,HOU-1,,2026-02-01,2026-01-01',
    ].join('\n');
    const { into } = await links();
    const page = await send(into, rows);
    const told = await page.text();
    expect(page.status).toBe(422);
    for (const fault of [
      'Line 3, from: Give a real date.',
      'Line 4, post: No such post.',
      'Line 5, words:',
      'Line 6, deputy: Nobody of that name or id holds the role',
      'Line 7, row: There is no such row.',
      'Line 8, area: Stands on line 2 too.',
      'Line 9, to: This is before its first day.',
    ])
      expect(told).toContain(fault);
    expect(told).toContain('Bad &#60;b&#62;word&#60;/b&#62;');
    expect(told).not.toContain('<b>word');
    expect(await rowsNow()).toEqual(before);
    expect(await (await send(into, 'row,version,colour\n')).text()).toContain('Line 1, colour: Unknown.');
    expect(await (await send(into, '"')).text()).toContain('Nothing was taken in');
  });

  it('ASG-17 a row changed by somebody since the file was made is told, not overwritten', async () => {
    const file = await fileOut();
    await cara.presses('knowledge-retire', { i: 'hou-4', n: 1 });
    const page = await send((await links()).into, file.replace('damp', 'damp walls'));
    expect(await page.text()).toContain('version: The row has been changed since the file was made: it is at version 2.');
    expect((await rowsNow()).find((r) => r.id === 'hou-4')?.words).toContain('damp');
  });

  it('ASG-17 only those who keep it: no link for others, and none for whoever lost the role since', async () => {
    expect(JSON.stringify((await town.rosa.presses('knowledge-file', {})).card)).toContain('Corporate Complaints Unit keeps');
    const { into, out } = await links();
    await bot.rightsdesk.desk.people.grant('cara', { role: 'CCU', until: '2026-11-01', by: 'ines', need: 'ended' });
    expect((await send(into, 'row\n')).status).toBe(403);
    expect((await fetch(out, { method: 'POST' })).status).toBe(403);
    await bot.rightsdesk.desk.people.grant('cara', { role: 'CCU', until: '2099-12-31', by: 'ines', need: 'again' });
  });
});
