import type { NoticeRow } from '../../domain/notices.js';
import type { View } from '../../domain/step.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { extensionReminderDays, overdueCopies, refusalReminderDays, responseReminderDays } from '../limits.js';
import { noticeRow, responseNotices } from '../notices.js';
import { assetOwner, callCentre, dpo } from '../roles.js';
import { assigned, awaiting, searching, validating } from '../stages.js';
import { diaoIsAnother, facts, hasDirectorate, hasOfficer, isAt, theChannel, theDiao, theOfficer, when, word } from './who.js';

/** T12 RESPOND, RESPOND_EXT: the answer falls due. An extension or a pause moves the date, and the notices with it. */
const answerDue = (view: View): Ticking[] => {
  const day = view.deadline?.due;
  return day && view.deadline?.state !== 'stopped' ? [{ day }] : [];
};
const dueIf = (holds: (view: View) => boolean) => (view: View) => when(holds(view), () => answerDue(view)).flat();
const inPerson = (prefix: string): NoticeRow[] => [
  ...responseReminderDays.map((days) => ({ code: `${prefix}-due-${days}`, daysBefore: days })),
  { code: `${prefix}-due-today`, daysBefore: 0 },
  { code: `${prefix}-overdue`, eachWorkingDayAfter: true },
];
const isLate = (view: View): boolean => view.today > (view.deadline?.due ?? view.today);
const due = (view: View): string => (isLate(view) ? 'The answer is overdue.' : 'The answer falls due.');
const late = (): string => 'The answer is overdue.';

export const respondTimers: readonly TimerRow[] = [
  { ...noticeRow, code: 'respond', running: dueIf(hasDirectorate), at: responseNotices, to: theChannel },
  {
    ...noticeRow,
    code: 'respond-unallocated',
    running: dueIf((view) => !hasDirectorate(view)),
    at: inPerson('unallocated'),
    to: () => ({ role: callCentre.code }),
    says: due,
  },
  {
    rows: ['CLK-14', 'ASG-05'],
    clause: '1.3',
    code: 'respond-officer',
    running: dueIf(hasOfficer),
    at: inPerson('officer'),
    to: theOfficer,
    says: due,
    mayWait: 'respond',
  },
  {
    rows: ['CLK-14', 'ASG-05'],
    clause: '1.3',
    code: 'respond-diao',
    running: dueIf(diaoIsAnother),
    at: inPerson('diao'),
    to: theDiao,
    says: due,
    mayWait: 'respond',
  },
  {
    rows: ['CLK-14'],
    clause: '1.3',
    code: 'respond-owner',
    running: dueIf(hasDirectorate),
    at: [{ code: 'owner-overdue', eachWorkingDayAfter: overdueCopies.IAO }],
    to: (view) => ({ role: assetOwner.code, directorate: word(facts(view)['directorate']) }),
    says: late,
  },
  {
    rows: ['CLK-14'],
    clause: '1.3',
    code: 'respond-dpo',
    running: answerDue,
    at: [{ code: 'dpo-overdue', eachWorkingDayAfter: overdueCopies.DPO }],
    to: () => ({ role: dpo.code }),
    says: late,
  },
];

/** T12 EXTEND_NOTICE, REFUSE_NOTICE: both reach the requester within one month of the start; neither a pause nor a weekend moves that day. */
const isExtended = (view: View): boolean => {
  const { extended = 0, extension_removed: removed = 0 } = countEvents(view);
  return extended > removed;
};
const countEvents = (view: View): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { type } of view.request?.timeline.events ?? []) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};
const lastNoticeDay = (view: View): Ticking[] => {
  const day = view.deadline?.extensionNoticeBy;
  return day && view.deadline?.state !== 'stopped' ? [{ day }] : [];
};
/** Searching is not over five days before the month is: more time may be needed. */
const mayNeedTime = (view: View): Ticking[] =>
  isAt(view, validating, awaiting, assigned, searching) && !isExtended(view)
    ? lastNoticeDay(view).filter(({ day }) => view.today <= day)
    : [];
const refusing = (view: View): Ticking[] =>
  facts(view)['refusing'] === undefined || facts(view)['refusing'] === false ? [] : lastNoticeDay(view);

export const limitTimers: readonly TimerRow[] = [
  {
    rows: ['CLK-06'],
    clause: '1.2(7)',
    code: 'extend',
    running: mayNeedTime,
    at: [{ code: 'extend-by', daysBefore: extensionReminderDays, inGoodTime: true }],
    to: theDiao,
    says: () => 'Searching is not done. If more time is needed, the requester must be told within the month.',
  },
  {
    rows: ['CLK-08'],
    clause: '1.2(9)',
    code: 'refuse',
    running: refusing,
    at: [
      { code: 'refuse-by', daysBefore: refusalReminderDays, inGoodTime: true },
      { code: 'refuse-today', daysBefore: 0, inGoodTime: true },
    ],
    to: theDiao,
    says: () => 'A refusal is in hand. It must reach the requester, with its reasons, within the month.',
  },
];
