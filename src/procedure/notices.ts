import type { NoticeRow } from '../domain/notices.js';
import type { Option } from '../domain/fields.js';
import { responseReminderDays } from './limits.js';

/** CLK-14, T12 RESPOND: when the directorate's channel is told of an answer falling due. Kept to the council's hours. */
export const responseNotices: readonly NoticeRow[] = [
  ...responseReminderDays.filter((days) => days <= 7).map((days) => ({ code: `due-${days}`, daysBefore: days })),
  { code: 'due-today', daysBefore: 0 },
  { code: 'overdue', eachWorkingDayAfter: true },
];
export const noticeRow = { rows: ['CLK-14', 'CLK-09'], clause: '1.3' };

/** Reminders that whoever gets them may put off, with a reason, up to the day they are about. */
export const reminderChoices: readonly Option[] = [
  { value: 'respond', title: 'The answer falls due' },
  { value: 'no-reply', title: 'The requester has not replied' },
];

/** What the post of a timer in a directorate's channel is headed. */
export const postTitle = (timer: unknown): string => (timer === 'accept' ? 'Not accepted yet' : 'An answer falls due');

/** The hour of the day, in London, at which notices go out. */
export const noticeHour = '09:00';
/** The last hour at which people are told of a limit in hours that would otherwise pass overnight or over a weekend (INT-12). */
export const lateHour = '16:00';
