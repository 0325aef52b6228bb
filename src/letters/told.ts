import { exemptionTitle } from '../procedure/exemption-choices.js';
import type { DecidedRecord, Reply } from './case-parts.js';
import { words } from './reasons.words.js';

/** A record as the requester is told of it; its number is its place in the list. */
export interface ToldRecord {
  number: number;
  dated: string;
  description: string;
  source: string;
  given: DecidedRecord['given'];
  place: string;
  /** Code of the exemption that they are told of. */
  reason: string | null;
}

/**
 * What the requester may know of the records (EXM-06, OP-15), and the only view of them that a letter has. A record kept back in silence is not
 * there and leaves no gap in the numbers; one of which words were taken out in silence reads like any copy.
 */
export function toldRecords(reply: Pick<Reply, 'records'> | undefined): ToldRecord[] {
  const told = (reply?.records ?? []).filter((r) => r.given !== 'none' || reasonOf(r) !== null);
  return told.map((r, i) => {
    const { dated, description, source } = r;
    const common = { number: i + 1, dated, description, source };
    const reason = reasonOf(r);
    return reason === null ? { ...common, given: 'whole', place: '', reason } : { ...common, given: r.given, place: r.place, reason };
  });
}

const reasonOf = ({ exemption, given }: DecidedRecord): string | null => (given !== 'whole' && exemption?.cite ? exemption.code : null);

/** Each reason once, with the numbers of what it was applied to: `About somebody else. It tells you … See number 2 in the list.` */
export function sayReasons(told: readonly ToldRecord[]): string[] {
  const codes = [...new Set(told.flatMap(({ reason }) => reason ?? []))];
  return codes.map((code) => {
    const numbers = told.filter(({ reason }) => reason === code).map(({ number }) => number);
    return `${exemptionTitle(code)}. ${sayReason(code)} ${words.where(numbers)}`;
  });
}

/** Why, in a sentence for the requester; it names nobody. */
export const sayReason = (code: string): string => words.why[code] ?? words.other;

/** Which records nobody has decided yet, as something a letter lacks. */
export const lacksDecision = (reply: Reply | undefined): string | null =>
  reply && reply.undecided.length > 0 ? `a decision on record ${reply.undecided.join(', ')}` : null;
