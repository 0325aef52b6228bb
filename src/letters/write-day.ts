import { DateTime } from 'luxon';
import type { LocalDate } from '../domain/local-date.js';

const english = (day: LocalDate) => DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' });

/** `1 October 2026`, as letters write it. */
export function writeDay(day: LocalDate): string {
  return english(day).toFormat('d LLLL yyyy');
}

/** `Monday 2 November 2026`, for a day somebody has to remember. */
export function writeDayInFull(day: LocalDate): string {
  return english(day).toFormat('cccc d LLLL yyyy');
}
