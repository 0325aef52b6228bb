import { formatDay, parseLocalDate } from '../local-date.js';
import type { ReasonName, Reasons } from './types.js';

/** Values for the `{placeholders}` of a sentence. A day is written out; anything else stands as it is. */
export type Words = Record<string, string>;

/** Fills the placeholders of a sentence. */
export function fillSentence(sentence: string, words: Words): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = words[name];
    if (value === undefined) return whole;
    return parseLocalDate(value) ? formatDay(value) : value;
  });
}

/** A reason, filled in, with its clause. */
export function sayReason(reasons: Reasons, name: ReasonName, words: Words): { text: string; clause: string } {
  const { sentence, clause } = reasons[name];
  return { text: fillSentence(sentence, words), clause };
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `one month`, `three months`, `30 days`: counts below ten in words. The unit is given in the plural. */
export function sayCount(count: number, units: string): string {
  return `${numbers[count] ?? count} ${count === 1 ? units.slice(0, -1) : units}`;
}

/** A clause as it is cited: `§2.6.1` for the policy, `UK GDPR Art. 12A` for a law as it stands. */
export function cite(clause: string): string {
  return /^\d/.test(clause) ? `§${clause}` : clause;
}

/** A sentence or count with its first letter large. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
