import type { LocalDate } from '../../domain/local-date.js';
import type { Recipient } from '../../domain/recipient.js';
import type { RequestState, StepTaken, SubjectRequest } from '../../domain/subject-request.js';

/** A personal detail or free text before it is sealed, by kind of field (design §8). */
export type DetailKind = 'name' | 'contact' | 'address' | 'birth-date' | 'text';

export interface DetailFields {
  [field: string]: { kind: DetailKind; value: string };
}

/** Columns the register is searched and swept by. Codes, dates and ids only. */
export interface RequestIndex {
  stage: string;
  open: boolean;
  directorate: string | null;
  right: string;
  due: LocalDate | null;
  receivedOn: LocalDate;
  reporter: string;
  caseOfficer: string | null;
  /** Object ids of those who work an open case, whoever's move it is: its officer and its DIAO. */
  workers: string[];
  /** People and posts whose move it is, for `my work`: `person:<id>` or `role:<ROLE>` or `role:<ROLE>:<directorate>`. */
  waitingFor: string[];
  /** While a report is not logged: the instant by which it must be (INT-12). */
  logBy?: Date;
  /** The day it was logged, when that was later than the limit allows. */
  loggedLateOn?: LocalDate;
  /** When the next deadline notice falls due by the Clock; null when none. */
  nextNoticeAt: Date | null;
  restricted: boolean;
  /** Closed, and words about the proof of identity are still there (VAL-17). */
  identityWords?: true;
  /** The week whose report counts the case as received: `2026-W47`. */
  week: string;
  /** The order “worst first” as one text: `domain/reports/urgency.ts`. */
  urgency: string;
  /** The day it was answered or closed; null while neither. */
  ended: LocalDate | null;
  /** Marks of its dates that hang on the list of bank holidays, while its clock goes on: `domain/holiday-lists.ts`. */
  movable?: string[];
  /** Answered by the due date; null while it is not answered, and when it was closed without an answer. */
  inTime: boolean | null;
}

/** A message the commit promises: `key` makes it unique for ever. */
export interface Intent {
  key: string;
  template: string;
  to: Recipient;
  /** Codes and numbers only. */
  args?: Record<string, string | number | boolean>;
  /** The digest it is a line of: a day, with the hour in the afternoon. */
  digest?: string;
}

export type { Recipient };

export interface NewRequest extends SubjectRequest {
  intakeKey: string;
  steps: [StepTaken];
  macs: [string];
  intents: Intent[];
  index: RequestIndex;
  tokens: string[];
  at: Date;
}

export interface StepCommit {
  id: string;
  expectedVersion: number;
  /** The state as it stands at that version; only what differs from it is written. */
  before: RequestState;
  state: RequestState;
  step: StepTaken;
  mac: string;
  intents: Intent[];
  index: RequestIndex;
  /** Search tokens to add; the old ones stay findable until retention. */
  tokens: string[];
}

export interface RequestPage {
  rows: { id: string; ref: string; version: number; state: RequestState }[];
  more: boolean;
}

/** The register. Every read names its index; every write is one atomic operation on one document. */
export interface RequestStore {
  byId(id: string): Promise<SubjectRequest | null>;
  byIds(ids: string[]): Promise<SubjectRequest[]>;
  byRef(ref: string): Promise<SubjectRequest | null>;
  /** Inserts; when the intake key is taken already, answers the request that has it. */
  insert(request: NewRequest): Promise<{ request: SubjectRequest; repeated: boolean }>;
  /** Null when the version has moved on: nothing was written. */
  commit(change: StepCommit): Promise<SubjectRequest | null>;
  stepByKey(id: string, key: string): Promise<StepTaken | null>;
  byIntakeKey(intakeKey: string): Promise<SubjectRequest | null>;
  /** The whole history in order, each step with its chain value. */
  history(id: string): Promise<{ step: StepTaken; mac: string }[]>;
  waitingFor(marks: string[], page: { skip: number; limit: number }): Promise<RequestPage>;
  reportedBy(person: string, page: { skip: number; limit: number }): Promise<RequestPage>;
  byTokens(tokens: string[], limit: number): Promise<RequestPage>;
  noticesDue(before: Date, limit: number): Promise<SubjectRequest[]>;
  /** Sets when the next notice falls due and adds its intents, if the version still stands. */
  recordNotice(id: string, expectedVersion: number, nextNoticeAt: Date | null, intents: Intent[]): Promise<boolean>;
  withIntents(limit: number): Promise<{ id: string; intents: Intent[] }[]>;
  clearIntents(id: string, keys: string[]): Promise<void>;
  earliestNotice(): Promise<Date | null>;
}

/** Encrypted, immutable documents of personal details, written before the commit that points at them. */
export interface DetailStore {
  /** Answers the id and the salted hash that goes into the audit chain. */
  write(requestId: string, fields: DetailFields): Promise<{ id: string; hash: string }>;
  read(ids: string[]): Promise<Record<string, Record<string, string>>>;
}

/** VAL-17: words about a proof of identity, gone once the case is closed. */
export interface IdentityWords {
  /** Ids of closed cases that still have some. */
  due(limit: number): Promise<string[]>;
  /** Deletes these details of the case; answers how many there were. */
  purge(requestId: string, details: readonly string[]): Promise<number>;
}

/** Half-made reports: encrypted, one person's own, gone after 24 hours of machine time. */
export interface DraftStore {
  /** False when the id belongs to another person's draft. */
  save(id: string, owner: string, fields: Record<string, string>): Promise<boolean>;
  read(id: string, owner: string): Promise<Record<string, string> | null>;
  remove(id: string): Promise<void>;
  /** Deletes every draft of a person; answers how many there were. */
  removeOwn(owner: string): Promise<number>;
}
