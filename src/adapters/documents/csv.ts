import { stringify } from 'csv-stringify';
import type { WriteSheet } from '../../usecases/ports.js';

export const CSV_TYPE = 'text/csv; charset=utf-8';

/**
 * A sheet as CSV for a spreadsheet program: with a byte order mark, quoted where needed, and no cell that would be taken for a formula.
 * Text is trimmed first, because a formula after a space would not be noticed.
 */
export const writeCsv: WriteSheet = async ({ columns, rows }) => {
  const writer = stringify({ header: true, columns: [...columns], bom: true, escape_formulas: true, record_delimiter: 'windows' });
  const parts: Buffer[] = [];
  writer.on('data', (part: Buffer) => parts.push(part));
  const written = new Promise<void>((resolve, reject) => {
    writer.on('end', resolve);
    writer.on('error', reject);
  });
  // A failure of the source must not be left unheard while the writer waits for more.
  written.catch(() => undefined);
  try {
    for await (const row of rows) if (!writer.write(row.map(cell))) await drained(writer);
  } catch (error) {
    writer.destroy();
    throw error;
  }
  writer.end();
  await written;
  return Buffer.concat(parts);
};

const cell = (value: string | number | null): string | number => (typeof value === 'string' ? value.trim() : (value ?? ''));
const drained = (writer: NodeJS.EventEmitter): Promise<void> => new Promise((resolve) => writer.once('drain', resolve));
