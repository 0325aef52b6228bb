/** One numbered row of the requirements catalogue. */
export interface CatalogueRow {
  id: string;
  chapter: string;
  /** `M` must, `S` should, `N` must not, `Y` may, `i` background, `D` our default; letters have none and count as M. */
  force: string;
}

/** Rows of this force need a declaration and a test. */
export const demanded = (row: CatalogueRow) => /[MNS]/.test(row.force);

/** Every row of the catalogue's tables, in its order. Tables without requirements (open points, examples) are passed over. */
export function readRows(markdown: string): CatalogueRow[] {
  let columns: string[] = [];
  return markdown.split('\n').flatMap((line) => {
    if (!line.startsWith('|')) columns = [];
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells[1] === 'id') columns = cells;
    const [, id = ''] = cells;
    return /^[A-Z]{3}-\d+[A-Z]?$/.test(id) ? toRow(id, cells, columns) : [];
  });
}

function toRow(id: string, cells: string[], columns: string[]): CatalogueRow[] {
  const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
  const row = (force: string) => [{ id, chapter: id.slice(0, 3), force }];
  if (columns.includes('F')) return row(cell('F'));
  if (columns.includes('Letter/form')) return row(cell('Source') === 'D' ? 'D' : 'M');
  return [];
}
