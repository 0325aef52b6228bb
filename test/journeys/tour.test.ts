import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leftToCheck } from '../../src/procedure/checklist.js';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launch, type Launched } from '../../src/playground/launch.js';
import { startBot } from '../../src/playground/start-bot.js';
import { findChromium, startChromium } from '../support/chromium.js';
import { PlaygroundPage } from '../support/playground-page.js';

// The pictures of the README are kept on request only: each run would change them by the minute they show.
const album = process.env['TOUR_PICTURES'] ? 'docs/tour' : '.tmp/tour';
const chromium = findChromium();
const journey = chromium ? describe : describe.skip;
const words = 'Everything you hold on me about my housing since 2019';

journey('A spoken request across the four pages of the Playground, in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-tour-'));
  let browser: Browser;
  let playground: Launched;
  let rosa: PlaygroundPage;
  let dev: PlaygroundPage;
  let ola: PlaygroundPage;
  let ines: PlaygroundPage;
  const picture = (who: PlaygroundPage, name: string, on?: string) => who.picture(path.join(album, `${name}.png`), on);

  beforeAll(async () => {
    mkdirSync(album, { recursive: true });
    [browser, playground] = await Promise.all([
      startChromium(chromium ?? ''),
      launch({
        botPort: 0,
        pagePort: 0,
        folder: path.join(folder, 'pages'),
        startBot: (port) => startBot({ port, folder, at: '2026-11-23T10:00', speed: '0' }),
        say: () => undefined,
      }),
    ]);
    const seated: PlaygroundPage[] = [];
    for (const { page, url } of playground.pages) seated.push(await PlaygroundPage.open(browser, page.person.name, url));
    [rosa, dev, ola, ines] = seated as [PlaygroundPage, PlaygroundPage, PlaygroundPage, PlaygroundPage];
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('greets everybody in their own chat and says what each may do', async () => {
    for (const person of [rosa, dev, ola, ines]) await person.sees('Somebody asks for their data');
    await picture(rosa, '01-welcome');
    for (const person of [rosa, dev, ola, ines]) await person.says('help');
    expect(await dev.sees('What you can do')).toContain('You are DIAO, Housing');
  }, 60_000);

  it('INT-04 INT-19 §2.2.4 reception reports what a caller asked for, looks it over and records it', async () => {
    await rosa.says('report');
    await rosa.fill('Who is asking?', 'Pat Sample');
    await rosa.fill('How can we reach them?', '020 7946 0000');
    await rosa.fill('What did they ask for', words);
    await rosa.choose('At what time?', '9:30');
    await picture(rosa, '02-report');
    await rosa.press('Look over and record');
    expect(await rosa.sees('Is this right?')).toContain('Pat Sample');
    await picture(rosa, '03-look-over');
    await rosa.press('Record it');
    const receipt = await rosa.sees('Read this to the caller');
    expect(receipt).toContain('DR-2026-0001');
    expect(receipt).toContain('Wed 23 Dec 2026');
    await picture(rosa, '04-receipt', 'Read this to the caller');
  }, 60_000);

  it('ASG-01 §2.3.2 the call centre logs it, and the channel of Housing hears of it without a name', async () => {
    await dev.opensChannel('Housing requests');
    await rosa.sees('A new request to log and allocate');
    await rosa.press('Log and allocate…');
    await rosa.sees('Which DIAO post holds most of the data?');
    await picture(rosa, '05-log-and-allocate');
    await rosa.press('Log and allocate');
    const posted = await dev.sees('DR-2026-0001');
    expect(posted).not.toContain('Pat Sample');
    await picture(dev, '06-channel');
  }, 60_000);

  it('ASG-04 §2.3.4 the DIAO opens it from the channel into their own chat and accepts it', async () => {
    await dev.press('Open', 'DR-2026-0001');
    await dev.opensChat();
    expect(await dev.sees('Pat Sample')).toContain(words);
    await picture(dev, '07-case');
    await dev.press('Accept');
    await dev.sees('Validating');
  }, 60_000);

  it('VAL-06 ASG-03 §2.4.3 the DIAO is satisfied of identity and names the case officer', async () => {
    await dev.press('Confirm identity…');
    await dev.choose('What shows who they are?', 'Known to us: own council mail address or established relationship');
    await dev.fill('If known to us: how?', 'tenant since 2014');
    await picture(dev, '08-identity');
    await dev.press('Confirm identity');
    await dev.press('Confirm that it is valid…');
    for (const check of ['It is about personal data', 'We know who is asking', 'There is enough to find the data'])
      await dev.choose('What have you checked?', check);
    await dev.press('Confirm that it is valid');
    await dev.press('Name the case officer…');
    await dev.choose('Who leads?', 'Ola Officer');
    await dev.press('Name the case officer');
    await ola.sees('You are the case officer');
    await picture(ola, '09-your-case');
  }, 60_000);

  it('SRC-02 SRC-14 §2.7 the officer asks for a search, answers it and submits the reply', async () => {
    await ola.press('Ask for a search…');
    await ola.drops('Where?', 'Anite', 'Contact system');
    await ola.choose('Who searches?', 'Ola Officer');
    await ola.fill('What to look for', 'Pat Sample, all tenancies');
    await picture(ola, '10-ask-for-a-search');
    await ola.press('Ask for a search');
    await ola.sees('You are asked to search');
    await ola.press('Answer the search…');
    await ola.choose('What did you find?', 'Found');
    await ola.fill('Pages found', '214');
    await ola.fill('Minutes spent', '45');
    await picture(ola, '11-answer-a-search');
    await ola.press('Answer the search');
    await ola.sees('found, 214 pages');
    await ola.press('Add records…');
    await ola.fill('Pages of each', '214');
    await ola.fill('Description', 'tenancy file');
    await ola.tick('Give it: nothing in it is exempt');
    await picture(ola, '11b-add-records');
    await ola.press('Add records');
    await ola.sees('1 record: 1 given');
    await ola.press('Submit for approval…');
    await ola.press('Submit for approval');
    await dev.sees('A reply is waiting for your approval');
    await picture(dev, '12-approve');
  }, 60_000);

  it('DSP-11 DSP-08 §2.12 the DIAO approves, the officer records the reply as sent and closes the case', async () => {
    await dev.press('Approve');
    await ola.sees('The reply is approved');
    await ola.press('Go through the checklist…');
    for (const check of leftToCheck({ facts: { identity: 'x', approvedOn: 'x', formatWish: 'NO_WISH' } }))
      await ola.choose('I have checked', check.title);
    await ola.press('Go through the checklist');
    await ola.press('Type the address…');
    await ola.fill('Address or e-mail it goes to', 'pat@example.org');
    await ola.press('Type the address');
    await dev.sees('Type the address again, from the record.');
    await dev.press('Type the address again…');
    await dev.fill('Address or e-mail it goes to', 'pat@example.org');
    await dev.press('Type the address again');
    await ola.sees('The address agrees.');
    await ola.press('Record as sent…');
    await ola.fill('Proof of sending', 'message 4711');
    await ola.fill('Where is the copy of what was really sent?', 'folder 7');
    await picture(ola, '13-record-as-sent');
    await ola.press('Record as sent');
    await ola.press('Close the case…');
    await ola.fill('Minutes spent in all', '300');
    await ola.press('Close the case');
    await ola.sees('Closed');
    await picture(ola, '14-closed');
  }, 60_000);

  it('INT-06 §2.2.4 reception can tell the caller how it ended', async () => {
    await rosa.says('case DR-2026-0001');
    await rosa.sees('All given');
    await picture(rosa, '15-what-to-tell-the-caller');
  }, 60_000);
});
