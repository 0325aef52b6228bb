import { newestReported, reportedAt, weekBefore, type Week } from '../../domain/reports/week.js';
import { igTeam } from '../../procedure/roles.js';
import { weeklyReports, type WeeklyReport } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { OutboxMessage, ReportMade } from '../ports.js';
import { makeReport, reportKey, rhythmOf } from './make-report.js';

/** As long as the ledger is kept: 13 months. */
const MOST_WEEKS_BACK = 57;
export const COUNCIL = 'council';
/** The figures of the cases one officer leads. */
export const OWN = 'own';

/**
 * Sends the weekly reports that are due by the Clock and not yet in the ledger, each once; after a missed Monday too, and with several bots
 * (design §4, Jobs). Only the newest week is sent, older ones that were missed are marked superseded. Answers how many reports went out.
 */
export async function sendWeekly(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  // Nothing is due for Mondays before the product was there.
  const since = await desk.reports.begin(now);
  const week = newestReported(now, rhythmOf(desk));
  if (reportedAt(week, rhythmOf(desk)) <= since) return 0;
  const known = await desk.outbox.known(weeklyReports.map((report) => reportKey(report, week)));
  const due = weeklyReports.filter((report) => !known.has(reportKey(report, week)));
  for (const report of due) await sendReport(desk, report, week, since);
  if (due.length > 0) desk.poke();
  return due.length;
}

async function sendReport(desk: Desk, report: WeeklyReport, week: Week, since: Date): Promise<void> {
  const made = await desk.reports.keep(await makeReport(desk, report, week));
  await supersedeOlder(desk, report, week, since);
  // The council's own message comes last: its key in the ledger says that the others are there too.
  await desk.outbox.put([
    ...(await toChannels(desk, made)),
    ...(await toHolders(desk, report, made)),
    ...toOfficers(report, made),
    toTeam(made),
  ]);
}

async function supersedeOlder(desk: Desk, report: WeeklyReport, week: Week, since: Date): Promise<void> {
  const older: Week[] = [];
  for (let w = weekBefore(week); reportedAt(w, rhythmOf(desk)) > since && older.length < MOST_WEEKS_BACK; w = weekBefore(w)) older.push(w);
  const keys = older.map((w) => reportKey(report, w));
  const known = await desk.outbox.known(keys);
  await desk.outbox.supersede([...known]);
  const missed = older.filter((w) => !known.has(reportKey(report, w)));
  await desk.outbox.put(
    missed.map((w) => messageOf(desk.clock.now(), { key: reportKey(report, w), report: report.id }, COUNCIL, { role: igTeam.code })),
    'superseded',
  );
}

async function toChannels(desk: Desk, made: ReportMade): Promise<OutboxMessage[]> {
  const bound = await desk.channels.bound();
  return bound.map((code) => messageOf(new Date(made.at), made, code, { directorate: code }, `:${code}`));
}

/** One message for each person and directorate, whatever number of roles they hold there. */
async function toHolders(desk: Desk, report: WeeklyReport, made: ReportMade): Promise<OutboxMessage[]> {
  const today = desk.clock.today();
  const granted = report.to.filter((role) => role.scope !== 'case');
  const found = await Promise.all(granted.map(async (role) => ({ role, holders: await desk.people.holding(role.code, null, today) })));
  return found.flatMap(({ role, holders }) =>
    holders.flatMap((holder) => {
      const grants = holder.grants.filter((g) => g.role === role.code && g.until >= today);
      const scopes = role.scope === 'directorate' ? grants.flatMap((g) => g.directorate ?? []) : [COUNCIL];
      return scopes.map((scope) => {
        const asHolder = { role: role.code, ...(scope !== COUNCIL && { directorate: scope }) };
        const suffix = `${scope === COUNCIL ? '' : `:${scope}`}/${holder.id}`;
        return { ...messageOf(new Date(made.at), made, scope, { person: holder.id }, suffix), asHolder };
      });
    }),
  );
}

/** To those who lead cases: a relation, which the cases tell. */
function toOfficers(report: WeeklyReport, made: ReportMade): OutboxMessage[] {
  if (!report.to.some((role) => role.scope === 'case')) return [];
  return made.officers.map((person) => messageOf(new Date(made.at), made, OWN, { person }, `:${OWN}/${person}`));
}

/** To whoever holds the role when it is sent: the same keys as above, so nobody gets it twice. */
const toTeam = (made: ReportMade): OutboxMessage => messageOf(new Date(made.at), made, COUNCIL, { role: igTeam.code });

function messageOf(
  at: Date,
  { key, report }: Pick<ReportMade, 'key' | 'report'>,
  scope: string,
  to: OutboxMessage['to'],
  suffix = '',
): OutboxMessage {
  return { key: `${key}${suffix}`, template: report, to, args: { report: key, scope }, at };
}
