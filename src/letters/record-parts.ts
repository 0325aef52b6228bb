import type { LocalDate } from '../domain/local-date.js';

/** One record that is kept back in whole or in part, with everything the file says of it. Internal: it may name an exemption that the reply does not. */
export interface FileNote {
  /** `Record 3 · Letter`, and its description. */
  record: string;
  description: string;
  /** `page 2, paragraph 4`; empty for a whole class. */
  place: string;
  /** `Redacted` or `Withheld`. */
  how: string;
  what: string;
  exemption: string;
  clause: string;
  why: string;
  /** What else the exemption asks for: limb, branch, kind, the other questions. */
  more: readonly { label: string; value: string }[];
  /** `Blocked out`, `Retyped without it`; empty for what is withheld. */
  method: string;
  /** `Health professional, Dr Sample, asked …: keep it back, …`; none when nobody was asked. */
  consulted: readonly string[];
  /** Whether the reply names the exemption, and who allowed silence. */
  named: string;
  by: string;
  on: LocalDate | null;
}

/** A view that is asked for and not answered. */
export interface ViewAsked {
  to: string;
  question: string;
  /** The record at issue, without whose data else it holds. */
  record: string;
  place: string;
  /** What must be true under the exemption at issue; empty when none is named. */
  test: string;
  askedOn: LocalDate;
  answerBy: LocalDate;
  /** Whose data it is, for those who need to know. */
  person: string;
}

/** A pattern raised with whoever answers for the records. */
export interface RiskNote {
  kind: string;
  pattern: string;
  cases: string;
  change: string;
  on: LocalDate;
  by: string;
}

/** What is written from the schedule of records beside the reply. */
export interface RecordParts {
  fileNotes?: readonly FileNote[];
  consent?: ViewAsked;
  consultation?: ViewAsked;
  risk?: RiskNote;
}
