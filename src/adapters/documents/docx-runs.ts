import { TextRun } from 'docx';
import { printableLines } from './printable.js';

/** Text as runs, one a line; never interpreted. */
export function textRuns(text: string, look: { bold?: boolean } = {}): TextRun[] {
  return printableLines(text).map((line, i) => new TextRun({ text: line, ...look, ...(i > 0 && { break: 1 }) }));
}
