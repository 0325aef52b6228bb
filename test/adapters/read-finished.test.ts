import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { readFinished } from '../../src/adapters/documents/read-finished.js';

const NAME = 'Nell Neighbour';

/** A PDF with whatever is drawn on it. */
function pdfOf(draw: (pdf: PDFKit.PDFDocument) => void, info: Record<string, string> = {}, more: object = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ info, ...more });
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(parts)));
    });
    draw(pdf);
    pdf.end();
  });
}
const para = (inner: string) => `<w:p>${inner}</w:p>`;
const run = (text: string, look = '') => `<w:r>${look}<w:t>${text}</w:t></w:r>`;
const docxOf = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const placesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const read = await readFinished(bytes);
  if ('fault' in read) throw new Error(read.fault);
  return read.said.filter(({ text }) => text.replace(/\s+/g, ' ').includes(NAME)).map(({ place }) => place);
};

describe('what stands in a finished PDF', () => {
  it('is read on its page, also in white and under a black bar', async () => {
    const pdf = await pdfOf((p) => {
      p.text('About the rent').addPage();
      p.fillColor('white').text(NAME, 50, 100);
      p.rect(40, 90, 300, 40).fill('black');
    });
    expect(await placesOf(pdf)).toEqual(['Page 2']);
  });

  it('is read in notes and in properties', async () => {
    const pdf = await pdfOf((p) => p.text('Hello').note(20, 20, 60, 20, `ask ${NAME}`), { Title: `Letter of ${NAME}` });
    expect(await placesOf(pdf)).toEqual(['The properties of the document', 'A note, form or link on page 1']);
  });

  it('is said to be unread where a page is a picture', async () => {
    const read = await readFinished(await pdfOf((p) => p.rect(0, 0, 100, 100).fill('black')));
    expect(read).toMatchObject({ kind: 'PDF', unread: ['page 1: a picture without words'] });
  });

  it.each([
    ['locked', () => pdfOf((p) => p.text('x'), {}, { userPassword: 'secret' }), 'locked with a password'],
    ['cut off', async () => (await pdfOf((p) => p.text('x'))).slice(0, 120), 'damaged'],
    ['neither', async () => strToU8('MZ\u0090'), 'neither a PDF nor a Word document'],
    ['a ZIP of something else', async () => zipSync({ 'a.txt': strToU8('x') }), 'its text is missing'],
    ['a cut ZIP', async () => docxOf(para(run('x'))).slice(0, 60), 'damaged'],
  ])('is refused in a sentence when it is %s', async (_what, make, sentence) => {
    expect(await readFinished(await make())).toMatchObject({ fault: expect.stringContaining(sentence) });
  });
});

describe('what stands in a finished Word document', () => {
  it('is read across runs, hidden, deleted with changes tracked, in comments, heads, authors and properties', async () => {
    const hidden = run(NAME, '<w:rPr><w:vanish/></w:rPr>');
    const cut = `${run('Nell Nei')}${run('ghbour')}`;
    expect(await placesOf(docxOf(para(cut)))).toEqual(['The text']);
    expect(await placesOf(docxOf(para(hidden)))).toEqual(['The text']);
    const tracked = `<w:del w:author="Ola"><w:r><w:delText>${NAME}</w:delText></w:r></w:del>`;
    expect(await placesOf(docxOf(para(tracked)))).toEqual(['A tracked change: what was deleted']);
    const more = {
      'word/comments.xml': `<w:comments><w:comment w:author="x">${para(run(NAME))}</w:comment></w:comments>`,
      'word/header1.xml': `<w:hdr>${para(run(NAME))}</w:hdr>`,
      'docProps/core.xml': `<cp:coreProperties><dc:creator>${NAME}</dc:creator></cp:coreProperties>`,
    };
    expect((await placesOf(docxOf(para(run('x')), more))).sort()).toEqual([
      'A comment',
      'A head or foot of the pages',
      'The properties of the document',
    ]);
    const author = `<w:ins w:author="${NAME}">${run('x')}</w:ins>`;
    expect(await placesOf(docxOf(para(author)))).toEqual(['The text, beside the words (author, alternative text, link)']);
  });

  it('is clean after true removal, and says which pictures nobody looked into', async () => {
    const docx = docxOf(para(run('About the rent')), { 'word/media/scan.png': 'x' });
    expect(Object.keys(unzipSync(docx))).toContain('word/media/scan.png');
    expect(strFromU8(docx.slice(0, 2))).toBe('PK');
    expect(await placesOf(docx)).toEqual([]);
    expect(await readFinished(docx)).toMatchObject({ kind: 'DOCX', unread: ['media/scan.png'] });
  });
});
