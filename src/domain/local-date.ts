import { DateTime } from 'luxon';

/**
 * A calendar day in the United Kingdom, written `YYYY-MM-DD`. It is a plain string so that it can be stored, compared with
 * `<` and put into JSON as it stands. Text from outside becomes one through `parseLocalDate`.
 */
export type LocalDate = string;

const shape = /^(19|20|21)\d\d-\d\d-\d\d$/;

// Days are counted in UTC, where every day has 24 hours; only instants are ever read in London.
const inUtc = (day: LocalDate): DateTime => DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' });
const inLondon = (instant: Date): DateTime => DateTime.fromJSDate(instant, { zone: 'Europe/London' }).setLocale('en-US');

const write = (moment: DateTime): LocalDate => moment.toFormat('yyyy-MM-dd');

/** The day that text names, or null when it is not `YYYY-MM-DD`, is no real day (30 February), or is outside 1900–2199. */
export function parseLocalDate(text: string): LocalDate | null {
  return shape.test(text) && inUtc(text).isValid ? text : null;
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: LocalDate, count: number): LocalDate {
  return write(inUtc(day).plus({ days: count }));
}

/** The corresponding day `count` months later, or the last day of that month when it has no such day (OP-07). */
export function addMonths(day: LocalDate, count: number): LocalDate {
  return write(inUtc(day).plus({ months: count }));
}

/** Days from one day to another: 0 for the same day, negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round(inUtc(to).diff(inUtc(from), 'days').days);
}

/** For sorting: negative when `a` is the earlier, 0 for the same day. */
export function compareDays(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The later of two days. */
export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** Day of the week: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: LocalDate): number {
  return inUtc(day).weekday;
}

/** The year of a day, as a number. */
export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/** The day it is in London at an instant; the zone of the process plays no part. */
export function londonDay(instant: Date): LocalDate {
  return write(inLondon(instant));
}

/** The instant that ISO 8601 text names, or null. Text without an offset is London time. */
export function parseInstant(text: string): Date | null {
  const moment = text.includes('T') ? DateTime.fromISO(text, { zone: 'Europe/London' }) : null;
  return moment?.isValid ? moment.toJSDate() : null;
}

/** An instant `hours` elapsed hours later, whatever the clocks did in between (§2.3.2). */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/** `Mon 9 Nov 2026`. English and independent of the system's locale data, some of which write "Sept". */
export function formatDay(day: LocalDate): string {
  return inUtc(day).toFormat('ccc d LLL yyyy');
}

/** `9 Nov`, for a line where the year is plain. */
export function formatShortDay(day: LocalDate): string {
  return inUtc(day).toFormat('d LLL');
}

/** `Sunday`. */
export function nameWeekday(day: LocalDate): string {
  return inUtc(day).toFormat('cccc');
}

/** `Mon 23 Nov, 10:12`, in London. */
export function formatDayAndTime(instant: Date): string {
  return inLondon(instant).toFormat('ccc d LLL, HH:mm');
}
