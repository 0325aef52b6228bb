import type { Limit, Limits } from '../domain/clock.js';

/**
 * Every time limit of the procedure (T12), once. A number of hours, days or months stands nowhere else.
 * In a sentence `{count}` is the limit itself in words, `{from}` the day it is counted from, `{by}` the last day, `{after}` the day after that.
 */
export const limits = {
  log: {
    id: 'log',
    n: 48,
    unit: 'hours',
    from: 'receipt by any member of staff',
    clause: '2.3.2',
    sentence: 'It must be logged within {count} of being received, so by {by}.',
    rows: ['INT-12'],
  },
  askForMissing: {
    id: 'ask-for-missing',
    n: 7,
    unit: 'days',
    from: 'receipt',
    clause: '2.6.2',
    sentence: 'If anything is missing, we must ask for it within {count} of {from}: by {by}.',
    rows: ['CLK-03', 'VAL-03'],
  },
  feeDecision: {
    id: 'fee-decision',
    n: 7,
    unit: 'days',
    from: 'decision to ask for a fee',
    clause: '2.4.4(2)',
    sentence: 'The requester must be told of the fee within {count} of the decision on {from}: by {by}.',
    rows: ['VAL-12'],
  },
  noReply: {
    id: 'no-reply',
    n: 30,
    unit: 'days',
    from: 'letter or message that asked for what is missing',
    clause: '2.6.5',
    sentence: 'We asked on {from} and wait {count}, until {by}. Without an answer the request may be closed from {after}, with reasons.',
    rows: ['CLK-04'],
  },
  noReplyReminder: {
    id: 'no-reply-reminder',
    n: 20,
    unit: 'days',
    from: 'letter or message that asked for what is missing',
    clause: '2.6.5',
    sentence: 'We asked on {from}. A reminder is due on {by}.',
    rows: ['CLK-04'],
  },
  flag: {
    id: 'flag',
    n: 5,
    unit: 'working days',
    from: 'allocation to the DIAO',
    clause: '1.3',
    sentence:
      'The request was allocated on {from}. A need for clarification, or a concern about release, must be notified within {count}: by {by}.',
    rows: ['ASG-07'],
  },
  notOurs: {
    id: 'not-ours',
    n: 1,
    unit: 'working days',
    from: 'finding that the data is not held here',
    clause: '1.3',
    sentence: 'The directorate found on {from} that this is not theirs and must say so by {by}.',
    rows: ['ASG-06'],
  },
  respond: {
    id: 'respond',
    n: 1,
    unit: 'months',
    from: 'start of the clock',
    clause: '2.6.1',
    sentence: 'The answer is due {count} from {from}: by {by}.',
    rows: ['CLK-01'],
  },
  refusalNotice: {
    id: 'refusal-notice',
    n: 1,
    unit: 'months',
    from: 'start of the clock',
    clause: '1.2(9)',
    sentence: 'A refusal, with its reasons, must reach the requester within {count} of {from}: by {by}.',
    rows: ['CLK-08'],
  },
  extensionNotice: {
    id: 'extension-notice',
    n: 1,
    unit: 'months',
    from: 'start of the clock',
    clause: '1.2(7)',
    sentence:
      'If more time is needed, the requester must be told by {by}, {count} from {from}. A pause or a weekend does not move this day.',
    rows: ['CLK-06'],
  },
  extension: {
    id: 'extension',
    n: 2,
    unit: 'months',
    from: 'end of the first month',
    clause: '1.2(7)',
    sentence: 'The time may be extended once, by at most {count}.',
    rows: ['CLK-05', 'CLK-15'],
  },
  reviewAcknowledgement: {
    id: 'review-acknowledgement',
    n: 2,
    unit: 'working days',
    from: 'receipt of the request for a review',
    clause: 'App. 4(2)',
    sentence: 'The review was asked for on {from} and must be acknowledged within {count}: by {by}.',
    rows: ['REV-05'],
  },
  reviewDecision: {
    id: 'review-decision',
    n: 20,
    unit: 'working days',
    from: 'receipt of the request for a review',
    clause: 'App. 4(3)',
    sentence: 'The review was asked for on {from} and must be decided within {count}: by {by}.',
    rows: ['REV-06'],
  },
  complaintAcknowledgement: {
    id: 'complaint-acknowledgement',
    n: 30,
    unit: 'days',
    from: 'receipt of the complaint',
    clause: 'DPA 2018 s. 164A',
    sentence: 'The complaint was received on {from} and must be acknowledged within {count}: by {by}.',
    rows: [],
    inForceFrom: '2026-06-19',
  },
  acknowledgeRequest: {
    id: 'acknowledge-request',
    n: 2,
    unit: 'working days',
    from: 'logging',
    clause: '3.7',
    sentence: 'The request was logged on {from} and is acknowledged within {count}: by {by}.',
    rows: ['INT-17'],
  },
  reviewWindow: {
    id: 'review-window',
    n: 2,
    unit: 'months',
    from: 'answer to the request',
    clause: 'App. 4',
    sentence: 'The answer was sent on {from}. A review is normally asked for by {by}.',
    rows: ['REV-01'],
  },
  callRetention: {
    id: 'call-retention',
    n: 6,
    unit: 'months',
    from: 'call',
    clause: '2.7.1(e)',
    sentence: 'The call of {from} is deleted on {by} unless it is preserved before then.',
    rows: ['SRC-12'],
  },
  accessReview: {
    id: 'access-review',
    n: 6,
    unit: 'months',
    from: 'last review of access',
    clause: 'F-Q7',
    sentence: 'Access was last reviewed on {from}. It lapses unless it is reviewed by {by}.',
    rows: ['SEC-02'],
  },
} as const satisfies Limits & Record<string, Limit>;

/** Calendar days before an answer is due on which its case officer and DIAO are reminded; also on the day itself (CLK-14). */
export const responseReminderDays = [14, 7, 3, 1] as const;

/**
 * A search is answered within so many calendar days unless another day is given. Its owner is chased on that day and every so many working
 * days after; from so many working days late on the DIAO hears of it too (SRC-01, SRC-14). An opinion is waited for in the same way.
 */
export const searchChase = { answerWithin: 7, everyWorkingDays: 2, toDiaoAfter: 4 } as const;

/** Working days overdue from which these are told too (CLK-14). */
export const overdueCopies = { IAO: 1, DPO: 5 } as const;

/** Working days without an answer to an allocation: a nudge, then the deputy, then the IAO and the CCU (ASG-18). */
export const allocationEscalation = { nudge: 1, deputy: 2, owners: 3 } as const;

/** Days before held footage or a held call would be deleted on which its owner is chased (SRC-12). */
export const retentionReminderDays = [7, 3, 1] as const;
