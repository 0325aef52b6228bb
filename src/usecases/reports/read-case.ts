import { findEnding, sortEvents } from '../../domain/clock/events.js';
import { readExtensions } from '../../domain/clock/extension.js';
import { daysLeft, heldItemsOf, isTimelineFault, type Deadline } from '../../domain/clock.js';
import { londonDay, type LocalDate } from '../../domain/local-date.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import { reasons } from '../../procedure/clock-reasons.js';
import { limits } from '../../procedure/limits.js';
import type { Desk } from '../desk.js';
import type { RegisterRow } from '../ports.js';
import { datesOf } from '../view-of.js';

/** Step whose instant is that of logging; the day stands in the timeline. */
const LOGGING = 'log-and-allocate';

/** A row of the register as reports count it, with its dates as of now. */
export function readCase(desk: Desk, { ref, state, index }: RegisterRow): ReportedCase {
  const dates = datesOf(desk, state);
  const deadline = isTimelineFault(dates) ? null : dates;
  const fact = (name: string): string | null => (typeof state.facts[name] === 'string' ? state.facts[name] : null);
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
    loggedLate: isLoggedLate(desk, state, deadline),
    start: deadline?.start ?? null,
    due: deadline?.due ?? null,
    left: deadline && daysLeft(deadline, desk.clock.today()),
    still: stillOf(deadline),
    heldFor: heldFor(state, deadline),
    extendedTo: extendedTo(desk, state, deadline),
    next: index.waitingFor,
    caseOfficer: index.caseOfficer,
  };
}

/** The first logging counts, by its hour when the step that told it is still the one known, else by its day. */
function isLoggedLate(desk: Desk, { timeline, took }: RegisterRow['state'], deadline: Deadline | null): boolean {
  if (!deadline?.logBy) return false;
  const by = new Date(deadline.logBy);
  const on = timeline.events.filter((e) => e.type === 'logged').reduce((first, e) => (first === '' || e.date < first ? e.date : first), '');
  if (on === '') return desk.clock.now() > by;
  const step = took[LOGGING];
  const sameDay = step !== undefined && londonDay(new Date(step.on)) === on;
  return sameDay ? new Date(step.on) > by : on > londonDay(by);
}

function stillOf(deadline: Deadline | null): ReportedCase['still'] {
  if (deadline?.state === 'not-started') return 'held';
  if (deadline?.state === 'paused') return 'paused';
  return deadline?.state === 'stopped' ? 'answered' : null;
}

function heldFor({ timeline }: RegisterRow['state'], deadline: Deadline | null): string[] {
  if (deadline?.state !== 'not-started') return [];
  const held = heldItemsOf(timeline);
  return 'fault' in held ? [] : held.filter((h) => !h.arrived).map((h) => h.item);
}

function extendedTo(desk: Desk, { timeline }: RegisterRow['state'], deadline: Deadline | null): LocalDate | null {
  if (!timeline.events.some((e) => e.type === 'extended')) return null;
  const sorted = sortEvents(timeline.events);
  const given = { limits, reasons, holidays: desk.holidays, asOf: desk.clock.today() };
  const { standing } = readExtensions(sorted, { start: deadline?.start ?? null, ending: findEnding(sorted), given });
  return standing ? (deadline?.due ?? null) : null;
}
