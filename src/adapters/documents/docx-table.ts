import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block } from '../../letters/letter.js';
import { textRuns } from './docx-runs.js';
import { PALE, QUIET, TEXT_WIDTH } from './docx-styles.js';

type TableBlock = Extract<Block, { kind: 'table' }>;
const line = { style: BorderStyle.SINGLE, size: 4, color: 'B9C4CC' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A table across the page. Its head stands again on each page, and a row is never torn in two. */
export function blockTable({ columns, rows }: TableBlock): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / whole));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, i) => headCell(title, widths[i] ?? 0)),
  });
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, widths[i] ?? 0)) }));
  return new Table({
    rows: [head, ...body],
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
  });
}

const headCell = (title: string, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, fill: PALE, color: 'auto' },
    children: [new Paragraph({ style: 'Cell', children: textRuns(title, { bold: true }) })],
  });

const cell = (text: string, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { bottom: { ...line, color: QUIET, size: 2 } },
    children: [new Paragraph({ style: 'Cell', children: textRuns(text) })],
  });
