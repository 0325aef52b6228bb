import type { LocalDate } from '../local-date.js';

/** What reports read of a case: codes and dates, nothing about a person. */
export interface ReportedCase {
  ref: string;
  right: string;
  /** How it came in. */
  channel: string;
  /** A special route, or null for an ordinary case. */
  route: string | null;
  restricted: boolean;
  directorate: string | null;
  post: string | null;
  stage: string;
  received: LocalDate;
  /** Logged, or still not logged, later than the limit allows. */
  loggedLate: boolean;
  start: LocalDate | null;
  due: LocalDate | null;
  /** Days left to answer; negative when overdue; null when no date runs. */
  left: number | null;
  /** Why no date runs: what was asked for has not come; a question is open; the answer has left. */
  still: 'held' | 'paused' | 'answered' | null;
  /** What the requester was asked for before the clock may start. */
  heldFor: string[];
  /** The due date, when it was moved by an extension that counts. */
  extendedTo: LocalDate | null;
  /** Whose move it is: `role:DIAO:HOU` or `person:<id>`. */
  next: readonly string[];
  caseOfficer: string | null;
}

export const isOverdue = (c: ReportedCase): boolean => c.left !== null && c.left < 0;
export const isSoon = (c: ReportedCase, days: number): boolean => c.left !== null && c.left >= 0 && c.left <= days;
export const isWaiting = (c: ReportedCase): boolean => c.still === 'held' || c.still === 'paused';
