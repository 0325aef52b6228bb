import type { NoticeRow } from '../domain/notices.js';
import { responseReminderDays } from './limits.js';

/** CLK-14, T12 RESPOND: when the directorate's channel is told of an answer falling due. Kept to the council's hours. */
export const responseNotices: readonly NoticeRow[] = [
  ...responseReminderDays.filter((days) => days <= 7).map((days) => ({ code: `due-${days}`, daysBefore: days })),
  { code: 'due-today', daysBefore: 0 },
  { code: 'overdue', eachWorkingDayAfter: true },
];
export const noticeRow = { rows: ['CLK-14', 'CLK-09'], clause: '1.3' };

/** The hour of the day, in London, at which notices go out. */
export const noticeHour = '09:00';
