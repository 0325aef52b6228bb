import { addDays, parseInstant, type LocalDate } from './local-date.js';
import { isWorkingDay, rollForward, type Holidays } from './working-days.js';

/** One notice about a day that comes: so many days before, each working day after, or on some working days after, counted. */
export interface NoticeRow {
  code: string;
  daysBefore?: number;
  /** The day may not pass before the notice goes out: on a closed day it goes out on the open day before. */
  inGoodTime?: boolean;
  eachWorkingDayAfter?: boolean;
  /** The first on this working day after (1 is the next), then every so many more; once when `every` is left out. */
  workingDaysAfter?: { first: number; every?: number };
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
  const days = given.rows.flatMap((row) => {
    if (row.workingDaysAfter) return countedDays(row.code, row.workingDaysAfter, due, until, given);
    return row.eachWorkingDayAfter ? overdueDays(row.code, due, after, until, given) : [openDay(row, due, given)];
  });
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

function openDay(row: NoticeRow, due: LocalDate, given: When): Notice {
  const day = addDays(due, -(row.daysBefore ?? 0));
  const on = row.inGoodTime ? rollBack(day, given.holidays) : rollForward(day, given.holidays);
  return { code: row.code, on, at: instantOf(on, given.hour) };
}

function rollBack(day: LocalDate, holidays: Holidays): LocalDate {
  let on = day;
  while (!isWorkingDay(on, holidays)) on = addDays(on, -1);
  return on;
}

type When = { hour: string; holidays: Holidays };

function countedDays(code: string, at: { first: number; every?: number }, due: LocalDate, until: Date, given: When): Notice[] {
  const found: Notice[] = [];
  let count = 0;
  for (let on = addDays(due, 1); instantOf(on, given.hour) <= until; on = addDays(on, 1)) {
    if (!isWorkingDay(on, given.holidays)) continue;
    count += 1;
    const strikes = count === at.first || (at.every !== undefined && count > at.first && (count - at.first) % at.every === 0);
    if (strikes) found.push({ code: `${code}-${on}`, on, at: instantOf(on, given.hour) });
    if (count === at.first && at.every === undefined) break;
  }
  return found;
}

function overdueDays(code: string, due: LocalDate, after: Date, until: Date, given: When): Notice[] {
  const found: Notice[] = [];
  const first = after.toISOString().slice(0, 10);
  for (let on = first > due ? first : addDays(due, 1); instantOf(on, given.hour) <= until; on = addDays(on, 1))
    if (isWorkingDay(on, given.holidays)) found.push({ code: `${code}-${on}`, on, at: instantOf(on, given.hour) });
  return found;
}

/** The instant of that hour on that day. The same few days are asked for at every press, and finding the offset of London is slow. */
function instantOf(day: LocalDate, hour: string): Date {
  const text = `${day}T${hour}`;
  return new Date(instants.get(text) ?? remember(text));
}
const instants = new Map<string, number>();
const MOST_INSTANTS = 4096;

function remember(text: string): number {
  if (instants.size >= MOST_INSTANTS) instants.clear();
  const at = (parseInstant(text) as Date).getTime();
  instants.set(text, at);
  return at;
}
