import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { formatDayAndTime, parseInstant } from '../../src/domain/local-date.js';
import { laneOf } from '../../src/domain/recipient.js';
import { strikesBetween, type TimerRow } from '../../src/domain/timers.js';
import { lateHour, noticeHour } from '../../src/procedure/notices.js';
import { timers } from '../../src/procedure/timers/index.js';
import { ola, type Road } from './road.js';

export const hours = { hour: noticeHour, lateHour, holidays: loadHolidays().dates };
export const at = (text: string): Date => parseInstant(text) as Date;
export const only = (...codes: string[]): TimerRow[] => timers.filter((t) => codes.includes(t.code));

/** `search-due Thu 8 Oct, 09:00 to person:omar`, for every notice of some timers in a stretch of time. */
export function struckBy(road: Road, codes: string[], after: string, until: string): string[] {
  const view = road.view(ola);
  return strikesBetween(only(...codes), view, { after: at(after), until: at(until) }, hours)
    .flat()
    .sort((a, b) => a.notice.at.getTime() - b.notice.at.getTime())
    .map(({ row, ticking, notice }) => `${formatDayAndTime(notice.at)} to ${laneOf(row.to(view, ticking))}`);
}
