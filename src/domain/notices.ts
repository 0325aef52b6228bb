import { addDays, londonDay, parseInstant, type LocalDate } from './local-date.js';
import { addWorkingDays, isWorkingDay, rollForward, type Holidays } from './working-days.js';

/** One notice about a day, or an hour, that comes: so long before it, after it, or on working days after it, counted. */
export interface NoticeRow {
  code: string;
  daysBefore?: number;
  /** The day may not pass before the notice goes out: on a closed day it goes out on the open day before. */
  inGoodTime?: boolean;
  /** Each working day after the day, the first on this one (1 is the next). */
  eachWorkingDayAfter?: boolean | number;
  /** The first on this working day after (1 is the next), then every so many more; once when `every` is left out. */
  workingDaysAfter?: { first: number; every?: number };
  /**
   * For what runs in hours: so many before its end. `early`: in the office hours before, so that it can still be prevented; `late`: in the
   * first office hours after; `then`: at that instant, also at night, which is for the record and not for people.
   */
  hoursBefore?: { n: number; move: 'early' | 'late' | 'then' };
}
export interface Notice {
  code: string;
  on: LocalDate;
  at: Date;
  /** It goes out at the late hour of its day. */
  late?: true;
}
/** A limit in elapsed hours: both instants. */
export interface Stretch {
  from: Date;
  until: Date;
}
/** When notices go out: at the hour; before a limit in hours would pass overnight, at the late hour too. London time. */
export interface OfficeHours {
  hour: string;
  lateHour?: string;
  holidays: Holidays;
}
type Given = OfficeHours & { rows: readonly NoticeRow[]; stretch?: Stretch };

/** Longest stretch looked over for working days after a due date; a year overdue still has its next notice. */
const HORIZON_DAYS = 14;

/** Every notice for a due date that falls in (after, until], oldest first. A notice for a closed day goes out on the next open one. */
export function noticesBetween(due: LocalDate, after: Date, until: Date, given: Given): Notice[] {
  const days = given.rows.flatMap((row) => {
    if (row.hoursBefore) return given.stretch ? [hourly(row.code, row.hoursBefore, given.stretch, given)] : [];
    if (row.workingDaysAfter) return countedDays(row.code, row.workingDaysAfter, due, until, given);
    return row.eachWorkingDayAfter ? overdueDays(row, due, { after, until }, given) : [openDay(row, due, given)];
  });
  return days.filter((n) => n.at > after && n.at <= until).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The first notice after an instant. */
export function nextNotice(due: LocalDate, after: Date, given: Given): Notice | null {
  const from = after.getTime() > instantOf(due, given.hour).getTime() ? after : instantOf(due, given.hour);
  const horizon = new Date(from.getTime() + HORIZON_DAYS * 86_400_000);
  return noticesBetween(due, after, horizon, given)[0] ?? null;
}

/** The open day at or before a day, at the hour of notices: for what may not pass before it is told. */
export function inGoodTime(day: LocalDate, given: OfficeHours): { on: LocalDate; at: Date } {
  const on = rollBack(day, given.holidays);
  return { on, at: instantOf(on, given.hour) };
}

function openDay(row: NoticeRow, due: LocalDate, given: OfficeHours): Notice {
  const day = addDays(due, -(row.daysBefore ?? 0));
  const on = row.inGoodTime ? rollBack(day, given.holidays) : rollForward(day, given.holidays);
  return { code: row.code, on, at: instantOf(on, given.hour) };
}

function rollBack(day: LocalDate, holidays: Holidays): LocalDate {
  let on = day;
  while (!isWorkingDay(on, holidays)) on = addDays(on, -1);
  return on;
}

function hourly(code: string, { n, move }: NonNullable<NoticeRow['hoursBefore']>, { from, until }: Stretch, given: OfficeHours): Notice {
  const then = new Date(until.getTime() - n * 3_600_000);
  const at =
    move === 'then' ? then : move === 'late' ? nextOffice(then, given) : (lastOffice(then, from, given) ?? nextOffice(then, given));
  const on = londonDay(at);
  const late = given.lateHour !== undefined && at.getTime() === instantOf(on, given.lateHour).getTime();
  return { code, on, at, ...(late && { late }) };
}

const hoursOn = (day: LocalDate, { hour, lateHour, holidays }: OfficeHours): Date[] =>
  isWorkingDay(day, holidays) ? [hour, ...(lateHour === undefined ? [] : [lateHour])].map((h) => instantOf(day, h)) : [];

/** The last hour of notices at or before an instant and after another; null when there is none between. */
function lastOffice(at: Date, from: Date, given: OfficeHours): Date | null {
  for (let day = londonDay(at); day >= londonDay(from); day = addDays(day, -1)) {
    const found = hoursOn(day, given)
      .filter((hour) => hour <= at && hour > from)
      .at(-1);
    if (found) return found;
  }
  return null;
}

function nextOffice(at: Date, given: OfficeHours): Date {
  for (let day = londonDay(at); ; day = addDays(day, 1)) {
    const found = hoursOn(day, given).find((hour) => hour >= at);
    if (found) return found;
  }
}

function countedDays(code: string, at: { first: number; every?: number }, due: LocalDate, until: Date, given: OfficeHours): Notice[] {
  const found: Notice[] = [];
  let count = 0;
  for (let on = addDays(due, 1); instantOf(on, given.hour) <= until; on = addDays(on, 1)) {
    if (!isWorkingDay(on, given.holidays)) continue;
    count += 1;
    const strikes = count === at.first || (at.every !== undefined && count > at.first && (count - at.first) % at.every === 0);
    // The first keeps the plain code when there is no other: it is one notice, whatever day it falls on.
    const name = at.every === undefined ? code : `${code}-${on}`;
    if (strikes) found.push({ code: name, on, at: instantOf(on, given.hour) });
    if (count === at.first && at.every === undefined) break;
  }
  return found;
}

function overdueDays(row: NoticeRow, due: LocalDate, { after, until }: { after: Date; until: Date }, given: OfficeHours): Notice[] {
  const found: Notice[] = [];
  const first =
    typeof row.eachWorkingDayAfter === 'number' ? addWorkingDays(due, row.eachWorkingDayAfter, given.holidays) : addDays(due, 1);
  const from = londonDay(after);
  for (let on = from > first ? from : first; instantOf(on, given.hour) <= until; on = addDays(on, 1))
    if (isWorkingDay(on, given.holidays)) found.push({ code: `${row.code}-${on}`, on, at: instantOf(on, given.hour) });
  return found;
}

/** The instant of that hour on that day. */
const instantOf = (day: LocalDate, hour: string): Date => parseInstant(`${day}T${hour}`) as Date;
