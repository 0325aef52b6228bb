import { weeklyReports } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import { DIGEST, digestKey } from '../delivery/gather.js';
import type { QueuedMessage } from '../ports.js';
import type { Showing } from '../show-request.js';
import { digestPage } from './digest-page.js';
import { ownFigures } from './make-report.js';
import { OWN } from './send-weekly.js';
import { weeklyPage } from './weekly-page.js';

type Told = Showing | { dropped: string } | { later: string };

/** A digest waits this often, half a second each time, for notices that are still on their way to it. */
const PATIENCE = 40;

/** Messages that tell of no single case: weekly reports and the morning digest. Null for any other. */
export function tellReport(desk: Desk, message: QueuedMessage, to: { person?: string; directorate?: string }): Promise<Told> | null {
  if (message.template === DIGEST) return tellDigest(desk, message, to);
  const report = weeklyReports.find((r) => r.id === message.template);
  return report ? tellWeekly(desk, report, message, to) : null;
}

/** Whether a role is still held is asked by the relay; here only whether a newer week has gone out since. */
async function tellWeekly(
  desk: Desk,
  report: (typeof weeklyReports)[number],
  { args }: QueuedMessage,
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

/**
 * One message a person and day. Notices that are just being recorded are waited for a moment. After an outage the newest digest takes
 * what older ones did not get told, and only lines that still hold are told late.
 */
async function tellDigest(desk: Desk, message: QueuedMessage, to: { person?: string }): Promise<Told> {
  const { day, part, late } = message.args;
  const today = desk.clock.today();
  const person = to.person === undefined ? null : await desk.people.byId(to.person);
  if (!person) return { dropped: 'the person is not known' };
  if (day !== today && (await desk.outbox.known([digestKey(today, person.id)])).size > 0) return { dropped: 'overtaken' };
  if (message.attempts <= PATIENCE && (await isStillGathering(desk))) return { later: 'notices are on their way' };
  const lines = await desk.outbox.adopt(person.id, message.key);
  const shown = await digestPage(desk, person, { lines, morning: day === today && (part ?? 1) === 1 && late !== true });
  return shown ? { shown } : { dropped: 'nothing to say' };
}

/** Asked in this order, the way a notice goes: due, promised, a line. The other way round one could slip past between two questions. */
async function isStillGathering(desk: Desk): Promise<boolean> {
  if ((await desk.requests.noticesDue(desk.clock.now(), 1)).length > 0) return true;
  return (await desk.requests.withIntents(1)).length > 0;
}
