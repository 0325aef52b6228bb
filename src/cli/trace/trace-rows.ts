import type { Place } from './read-code.js';
import { demanded, type CatalogueRow } from './read-rows.js';

export interface TracedRow extends CatalogueRow {
  declared: Place[];
  proved: Place[];
}

/** Each row of the chosen chapters with where it is declared and by what proved. No chapters: all of them. */
export function traceRows(rows: CatalogueRow[], declarations: Place[], proofs: Place[], chapters: string[]): TracedRow[] {
  return rows
    .filter((row) => chapters.length === 0 || chapters.includes(row.chapter))
    .map((row) => ({
      ...row,
      declared: declarations.filter((each) => each.row === row.id),
      proved: proofs.filter((each) => each.row === row.id),
    }));
}

/** A row that must be met and has no declaration or no test. */
export const isMissing = (row: TracedRow) => demanded(row) && (row.declared.length === 0 || row.proved.length === 0);

/** Ids that the code or a test names and the catalogue does not have. */
export function strangers(rows: CatalogueRow[], places: Place[]): Place[] {
  const known = new Set(rows.map((row) => row.id));
  const chapters = new Set(rows.map((row) => row.chapter));
  return places.filter((place) => chapters.has(place.row.slice(0, 3)) && !known.has(place.row));
}

/** The rows as lines, each with its places below it. */
export function printRows(rows: TracedRow[]): string[] {
  return rows.flatMap((row) => [
    `${row.id} ${row.force}`,
    ...(row.declared.length === 0 ? ['  not declared'] : row.declared.map((at) => `  declared ${at.file}:${at.line} ${at.name}`)),
    ...(row.proved.length === 0 ? ['  not proved'] : row.proved.map((at) => `  proved   ${at.file}:${at.line} ${at.name}`)),
  ]);
}

/** One line: how far the chosen rows are. */
export function summarise(rows: TracedRow[]): string {
  const must = rows.filter(demanded);
  const both = must.filter((row) => !isMissing(row));
  const proved = rows.filter((row) => row.proved.length > 0).length;
  const declared = rows.filter((row) => row.declared.length > 0).length;
  return `${rows.length} rows: ${declared} declared, ${proved} proved; of ${must.length} with force M, N or S ${both.length} both, ${must.length - both.length} missing`;
}
