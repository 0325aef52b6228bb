import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { renderDocx } from '../../src/adapters/documents/docx.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { acknowledgement } from '../../src/letters/acknowledgement.js';
import { defaultCouncil } from '../../src/letters/council.js';
import { writeLetter } from '../../src/letters/letter.js';
import type { LetterFacts } from '../../src/letters/letter.js';
import { someFacts } from './facts.js';

async function render(change: Partial<LetterFacts> = {}): Promise<Uint8Array> {
  const letter = writeLetter(acknowledgement, someFacts(change), defaultCouncil());
  if (isRefusal(letter)) throw new Error(letter.sentence);
  return renderDocx(letter);
}

function open(docx: Uint8Array): { part: (name: string) => string; words: string } {
  const parts = unzipSync(docx);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const words = part('word/document.xml').replace(/<w:(br|tab)[^>]*>|<\/w:p>/g, '\n').replace(/<[^>]+>/g, ''); // prettier-ignore
  return { part, words };
}

describe('a letter as DOCX', () => {
  it('LTR-02 can be opened and reads as written, with headings, British English and page numbers', async () => {
    const { part, words } = open(await render());
    expect(words).toContain('Ann Example\n9 Sample Street');
    expect(words).toContain('We will reply by Monday 2 November 2026.');
    expect(words.match(/DR-2026-0001/g)?.length).toBeGreaterThanOrEqual(2);
    expect(part('word/document.xml').match(/w:val="Heading1"/g)).toHaveLength(1);
    expect(part('word/document.xml').match(/w:val="Heading2"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(part('word/styles.xml')).toContain('w:val="en-GB"');
    expect(part('word/footer1.xml').replace(/<[^>]+>/g, '')).toContain('Page PAGE of NUMPAGES');
    expect(part('word/header1.xml')).toContain('Exampleshire Council');
  });

  it('is the same file each time, whatever the time of day and zone, and dated as the letter', async () => {
    const one = await render();
    await new Promise((done) => setTimeout(done, 1100));
    expect(Buffer.from(await render()).equals(Buffer.from(one))).toBe(true);
    const core = open(one).part('docProps/core.xml');
    expect(core.match(/2026-10-02T12:00:00Z/g)).toHaveLength(2);
    expect(core).not.toContain('Un-named');
  });

  it('names nobody in its properties', async () => {
    const parts = unzipSync(await render());
    for (const name of ['docProps/core.xml', 'docProps/app.xml', 'word/header1.xml', 'word/footer1.xml'])
      expect(strFromU8(parts[name] ?? new Uint8Array())).not.toMatch(/Ann|Sample Street/);
  });

  it('keeps what people typed as plain words: markup, fields, control and direction marks', async () => {
    const typed = '<w:p>&amp; {{name}} ${x} "quoted"\u0000\u0007\ud800 left\u202eright\nsecond line';
    const { part, words } = open(await render({ asked: [typed] }));
    expect(words).toContain('&lt;w:p&gt;&amp;amp; {{name}} ${x} &quot;quoted&quot; leftright\nsecond line');
    expect(part('word/document.xml')).not.toMatch(/instrText|hyperlink/);
  });
});
