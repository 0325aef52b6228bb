import type { Deadline, Given, Timeline, TimelineFault } from './clock/types.js';

export type * from './clock/types.js';

/** What follows from a timeline by the rules of design §6: dates, state and the reasons, or the fault that makes it impossible. */
export function deadlineOf(_timeline: Timeline, _given: Given): Deadline | TimelineFault {
  return { fault: 'The clock is being built.' };
}

/** Tells a timeline that cannot be true from a deadline. */
export function isTimelineFault(result: Deadline | TimelineFault): result is TimelineFault {
  return 'fault' in result;
}
