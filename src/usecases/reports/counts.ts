import { addDays, formatDayAndTime } from '../../domain/local-date.js';
import { countCases } from '../../domain/reports/figures.js';
import { foldSmall, otherLast, type CountRow } from '../../domain/reports/fold.js';
import { CLOSED } from '../../domain/reports/urgency.js';
import { weekOf } from '../../domain/reports/week.js';
import type { Shown } from '../../domain/shown.js';
import { directorateTitle } from '../../procedure/owners.js';
import { channelSummary, complianceWeeks, notCounted, soonDays, weeklyReports } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { refusalPage } from '../show/pages.js';
import { filterOf, noReach, reachOf, type Reach } from './reach.js';
import { readCases } from './read-case.js';
import { rowTitle } from './words.js';

/** Requests and compliance as they stand this moment, counted from the register (MON-01). */
export async function showCounts(desk: Desk, person: KnownPerson): Promise<Shown> {
  const reach = reachOf(person, desk.clock.today());
  if (!reach) return refusalPage(noReach());
  const report = weeklyReports.find((r) => r.of === 'open');
  if (!report) return refusalPage(noReach());
  const all = await readCases(desk, await desk.register.allOpen({ ...filterOf(reach), from: '', before: CLOSED }));
  const cases = all.filter((c) => c.still !== 'answered');
  const by = reach.directorates?.length === 1 || reach.officer ? ('stage' as const) : ('directorate' as const);
  const { total, by: rows } = countCases(cases, report.counting, { dimensions: [by], discreet: reach.directorates !== null });
  return {
    kind: 'page',
    title: 'Counts now',
    under: `${placeOf(reach)} · ${formatDayAndTime(desk.clock.now())}`,
    figures: report.figures.map(({ title }, at) => ({ title, value: String(total[at] ?? 0) })),
    blocks: [
      { is: 'facts', facts: await compliance(desk, reach, all.length - cases.length) },
      {
        is: 'table',
        columns: [by === 'stage' ? 'Stage' : 'Directorate', ...report.figures.map((f) => f.column)],
        rows: rowsFor(reach, rows[by] ?? []).map((row) => [rowTitle(by, row.code), ...row.figures.map(String)]),
      },
      {
        is: 'text',
        text: `Not yet answered. Soon: due within ${soonDays} days. Restricted routes are counted under Other.`,
        small: true,
        quiet: true,
      },
    ],
    actions: [
      { title: 'Outstanding list', verb: 'outstanding', data: {}, primary: true },
      { title: 'By officer', verb: 'caseload', data: {} },
      { title: 'Spreadsheet', verb: 'register-file', data: {} },
    ],
    summaryLine: 'Counts now',
  };
}

/** Who opens no case is told of no small row either (MON-09). */
const rowsFor = ({ opens }: Reach, rows: CountRow[]): CountRow[] => (opens ? otherLast(rows) : foldSmall(rows, channelSummary.leastShown));

const placeOf = ({ directorates, officer }: Reach): string =>
  officer ? 'Cases you lead' : directorates ? directorates.map(directorateTitle).join(', ') : 'The whole council';

/** What came in this week, and how many of the answers of the last weeks left in time; for an officer only what they have open. */
async function compliance(desk: Desk, { directorates, officer }: Reach, answered: number): Promise<{ title: string; value: string }[]> {
  const waiting = [{ title: 'Answered, not closed', value: String(answered) }];
  if (officer !== undefined) return waiting;
  const today = desk.clock.today();
  const week = await desk.register.receivedIn(weekOf(today));
  const mine = week.filter(({ index, state }) => (directorates === null || directorates.includes(index.directorate ?? '')) && !notCounted.includes(String(state.facts['outcome']))); // prettier-ignore
  const { answered: all, inTime } = await desk.register.answeredSince(addDays(today, -7 * complianceWeeks), directorates ?? undefined);
  return [
    { title: 'Received this week so far', value: String(mine.length) },
    { title: `Answered in ${complianceWeeks} weeks`, value: all === 0 ? 'none' : `${all}, in time ${inTime} (${Math.round((100 * inTime) / all)} %)` }, // prettier-ignore
    ...waiting,
  ];
}
