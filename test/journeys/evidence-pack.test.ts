import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { ofExemption } from '../support/exemption-answers.js';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, heard, report, settle, type Town } from '../support/town.js';

type Card = Record<string, unknown> | undefined;
const ALL = 'CONSENT,STAFF_NAMES,ADDRESS,CODES,COMPLETE,UNALTERED,SUPPLEMENT,COVER,PLAIN,UNSAID';

describe('The evidence pack', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  const idOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
  const pageOf = async (who: Clerk, ref: string): Promise<Card> => (await who.presses('evidence-pack', { r: await idOf(ref) })).card;
  const linksIn = (card: Card): string[] => findAll(card, (n) => n['type'] === 'Action.OpenUrl').map((n) => String(n['url']));
  const unpack = async (url: string) => {
    const reply = await fetch(url, { method: 'POST' });
    expect(reply.headers.get('content-type')).toBe('application/zip');
    const parts = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    return { parts, names: Object.keys(parts), text: (name: string) => strFromU8(parts[name] ?? new Uint8Array()) };
  };
  const pdfWords = async (bytes: Uint8Array | undefined): Promise<string> =>
    (await extractText(await getDocumentProxy(new Uint8Array(bytes ?? [])), { mergePages: true })).text;

  /** One record given, one withheld and named, one withheld in silence; brought on and closed. */
  const closedCase = async (): Promise<string> => {
    const { sam, ola, dev, ines } = town;
    const ref = await report(sam);
    await bringTo('assessing', town, ref);
    await ola.takes(ref, 'add-records', { description: 'Letter about the rent', dated: '3 March 2024', giveNow: 'true' });
    await ola.takes(ref, 'add-records', { description: 'Reference from a landlord', kind: 'REFERENCE' });
    await ola.takes(ref, 'add-records', { description: 'Memo from the tip-off line' });
    const note = { decision: 'WITHHOLD', fromPage: '1', what: 'all of the page', why: 'given in confidence' };
    await ola.takes(ref, 'redact-or-withhold', { ...note, ...ofExemption['EX-REF'], exemption: 'EX-REF', cite: 'true' }, 'r2');
    await ola.takes(ref, 'redact-or-withhold', { ...note, ...ofExemption['EX-CRIME'], exemption: 'EX-CRIME', consultee: 'DC Sample', cite: 'false', silenceWhy: 'It would tip them off.' }, 'r3'); // prettier-ignore
    await ola.takes(ref, 'record-the-view', { opinion: 'KEEP', answeredBy: 'DC Sample', viewWords: 'Please hold it' }, 'c1');
    await ines.takes(ref, 'approve-silence', { silent: 'APPROVED' }, 'r3');
    await ola.takes(ref, 'submit-for-approval', {});
    await dev.takes(ref, 'approve');
    await ola.takes(ref, 'check-before-sending', { checks: ALL });
    await ola.takes(ref, 'type-the-address', { destination: '1 Sample Street' });
    await dev.takes(ref, 'type-the-address-again', { destinationAgain: '1 Sample Street' });
    await ola.takes(ref, 'record-as-sent', { method: 'SECURE_MAIL', proof: 'message 4711', filedAt: 'folder 7' });
    await ola.takes(ref, 'close-the-case', { minutes: '300' });
    return ref;
  };

  it('DSP-09 §2.12.2 one ZIP holds the whole case in plain words, and its checksums and its chain agree', async () => {
    const ref = await closedCase();
    const { dev } = town;
    expect(actionsOf(((await dev.says(`case ${ref}`)).at(-1) as { card?: Card }).card).map((a) => a['verb'])).toContain('evidence-pack');
    const [url = ''] = linksIn(await pageOf(dev, ref));
    const { parts, names, text } = await unpack(url);
    for (const name of ['01-completion.txt', '02-history.txt', '03-why-each-date.txt', '04-schedule.csv', '05-file-notes.txt', '06-views.txt', '07-searches.csv', 'chain/how-to-verify.txt']) expect(names).toContain(name); // prettier-ignore
    for (const said of [
      ref,
      CALLER,
      'Given in part',
      'Closed: Mon 23 Nov 2026',
      'Minutes: searching: 45',
      'Minutes: in all: 300',
      'folder 7',
    ])
      expect(text('01-completion.txt')).toContain(said);
    for (const said of ['Sam Staff', 'Ola Officer, case officer, sent the reply §2.12', heard.words, 'approved the reply'])
      expect(text('02-history.txt')).toContain(said);
    expect(text('03-why-each-date.txt')).toMatch(/1\. .*§/);
    for (const said of ['Letter about the rent', 'Memo from the tip-off line', 'not named to the requester'])
      expect(text('04-schedule.csv')).toContain(said);
    for (const said of ['given in confidence', 'It would tip them off.', 'Named to the requester: no'])
      expect(text('05-file-notes.txt')).toContain(said);
    for (const said of ['DC Sample', 'Please hold it']) expect(text('06-views.txt')).toContain(said);
    for (const said of ['Housing systems', 'Ola Officer', 'found', '45']) expect(text('07-searches.csv')).toContain(said);
    const cover = names.find((n) => n.includes('covering-letter'));
    expect(await pdfWords(parts[cover ?? ''])).toContain(ref);

    const sums = text('SHA256SUMS.txt')
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums).toHaveLength(names.length - 1);
    for (const [sum, name] of sums)
      expect(
        createHash('sha256')
          .update(parts[name ?? ''] ?? '')
          .digest('hex'),
      ).toBe(sum);
    const chain = JSON.parse(text('chain/chain.json')) as { head: string; steps: { mac: string }[] };
    const stored = await bot.rightsdesk.desk.requests.byRef(ref);
    expect([chain.head, chain.steps.at(-1)?.mac, chain.steps.length]).toEqual([stored?.mac, stored?.mac, stored?.version]);
    expect((await fetch(url, { method: 'POST' })).status).toBe(410);
  }, 120_000);

  it('DSP-09 EXM-06 the requester’s version says what they were told, and nothing of what was kept quiet', async () => {
    const ref = await closedCase();
    const page = await pageOf(town.dev, ref);
    expect(wordsIn(page)).toContain('says nothing of it');
    const { parts, names, text } = await unpack(linksIn(page)[1] ?? '');
    expect(text('history.txt')).toContain('We sent you our reply.');
    const all = [...names, text('history.txt'), text('read-me.txt')];
    for (const name of names.filter((n) => n.endsWith('.pdf') && !n.includes('how-we-use'))) all.push(await pdfWords(parts[name]));
    expect(all.join('\n')).toContain('Reference from a landlord');
    for (const hidden of ['tip-off', 'DC Sample', 'crime', 'police', 'Sam Staff', 'EX-CRIME', 'silence'])
      expect(all.join('\n').toLowerCase()).not.toContain(hidden.toLowerCase());
    expect(names.filter((n) => /chain|schedule\.csv|notes|views|searches/.test(n))).toEqual([]);
  }, 120_000);

  it('DSP-09 SEC-14 whoever has no part in it gets neither page nor file', async () => {
    const ref = await closedCase();
    const link = linksIn(await pageOf(town.ola, ref))[0] ?? '';
    for (const who of [town.sam, town.rosa]) expect(linksIn(await pageOf(who, ref))).toEqual([]);
    expect(wordsIn(await pageOf(town.rosa, ref))).not.toContain(CALLER);
    const other = link.replace(/letters\/.*/, 'letters/made-up');
    expect((await fetch(other, { method: 'POST' })).status).toBe(410);
  }, 120_000);
});
