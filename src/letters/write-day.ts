import { nameWeekday } from '../domain/local-date.js';
import type { LocalDate } from '../domain/local-date.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `1 October 2026`, as letters write it. */
export function writeDay(day: LocalDate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** `Monday 2 November 2026`, for a day somebody has to remember. */
export function writeDayInFull(day: LocalDate): string {
  return `${nameWeekday(day)} ${writeDay(day)}`;
}
