import { briefDatesOf, type BriefDates } from '../../domain/clock/brief.js';
import { daysBetween, londonDay, type LocalDate } from '../../domain/local-date.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import { reasons } from '../../procedure/clock-reasons.js';
import { limits } from '../../procedure/limits.js';
import type { Desk } from '../desk.js';
import type { RegisterRow } from '../ports.js';

/** Step whose instant is that of logging; the day stands in the timeline. */
const LOGGING = 'log-and-allocate';
/** Cases read before other work gets a turn. */
const AT_ONCE = 100;

/** A row of the register as reports count it, with its dates as of now. */
export function readCase(desk: Desk, { ref, state, index }: RegisterRow): ReportedCase {
  const found = briefDatesOf(state.timeline, { limits, reasons, holidays: desk.holidays, asOf: desk.clock.today() });
  const dates = 'fault' in found ? null : found;
  const fact = (name: string): string | null => (typeof state.facts[name] === 'string' ? state.facts[name] : null);
  const still = stillOf(dates);
  return {
    ref,
    right: index.right,
    channel: fact('channel') ?? 'UNKNOWN',
    route: fact('route'),
    restricted: index.restricted,
    directorate: index.directorate,
    post: fact('post'),
    stage: index.stage,
    received: state.timeline.received,
    loggedLate: dates?.logBy ? isLate(state, dates, desk.clock.now()) : false,
    start: dates?.start ?? null,
    due: dates?.due ?? null,
    left: dates?.due && still === null ? daysBetween(desk.clock.today(), dates.due) : null,
    still,
    heldFor: still === 'held' ? (dates?.awaited ?? []) : [],
    extendedTo: dates?.extended ? dates.due : null,
    next: index.waitingFor,
    caseOfficer: index.caseOfficer,
  };
}

/** Many rows, with pauses for whoever presses a button meanwhile. */
export async function readCases(desk: Desk, rows: readonly RegisterRow[]): Promise<ReportedCase[]> {
  const read: ReportedCase[] = [];
  for (const row of rows) {
    read.push(readCase(desk, row));
    if (read.length % AT_ONCE === 0) await new Promise((turn) => setImmediate(turn));
  }
  return read;
}

const isLate = (state: RegisterRow['state'], dates: BriefDates, now: Date): boolean =>
  dates.logBy !== null && (firstLogged(state.timeline) !== null || dates.state !== 'stopped') && isLoggedLate(state, dates.logBy, now);

/** The day of the first logging; null before it. */
export const firstLogged = ({ events }: RegisterRow['state']['timeline']): LocalDate | null =>
  events.reduce<LocalDate | null>((first, e) => (e.type === 'logged' && (first === null || e.date < first) ? e.date : first), null);

/** The first logging counts, by its hour when the step that told it is still the one known, else by its day. */
export function isLoggedLate({ timeline, took }: Pick<RegisterRow['state'], 'timeline' | 'took'>, by: Date, now: Date): boolean {
  const on = firstLogged(timeline);
  if (on === null) return now > by;
  const step = took[LOGGING];
  const sameDay = step !== undefined && londonDay(new Date(step.on)) === on;
  return sameDay ? new Date(step.on) > by : on > londonDay(by);
}

function stillOf(dates: BriefDates | null): ReportedCase['still'] {
  if (dates?.state === 'not-started') return 'held';
  if (dates?.state === 'paused') return 'paused';
  return dates?.state === 'stopped' ? 'answered' : null;
}
