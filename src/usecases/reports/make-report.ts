import { addDays, type LocalDate } from '../../domain/local-date.js';
import { countCases } from '../../domain/reports/figures.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import { ANSWERED } from '../../domain/reports/urgency.js';
import { mondayOf, type Rhythm, type Week } from '../../domain/reports/week.js';
import { directorates } from '../../procedure/owners.js';
import { assetOwner } from '../../procedure/roles.js';
import { notCounted, reportHour, soonDays, worstShown, type WeeklyReport } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { RegisterRow, ReportMade } from '../ports.js';
import { readCases } from './read-case.js';

export const rhythmOf = (desk: Desk): Rhythm => ({ hour: reportHour, holidays: desk.holidays });
export const reportKey = (report: Pick<WeeklyReport, 'id'>, week: Week): string => `${report.id}:${week}`;
/** The first day that is no longer soon. */
export const afterSoon = (today: LocalDate): LocalDate => addDays(today, soonDays + 1);

/** Counts a weekly report as of now: for the council, and for each directorate. One read of the cases it counts, whoever gets it. */
export async function makeReport(desk: Desk, report: WeeklyReport, week: Week): Promise<ReportMade> {
  // An answered request is outstanding no more, though its completion record may be.
  const rows =
    report.of === 'received' ? await desk.register.receivedIn(week) : await desk.register.allOpen({ from: '', before: ANSWERED });
  const cases = await readCases(desk, rows.filter(counts));
  const own = directorates.map(({ code }) => [code, figuresOf(report, cases.filter((c) => c.directorate === code))] as const); // prettier-ignore
  return {
    key: reportKey(report, week),
    report: report.id,
    week,
    at: desk.clock.now().toISOString(),
    seal: await desk.newestSeal(),
    council: countCases(cases, report.counting, { dimensions: report.council, discreet: false }),
    worst: worstOf(report, cases),
    directorates: Object.fromEntries(own),
    earlier: cases.filter((c) => c.received < mondayOf(week)).length,
    officers: [...new Set(cases.flatMap((c) => c.caseOfficer ?? []))],
    unreached: await unreached(desk),
  };
}

/** Nobody should think that a directorate is told when it is not. */
async function unreached(desk: Desk): Promise<string[]> {
  const owners = await desk.people.holding(assetOwner.code, null, desk.clock.today());
  const told = new Set([...(await desk.channels.bound()), ...owners.flatMap((o) => o.grants.filter((g) => g.role === assetOwner.code).map((g) => g.directorate))]); // prettier-ignore
  return directorates.map((d) => d.code).filter((code) => !told.has(code));
}

/** The cases one officer leads, counted as of now. */
export async function ownFigures(desk: Desk, report: WeeklyReport, officer: string): Promise<ReportMade['directorates'][string] | null> {
  const cases = await readCases(desk, await desk.register.allOpen({ officer, from: '', before: ANSWERED }));
  return cases.length === 0 ? null : figuresOf(report, cases);
}

const counts = ({ state }: RegisterRow): boolean => !notCounted.includes(String(state.facts['outcome']));

function figuresOf(report: WeeklyReport, cases: ReportedCase[]): ReportMade['directorates'][string] {
  return {
    ...countCases(cases, report.counting, { dimensions: report.directorate, discreet: true }),
    worst: worstOf(report, cases),
  };
}

/** Cases come the worst first; one on a restricted route is told by no reference. */
const worstOf = (report: WeeklyReport, cases: ReportedCase[]): ReportedCase[] =>
  report.of === 'open' ? cases.filter((c) => !c.restricted).slice(0, worstShown) : [];
