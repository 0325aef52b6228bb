import { readFileSync } from 'node:fs';
import { listBankHolidays } from '../../domain/bank-holidays.js';
import type { HolidayList } from '../../domain/holiday-lists.js';
import type { LocalDate } from '../../domain/local-date.js';
import { readHolidayList } from './parse-list.js';

/** The holidays the product reckons with: the list, and the rules for the years the list does not reach. */
export interface LoadedHolidays {
  /** Kept beside every date that was worked out with this list. */
  version: string;
  dates: Set<LocalDate>;
  /** Last year of the list itself; later years follow the rules, which know no new one-offs. */
  lastYear: number;
}

// Far enough for any date a request can have; a Set of some 900 days.
const [firstRuled, lastRuled] = [2000, 2099];

/** Adds to a list what the rules give for the years before and after it. */
export function extendByRules(list: HolidayList): LoadedHolidays {
  const dates = new Set(list.days.map(({ date }) => date));
  for (let year = firstRuled; year <= lastRuled; year += 1) {
    if (year >= list.firstYear && year <= list.lastYear) continue;
    for (const { date } of listBankHolidays(year)) dates.add(date);
  }
  return { version: list.version, dates, lastYear: list.lastYear };
}

/** The checked-in list of England and Wales. It throws only when the product's own file is broken. */
export function ownList(): HolidayList {
  const list = readHolidayList(readFileSync(new URL('./england-and-wales.json', import.meta.url), 'utf8'));
  if ('fault' in list) throw new Error('The checked-in list of bank holidays cannot be read.');
  return list;
}

/** The checked-in list, extended by the rules. */
export const loadHolidays = (): LoadedHolidays => extendByRules(ownList());
