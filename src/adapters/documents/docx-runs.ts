import { TextRun } from 'docx';

// What XML cannot hold, and marks that turn the direction of the text round, which could make a letter show other words than were typed.
const NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu;

/** Text as runs, one a line; never interpreted. */
export function textRuns(text: string, look: { bold?: boolean } = {}): TextRun[] {
  return text
    .replace(NOT_PRINTABLE, '')
    .split(/\r\n|\r|\n/)
    .map((line, i) => new TextRun({ text: line, ...look, ...(i > 0 && { break: 1 }) }));
}
