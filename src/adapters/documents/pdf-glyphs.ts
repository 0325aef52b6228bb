import PDFDocument from 'pdfkit';
import type { Letter } from '../../letters/letter.js';
import { FACES } from './pdf-look.js';
import { printableLines } from './printable.js';

interface Face {
  hasGlyphForCodePoint(point: number): boolean;
}
let face: Face | null = null;

/** The face of the text, opened once: which characters it has. */
function openFace(): Face {
  if (face === null) {
    const pdf = new PDFDocument({ font: FACES.plain, autoFirstPage: false });
    // The library gives no other way to ask its font what it can draw.
    face = (pdf as unknown as { _font: { font: Face } })._font.font;
  }
  return face;
}

/** Characters of a letter that the font of the PDF cannot draw, each once; a name in another script would be empty boxes. */
export function undrawable(letter: Letter): string[] {
  const known = openFace();
  const drawn = textsIn([letter.to, letter.parts, letter.council]).flatMap(printableLines).join('');
  return [...new Set(drawn)].filter((character) => !known.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
