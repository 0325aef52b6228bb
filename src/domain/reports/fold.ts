/** One row of a breakdown: a code and its figures, the first of which is how many cases it stands for. */
export interface CountRow {
  code: string;
  figures: number[];
}

/** Row of everything that is not shown by itself: small rows, and cases on restricted routes. */
export const OTHER = 'OTHER';

/** Rows by code in descending size; `codeOf` says where a case belongs, `figuresOf` what it adds to each figure. */
export function countBy<T>(cases: readonly T[], codeOf: (one: T) => string, figuresOf: (one: T) => number[]): CountRow[] {
  const rows = new Map<string, number[]>();
  for (const one of cases) {
    const code = codeOf(one);
    rows.set(code, add(rows.get(code), figuresOf(one)));
  }
  return [...rows].map(([code, figures]) => ({ code, figures })).sort(largestFirst);
}

/** The sum of rows; zeros when there are none. */
export function sumOf(rows: readonly CountRow[], width: number, code = OTHER): CountRow {
  const none = Array.from({ length: width }, () => 0);
  return { code, figures: rows.reduce((all, row) => add(all, row.figures), none) };
}

/**
 * Folds rows under `least` into “other”, together with the restricted ones that are there already. “Other” itself never stands for fewer
 * than `least`: the smallest rows join it until it does, and when nothing else is left there is no breakdown at all (MON-09).
 */
export function foldSmall(rows: readonly CountRow[], least: number): CountRow[] {
  const isOwn = (row: CountRow) => row.code !== OTHER && sizeOf(row) >= least;
  const kept = rows.filter(isOwn).sort(largestFirst);
  const folded = rows.filter((row) => !isOwn(row));
  if (folded.length === 0) return kept;
  while (kept.length > 0 && folded.reduce((n, row) => n + sizeOf(row), 0) < least) folded.push(kept.pop() as CountRow);
  return kept.length === 0 ? [] : [...kept, sumOf(folded, folded[0]?.figures.length ?? 0)];
}

/** The rows as they are, “other” last. */
export const otherLast = (rows: readonly CountRow[]): CountRow[] => [
  ...rows.filter((row) => row.code !== OTHER),
  ...rows.filter((row) => row.code === OTHER),
];

const sizeOf = (row: CountRow): number => row.figures[0] ?? 0;
const largestFirst = (a: CountRow, b: CountRow): number => sizeOf(b) - sizeOf(a) || (a.code < b.code ? -1 : 1);
const add = (all: readonly number[] | undefined, more: readonly number[]): number[] => more.map((n, i) => n + (all?.[i] ?? 0));
