import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { runImport } from '../../src/cli/import.js';
import { ines as igAdmin, tenant } from '../../src/playground/council.js';
import { launch, type Launched } from '../../src/playground/launch.js';
import { startBot } from '../../src/playground/start-bot.js';
import { startDatabase, type OwnDatabase } from '../support/bot.js';
import { findChromium, startChromium } from '../support/chromium.js';
import { openCasesSheet } from '../support/open-cases.js';
import { PlaygroundPage } from '../support/playground-page.js';

// Pictures are kept on request only, as those of the tour.
const album = process.env['TOUR_PICTURES'] ? 'docs/tour' : '.tmp/tour';
/** A picture at one width of a phone is enough to keep. */
const kept = process.env['TOUR_PICTURES'] ? [320] : [390, 320];
const chromium = findChromium();
const journey = chromium ? describe : describe.skip;

journey('Monday morning on the pages of the Playground, in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-monday-'));
  let database: OwnDatabase;
  let browser: Browser;
  let playground: Launched;
  let dev: PlaygroundPage;
  let ola: PlaygroundPage;
  let ines: PlaygroundPage;
  const picture = async (who: PlaygroundPage, name: string, on?: string) => {
    await who.picture(path.join(album, `${name}.png`), on);
    for (const width of kept) expect(await who.phonePicture(path.join(album, `${name}-${width}.png`), width, on)).toEqual([]);
  };
  /** The lines of a card's words, which stand in the page with an empty line after each. */
  const linesOf = async (who: PlaygroundPage, on: string): Promise<string[]> =>
    (await who.sees(on)).split('\n').filter((each) => each.trim());

  beforeAll(async () => {
    mkdirSync(album, { recursive: true });
    database = await startDatabase();
    process.env['MONGODB_URI'] = database.uri;
    [browser, playground] = await Promise.all([
      startChromium(chromium ?? ''),
      launch({
        botPort: 0,
        pagePort: 0,
        folder: path.join(folder, 'pages'),
        startBot: (port) => startBot({ port, folder, at: '2026-11-22T18:00', speed: '0' }),
        say: () => undefined,
      }),
    ]);
    const seat = async (at: number) => {
      const { page, url } = playground.pages[at] as Launched['pages'][number];
      return PlaygroundPage.open(browser, page.person.name, url);
    };
    [dev, ola, ines] = [await seat(1), await seat(2), await seat(3)];
    await takeOver(openCasesSheet());
    await ines.says('advance 2026-11-23');
    await ines.sees('The weekly reports went out');
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.close();
    await database?.ends();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  /** `npm run import`, while the bot runs. */
  async function takeOver(sheet: string): Promise<void> {
    const file = path.join(folder, 'open.csv');
    writeFileSync(file, sheet);
    const said: string[] = [];
    const env = { MONGODB_URI: database.uri, DATA_DIR: folder, IG_ADMINS: igAdmin.id, ALLOWED_TENANTS: tenant };
    const code = await runImport([file], env, (text) => said.push(text));
    if (code !== 0) throw new Error(said.join('\n'));
  }

  it('MON-02 MON-06 §4 received: the whole council in figures, and the figures of the chart again in a table', async () => {
    const words = await linesOf(ines, 'Received: the whole council');
    expect(words.slice(0, 10)).toEqual(['Received: the whole council', 'Mon 16 Nov to Sun 22 Nov 2026', ...row('12 Received'), ...row('5 Spoken'), ...row('0 Logged late'), ...row('0 Held')]); // prettier-ignore
    expect(tableIn(words, 'Directorate', 4)).toEqual(['Housing 8 4 0 0', "Children's Services 3 0 0 0", 'Not allocated yet 1 1 0 0']);
    expect(words.slice(words.indexOf('By directorate') + 1).slice(0, 6)).toEqual(['Housing', '8', "Children's Services", '3', 'Not allocated yet', '1']); // prettier-ignore
    await picture(ines, '16-monday-received', 'Received: the whole council');
  }, 60_000);

  it('MON-03 MON-07 §4 outstanding: what is late is first, and nothing runs over the edge of a phone', async () => {
    const words = await linesOf(ines, 'Outstanding: the whole council');
    expect(tableIn(words, 'Directorate', 4)).toEqual(['Housing 17 2 3 2', "Children's Services 8 0 1 0", 'Not allocated yet 1 0 0 0']);
    expect(words.filter((each) => / over$|^\d+ days$/.test(each)).slice(0, 5)).toEqual(['31 days over', '14 days over', '14 days over', '7 days over', '3 days']); // prettier-ignore
    await picture(ines, '17-monday-outstanding', 'Outstanding: the whole council');
  }, 60_000);

  it('MON-09 §4 the channel of Housing has its own figures, with references and dates, no name and no button', async () => {
    await dev.opensChannel('Housing requests');
    const [received, outstanding] = [await dev.sees('Received: Housing'), await dev.sees('Outstanding: Housing')];
    expect(tableIn(lines(outstanding), 'Stage', 4)).toEqual(['Logged 9 0 0 0', 'Other 8 2 3 2']);
    for (const words of [received, outstanding]) expect(words).not.toMatch(/Una|Dev|Ola|Spreadsheet|Outstanding list/);
    await picture(dev, '18-monday-channel', 'Outstanding: Housing');
    await dev.opensChat();
  }, 60_000);

  it('MON-03 §4 the case officer gets the cases they lead', async () => {
    expect(tableIn(await linesOf(ola, 'Outstanding: your cases'), 'Stage', 4)).toEqual(['Assigned 6 1 3 1']);
    await picture(ola, '19-monday-officer', 'Outstanding: your cases');
  }, 60_000);

  it('MON-03 MON-05 §1.3 the DIAO has a digest, turns the pages of the list and filters it', async () => {
    await dev.sees('Your area on Mon 23 Nov 2026');
    await picture(dev, '20-digest', 'Your area on');
    await dev.says('outstanding');
    expect(await dev.sees('Housing · the worst first')).toContain('31 days over');
    await dev.press('More');
    expect(await dev.sees('the worst first · from 9')).toContain('extended to Mon 4 Jan 2027');
    await dev.press('Filter…');
    await dev.choose('Which', 'Held or paused');
    await picture(dev, '21-filter', 'Which outstanding cases?');
    await dev.press('Show');
    const words = await dev.sees('Housing · held or paused');
    for (const why of ['held for identity', 'paused for an answer']) expect(words).toContain(why);
    await picture(dev, '22-outstanding', 'Housing · held or paused');
  }, 60_000);

  it('MON-01 §4 counts and caseload at any time', async () => {
    await ines.says('caseload');
    expect(tableIn(await linesOf(ines, 'Open cases by officer'), 'Officer', 4)).toEqual(['No officer yet 20 1 1 1', 'Ola Officer 6 1 3 1']);
    await ines.says('counts');
    expect((await linesOf(ines, 'Counts now')).slice(2, 10)).toEqual([...row('26 Open'), ...row('2 Due in 7 days'), ...row('4 Overdue'), ...row('2 Waiting')]); // prettier-ignore
    await picture(ines, '23-counts', 'Counts now');
  }, 60_000);

  it('MON-07 SEC-14 §4 the register is fetched by a link: a page asks first, then the file comes', async () => {
    await ines.says('register');
    await ines.sees('The register as a spreadsheet');
    const opened = ines.page.context().waitForEvent('page');
    await ines.press('Get the file');
    const page = await opened;
    await page.setViewportSize({ width: 390, height: 700 });
    await page.getByText('Spreadsheet (CSV)').waitFor();
    await page.screenshot({ path: path.join(album, '24-register-390.png') });
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the file' }).click();
    const file = readFileSync(await (await coming).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(file).toHaveLength(27);
    expect(file.join()).not.toContain('Una');
    await page.close();
  }, 60_000);
});

const lines = (words: string): string[] => words.split('\n').filter((each) => each.trim());
/** `12 Received` as the two lines of a figure. */
const row = (words: string): string[] => [words.slice(0, words.indexOf(' ')), words.slice(words.indexOf(' ') + 1)];

/** The rows of the table that begins with the column, each as one line, given how many figures a row has. */
function tableIn(words: string[], column: string, figures: number): string[] {
  const cells = words.slice(words.lastIndexOf(column) + figures + 1);
  const rows: string[] = [];
  while (/^\d+$/.test(cells[1] ?? '')) rows.push(cells.splice(0, figures + 1).join(' '));
  return rows;
}
