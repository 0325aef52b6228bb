import { DateTime } from 'luxon';

/**
 * A calendar day in the United Kingdom, written `YYYY-MM-DD`. It is a plain string so that it can be stored, compared with
 * `<` and put into JSON as it stands. Text from outside becomes one through `parseLocalDate`.
 */
export type LocalDate = string;

/** An instant in UTC as the machine writes it. */
const stored = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const shape = /^(19|20|21)\d\d-\d\d-\d\d$/;
const msPerDay = 86_400_000;
const msPerHour = 3_600_000;
/** Instants and hours that are remembered. */
const MOST_KEPT = 4096;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

// Days are plain numbers, counted in UTC where each has 24 hours: a deadline takes a few hundred of these sums, and the
// library is needed only where a zone comes in, to read an instant in London.
const countOf = (day: LocalDate): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay;
const dayOf = (count: number): LocalDate => new Date(count * msPerDay).toISOString().slice(0, 10);

const inLondon = (instant: Date): DateTime => DateTime.fromJSDate(instant, { zone: 'Europe/London' });

/** The day that text names, or null when it is not `YYYY-MM-DD`, is no real day (30 February), or is outside 1900–2199. */
export function parseLocalDate(text: string): LocalDate | null {
  return shape.test(text) && dayOf(countOf(text)) === text ? text : null;
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: LocalDate, count: number): LocalDate {
  return dayOf(countOf(day) + count);
}

/** The corresponding day `count` months later, or the last day of that month when it has no such day (OP-07). */
export function addMonths(day: LocalDate, count: number): LocalDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + count];
  const last = Date.UTC(year, month + 1, 0) / msPerDay;
  return dayOf(Math.min(Date.UTC(year, month, Number(day.slice(8, 10))) / msPerDay, last));
}

/** Days from one day to another: 0 for the same day, negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return countOf(to) - countOf(from);
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
  // 1 January 1970, day 0, was a Thursday.
  return ((((countOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** The year of a day, as a number. */
export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/** Minutes that London is ahead of UTC at an instant. It changes on the hour only, so the library is asked once for each hour. */
function londonAhead(instant: Date): number {
  const hour = Math.floor(instant.getTime() / msPerHour);
  const known = ahead.get(hour);
  if (known !== undefined) return known;
  const { offset } = inLondon(instant);
  if (ahead.size >= MOST_KEPT) ahead.clear();
  // Before 1972 the hours of a change were other ones.
  if (instant.getUTCFullYear() >= 1972) ahead.set(hour, offset);
  return offset;
}
const ahead = new Map<number, number>();

/** Date and time on London's clocks at an instant, `2026-11-23T10:12:00.000`. */
const onLondonClocks = (instant: Date): string => new Date(instant.getTime() + londonAhead(instant) * 60_000).toISOString().slice(0, 23);

/** The day it is in London at an instant; the zone of the process plays no part. */
export function londonDay(instant: Date): LocalDate {
  // Since 1972 London is level with UTC or an hour ahead: before 23:00 the day is the same, and no offset need be known.
  if (instant.getUTCHours() < 23 && instant.getUTCFullYear() >= 1972) return instant.toISOString().slice(0, 10);
  return onLondonClocks(instant).slice(0, 10);
}

/**
 * The instant that ISO 8601 text names, or null. Text without an offset is London time; an hour that the clocks go through twice is
 * the first of the two, the safe one for a limit that counts from it. (The library would choose by the season it is asked in.)
 */
export function parseInstant(text: string): Date | null {
  // As we store them ourselves: nothing here depends on a zone.
  if (stored.test(text)) return parseLocalDate(text.slice(0, 10)) === null ? null : new Date(text);
  const known = read.get(text);
  if (known !== undefined) return new Date(known);
  const moment = text.includes('T') ? DateTime.fromISO(text, { zone: 'Europe/London' }) : null;
  if (!moment?.isValid) return null;
  const first = moment.minus({ hours: 1 });
  const twice = !/(Z|[+-]\d\d(:?\d\d)?)$/i.test(text) && first.hour === moment.hour;
  const instant = (twice ? first : moment).toJSDate();
  if (read.size >= MOST_KEPT) read.clear();
  read.set(text, instant.getTime());
  return instant;
}
/** The same few hours of the same few days are asked for at every press, and finding the offset of London is slow. */
const read = new Map<string, number>();

/** An instant `hours` elapsed hours later, whatever the clocks did in between (§2.3.2). */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/** `Mon 9 Nov 2026`. English and independent of the system's locale data, some of which write "Sept". */
export function formatDay(day: LocalDate): string {
  return `${nameWeekday(day).slice(0, 3)} ${formatShortDay(day)} ${day.slice(0, 4)}`;
}

/** `9 Nov`, for a line where the year is plain. */
export function formatShortDay(day: LocalDate): string {
  return `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

/** `Sunday`. */
export function nameWeekday(day: LocalDate): string {
  return weekdays[weekdayOf(day) - 1] ?? '';
}

/** `Mon 23 Nov, 10:12`, in London. */
export function formatDayAndTime(instant: Date): string {
  const [day = '', time = ''] = onLondonClocks(instant).split('T');
  return `${nameWeekday(day).slice(0, 3)} ${formatShortDay(day)}, ${time.slice(0, 5)}`;
}
