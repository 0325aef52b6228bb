import { countBy, OTHER, sumOf, type CountRow } from './fold.js';
import { isOverdue, isSoon, isWaiting, type ReportedCase } from './reported-case.js';

/** By what a report is broken down. */
export type Dimension = 'directorate' | 'right' | 'channel' | 'route' | 'stage';

/** How one report counts a case: its figures in order, the first being the case itself. */
export interface Counting {
  figuresOf: (one: ReportedCase) => number[];
  width: number;
}

/** MON-06: new, spoken, logged late, held for proof. */
export const countReceived = (spoken: readonly string[]): Counting => ({
  figuresOf: (c) => [1, spoken.includes(c.channel) ? 1 : 0, c.loggedLate ? 1 : 0, c.still === 'held' ? 1 : 0],
  width: 4,
});

/** MON-07: open, due soon, overdue, waiting. */
export const countOpen = (soonDays: number): Counting => ({
  figuresOf: (c) => [1, isSoon(c, soonDays) ? 1 : 0, isOverdue(c) ? 1 : 0, isWaiting(c) ? 1 : 0],
  width: 4,
});

/** The figures of some cases: in all, and by each dimension asked for. Counts only. */
export interface Figures {
  total: number[];
  by: Partial<Record<Dimension, CountRow[]>>;
}

/**
 * Counts cases. One on a restricted route is in the total and else only under “other”, whatever it is broken down by. `discreet`: it adds
 * nothing but itself, so that nobody can tell from the other figures how such a case stands.
 */
export function countCases(
  cases: readonly ReportedCase[],
  counting: Counting,
  { dimensions, discreet }: { dimensions: readonly Dimension[]; discreet: boolean },
): Figures {
  const figuresOf = (c: ReportedCase): number[] => counting.figuresOf(c).map((n, i) => (discreet && c.restricted && i > 0 ? 0 : n));
  const by = dimensions.map((d) => [d, countBy(cases, (c) => codeIn(c, d), figuresOf)] as const);
  const whole = countBy(cases, () => '', figuresOf);
  return { total: sumOf(whole, counting.width).figures, by: Object.fromEntries(by) };
}

/** Stands for a case that has none of what it is broken down by: no directorate yet, no special route. */
export const NONE = 'NONE';

function codeIn(one: ReportedCase, dimension: Dimension): string {
  return one.restricted ? OTHER : (one[dimension] ?? NONE);
}
