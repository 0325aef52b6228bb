import type { Block, Letter } from '../../letters/letter.js';
import { COLOURS, heightOf, LABEL_WIDTH, LEFT, LOOKS, makeRoom, wear, WIDTH, type Pdf } from './pdf-look.js';
import { drawTable } from './pdf-table.js';
import { asArtifact, clean, element, write, type Tree } from './pdf-tree.js';

/** A heading never stands alone at the foot of a page. */
const WITH_HEADING = 60;

/** A block of a letter, drawn and tagged as what it is. */
export function drawBlock(pdf: Pdf, tree: Tree, block: Block): void {
  switch (block.kind) {
    case 'title':
      return write(pdf, tree, block.text, { tag: 'H1', look: LOOKS.title, before: 8, after: 9, keep: WITH_HEADING });
    case 'heading':
      return write(pdf, tree, block.text, { tag: 'H2', look: LOOKS.heading, before: 9, after: 5, keep: WITH_HEADING });
    case 'paragraph':
      return write(pdf, tree, block.text, { tag: 'P', look: LOOKS.text });
    case 'key':
      return write(pdf, tree, block.text, { tag: 'P', look: LOOKS.key });
    case 'quote':
      return drawQuote(pdf, tree, block.text);
    case 'list':
      return drawList(pdf, tree, block.items);
    case 'table':
      return drawTable(pdf, tree, block);
    case 'rows':
      block.rows.forEach((row) => drawLabelled(pdf, tree, row));
      pdf.y += 6;
      return;
    case 'sign':
      return write(pdf, tree, [block.closing, '', '', ...block.lines].join('\n'), { tag: 'P', look: LOOKS.text, before: 16, keep: 0 });
  }
}

/** Words of somebody else, set in with a line at their side that no screen reader speaks of. */
function drawQuote(pdf: Pdf, tree: Tree, text: string): void {
  const [from, page] = [pdf.y, pdf.page];
  write(pdf, tree, text, { tag: 'BlockQuote', look: LOOKS.text, x: LEFT + 14, width: WIDTH - 14 });
  const until = pdf.page === page ? pdf.y - 9 : from;
  if (until > from)
    asArtifact(pdf, () => {
      pdf
        .moveTo(LEFT + 2, from)
        .lineTo(LEFT + 2, until)
        .lineWidth(2.2)
        .strokeColor(COLOURS.accent)
        .stroke();
    });
}

function drawList(pdf: Pdf, tree: Tree, items: readonly string[]): void {
  const all = pdf.struct('L');
  tree.add(all);
  for (const item of items) {
    makeRoom(pdf, 18);
    const one = pdf.struct('LI');
    all.add(one);
    wear(pdf, LOOKS.text);
    const top = pdf.y;
    one.add(element(pdf, 'Lbl', () => pdf.text('•', LEFT + 8, top, { width: 12, lineBreak: false })));
    pdf.y = top;
    write(pdf, one, item, { tag: 'LBody', look: LOOKS.text, x: LEFT + 24, width: WIDTH - 24, after: 3 });
    one.end();
  }
  all.end();
  pdf.y += 5;
}

/** A label and its value on one line, as one paragraph for the ear. */
export function drawLabelled(pdf: Pdf, tree: Tree, { label, value }: { label: string; value: string }): void {
  const width = WIDTH - LABEL_WIDTH;
  makeRoom(pdf, heightOf(pdf, clean(value), LOOKS.text, width));
  const top = pdf.y;
  const line = pdf.struct('P');
  tree.add(line);
  wear(pdf, LOOKS.key);
  line.add(element(pdf, 'Span', () => pdf.text(`${clean(label)} `, LEFT, top, { width: LABEL_WIDTH })));
  pdf.y = top;
  write(pdf, line, value, { tag: 'Span', look: LOOKS.text, x: LEFT + LABEL_WIDTH, width, after: 2 });
  line.end();
}

/** To whom, then reference and date, as a letter to a window envelope has them. */
export function drawAddress(pdf: Pdf, tree: Tree, letter: Letter): void {
  if (letter.to.length > 0) write(pdf, tree, letter.to.join('\n'), { tag: 'P', look: LOOKS.text, before: 12, after: 16 });
  drawLabelled(pdf, tree, { label: 'Our reference', value: letter.reference });
  drawLabelled(pdf, tree, { label: 'Date', value: letter.writtenOn });
  pdf.y += 12;
}
