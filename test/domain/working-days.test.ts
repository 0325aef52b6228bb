import { describe, expect, it } from '@jest/globals';
import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { addWorkingDays, isWorkingDay, rollForward, workingDaysBetween } from '../../src/domain/working-days.js';

const holidays = loadHolidays().dates;

describe('working days of England and Wales', () => {
  it('CLK-12 are Monday to Friday without the bank holidays', () => {
    const week = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'];
    expect(week.filter((day) => isWorkingDay(day, holidays))).toEqual(['2026-12-24', '2026-12-29']);
  });

  it('CLK-12 are not moved by a holiday of Scotland (2 January, St Andrew) or Northern Ireland', () => {
    const elsewhere = ['2026-01-02', '2026-11-30', '2026-03-17', '2026-07-13', '2026-08-03'];
    expect(elsewhere.filter((day) => !isWorkingDay(day, holidays))).toEqual([]);
  });

  it.each([
    ['2026-10-03', '2026-10-05'],
    ['2026-12-25', '2026-12-29'],
    ['2027-12-25', '2027-12-29'],
    ['2026-04-03', '2026-04-07'],
    ['2026-11-09', '2026-11-09'],
    ['2022-12-31', '2023-01-03'],
    ['2022-09-19', '2022-09-20'],
  ])('CLK-12 %s rolls to %s', (day, rolled) => expect(rollForward(day, holidays)).toBe(rolled));

  it.each([
    ['2026-12-18', 2, '2026-12-22'],
    ['2026-12-18', 20, '2027-01-20'],
    ['2026-12-22', 5, '2026-12-31'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('ASG-07 REV-05 REV-06 from %s, where the day after is day 1, %i working days end on %s', (from, count, last) => {
    expect(addWorkingDays(from, count, holidays)).toBe(last);
    if (count > 0) expect(workingDaysBetween(from, last, holidays)).toBe(count);
  });

  it('counts none between a day and itself or an earlier one', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-20', holidays)).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-10', holidays)).toBe(0);
  });
});
