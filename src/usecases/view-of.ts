import { deadlineOf, isTimelineFault, type Deadline, type TimelineFault } from '../domain/clock.js';
import { londonDay } from '../domain/local-date.js';
import type { Person } from '../domain/person.js';
import type { View } from '../domain/step.js';
import type { RequestState } from '../domain/subject-request.js';
import { reasons } from '../procedure/clock-reasons.js';
import { limits } from '../procedure/limits.js';
import type { Desk } from './desk.js';
import type { KnownHolidays } from './ports.js';

/** What guards, outcomes and cards look at: the state, who asks, and the dates as of now. */
export function viewOf(desk: Desk, state: RequestState | null, person: Person): View {
  const now = desk.clock.now();
  const today = londonDay(now);
  const deadline = state ? datesOf(desk, state) : null;
  const dates = deadline && !isTimelineFault(deadline) ? deadline : null;
  return { request: state, person, now, today, deadline: dates, retention: desk.council.retention, mark: (text) => desk.tokens.mark(text) };
}

/** The dates that follow from a state now, or why its timeline cannot be true. One press asks for those of one timeline several times. */
export function datesOf(desk: Desk, state: RequestState): Deadline | TimelineFault {
  const [holidays, asOf] = [listOf(desk, state), desk.clock.today()];
  const by = `${asOf} ${holidays.version}`;
  const last = reckoned.get(state.timeline);
  if (last?.by === by) return last.dates;
  const dates = deadlineOf(state.timeline, { limits, reasons, holidays, asOf });
  reckoned.set(state.timeline, { by, dates });
  return dates;
}
/** By the timeline itself, which nobody changes: a step that tells the clock something makes a new one. */
const reckoned = new WeakMap<RequestState['timeline'], { by: string; dates: Deadline | TimelineFault }>();

/** The list of bank holidays that a case is reckoned with: the one in force, or once its clock has stopped the one it stopped by. */
export function listOf(desk: Desk, { timeline, list }: RequestState): KnownHolidays {
  const stopped = timeline.events.some(({ type }) => type === 'responded' || type === 'closed');
  return (stopped && list !== undefined && desk.holidays.under(list)) || desk.holidays;
}
