import { addDays, weekdayOf, type LocalDate } from './local-date.js';

/** A bank holiday of England and Wales; `substitute` when it stands in for one that fell on a weekend. */
export interface BankHoliday {
  date: LocalDate;
  title: string;
  substitute: boolean;
}

/** Days that no rule gives: holidays proclaimed once, and ordinary ones moved to another day for a year. */
export const oneOffs: readonly { date: LocalDate; title: string; insteadOf?: LocalDate }[] = [
  { date: '2002-06-04', title: 'Spring bank holiday', insteadOf: '2002-05-27' },
  { date: '2002-06-03', title: 'Golden Jubilee bank holiday' },
  { date: '2011-04-29', title: 'Royal wedding bank holiday' },
  { date: '2012-06-04', title: 'Spring bank holiday', insteadOf: '2012-05-28' },
  { date: '2012-06-05', title: 'Diamond Jubilee bank holiday' },
  { date: '2020-05-08', title: 'Early May bank holiday (VE day)', insteadOf: '2020-05-04' },
  { date: '2022-06-02', title: 'Spring bank holiday', insteadOf: '2022-05-30' },
  { date: '2022-06-03', title: 'Platinum Jubilee bank holiday' },
  { date: '2022-09-19', title: 'Bank holiday for the State Funeral of Queen Elizabeth II' },
  { date: '2023-05-08', title: 'Bank holiday for the coronation of King Charles III' },
];

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876). */
export function findEaster(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return writeDay(year, Math.floor(count / 31), (count % 31) + 1);
}

const writeDay = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const mondayFrom = (day: LocalDate): LocalDate => addDays(day, (8 - weekdayOf(day)) % 7);
const mondayUpTo = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

// Christmas and Boxing Day on a weekend are replaced by the next free weekdays, Boxing Day keeping a Monday that is its own.
function listChristmas(year: number): BankHoliday[] {
  const christmas = writeDay(year, 12, 25);
  const weekday = weekdayOf(christmas);
  const christmasMovesBy = weekday >= 6 ? 2 : 0;
  const boxingMovesBy = weekday === 5 || weekday === 6 ? 2 : 0;
  return [
    { date: addDays(christmas, christmasMovesBy), title: 'Christmas Day', substitute: christmasMovesBy > 0 },
    { date: addDays(christmas, 1 + boxingMovesBy), title: 'Boxing Day', substitute: boxingMovesBy > 0 },
  ];
}

function listByRule(year: number): BankHoliday[] {
  const newYear = writeDay(year, 1, 1);
  const easter = findEaster(year);
  const onWeekend = weekdayOf(newYear) > 5;
  return [
    { date: onWeekend ? mondayFrom(newYear) : newYear, title: 'New Year’s Day', substitute: onWeekend },
    { date: addDays(easter, -2), title: 'Good Friday', substitute: false },
    { date: addDays(easter, 1), title: 'Easter Monday', substitute: false },
    { date: mondayFrom(writeDay(year, 5, 1)), title: 'Early May bank holiday', substitute: false },
    { date: mondayUpTo(writeDay(year, 5, 31)), title: 'Spring bank holiday', substitute: false },
    { date: mondayUpTo(writeDay(year, 8, 31)), title: 'Summer bank holiday', substitute: false },
    ...listChristmas(year),
  ];
}

/**
 * The bank holidays of England and Wales in a year from 2000 on, in order of date: the Banking and Financial Dealings Act 1971
 * and its standing proclamations, with the one-offs. What is proclaimed later is not known here.
 */
export function listBankHolidays(year: number): BankHoliday[] {
  const special = oneOffs.filter(({ date }) => date.startsWith(`${year}-`));
  const moved = new Set(special.flatMap(({ insteadOf }) => insteadOf ?? []));
  const ordinary = listByRule(year).filter(({ date }) => !moved.has(date));
  const added = special.map(({ date, title }) => ({ date, title, substitute: false }));
  return [...ordinary, ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
}
