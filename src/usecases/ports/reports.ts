import type { LocalDate } from '../../domain/local-date.js';
import type { Figures } from '../../domain/reports/figures.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import type { Week } from '../../domain/reports/week.js';
import type { RequestState } from '../../domain/subject-request.js';
import type { RequestIndex } from './register.js';

/** What reports and lists read of one request: no history, no pointer to personal details. */
export interface RegisterRow {
  id: string;
  ref: string;
  state: Pick<RequestState, 'stage' | 'facts' | 'timeline' | 'took'> & { items?: Partial<RequestState['items']> };
  index: RequestIndex;
}

/** Which open cases: those of some directorates or of one officer, in one stretch of the order “worst first”. */
export interface OpenFilter {
  directorates?: readonly string[];
  officer?: string;
  stage?: string;
  from: string;
  before: string;
}

/** A spreadsheet being written: rows of text and numbers under named columns. */
export interface Sheet {
  columns: readonly string[];
  rows: AsyncIterable<readonly (string | number | null)[]>;
}
/** Writes a sheet, part by part as it is read, as a file that a spreadsheet opens and takes no cell of for a formula. */
export type WriteSheet = (sheet: Sheet) => AsyncIterable<Uint8Array>;

/** Reading the register for reports. Each read costs what it answers, not what is stored. */
export interface RegisterReports {
  receivedIn(week: Week): Promise<RegisterRow[]>;
  /** One page of open cases, the worst first. */
  open(filter: OpenFilter, page: { skip: number; limit: number }): Promise<{ rows: RegisterRow[]; more: boolean }>;
  /** Every open case of the filter, the worst first. */
  allOpen(filter: OpenFilter): Promise<RegisterRow[]>;
  /** Open cases whose next step is one of these people’s or posts’, nearest date first. */
  waitingFor(marks: readonly string[], limit: number): Promise<{ rows: RegisterRow[]; more: boolean }>;
  /** Reports whose time to be logged has passed, the longest first. */
  unlogged(now: Date, limit: number): Promise<RegisterRow[]>;
  /** Requests that were logged late, the latest first. */
  loggedLate(limit: number): Promise<RegisterRow[]>;
  /** Open cases this person works on as officer or DIAO, nearest date first; those that have no date come before. */
  workedBy(person: string, limit: number): Promise<RegisterRow[]>;
  /** The cases of a directorate that were answered last, newest first. */
  lastAnswered(directorate: string, limit: number): Promise<RegisterRow[]>;
  /** How many were answered from a day on, and how many of them in time. */
  answeredSince(day: LocalDate, directorates?: readonly string[]): Promise<{ answered: number; inTime: number }>;
  /** The whole register, or some directorates of it, by reference. */
  every(directorates?: readonly string[]): AsyncIterable<RegisterRow>;
}

/** A weekly report as it was made: the sent copy (MON-02, MON-03). Codes, counts and references only. */
export interface ReportMade {
  /** `weekly-received:2026-W47`. */
  key: string;
  report: string;
  week: Week;
  /** Instant by the Clock, ISO 8601 in UTC. */
  at: string;
  /** Newest block of the audit trail when it was made. */
  seal: { n: number; head: string } | null;
  council: Figures;
  /** By directorate, each with its worst cases; none on a restricted route is among them. */
  directorates: Record<string, Figures & { worst: ReportedCase[] }>;
  worst: ReportedCase[];
  /** How many were received before the week; of those received, these were recorded only after their own week had been reported. */
  earlier: number;
  /** Who leads the cases it counts. */
  officers: string[];
  /** Directorates that neither a channel nor an IAO is told for. */
  unreached: string[];
}

/** Weekly reports that were made, once each, by whichever bot came first. */
export interface ReportLedger {
  /** Notes the instant reports begin at, once; answers the first one ever noted. */
  begin(at: Date): Promise<Date>;
  /** Keeps a report; when there is one of that key already, that one is answered. */
  keep(made: ReportMade): Promise<ReportMade>;
  byKey(key: string): Promise<ReportMade | null>;
  /** The key of the newest report of that kind. */
  newest(report: string): Promise<string | null>;
}
