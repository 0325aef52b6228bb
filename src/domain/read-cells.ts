/** Cells pasted from a spreadsheet or a CSV file: each row with the line it begins on and its cells by the column’s name, in small letters. */
export interface Cells {
  columns: string[];
  rows: { line: number; cells: Record<string, string> }[];
}

/** Reads tabs or commas, quoted cells with line breaks in them. Answers the sheet, or a sentence when a quote is never closed. Empty rows are left out. */
export function readCells(text: string): Cells | { fault: string } {
  const tab = (text.split('\n', 1)[0] ?? '').includes('\t');
  const records = split(text.replace(/^\ufeff/, ''), tab ? '\t' : ',');
  if (records === null) return { fault: 'A quotation mark is opened and never closed.' };
  const [head, ...rest] = records.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = (head?.cells ?? []).map((name) => name.toLowerCase());
  const named = (cells: string[]): Record<string, string> => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  return { columns, rows: rest.map(({ line, cells }) => ({ line, cells: named(cells) })) };
}

function split(text: string, delimiter: string): { line: number; cells: string[] }[] | null {
  const records: { line: number; cells: string[] }[] = [];
  let [cells, cell, line, began, quoted]: [string[], string, number, number, boolean] = [[], '', 1, 1, false];
  const endCell = (): void => void (cells.push(cell.trim()), (cell = ''));
  const endRow = (): void => void (endCell(), records.push({ line: began, cells }), (cells = []), (began = line));
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (c === '\n') line += 1;
    if (quoted && c === '"' && text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
    else if (c === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && c === delimiter) endCell();
    else if (!quoted && c === '\n') endRow();
    else cell += c;
  }
  if (quoted) return null;
  endRow();
  return records;
}
