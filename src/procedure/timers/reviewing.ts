import type { LocalDate } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { reviewReminderDays } from '../limits.js';
import { dpo, igTeam } from '../roles.js';
import { facts } from './who.js';

/** T12 REVIEW_ACK, REVIEW_DO: a review runs after the case is closed, on days of its own, until it is acknowledged and decided. */
const running =
  (day: (view: View) => LocalDate | null | undefined, settled: string) =>
  (view: View): Ticking[] => {
    const by = day(view);
    return by && facts(view)[settled] === undefined ? [{ day: by }] : [];
  };
const unacknowledged = running(({ deadline }) => deadline?.reviewAckBy, 'reviewAcknowledgedOn');
const undecided = running(({ deadline }) => deadline?.reviewDueBy, 'reviewDecidedOn');
const [reviewers, officer] = [() => ({ role: igTeam.code }), () => ({ role: dpo.code })];

export const reviewTimers: readonly TimerRow[] = [
  {
    rows: ['REV-05'],
    clause: 'App. 4(2)',
    code: 'review-ack',
    running: unacknowledged,
    at: [{ code: 'review-ack', daysBefore: 0 }],
    to: reviewers,
    says: () => 'Last day to acknowledge the request for a review, with the day by which it is decided.',
    afterClosing: true,
  },
  {
    rows: ['REV-05'],
    clause: 'App. 4(2)',
    code: 'review-ack-late',
    running: unacknowledged,
    at: [{ code: 'review-ack-late', workingDaysAfter: { first: 1 } }],
    to: officer,
    says: () => 'A request for a review was not acknowledged in time.',
    afterClosing: true,
  },
  {
    rows: ['REV-06'],
    clause: 'App. 4(3)',
    code: 'review-do',
    running: undecided,
    at: reviewReminderDays.map((days) => ({ code: `review-do-${days}`, daysBefore: days, inGoodTime: true })),
    to: reviewers,
    says: () => 'A review falls due. Its outcome goes to the requester and to the officers of the case.',
    afterClosing: true,
  },
  {
    rows: ['REV-06'],
    clause: 'App. 4(3)',
    code: 'review-do-late',
    running: undecided,
    at: [{ code: 'review-do-late', eachWorkingDayAfter: true }],
    to: officer,
    says: () => 'A review is overdue.',
    afterClosing: true,
  },
];
