import { explainDue } from './clock/chain.js';
import { runCourse, tellState } from './clock/course.js';
import { sortEvents } from './clock/events.js';
import { readExtensions } from './clock/extension.js';
import { findLimitDates } from './clock/limit-dates.js';
import { readTimeline } from './clock/reading.js';
import type { Deadline, Given, Timeline, TimelineFault } from './clock/types.js';
import { daysBetween, type LocalDate } from './local-date.js';

export * from './clock/types.js';
export type { AskedItem } from './clock/items.js';
export { heldItemsOf, pausesOf, sayPause, type PauseSummary } from './clock/pauses.js';

/**
 * What follows from a timeline by the rules of design §6 (§2.6; OP-07, OP-08, OP-09): dates, state and reasons, or the fault
 * that makes it impossible. Only the dates of the events count, never the order they are in. `asOf` decides the state alone.
 */
export function deadlineOf(timeline: Timeline, given: Given): Deadline | TimelineFault {
  const reading = readTimeline(timeline);
  if ('fault' in reading) return reading;
  const { start, ending } = reading;
  const { standing, refused } = readExtensions(sortEvents(timeline.events), { start, ending, given });
  const course = runCourse(reading, standing, given);
  const { why, ...limitDates } = findLimitDates({ timeline, ...reading }, given);
  return {
    start,
    due: course.due,
    latestArguable: course.arguable,
    state: tellState(course, timeline.asOf ?? given.asOf),
    ...limitDates,
    refused,
    why: [...explainDue(course, given), ...why],
  };
}

/** Tells a timeline that cannot be true from a deadline. */
export function isTimelineFault(result: object): result is TimelineFault {
  return 'fault' in result;
}

/** Days left to answer: 0 on the due date, negative when overdue, null when nothing is running. */
export function daysLeft({ due, state }: Deadline, today: LocalDate): number | null {
  return due === null || state === 'stopped' ? null : daysBetween(today, due);
}
