import { sightOf } from '../domain/access.js';
import { deadlineOf } from '../domain/clock.js';
import { dateChanges, type DateChange } from '../domain/date-changes.js';
import { formatDay, formatDayAndTime } from '../domain/local-date.js';
import type { View } from '../domain/step.js';
import type { RequestState, SubjectRequest } from '../domain/subject-request.js';
import { reasons } from '../procedure/clock-reasons.js';
import { procedure } from '../procedure/contents.js';
import { limits } from '../procedure/limits.js';
import type { Desk } from './desk.js';
import { cite } from './show/cite.js';

/** More changes than this nobody reads; the history has them all. */
const MOST = 8;

/** A change as the page of the date shows it. */
export interface ChangeRow {
  title: string;
  text: string;
}

/** Each change of the date, the newest first: the new date, the old one, why, who, when. Colleagues are named to those who see the whole case. */
export async function changeLines(desk: Desk, request: SubjectRequest, view: View): Promise<ChangeRow[]> {
  const history = (await desk.requests.history(request.id)).map((h) => h.step);
  const under = ({ list }: RequestState) => (list === undefined ? undefined : desk.holidays.under(list)) ?? desk.holidays;
  const changes = dateChanges(history, (state) => deadlineOf(state.timeline, { limits, reasons, holidays: under(state), asOf: view.today }))
    .reverse()
    .slice(0, MOST);
  const whole = sightOf(procedure, view.person, request.state, view.today) === 'whole';
  const named = whole ? await desk.people.byIds([...new Set(changes.map(({ step }) => step.by))]) : [];
  return changes.map((change) => lineOf(change, named.find((p) => p.id === change.step.by)?.name ?? roleOf(change)));
}

const roleOf = ({ step }: DateChange): string => `The ${procedure.roles.find((r) => r.code === step.as)?.title ?? 'council'}`;

function lineOf({ from, to, why, step }: DateChange, who: string): ChangeRow {
  const title = to === from ? 'The latest arguable date moved' : `${sayDay(to)} instead of ${from === null ? 'no date' : formatDay(from)}`;
  const row = procedure.steps.find(({ id }) => id === step.id);
  const because = why === null ? '' : `${why.text} ${cite(why.clause)}. `;
  const clause = why === null ? ` ${cite(step.clause)}` : '';
  return { title, text: `${because}${who} ${row?.done ?? step.id}${clause}, ${formatDayAndTime(new Date(step.at))}.` };
}

const sayDay = (day: string | null): string => (day === null ? 'No date' : formatDay(day));
