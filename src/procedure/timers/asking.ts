import type { View } from '../../domain/step.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { askReminderDays, limits, noReplyChase } from '../limits.js';
import { complaintsUnit } from '../roles.js';
import { assessing, assigned, awaiting, logged, searching, validating } from '../stages.js';
import { facts, hasDirectorate, hasOfficer, isAt, theDiao, theOfficer } from './who.js';

/** T12 ASK_ITEMS, NO_REPLY: what is missing is asked for within seven days; an answer is waited for thirty. */
const notAskedFor = (view: View): Ticking[] => {
  const day = view.deadline?.askForMissingBy;
  const { identity, askedOn, validOn } = facts(view);
  const missing = identity === undefined && askedOn === undefined && validOn === undefined;
  return day && missing && hasDirectorate(view) && isAt(view, logged, validating) ? [{ day }] : [];
};
const daysOf = (code: string, days: readonly number[]) =>
  days.map((n) => ({ code: `${code}-${n}`, daysBefore: limits.askForMissing.n - n, inGoodTime: true }));
const notAsked = (): string =>
  'Who is asking is not settled, and nothing has been asked for. The letter is due within seven days of receipt.';

const noReplyYet = (view: View): Ticking[] => {
  const day = view.deadline?.noReplyUntil;
  return day && view.deadline?.state !== 'stopped' ? [{ day }] : [];
};
const isOver = (view: View): boolean => view.today > (view.deadline?.noReplyUntil ?? view.today);
const reminder = { daysBefore: limits.noReply.n - limits.noReplyReminder.n };
const waits = (view: View): string =>
  isOver(view) ? 'No reply came in thirty days. Close it with your reasons, or wait.' : 'No reply yet. Remind the requester of our letter.';

export const askingTimers: readonly TimerRow[] = [
  {
    rows: ['CLK-03', 'VAL-03'],
    clause: '2.6.2',
    code: 'ask',
    running: notAskedFor,
    at: daysOf('ask', askReminderDays),
    to: theDiao,
    says: notAsked,
  },
  {
    rows: ['CLK-03'],
    clause: '2.6.2',
    code: 'ask-unit',
    running: notAskedFor,
    at: daysOf('ask-unit', askReminderDays.slice(-1)),
    to: () => ({ role: complaintsUnit.code }),
    says: notAsked,
  },
  {
    rows: ['CLK-04'],
    clause: '2.6.5',
    code: 'no-reply',
    running: (view) => (isAt(view, awaiting) ? noReplyYet(view) : []),
    at: [
      { code: 'no-reply-reminder', ...reminder },
      { code: 'no-reply-over', workingDaysAfter: { first: 1, every: noReplyChase.everyWorkingDays } },
    ],
    to: theDiao,
    says: waits,
    step: 'close-for-no-reply',
    mayWait: 'no-reply',
  },
  {
    rows: ['CLK-04'],
    clause: '2.6.5',
    code: 'no-reply-officer',
    running: (view) => (isAt(view, assigned, searching, assessing) && hasOfficer(view) ? noReplyYet(view) : []),
    at: [{ code: 'no-reply-officer', ...reminder }],
    to: theOfficer,
    says: waits,
    mayWait: 'no-reply',
  },
];
