import { describe, expect, it } from '@jest/globals';
import { getDocumentProxy } from 'unpdf';
import { renderLetter } from '../../src/adapters/documents/letter-file.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { acknowledgement } from '../../src/letters/acknowledgement.js';
import type { Letter, LetterFacts } from '../../src/letters/letter.js';
import { schedule } from '../../src/letters/schedule.js';
import { letterOf } from './text-of.js';

async function render(letter: Letter): Promise<Uint8Array> {
  const file = await renderLetter(letter, 'pdf');
  if (isRefusal(file)) throw new Error(file.sentence);
  expect([file.type, file.name.endsWith('.pdf')]).toEqual(['application/pdf', true]);
  return file.bytes;
}

interface Node {
  type?: string;
  role?: string;
  children?: Node[];
}
interface Read {
  title: unknown;
  lang: unknown;
  tagged: boolean;
  pages: { tree: Node; words: string }[];
}

/** What a reader of the file finds: its properties, and on each page its tree and its words. */
async function read(bytes: Uint8Array): Promise<Read> {
  const pdf = await getDocumentProxy(bytes.slice());
  const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
  const marks = await pdf.getMarkInfo();
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push({ tree: (await page.getStructTree()) as unknown as Node, words });
  }
  return { title: info['Title'], lang: info['Language'], tagged: marks?.['Marked'] === true, pages };
}

/** Roles that have words on this page: the tree of a page names those of the others too. */
const rolesIn = (node: Node): string[] => {
  const below = (node.children ?? []).flatMap(rolesIn);
  const has = below.length > 0 || (node.children ?? []).some((child) => child.type === 'content');
  return [...(node.role && has ? [node.role] : []), ...below];
};
const count = (roles: string[], role: string): number => roles.filter((r) => r === role).length;

const records = Array.from({ length: 60 }, (_, i) => ({
  ...{ dated: '3 March 2024', description: `Letter ${i + 1} about the rent`, source: 'Housing systems', place: '' },
  ...{ given: 'whole' as const, exemption: null },
}));
const reply: NonNullable<LetterFacts['reply']> = {
  records,
  undecided: [],
  searched: [],
  statements: [],
  diao: { post: 'Head of Housing Needs' },
};

describe('a letter as PDF', () => {
  it('LTR-02 can be read aloud: title, language, one main heading, headings, lists, the words as written', async () => {
    const { title, lang, tagged, pages } = await read(
      await render(letterOf(acknowledgement, { due: null, awaited: ['proof of who you are'] })),
    );
    expect([title, lang, tagged]).toEqual(['Acknowledgement (DR-2026-0001)', 'en-GB', true]);
    const roles = pages.flatMap(({ tree }) => rolesIn(tree));
    expect(count(roles, 'H1')).toBe(1);
    expect(count(roles, 'H2')).toBeGreaterThanOrEqual(4);
    for (const role of ['L', 'LI', 'Lbl', 'LBody', 'BlockQuote', 'P']) expect(roles).toContain(role);
    const words = pages.map((page) => page.words).join('\n');
    for (const said of ['Exampleshire Council', 'Ann Example', 'Our reference', 'I want everything you hold on me', 'Page 1 of 2'])
      expect(words).toContain(said);
  });

  it('LTR-22B has its list as a table with heads, over several pages, the head drawn again and told once', async () => {
    const { pages } = await read(await render(letterOf(schedule, { reply })));
    expect(pages.length).toBeGreaterThan(2);
    const roles = pages.map(({ tree }) => rolesIn(tree));
    expect(count(roles.flat(), 'TH')).toBe(5);
    expect(count(roles.flat(), 'TD')).toBe(5 * records.length);
    for (const { words } of pages) expect(words).toContain('What you get');
    expect(pages.at(-1)?.words).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  it('is the same file each time, and names nobody in its properties', async () => {
    const letter = letterOf(acknowledgement);
    const [one, two] = [await render(letter), await render(letter)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(JSON.stringify((await read(one)).title)).not.toContain('Ann');
  });

  it('keeps what people typed as plain words, and a break in it as a break', async () => {
    const { pages } = await read(await render(letterOf(acknowledgement, { asked: ['(Tj) \\051 <b>bold</b>\u202e\u0007\nsecond line'] })));
    expect(pages[0]?.words).toContain('(Tj) \\051 <b>bold</b>');
    expect(pages[0]?.words).toContain('second line');
    expect(pages[0]?.words).not.toMatch(/[\u202e\u0007]/);
  });

  it('is refused with the characters named when its font lacks them, and the Word document is not', async () => {
    const letter = letterOf(acknowledgement, { to: { name: 'Łucja Żółć', address: ['東京'] } });
    const refused = await renderLetter(letter, 'pdf');
    expect(isRefusal(refused) && refused.sentence).toBe(
      'The PDF cannot show 東 京. Take the Word document instead and check these characters in it.',
    );
    expect(isRefusal(await renderLetter(letter, 'docx'))).toBe(false);
    expect(isRefusal(await renderLetter(letterOf(acknowledgement, { to: { name: 'Łucja Żółć', address: [] } }), 'pdf'))).toBe(false);
  });
});
