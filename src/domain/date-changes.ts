import { isTimelineFault, type Deadline, type TimelineFault, type Why } from './clock.js';
import type { LocalDate } from './local-date.js';
import { apply, replay } from './replay.js';
import type { RequestState, StepTaken } from './subject-request.js';

/** One change of the date to answer by: from what to what, the step that led to it, and the link of the chain that says why. */
export interface DateChange {
  from: LocalDate | null;
  to: LocalDate | null;
  /** The latest arguable date after it. */
  latest: LocalDate | null;
  step: StepTaken;
  why: Why | null;
}

/**
 * Every change of the due date, the oldest first, found by replaying the history step by step; the first date is none. `datesAt` answers
 * the dates of a state; it is asked only where the timeline or the list of bank holidays is a new one. Pure.
 */
export function dateChanges(steps: readonly StepTaken[], datesAt: (state: RequestState) => Deadline | TimelineFault): DateChange[] {
  const changes: DateChange[] = [];
  let state = replay([]);
  let before: Deadline | null = null;
  for (const [at, step] of steps.entries()) {
    const after = step.corrects === undefined ? apply(state, step) : replay(steps.slice(0, at + 1));
    const same = after.timeline === state.timeline && after.list === state.list;
    state = after;
    if (same) continue;
    const dates = datesAt(state);
    if (isTimelineFault(dates)) continue;
    if (before && differs(before, dates))
      changes.push({ from: before.due, to: dates.due, latest: dates.latestArguable, step, why: newLink(before, dates) });
    before = dates;
  }
  return changes;
}

const differs = (a: Deadline, b: Deadline): boolean => a.due !== b.due || a.latestArguable !== b.latestArguable;

/** The first sentence of the new chain that the old one had not; none when something fell away, for then only the step says why. */
function newLink(before: Deadline, after: Deadline): Why | null {
  const chain = ({ why }: Deadline): Why[] => why.filter(({ of }) => of === 'due' || of === 'latestArguable');
  const [old, now] = [chain(before), chain(after)];
  return now.length < old.length ? null : (now.find((link) => !old.some(({ text }) => text === link.text)) ?? null);
}
