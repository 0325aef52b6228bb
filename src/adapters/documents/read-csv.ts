import { parse, CsvError } from 'csv-parse/sync';
import type { ImportSheet } from '../../usecases/import-cases.js';

interface Read {
  info: { lines: number };
  record: string[];
}

/**
 * A CSV file as a sheet: the first row names the columns, each later row knows the line it begins on. Answers a sentence when it is not
 * UTF-8 text or not CSV. Cells a row lacks are empty; a row with too many is a fault of the file.
 */
export function readCsv(bytes: Uint8Array): ImportSheet | { fault: string } {
  const text = decode(bytes);
  if (text === null) return { fault: 'The file is not UTF-8 text. Save it as “CSV UTF-8”.' };
  try {
    // Cells copied from a spreadsheet come parted by tabs.
    const delimiter = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
    const read = parse(text, {
      delimiter,
      info: true,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Read[];
    const [head, ...rows] = read;
    if (!head) return { fault: 'The file is empty.' };
    const columns = head.record.map((name) => name.toLowerCase());
    const long = rows.find((row) => row.record.length > columns.length);
    if (long) return { fault: `Line ${beginOf(long)} has ${long.record.length} cells for ${columns.length} columns.` };
    return { columns, rows: rows.map((row) => ({ line: beginOf(row), cells: cellsOf(columns, row.record) })) };
  } catch (error) {
    if (error instanceof CsvError) return { fault: `The file is not CSV: ${error.message}` };
    throw error;
  }
}

const cellsOf = (columns: string[], record: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']));

/** The reader counts to the end of a row; line breaks inside cells lie before it. */
const beginOf = ({ info, record }: Read): number => info.lines - record.join('').split('\n').length + 1;

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
