import { noticesBetween, type Notice } from '../domain/notices.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { noticeHour, responseNotices } from '../procedure/notices.js';
import type { Desk } from './desk.js';
import { nextNoticeAt } from './index-of.js';
import type { Intent } from './ports.js';
import { viewOf } from './view-of.js';

const BATCH = 200;
const NOBODY = { id: '', name: '', grants: [] };

/** Tells the directorates' channels of answers falling due (CLK-14). After a jump only the newest notice of a case is sent; the cost follows what is due. */
export async function sendNotices(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  const due = await desk.requests.noticesDue(now, BATCH);
  for (const request of due) await noticeOf(desk, request, now);
  if (due.length > 0) desk.poke();
  return due.length;
}

async function noticeOf(desk: Desk, request: SubjectRequest, now: Date): Promise<void> {
  const view = viewOf(desk, request.state, NOBODY);
  const date = view.deadline?.due;
  const directorate = request.state.facts['directorate'];
  const missed = date ? noticesBetween(date, lookBack(now), now, { rows: responseNotices, hour: noticeHour, holidays: desk.holidays }) : [];
  const keys = missed.map((n) => keyOf(request, date ?? '', n));
  const newest = missed.at(-1);
  const told = typeof directorate === 'string' ? { directorate } : { role: 'CC' };
  const intents: Intent[] =
    newest && date ? [{ key: keyOf(request, date, newest), template: 'falling-due', to: told, args: { notice: newest.code } }] : [];
  const older = keys.slice(0, -1);
  if (older.length > 0) {
    const known = await desk.outbox.known(older);
    const fresh = older.filter((key) => !known.has(key));
    // Older ones that could not be sent yet would only say the same again.
    await desk.outbox.supersede([...known]);
    await desk.outbox.put(
      fresh.map((key) => ({ key, template: 'falling-due', to: told, requestId: request.id, args: {}, at: now })),
      'superseded',
    );
  }
  await desk.requests.recordNotice(request.id, request.version, nextNoticeAt(desk, view, now), intents);
}

/** A year is further back than any notice that still matters. */
const lookBack = (now: Date): Date => new Date(now.getTime() - 366 * 86_400_000);
const keyOf = (request: SubjectRequest, due: string, notice: Notice): string => `${notice.code}:${request.id}:${due}`;
