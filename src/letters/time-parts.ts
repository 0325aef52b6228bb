import type { LocalDate } from '../domain/local-date.js';

/** More time, for the letter that tells of it (LTR-09). */
export interface MoreTime {
  months: number;
  /** In the words of whoever proposed it. */
  reasons: string;
  likelyOn: LocalDate;
  /** The last day of the longer time; null while the clock stands still. */
  lastDay: LocalDate | null;
}

/** Why the whole request is refused (LTR-07, LTR-08). */
export interface Refused {
  ground: 'UNFOUNDED' | 'EXCESSIVE' | 'REPEAT' | 'ENTITLEMENT' | 'EXEMPT';
  /** In the words of whoever decided; empty where the records themselves say why. */
  reasons: string;
}

/** A fee, with what it is made of, in pence (LTR-06). */
export interface FeeAsked {
  ground: 'UNFOUNDED' | 'EXCESSIVE';
  reasons: string;
  lines: readonly { what: string; pence: number }[];
  total: number;
}

/** What was asked for and has not come (LTR-10, LTR-11): `identity`, `address`, `clarity`, `fee`. */
export interface Waiting {
  items: readonly string[];
  askedOn: LocalDate;
  waitUntil: LocalDate;
}
