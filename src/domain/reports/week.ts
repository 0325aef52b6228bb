import { addDays, daysBetween, londonDay, parseInstant, weekdayOf, yearOf, type LocalDate } from '../local-date.js';
import { rollForward, type Holidays } from '../working-days.js';

/** A week from Monday to Sunday by ISO 8601, written `2026-W47`. Weeks sort as text. */
export type Week = string;

/** When reports on a week go out: this hour in London, on the first working day after its Sunday. */
export interface Rhythm {
  hour: string;
  holidays: Holidays;
}

/** The week a day is in; the days around New Year may belong to a week of the other year. */
export function weekOf(day: LocalDate): Week {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = yearOf(thursday);
  const n = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(n).padStart(2, '0')}`;
}

/** The Monday of a week: 4 January is always in the first. */
export function mondayOf(week: Week): LocalDate {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week.slice(6)) - 1));
}

export const sundayOf = (week: Week): LocalDate => addDays(mondayOf(week), 6);
export const weekAfter = (week: Week): Week => weekOf(addDays(mondayOf(week), 7));
export const weekBefore = (week: Week): Week => weekOf(addDays(mondayOf(week), -7));

/** The instant a report on the week goes out. A bank-holiday Monday moves it to the next working day. */
export function reportedAt(week: Week, { hour, holidays }: Rhythm): Date {
  const day = rollForward(addDays(sundayOf(week), 1), holidays);
  return parseInstant(`${day}T${hour}`) as Date;
}

/** The newest week whose report is due at an instant. */
export function newestReported(now: Date, rhythm: Rhythm): Week {
  let week = weekBefore(weekOf(londonDay(now)));
  while (reportedAt(week, rhythm) > now) week = weekBefore(week);
  return week;
}

/**
 * The week whose report counts a request: that of its receipt, or, when it was recorded only after that report had gone out, the next one
 * to come. So each request is counted in one report, and late recording hides none.
 */
export function countedIn(received: LocalDate, recordedAt: Date, rhythm: Rhythm): Week {
  const own = weekOf(received);
  return reportedAt(own, rhythm) > recordedAt ? own : weekAfter(newestReported(recordedAt, rhythm));
}
