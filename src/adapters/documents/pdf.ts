import PDFDocument from 'pdfkit';
import type { Letter } from '../../letters/letter.js';
import { drawAddress, drawBlock } from './pdf-blocks.js';
import { COLOURS, FACES, LEFT, LOOKS, PAGE, wear, WIDTH, type Pdf } from './pdf-look.js';
import { asArtifact, clean, write, type Tree } from './pdf-tree.js';

/** The type of a PDF file, for HTTP. */
export const PDF_TYPE = 'application/pdf';

/**
 * Lays a letter out as a tagged PDF: title, language, headings, lists and tables as what they are, so that it can be read aloud. The same
 * letter gives the same bytes. People's words are data: they cannot become links or markup.
 */
export async function renderPdf(letter: Letter): Promise<Uint8Array> {
  const pdf = openPdf(letter);
  const bytes = collect(pdf);
  const tree = pdf.struct('Document');
  pdf.addStructure(tree);
  drawLetterhead(pdf, tree, letter);
  drawAddress(pdf, tree, letter);
  for (const { blocks } of letter.parts) for (const block of blocks) drawBlock(pdf, tree, block);
  tree.end();
  drawMargins(pdf, letter);
  pdf.end();
  return bytes;
}

function openPdf(letter: Letter): Pdf {
  // Noon of its own day, so that the file does not tell when it was made, and is the same each time.
  const day = new Date(`${letter.on}T12:00:00Z`);
  const info = {
    Title: `${letter.title} (${letter.reference})`,
    Author: letter.council.name,
    Subject: `${letter.row} ${letter.reference}`,
  };
  const options: PDFKit.PDFDocumentOptions = {
    ...PAGE,
    pdfVersion: '1.7',
    // The types of the library do not know this one yet.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: FACES.plain,
    info: { ...info, CreationDate: day, ModDate: day },
  };
  return new PDFDocument(options);
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
  });
}

/** The head of the first page: whose letter it is and how to reach them. */
function drawLetterhead(pdf: Pdf, tree: Tree, { council }: Letter): void {
  write(pdf, tree, council.name, { tag: 'P', look: LOOKS.council, after: 3 });
  write(pdf, tree, [council.team, ...council.address].join(', '), { tag: 'P', look: LOOKS.quiet, after: 1 });
  write(pdf, tree, [council.phone, council.email, council.website].join('  ·  '), { tag: 'P', look: LOOKS.quiet, after: 5 });
  asArtifact(pdf, () => rule(pdf, pdf.y));
  pdf.y += 14;
}

const rule = (pdf: Pdf, y: number): void =>
  void pdf.moveTo(LEFT, y).lineTo(LEFT + WIDTH, y).lineWidth(0.8).strokeColor(COLOURS.accent).stroke(); // prettier-ignore

/** What stands in the margins of every page: the council and the reference above, "Page 1 of 2" below, so that a lost sheet finds its way back. */
function drawMargins(pdf: Pdf, letter: Letter): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const lines: [number, string, 'left' | 'right'][] = [
      [pdf.page.height - 44, letter.reference, 'left'],
      [pdf.page.height - 44, `Page ${page + 1} of ${count}`, 'right'],
    ];
    if (page > start) lines.push([32, letter.council.name, 'left'], [32, letter.reference, 'right']);
    asArtifact(pdf, () => lines.forEach(([y, text, align]) => inMargin(pdf, y, text, align)), 'Pagination');
    if (page > start) asArtifact(pdf, () => rule(pdf, 48));
  }
}

function inMargin(pdf: Pdf, y: number, text: string, align: 'left' | 'right'): void {
  // What is written below the margin would begin a page.
  const { bottom } = pdf.page.margins;
  pdf.page.margins.bottom = 0;
  wear(pdf, LOOKS.quiet).text(clean(text), LEFT, y, { width: WIDTH, align, lineBreak: false });
  pdf.page.margins.bottom = bottom;
}
