import type { LocalDate } from '../local-date.js';
import type { ClockEvent, Timeline } from './types.js';

// On one day: asked before answered, answered before the end (design §6).
const isAnswer = /_received$|^fee_paid$/;
const rankOf = (event: ClockEvent): number => {
  if (event.type === 'responded' || event.type === 'closed') return 3;
  if (event.type === 'extended' || event.type === 'extension_removed') return 2;
  return isAnswer.test(event.type) && event.type !== 'written_followup_received' ? 1 : 0;
};

// Two events of one kind on one day are told apart by what they carry, so that the order of entry never shows.
const weightOf = (event: ClockEvent): number => {
  if (event.type === 'extended') return event.months;
  if (event.type === 'clarification_requested') return event.stopsClock === false ? 1 : 0;
  return event.type === 'clarification_received' ? (event.answers ?? 0) : 0;
};

/** The events in the order they happened, whatever the order they were entered in. */
export function sortEvents(events: readonly ClockEvent[]): ClockEvent[] {
  return [...events].sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      rankOf(a) - rankOf(b) ||
      (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
      weightOf(a) - weightOf(b),
  );
}

export interface Ending {
  date: LocalDate;
  how: 'answered' | 'closed';
}

/** The day the request was answered or closed, whichever came first; null while it is open. */
export function findEnding(sorted: readonly ClockEvent[]): Ending | null {
  const ends = sorted.filter((event) => event.type === 'responded' || event.type === 'closed');
  const first = ends[0];
  if (!first) return null;
  const answered = ends.some((event) => event.date === first.date && event.type === 'responded');
  return { date: first.date, how: answered ? 'answered' : 'closed' };
}

/** The events that still count: what happens after the answer moves no date. */
export function keepUntilEnding(timeline: Timeline): { events: ClockEvent[]; ending: Ending | null } {
  const sorted = sortEvents(timeline.events);
  const ending = findEnding(sorted);
  return { events: ending ? sorted.filter((event) => event.date <= ending.date) : sorted, ending };
}
