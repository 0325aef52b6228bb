/** How long before and after its limit something is chased. The limits themselves are in `limits.ts`. */

/** Calendar days before an answer is due on which its case officer and DIAO are reminded; also on the day itself (CLK-14). */
export const responseReminderDays = [14, 7, 3, 1] as const;

/**
 * A search is answered within so many calendar days unless another day is given. Its owner is chased on that day and every so many working
 * days after; from so many working days late on the DIAO hears of it too (SRC-01, SRC-14). An opinion is waited for in the same way. Its
 * owner may put the reminder off by so many calendar days at most.
 */
export const searchChase = { answerWithin: 7, everyWorkingDays: 2, toDiaoAfter: 4, mayWait: 5 } as const;

/**
 * Paper ordered from off site is expected within so many calendar days; from so many working days after the day it is expected its owner is
 * reminded, and every so many more (SRC-04).
 */
export const offSiteChase = { expectedWithin: 5, after: 1, everyWorkingDays: 2 } as const;

/** Working days overdue from which these are told too (CLK-14). */
export const overdueCopies = { IAO: 1, DPO: 5 } as const;

/** Working days without an answer to an allocation: a nudge, then the deputy, then the IAO and the CCU (ASG-18). */
export const allocationEscalation = { nudge: 1, deputy: 2, owners: 3 } as const;

/** Days before held footage or a held call would be deleted on which its owner is chased (SRC-12). */
export const retentionReminderDays = [7, 3, 1] as const;

/**
 * Whoever keeps what deletes itself is asked each so many working days until they say that it is kept; after so many the case officer hears
 * of it, before there is one the call centre. Once it may go again, that is said every so many working days (SRC-12, RTE-13).
 */
export const holdChase = { everyWorkingDays: 1, toOfficerAfter: 2, mayGoEvery: 20 } as const;

/** Elapsed hours after receipt at which the call centre is nudged to log it (INT-12). */
export const logNudgeHours = 24;

/** Calendar days after receipt on which the DIAO is told that something missing has not been asked for; on the last the CCU too (CLK-03). */
export const askReminderDays = [5, 7] as const;

/** When nobody replied in time a person decides; they are asked again every so many working days (CLK-04). */
export const noReplyChase = { everyWorkingDays: 5 } as const;

/** Days before the last day to tell of an extension, and before a refusal is due, on which it is said (CLK-06, CLK-08). */
export const extensionReminderDays = 5;
export const refusalReminderDays = 5;

/** Days before a granted role ends on which IG is told, so that it is reviewed and not simply lost (SEC-02). */
export const accessReviewDays = 14;

/** So many closed cases of a directorate are needed before its usual times say anything; the newest so many are looked at. */
export const usualTimes = { least: 10, newest: 50 } as const;

/** Days before a review is due on which the reviewers are reminded; also on the day itself (REV-06). */
export const reviewReminderDays = [5, 1, 0] as const;
