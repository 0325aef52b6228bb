import { stringify } from 'csv-stringify/sync';
import type { Sheet, WriteSheet } from '../../usecases/ports.js';

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Rows in one part of the file: enough to be quick, few enough that no file is ever held whole. */
const ROWS_IN_PART = 200;
type Row = (string | number)[];

/**
 * A sheet as CSV for a spreadsheet program: with a byte order mark, quoted where needed, and no cell that would be taken for a formula.
 * Text is trimmed first, because a formula after a space would not be noticed. The next rows are read when the part before is taken.
 */
export const writeCsv: WriteSheet = async function* ({ columns, rows }) {
  let head: Row[] | null = [[...columns]];
  for await (const part of inParts(rows)) {
    yield partOf([...(head ?? []), ...part], { bom: head !== null });
    head = null;
  }
  if (head) yield partOf(head, { bom: true });
};

async function* inParts(rows: Sheet['rows']): AsyncIterable<Row[]> {
  let part: Row[] = [];
  for await (const row of rows) {
    part.push(row.map(cell));
    if (part.length < ROWS_IN_PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

const partOf = (rows: Row[], { bom }: { bom: boolean }): Uint8Array =>
  Buffer.from(stringify(rows, { bom, escape_formulas: true, record_delimiter: 'windows' }));

const cell = (value: string | number | null): string | number => (typeof value === 'string' ? value.trim() : (value ?? ''));
