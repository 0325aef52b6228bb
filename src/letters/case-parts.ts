import type { LocalDate } from '../domain/local-date.js';

/** What is asked of the requester, for the letter that asks for what is missing (LTR-03, LTR-04). */
export interface Asking {
  /** What is missing: `identity`, `address`, `clarity`. */
  items: readonly string[];
  /** What we need to know and why, in the words of whoever asks. */
  question?: string;
  /** Services offered to choose from, each with words that people use for what it does. */
  services: readonly { title: string; examples: readonly string[] }[];
  /** The question stops the clock: we cannot reasonably go on without the answer. */
  stops: boolean;
  sentOn: LocalDate;
  /** The last day on which we wait for an answer. */
  waitUntil: LocalDate;
}

/** A record as it was decided, whether or not the requester may be told of it. */
export interface DecidedRecord {
  /** In words: a day, a span of years; empty when the record bears no date. */
  dated: string;
  description: string;
  source: string;
  given: 'whole' | 'part' | 'none';
  /** Where words were taken out: `pages 3 to 4`; empty for a whole record. */
  place: string;
  /** The exemption relied on, and whether it is named to the requester; null for what is given. */
  exemption: { code: string; cite: boolean } | null;
}

/** One place that was searched, and what came of it. */
export interface SearchedPlace {
  place: string;
  answer: 'FOUND' | 'NOTHING' | 'OPEN';
  /** It was there once and has been destroyed when its time was over. */
  destroyed: boolean;
}

/** A page that goes beside the copies (DSP-07). */
export interface Statement {
  code: 'WRONG' | 'KEPT_TOO_LONG' | 'RECORDING' | 'CODES';
  says: string;
  righted: 'AMENDED' | 'ANNOTATED' | null;
  goneOn: LocalDate | null;
}

/** What the reply gives, for the covering letter, the schedule and the reply that nothing is held. */
export interface Reply {
  records: readonly DecidedRecord[];
  /** Numbers, on the case, of records that nobody has decided yet. */
  undecided: readonly number[];
  searched: readonly SearchedPlace[];
  statements: readonly Statement[];
  /** Queries about the reply go to the DIAO (§2.12.1). */
  diao: { name?: string; post: string };
}
