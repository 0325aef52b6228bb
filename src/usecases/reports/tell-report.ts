import { weeklyReports } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { OutboxMessage } from '../ports.js';
import type { Showing } from '../show-request.js';
import { digestPage } from './digest-page.js';
import { ownFigures } from './make-report.js';
import { DIGEST } from './send-digests.js';
import { OWN } from './send-weekly.js';
import { weeklyPage } from './weekly-page.js';

type Told = Showing | { dropped: string };

/** Messages that tell of no single case: weekly reports and the morning digest. Null for any other. */
export function tellReport(desk: Desk, message: OutboxMessage, to: { person?: string; directorate?: string }): Promise<Told> | null {
  if (message.template === DIGEST) return tellDigest(desk, message, to);
  const report = weeklyReports.find((r) => r.id === message.template);
  return report ? tellWeekly(desk, report, message, to) : null;
}

/** Whether a role is still held is asked by the relay; here only whether a newer week has gone out since. */
async function tellWeekly(
  desk: Desk,
  report: (typeof weeklyReports)[number],
  { args }: OutboxMessage,
  to: { person?: string; directorate?: string },
): Promise<Told> {
  const made = await desk.reports.byKey(String(args['report']));
  if (!made) return { dropped: 'the report is gone' };
  if ((await desk.reports.newest(report.id)) !== made.key) return { dropped: 'overtaken' };
  const scope = String(args['scope']);
  if (scope !== OWN) return { shown: weeklyPage(report, made, { scope, inChannel: to.person === undefined }) };
  // Cases change hands: whose they are is asked when it is sent.
  const own = to.person === undefined ? null : await ownFigures(desk, report, to.person);
  return own ? { shown: weeklyPage(report, made, { scope, inChannel: false, own }) } : { dropped: 'nothing to say' };
}

async function tellDigest(desk: Desk, message: OutboxMessage, to: { person?: string }): Promise<Told> {
  if (message.args['day'] !== desk.clock.today()) return { dropped: 'overtaken' };
  const person = to.person === undefined ? null : await desk.people.byId(to.person);
  if (!person) return { dropped: 'the person is not known' };
  const shown = await digestPage(desk, person);
  return shown ? { shown } : { dropped: 'nothing to say' };
}
