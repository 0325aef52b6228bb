import { HeadingLevel, Paragraph, TabStopType, TextRun } from 'docx';
import type { Table } from 'docx';
import type { Block, Letter } from '../../letters/letter.js';
import { textRuns } from './docx-runs.js';
import { BULLETS } from './docx-styles.js';
import { blockTable } from './docx-table.js';

/** To whom, then reference and date, as a letter to a window envelope has them. */
export function addressBlock(letter: Letter): Paragraph[] {
  return [
    ...(letter.to.length > 0
      ? [new Paragraph({ children: textRuns(letter.to.join('\n')), spacing: { before: 240, after: 320, line: 264 } })]
      : []),
    labelled('Our reference', letter.reference, 0),
    labelled('Date', letter.writtenOn, 320),
  ];
}

function labelled(label: string, value: string, after: number): Paragraph {
  return new Paragraph({
    children: [...textRuns(label, { bold: true }), new TextRun({ text: '\t' }), ...textRuns(value)],
    tabStops: [{ type: TabStopType.LEFT, position: 1900 }],
    indent: { left: 1900, hanging: 1900 },
    spacing: { after, line: 276 },
    keepNext: true,
  });
}

/** A block of a letter as paragraphs, or as a table with a line of space after it. */
export function blockParagraphs(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns(block.text) })];
    case 'paragraph':
      return [new Paragraph({ children: textRuns(block.text) })];
    case 'key':
      return [new Paragraph({ children: textRuns(block.text, { bold: true }) })];
    case 'quote':
      return [new Paragraph({ style: 'Asked', children: textRuns(block.text) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: textRuns(item) }));
    case 'table':
      return [blockTable(block), new Paragraph({ style: 'Quiet' })];
    case 'rows':
      return block.rows.map(({ label, value }, i) => labelled(label, value, i === block.rows.length - 1 ? 140 : 40));
    case 'sign':
      return signature(block.closing, block.lines);
  }
}

// One paragraph with room to sign, so that no word processor puts the name on another page than the greeting.
function signature(closing: string, lines: string[]): Paragraph[] {
  return [new Paragraph({ children: textRuns([closing, '', '', ...lines].join('\n')), spacing: { before: 320 }, keepLines: true })];
}
