import { findEnding, sortEvents } from '../domain/clock/events.js';
import { markOf } from '../domain/holiday-lists.js';
import { urgencyOf } from '../domain/reports/urgency.js';
import { countedIn, weekOf } from '../domain/reports/week.js';
import type { OfficeHours } from '../domain/notices.js';
import { nextThing, waitingFor } from '../domain/next-steps.js';
import type { View } from '../domain/step.js';
import { nextStrikeAt, type TimerRow } from '../domain/timers.js';
import { movableDates } from '../procedure/bank-holidays.js';
import { procedure } from '../procedure/contents.js';
import { identityWords } from '../procedure/identity-kept.js';
import { lateHour, noticeHour } from '../procedure/notices.js';
import { timers } from '../procedure/timers/index.js';
import { reportHour } from '../procedure/reports.js';
import { reported } from '../procedure/stages.js';
import { firstLogged, isLoggedLate } from './reports/read-case.js';
import type { Desk } from './desk.js';
import { IMPORT } from './import-step.js';
import type { RequestIndex } from './ports.js';

/** The columns the register is searched and swept by, worked out from a view of the state. */
export function indexOf(desk: Desk, view: View): RequestIndex {
  const { request, deadline } = view;
  if (!request) throw new Error('a request is needed for its index');
  const fact = (name: string): string | null => (typeof request.facts[name] === 'string' ? request.facts[name] : null);
  const stage = procedure.stages.find((s) => s.code === request.stage);
  return {
    stage: request.stage,
    open: stage?.open ?? false,
    directorate: fact('directorate'),
    right: fact('right') ?? 'ACCESS',
    due: deadline?.due ?? null,
    receivedOn: request.timeline.received,
    reporter: fact('reporter') ?? '',
    caseOfficer: fact('caseOfficer'),
    workers: stage?.open ? [...new Set([fact('caseOfficer'), fact('diao')].filter((id) => id !== null))] : [],
    waitingFor: waitingFor(nextThing(procedure, view), view, procedure.steps),
    nextNoticeAt: nextNoticeAt(desk, view, view.now),
    restricted: request.facts['restricted'] === true,
    week: weekFor(desk, view),
    urgency: urgencyOf(stage?.open ?? false, request.timeline.received, deadline),
    ...(stage?.open === false && identityWords.some((name) => request.details[name] !== undefined) && { identityWords: true as const }),
    ...endingOf(view),
    ...movableOf(stage?.open ?? false, view),
    ...loggingOf(view),
  };
}

/** The week whose report counts the case. What was taken over from an old register was reported there: it counts in its own week only. */
function weekFor(desk: Desk, { request, now }: View): RequestIndex['week'] {
  const { received } = request?.timeline ?? { received: '' };
  const [opening, first] = Object.entries(request?.took ?? {}).find(([, { n }]) => n === 1) ?? [];
  if (opening === IMPORT) return weekOf(received);
  return countedIn(received, first ? new Date(first.on) : now, { hour: reportHour, holidays: desk.holidays });
}

/** When it was answered or closed, and whether an answer came in time; a case closed without one tells nothing about time. */
function endingOf({ request, deadline }: View): Pick<RequestIndex, 'ended' | 'inTime'> {
  const ending = findEnding(sortEvents(request?.timeline.events ?? []));
  const answered = ending?.how === 'answered' && deadline?.due;
  return { ended: ending?.date ?? null, inTime: answered ? ending.date <= answered : null };
}

/** Marks of the dates that a change of bank holidays may move; none once the clock has stopped. */
function movableOf(open: boolean, { deadline }: View): Pick<RequestIndex, 'movable'> {
  if (!open || !deadline || deadline.state === 'stopped') return {};
  const marks = movableDates.flatMap(({ name, by }) => (deadline[name] ? [markOf(by, deadline[name])] : []));
  return marks.length > 0 ? { movable: [...new Set(marks)] } : {};
}

/** While a report is not logged: when it must be. Once it was logged late: on which day. */
function loggingOf({ request, deadline, now }: View): Pick<RequestIndex, 'logBy' | 'loggedLateOn'> {
  if (!request || !deadline?.logBy) return {};
  const by = new Date(deadline.logBy);
  const on = firstLogged(request.timeline);
  if (on === null) return request.stage === reported.code ? { logBy: by } : {};
  return isLoggedLate(request, by, now) ? { loggedLateOn: on } : {};
}

/** The hours at which notices go out. */
export const hoursOf = (desk: Desk): OfficeHours => ({ hour: noticeHour, lateHour, holidays: desk.holidays });

/** When the next notice of any timer falls due; null while nothing runs. */
export const nextNoticeAt = (desk: Desk, view: View, after: Date): Date | null => nextStrikeAt(timersFor(view), view, after, hoursOf(desk));

/** Timers that may run on this case: once it is closed, only the few that outlast it. */
export function timersFor(view: View): readonly TimerRow[] {
  const stage = procedure.stages.find((s) => s.code === view.request?.stage);
  return stage?.open ? timers : timers.filter((row) => row.afterClosing);
}
