import { addHours, parseInstant } from '../local-date.js';
import { runCourse, tellState } from './course.js';
import { sortEvents } from './events.js';
import { readExtensions } from './extension.js';
import { readTimeline } from './reading.js';
import type { Deadline, Given, Timeline, TimelineFault } from './types.js';

/** The dates that lists and reports tell of many cases at once, and whether an extension that counts moved them. */
export interface BriefDates extends Pick<Deadline, 'start' | 'due' | 'state'> {
  /** The instant it had to be logged by; null when the hour of receipt is not known. */
  logBy: Date | null;
  extended: boolean;
  /** What was asked for before the clock may start and has not come. */
  awaited: string[];
}

/** The same dates as `deadlineOf`, without the other limits and without reasons: about a sixth of the work. */
export function briefDatesOf(timeline: Timeline, given: Given): BriefDates | TimelineFault {
  const reading = readTimeline(timeline);
  if ('fault' in reading) return reading;
  const { start, ending, items } = reading;
  const { standing } = readExtensions(sortEvents(timeline.events), { start, ending, given });
  const course = runCourse(reading, standing, given);
  const receivedAt = timeline.receivedAt === undefined ? null : parseInstant(timeline.receivedAt);
  return {
    start,
    due: course.due,
    state: tellState(course, timeline.asOf ?? given.asOf),
    logBy: receivedAt && addHours(receivedAt, given.limits.log.n),
    extended: standing !== null,
    awaited: items.filter(({ arrived }) => !arrived).map(({ item }) => item),
  };
}
