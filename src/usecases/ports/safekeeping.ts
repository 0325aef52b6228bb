import type { StepTaken } from '../../domain/subject-request.js';
import type { DetailFields, DetailKind } from './register.js';

/** Events that are not steps: refusals, views of personal data, downloads, grants, administration, clock settings. */
export interface AuditEvent {
  what: string;
  by: string;
  requestId?: string;
  codes?: Record<string, string | number | boolean>;
}

export interface AuditLog {
  record(event: AuditEvent): Promise<void>;
}

/** Links made to letters of one case, the newest first: which letter, by whom, when. */
export type LettersMade = (requestId: string, limit: number) => Promise<{ letter: string; by: string; at: Date }[]>;

/** The keyed chain: `mac` = HMAC(AUDIT_KEY, previous + header + hash of details). */
export interface Chain {
  first(requestId: string, step: StepTaken, detailsHash: string | null): string;
  next(previous: string, step: StepTaken, detailsHash: string | null): string;
}

/** Keyed, whole-word search tokens of normalised values (design §8). */
export interface Tokens {
  of(fields: Partial<Record<'name' | 'birthDate' | 'address' | 'contact' | 'reference', string>>): string[];
  /** One-way mark of a whole text, whatever its case and spacing: to compare two answers. */
  mark(text: string): string;
  /** Tokens of what somebody typed after `search`. */
  ofQuery(text: string): string[];
}

/** Signed, single-use links: 15 minutes of machine time, bound to person, purpose and request. */
export interface Links {
  make(link: { person: string; requestId: string; letter: string }): Promise<string>;
  /** What a token stands for, without using it up; null when forged, expired or used. */
  peek(token: string): Promise<{ person: string; requestId: string; letter: string } | null>;
  /** Uses the token up; null when it is no good (any more). */
  use(token: string): Promise<{ person: string; requestId: string; letter: string } | null>;
}

/** Log line fields come from a fixed list: ids, step names, codes, durations. Never names or words. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LogFields {
  id?: string;
  step?: string;
  code?: string | number;
  ms?: number;
  count?: number;
  reference?: string;
  error?: unknown;
}

/** Where an encrypted value belongs. Opened anywhere else, it is unreadable. `owner` is the request id, draft id or person id. */
export interface SealedPlace {
  owner: string;
  field: string;
  kind: DetailKind;
}

/** AES-256-GCM by kind of field (design §8). `open` throws when the value was moved, changed or needs a key we lack. */
export interface FieldCipher {
  seal(place: SealedPlace, plain: string): string;
  open(place: SealedPlace, envelope: string): string;
  /** True when the envelope is under the first key of the ring, so that rotation may leave it. */
  current(envelope: string): boolean;
  /** Salted hash of a details document: what the audit chain holds of it, and its id. */
  detailsHash(requestId: string, fields: DetailFields, salt: string): string;
}
