import { addDays, parseInstant, type LocalDate } from './local-date.js';
import { isWorkingDay, rollForward, type Holidays } from './working-days.js';

/** One notice about an answer falling due: so many days before, or each working day after. */
export interface NoticeRow {
  code: string;
  daysBefore?: number;
  eachWorkingDayAfter?: boolean;
}
export interface Notice {
  code: string;
  on: LocalDate;
  at: Date;
}

/** Longest stretch looked over for working days after a due date; a year overdue still has its next notice. */
const HORIZON_DAYS = 14;

/** Every notice for a due date that falls in (after, until], oldest first. A notice for a closed day goes out on the next open one. */
export function noticesBetween(
  due: LocalDate,
  after: Date,
  until: Date,
  given: { rows: readonly NoticeRow[]; hour: string; holidays: Holidays },
): Notice[] {
  const days = given.rows.flatMap((row) => (row.eachWorkingDayAfter ? overdueDays(due, after, until, given) : [openDay(row, due, given)]));
  return days.filter((n) => n.at > after && n.at <= until).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The first notice after an instant. */
export function nextNotice(
  due: LocalDate,
  after: Date,
  given: { rows: readonly NoticeRow[]; hour: string; holidays: Holidays },
): Notice | null {
  const from = after.getTime() > instantOf(due, given.hour).getTime() ? after : instantOf(due, given.hour);
  const horizon = new Date(from.getTime() + HORIZON_DAYS * 86_400_000);
  return noticesBetween(due, after, horizon, given)[0] ?? null;
}

function openDay(row: NoticeRow, due: LocalDate, given: { hour: string; holidays: Holidays }): Notice {
  const on = rollForward(addDays(due, -(row.daysBefore ?? 0)), given.holidays);
  return { code: row.code, on, at: instantOf(on, given.hour) };
}

function overdueDays(due: LocalDate, after: Date, until: Date, given: { hour: string; holidays: Holidays }): Notice[] {
  const found: Notice[] = [];
  const first = after.toISOString().slice(0, 10);
  for (let on = first > due ? first : addDays(due, 1); instantOf(on, given.hour) <= until; on = addDays(on, 1))
    if (isWorkingDay(on, given.holidays)) found.push({ code: `overdue-${on}`, on, at: instantOf(on, given.hour) });
  return found;
}

const instantOf = (day: LocalDate, hour: string): Date => parseInstant(`${day}T${hour}`) as Date;
