import { nextNotice } from '../domain/notices.js';
import { nextThing, waitingFor } from '../domain/next-steps.js';
import type { View } from '../domain/step.js';
import { procedure } from '../procedure/contents.js';
import { noticeHour, responseNotices } from '../procedure/notices.js';
import type { Desk } from './desk.js';
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
    waitingFor: waitingFor(nextThing(procedure, view), view),
    nextNoticeAt: nextNoticeAt(desk, view, view.now),
    restricted: false,
  };
}

/** When the next notice about the answer falls due; null while nothing runs. */
export function nextNoticeAt(desk: Desk, view: View, after: Date): Date | null {
  const { deadline } = view;
  if (!deadline?.due || deadline.state === 'stopped') return null;
  return nextNotice(deadline.due, after, { rows: responseNotices, hour: noticeHour, holidays: desk.holidays })?.at ?? null;
}
