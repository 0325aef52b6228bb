import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { ACCENT, INK, PALE, QUIET } from './docx-styles.js';

/** A page under way. */
export type Pdf = InstanceType<typeof PDFDocument>;

const find = createRequire(import.meta.url).resolve;
const font = (weight: string): string => find(`@expo-google-fonts/atkinson-hyperlegible/${weight}/AtkinsonHyperlegible_${weight}.ttf`);

/** The two faces of every letter, from the package: nothing is downloaded and nothing is taken from the machine. */
export const FACES = { plain: font('400Regular'), bold: font('700Bold') };

/** A4 in points, with margins of 2.2 cm; the foot holds the number of the page. */
export const PAGE = { size: 'A4' as const, margins: { top: 62, bottom: 68, left: 62, right: 62 } };
export const LEFT = PAGE.margins.left;
export const WIDTH = 595.28 - 2 * LEFT;
/** Where values stand beside their labels. */
export const LABEL_WIDTH = 95;

const colour = (hex: string): string => `#${hex}`;
export const COLOURS = { ink: colour(INK), accent: colour(ACCENT), quiet: colour(QUIET), pale: colour(PALE), line: '#B9C4CC' };

export interface Look {
  face: keyof typeof FACES;
  size: number;
  colour: string;
  lineGap: number;
}
const look = (row: Partial<Look>): Look => ({ face: 'plain', size: 12, colour: COLOURS.ink, lineGap: 2.5, ...row });

/** The same sizes as the Word document: a public letter must be readable without glasses. */
export const LOOKS = {
  text: look({}),
  key: look({ face: 'bold' }),
  title: look({ face: 'bold', size: 18, colour: COLOURS.accent }),
  heading: look({ face: 'bold', size: 13, colour: COLOURS.accent }),
  council: look({ face: 'bold', size: 17, colour: COLOURS.accent, lineGap: 0 }),
  quiet: look({ size: 9, colour: COLOURS.quiet, lineGap: 1 }),
  cell: look({ size: 10, lineGap: 1 }),
  headCell: look({ face: 'bold', size: 10, lineGap: 1 }),
} as const;

/** Sets the face, size and colour of what is written next. */
export const wear = (pdf: Pdf, { face, size, colour: fill }: Look): Pdf => pdf.font(FACES[face]).fontSize(size).fillColor(fill);

/** How high a text stands in a width. */
export function heightOf(pdf: Pdf, text: string, worn: Look, width: number): number {
  return wear(pdf, worn).heightOfString(text, { width, lineGap: worn.lineGap });
}

/** The lowest place on a page that text may reach. */
export const bottomOf = (pdf: Pdf): number => pdf.page.height - PAGE.margins.bottom;
/** Begins a page unless so much room is left. */
export function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
}
