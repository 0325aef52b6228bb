import { daysBetween, laterOf, type LocalDate } from '../local-date.js';
import type { ClockEvent } from './types.js';

/** A question put to the requester to find what they want. */
export interface Question {
  asked: LocalDate;
  answered: LocalDate | null;
  /** Whether it may stop the clock at all. */
  stops: boolean;
}

/** The questions in order of date, each with the day of its first answer; `stray` is the first answer to a question never asked. */
export function readQuestions(sorted: readonly ClockEvent[]): { questions: Question[]; stray: ClockEvent | null } {
  const questions: Question[] = [];
  let stray: ClockEvent | null = null;
  for (const event of sorted) {
    if (event.type === 'clarification_requested') {
      questions.push({ asked: event.date, answered: null, stops: event.stopsClock !== false });
    } else if (event.type === 'clarification_received') {
      const meant = questions.filter((_, at) => event.answers === undefined || event.answers === at + 1);
      if (meant.length === 0) stray ??= event;
      for (const question of meant) question.answered ??= event.date;
    }
  }
  return { questions, stray };
}

/** Days on which the clock stood still: `from` the question, `to` the answer. */
export interface Pause {
  from: LocalDate;
  to: LocalDate;
}

/**
 * The pauses after the start, overlaps merged, in order. A question still open when the request was answered or closed
 * pauses until that day; one that is open now is no pause yet.
 */
export function listPauses(pausing: readonly Question[], start: LocalDate, ending: LocalDate | null): Pause[] {
  const pauses: Pause[] = [];
  for (const { asked, answered } of pausing) {
    const to = answered ?? ending;
    if (!to || to < start) continue;
    const from = laterOf(asked, start);
    const last = pauses.at(-1);
    if (last && from <= last.to) last.to = laterOf(last.to, to);
    else pauses.push({ from, to });
  }
  return pauses;
}

/** Days stopped, answer day minus question day: the safe count (OP-08). */
export function countSafeDays(pauses: readonly Pause[]): number {
  return pauses.reduce((days, { from, to }) => days + daysBetween(from, to), 0);
}

/** Days stopped with both end days counted: the most that could be argued (OP-08). */
export function countArguableDays(pauses: readonly Pause[]): number {
  return countSafeDays(pauses) + pauses.length;
}
