import { heightOf, LEFT, makeRoom, wear, WIDTH, type Look, type Pdf } from './pdf-look.js';
import { printableLines } from './printable.js';

/** What a screen reader steps through: each block is added to it as an element of its kind. */
export type Tree = PDFKit.PDFStructureElement;

/** An element of the tree with what it holds. */
export function element(pdf: Pdf, tag: string, draw: () => void, options: { scope?: 'Column' } = {}): Tree {
  // The types of the library do not know the scope of a head yet.
  return pdf.struct(tag, options as PDFKit.Mixins.StructureElementOptions, draw);
}

export interface Written {
  tag: string;
  look: Look;
  x?: number;
  width?: number;
  before?: number;
  after?: number;
  /** Room that must be left on the page, beside the text itself. */
  keep?: number;
}

/** A text without what cannot be printed; a space ends each line, so that words read aloud do not run into one. */
export const clean = (text: string): string => printableLines(text).join(' \n');

/** A text as one element of the tree, at the left edge unless said otherwise. */
export function write(
  pdf: Pdf,
  tree: Tree,
  text: string,
  { tag, look, x = LEFT, width = WIDTH, before = 0, after = 7, keep }: Written,
): void {
  pdf.y += before;
  if (keep !== undefined) makeRoom(pdf, heightOf(pdf, clean(text), look, width) + keep);
  wear(pdf, look);
  tree.add(element(pdf, tag, () => pdf.text(clean(text), x, pdf.y, { width, lineGap: look.lineGap })));
  pdf.y += after;
}

/** Drawn for the eye only: lines, and what repeats on each page. */
export function asArtifact(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
