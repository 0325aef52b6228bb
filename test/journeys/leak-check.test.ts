import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { startBot, type Bot } from '../support/bot.js';
import { findAll, type Clerk } from '../support/clerk.js';
import { ofExemption } from '../support/exemption-answers.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

const docx = (text: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:document>`) });

describe('The check of a finished document', () => {
  let bot: Bot;
  let town: Town;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    ref = await report(town.sam);
    await bringTo('assessing', town, ref);
    await town.ola.takes(ref, 'add-records', { description: 'Letter about the rent', giveNow: 'true' });
    await town.ola.takes(ref, 'add-records', { description: 'Memo from the tip-off line' });
    const kept = { decision: 'WITHHOLD', fromPage: '1', what: 'all', why: 'as set out', exemption: 'EX-CRIME', consultee: 'DC Sample' };
    await town.ola.takes(ref, 'redact-or-withhold', { ...kept, ...ofExemption['EX-CRIME'], cite: 'false', silenceWhy: 'It would warn them.' }, 'r2'); // prettier-ignore
  }, 60_000);
  afterAll(() => bot.stop());

  const stateNow = async () => (await bot.rightsdesk.desk.requests.byRef(ref))?.state;
  const linkFor = async (who: Clerk): Promise<string> => {
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    const { card } = await who.presses('leak-check', { r: id });
    const url = findAll(card, (n) => n['type'] === 'Action.OpenUrl')[0]?.['url'];
    return typeof url === 'string' ? url : '';
  };
  const sends = async (url: string, file: Uint8Array | null, names = '') => {
    const body = new FormData();
    if (file) body.set('document', new Blob([Buffer.from(file)]), 'reply.docx');
    body.set('names', names);
    const reply = await fetch(url, { method: 'POST', body });
    return { status: reply.status, words: await reply.text() };
  };

  it('DSP-01 DSP-03 §2.12.1 says where a hidden word or a typed name stands, records it, and is clean after it is taken out', async () => {
    const url = await linkFor(town.ola);
    expect((await fetch(url)).status).toBe(200);
    const bad = docx('The police told us. Ask Nell Neighbour about the memo from the tip-off line.');
    const { status, words } = await sends(url, bad, 'Nell Neighbour\n');
    expect(status).toBe(200);
    for (const said of ['Do not send this document', 'The text says “police”', 'says “nell neighbour”', 'memo from the tip-off line'])
      expect(words).toContain(said);
    expect((await stateNow())?.facts).toMatchObject({ leaks: 'FOUND', leakCount: 3, leakCheckedOn: '2026-11-23' });
    expect(JSON.stringify(await stateNow())).not.toMatch(/neighbour|police/i);
    expect((await sends(url, bad)).status).toBe(410);

    const good = docx('About your rent.');
    const clean = await sends(await linkFor(town.ola), good, 'Nell Neighbour');
    expect(clean.words).toContain('Nothing was found');
    const sum = createHash('sha256').update(good).digest('hex');
    expect(clean.words.replace(/\s/g, '')).toContain(sum);
    expect((await stateNow())?.facts).toMatchObject({ leaks: 'CLEAN', leakCount: 0 });
    expect(await town.ola.asksFor(ref)).toContain('checked Mon 23 Nov 2026, nothing found');
  }, 60_000);

  it('DSP-01 a bad file, none, or one too large is answered in a sentence and costs nobody the link', async () => {
    const url = await linkFor(town.dev);
    const before = (await stateNow())?.took['record-the-leak-check'];
    for (const [file, said] of [
      [null, 'No document came'],
      [strToU8('hello'), 'neither a PDF nor a Word'],
      [new Uint8Array(26_000_000), 'larger than 25 MB'],
    ] as const) {
      const { status, words } = await sends(url, file);
      expect([status, words.includes(said)]).toEqual([422, true]);
    }
    expect((await stateNow())?.took['record-the-leak-check']).toEqual(before);
    expect((await sends(url, docx('fine'))).status).toBe(200);
  }, 60_000);

  it('DSP-01 SEC-12 nobody records a check that was not made, and nobody without the case gets a link', async () => {
    expect(await linkFor(town.sam)).toBe('');
    const request = await bot.rightsdesk.desk.requests.byRef(ref);
    await town.ola.presses('record-the-leak-check', { r: request?.id, v: request?.version, k: 'k1', leaks: 'CLEAN', leakCount: '0', leakKind: 'PDF', leakFile: 'x' }); // prettier-ignore
    expect((await bot.rightsdesk.desk.requests.byRef(ref))?.version).toBe(request?.version);
  });
});
