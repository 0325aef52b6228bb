import { addDays, weekdayOf, yearOf, type LocalDate } from './local-date.js';
import { addWorkingDays, rollForward, type Holidays } from './working-days.js';

/** A list of bank holidays of England and Wales as it was read. `version` changes whenever a day does. */
export interface HolidayList {
  version: string;
  days: readonly { date: LocalDate; title: string }[];
  firstYear: number;
  lastYear: number;
}

/** Why a list that reads well is not believed. */
export type ListFault = 'fewer-days' | 'days-outside' | 'too-different' | 'outdated';

/** What a list may do before somebody has to look at it by hand. */
export interface ListBounds {
  /** Years after today's that a list may reach. */
  yearsAhead: number;
  /** Days from today on that may come or go at once. */
  changes: number;
}

const inYear = (dates: ReadonlySet<LocalDate>, year: number): number => [...dates].filter((d) => yearOf(d) === year).length;

/**
 * Whether a new list could be true, next to the days reckoned with so far: none on a weekend or out of reach, no year with fewer days than
 * before, not ended already, not all different. Answers the first fault, or null.
 */
export function faultOfList(list: HolidayList, known: ReadonlySet<LocalDate>, today: LocalDate, bounds: ListBounds): ListFault | null {
  const dates = new Set(list.days.map(({ date }) => date));
  const thisYear = yearOf(today);
  const outside = [...dates].some((d) => weekdayOf(d) > 5 || yearOf(d) < 2000 || yearOf(d) > thisYear + bounds.yearsAhead);
  if (outside || dates.size < list.days.length) return 'days-outside';
  if (list.lastYear < thisYear) return 'outdated';
  for (let year = list.firstYear; year <= list.lastYear; year += 1) if (inYear(dates, year) < inYear(known, year)) return 'fewer-days';
  const inReach = (d: LocalDate): boolean => yearOf(d) >= list.firstYear && yearOf(d) <= list.lastYear;
  const moved = [...changedDays(known, dates).removed.filter(inReach), ...changedDays(known, dates).added].filter((d) => d >= today);
  return moved.length > bounds.changes ? 'too-different' : null;
}

export interface ListChange {
  added: LocalDate[];
  removed: LocalDate[];
}

/** The days that come and go between two lists, in order. */
export function changedDays(before: ReadonlySet<LocalDate>, after: ReadonlySet<LocalDate>): ListChange {
  return {
    added: [...after].filter((d) => !before.has(d)).sort(),
    removed: [...before].filter((d) => !after.has(d)).sort(),
  };
}

/** How a date hangs on the list: rolled to a working day, or the last of so many working days. */
export type HangsBy = 'rolled' | number;
export const markOf = (by: HangsBy, day: LocalDate): string => `${by === 'rolled' ? 'r' : `w${by}`}:${day}`;

/**
 * Every mark that a date moved by these days may have in the register, under either list: so that the cost of finding them follows the
 * cases near the changed days, and not the cases stored.
 */
export function marksNear({ added, removed }: ListChange, hangs: readonly HangsBy[], lists: readonly Holidays[]): string[] {
  const marks = [...added, ...removed].flatMap((day) =>
    hangs.flatMap((by) => {
      const last = lists.map((list) => (by === 'rolled' ? rollForward(addDays(day, 1), list) : addWorkingDays(day, by, list)));
      return daysFrom(
        day,
        last.reduce((a, b) => (a > b ? a : b), day),
      ).map((d) => markOf(by, d));
    }),
  );
  return [...new Set(marks)];
}

function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
