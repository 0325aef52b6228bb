import type { LocalDate } from '../local-date.js';
import type { Holidays } from '../working-days.js';

/** Dated facts that carry nothing else. */
export const plainEventTypes = [
  'id_requested',
  'id_received',
  // A part of the proof came while other proof is awaited: nothing starts yet, and its day counts once the rest is there.
  'id_part_received',
  'id_validated',
  'authority_requested',
  'authority_received',
  'poa_requested',
  'poa_received',
  'fee_requested',
  'fee_paid',
  'extension_removed',
  'info_letter_sent',
  'logged',
  'responded',
  'closed',
  'forwarded',
  'written_followup_received',
] as const;
export type PlainEventType = (typeof plainEventTypes)[number];

/** A dated fact about one request. `date` is the day it happened in the world, not the day somebody typed it in. */
export type ClockEvent =
  | { type: PlainEventType; date: LocalDate }
  /** `stopsClock: false`: a question the council may ask but may not stop the clock for. */
  | { type: 'clarification_requested'; date: LocalDate; stopsClock?: boolean }
  /** `answers`: which question, counted from 1 in order of date; without it, every question still open. */
  | { type: 'clarification_received'; date: LocalDate; answers?: number }
  /** `date` is the day the requester was told. */
  | { type: 'extended'; date: LocalDate; months: number };

export type ClarificationMode = 'pause' | 'restart';

/** Everything the dates follow from. Plain JSON: it is stored, and read by `npm run -s deadline`. */
export interface Timeline {
  /** The day any member of staff received the request (§1.2(6)). */
  received: LocalDate;
  /** The instant of receipt, ISO 8601; it must fall on the day `received` in London. */
  receivedAt?: string;
  allocated?: LocalDate;
  reviewReceived?: LocalDate;
  complaintReceived?: LocalDate;
  /** Overrides the day the state is asked for. */
  asOf?: LocalDate;
  /** Default `pause` (OP-08). */
  clarification?: ClarificationMode;
  events: ClockEvent[];
}

export type ClockState = 'not-started' | 'paused' | 'running' | 'due-today' | 'overdue' | 'stopped';

/** The dates a deadline gives, by the name they have in `Deadline`. */
export type DateName =
  | 'due'
  | 'latestArguable'
  | 'extensionNoticeBy'
  | 'askForMissingBy'
  | 'noReplyUntil'
  | 'logBy'
  | 'flagBy'
  | 'reviewAckBy'
  | 'reviewDueBy'
  | 'complaintAckBy';

/** One link of the chain that answers "why this date". `of` says which date it explains; the start belongs to `due`. */
export interface Why {
  of: DateName;
  date: LocalDate;
  text: string;
  clause: string;
}

/** What follows from a timeline. A date that does not apply is null. */
export interface Deadline {
  start: LocalDate | null;
  /** The safe date to answer by; null while the clock has not started or is paused. */
  due: LocalDate | null;
  /** The latest date that could be argued, both end days of a pause counted; never before `due`. */
  latestArguable: LocalDate | null;
  state: ClockState;
  /** Last day to tell the requester of an extension. */
  extensionNoticeBy: LocalDate | null;
  askForMissingBy: LocalDate | null;
  /** Last day to wait for what was asked; the request may be closed from the day after. */
  noReplyUntil: LocalDate | null;
  /** Instant, ISO 8601 in UTC: 48 elapsed hours from receipt; null when the hour of receipt is not known. */
  logBy: string | null;
  flagBy: LocalDate | null;
  reviewAckBy: LocalDate | null;
  reviewDueBy: LocalDate | null;
  complaintAckBy: LocalDate | null;
  /** Extensions that do not count, each with a sentence that ends in its clause. */
  refused: { event: ClockEvent; why: string }[];
  why: Why[];
}

/** A timeline that cannot be true, in one line that names what is wrong. */
export interface TimelineFault {
  fault: string;
}

export type LimitUnit = 'hours' | 'days' | 'working days' | 'months';

/** A time limit of the procedure: a number, where it is counted from, the clause, and the sentence people are shown. */
export interface Limit {
  id: string;
  n: number;
  unit: LimitUnit;
  from: string;
  clause: string;
  /** May hold `{count}` (the limit in words), `{from}`, `{by}` and `{after}` (the day after `by`). */
  sentence: string;
  /** Rows of the procedure this limit is the declaration of. */
  rows: readonly string[];
  /** The limit binds only what is received on or after this day. */
  inForceFrom?: LocalDate;
}

/** The limits the clock itself needs; `procedure/limits.ts` has these and more. */
export type LimitName =
  | 'log'
  | 'askForMissing'
  | 'noReply'
  | 'flag'
  | 'respond'
  | 'extensionNotice'
  | 'extension'
  | 'reviewAcknowledgement'
  | 'reviewDecision'
  | 'complaintAcknowledgement';
export type Limits = Readonly<Record<LimitName, Limit>>;

/** What the start of the clock may wait for (§2.6.1a, c, d, e; b only in restart mode). */
export type ItemName = 'identity' | 'authority' | 'attorney' | 'fee' | 'clarity';

/** What a chain of reasons may say: each a sentence with `{placeholders}` and its clause. */
export type ReasonName =
  | 'received'
  | 'receivedAndStarts'
  | `${ItemName}Arrived`
  | `${ItemName}Awaited`
  | 'startMoved'
  | 'month'
  | 'monthClamped'
  | 'extended'
  | 'pausedUntil'
  | 'pausedGives'
  | 'pauseOpen'
  | 'questionRunsOn'
  | 'rolledWeekend'
  | 'rolledHoliday'
  | 'arguable'
  | 'answered'
  | 'closed'
  | 'extensionLate'
  | 'extensionTwice'
  | 'extensionLength'
  | 'extensionAfterAnswer';
export type Reasons = Readonly<Record<ReasonName, Reason>>;
/** A sentence of the chain, its clause, and the rows of the procedure that it tells of. */
interface Reason {
  sentence: string;
  clause: string;
  rows?: readonly string[];
}

/** What a deadline is worked out with, beside the timeline. */
export interface Given {
  limits: Limits;
  reasons: Reasons;
  holidays: Holidays;
  /** The day the state is asked for, normally today. It never moves a date. */
  asOf: LocalDate;
}
