import { addDays, weekdayOf, type LocalDate } from './local-date.js';

/** Bank holidays of England and Wales. A `Set` of days is one. */
export interface Holidays {
  has(day: LocalDate): boolean;
}

/** Whether offices are open: not Saturday, not Sunday, not a bank holiday of England and Wales. */
export function isWorkingDay(day: LocalDate, holidays: Holidays): boolean {
  return weekdayOf(day) <= 5 && !holidays.has(day);
}

/** The day itself when it is a working day, else the next one (OP-07, CLK-12). */
export function rollForward(day: LocalDate, holidays: Holidays): LocalDate {
  let rolled = day;
  while (!isWorkingDay(rolled, holidays)) rolled = addDays(rolled, 1);
  return rolled;
}

/** The last of `count` working days, where the day after `from` is the first that may count (OP-09). Zero gives `from` itself. */
export function addWorkingDays(from: LocalDate, count: number, holidays: Holidays): LocalDate {
  let day = from;
  for (let counted = 0; counted < count; counted += 1) day = rollForward(addDays(day, 1), holidays);
  return day;
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
