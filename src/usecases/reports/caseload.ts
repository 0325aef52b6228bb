import { isRefusal } from '../../domain/refusals.js';
import { countBy, otherLast } from '../../domain/reports/fold.js';
import { countOpen } from '../../domain/reports/figures.js';
import { ANSWERED } from '../../domain/reports/urgency.js';
import type { Shown } from '../../domain/shown.js';
import { directorateTitle } from '../../procedure/owners.js';
import { soonDays, weeklyReports } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { refusalPage } from '../show/pages.js';
import { filterOf, noReach, reachOf, within } from './reach.js';
import { readCases } from './read-case.js';
import { readFilter } from './read-filter.js';

const MOST_OFFICERS = 30;
const NOBODY = '';

/** How many open cases each officer leads, and how they stand, as far as this person is told of them. */
export async function showCaseload(desk: Desk, person: KnownPerson, typed: string): Promise<Shown> {
  const reach = reachOf(person, desk.clock.today());
  if (!reach) return refusalPage(noReach());
  const part = within(reach, readFilter(typed).directorate);
  if (isRefusal(part)) return refusalPage(part);
  const found = await desk.register.allOpen({ ...filterOf(part), from: '', before: ANSWERED });
  const cases = await readCases(
    desk,
    found.filter((row) => !row.index.restricted),
  );
  const rows = otherLast(countBy(cases, (c) => c.caseOfficer ?? NOBODY, countOpen(soonDays).figuresOf)); // prettier-ignore
  const people = await desk.people.byIds(rows.map((row) => row.code).filter((id) => id !== NOBODY));
  const nameOf = (id: string): string => (id === NOBODY ? 'No officer yet' : (people.find((p) => p.id === id)?.name ?? 'A colleague'));
  const columns = ['Officer', ...(weeklyReports.find((r) => r.of === 'open')?.figures.map((f) => f.column) ?? [])];
  const table = rows.slice(0, MOST_OFFICERS).map((row) => [nameOf(row.code), ...row.figures.map(String)]);
  return {
    kind: 'page',
    title: 'Open cases by officer',
    under: part.directorates?.length === 1 ? directorateTitle(part.directorates[0]) : 'As far as you are told of them',
    blocks: [
      rows.length === 0 ? { is: 'text', text: 'No case is open.', quiet: true } : { is: 'table', columns, rows: table },
      { is: 'text', text: `Soon: due within ${soonDays} days. Wait: for proof or for an answer.`, small: true, quiet: true },
    ],
    actions: [
      { title: 'Outstanding list', verb: 'outstanding', data: { c: part.directorates?.length === 1 ? (part.directorates[0] ?? '') : '' } },
    ],
    summaryLine: 'Open cases by officer',
  };
}
