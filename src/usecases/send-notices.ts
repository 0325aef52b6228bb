import { strikeKey, strikesBetween, type Strike } from '../domain/timers.js';
import type { View } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { noticeHour } from '../procedure/notices.js';
import { timers } from '../procedure/timers.js';
import type { Desk } from './desk.js';
import { nextNoticeAt } from './index-of.js';
import type { Intent } from './ports.js';
import { viewOf } from './view-of.js';

const BATCH = 200;
const NOBODY = { id: '', name: '', grants: [] };

/** Sends what the timers say is due (T12). After a jump only the newest notice of each thing that runs is sent; the cost follows what is due. */
export async function sendNotices(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  const due = await desk.requests.noticesDue(now, BATCH);
  for (const request of due) await noticesOf(desk, request, now);
  if (due.length > 0) desk.poke();
  return due.length;
}

async function noticesOf(desk: Desk, request: SubjectRequest, now: Date): Promise<void> {
  const view = viewOf(desk, request.state, NOBODY);
  const hours = { hour: noticeHour, holidays: desk.holidays };
  const missed = strikesBetween(timers, view, { after: lookBack(now), until: now }, hours);
  await overtake(
    desk,
    request,
    missed.flatMap((list) => list.slice(0, -1)),
  );
  const newest = missed.flatMap((list) => list.slice(-1)).map((strike) => intentOf(request, view, strike));
  await desk.requests.recordNotice(request.id, request.version, nextNoticeAt(desk, view, now), newest);
}

/** Older notices that could not be sent yet would only say the same again; they stand in the ledger as overtaken. */
async function overtake(desk: Desk, request: SubjectRequest, older: Strike[]): Promise<void> {
  if (older.length === 0) return;
  const view = viewOf(desk, request.state, NOBODY);
  const known = await desk.outbox.known(older.map((strike) => strikeKey(request.id, strike)));
  await desk.outbox.supersede([...known]);
  const fresh = older.map((strike) => intentOf(request, view, strike)).filter(({ key }) => !known.has(key));
  const at = desk.clock.now();
  await desk.outbox.put(
    fresh.map((intent) => ({ ...intent, args: intent.args ?? {}, requestId: request.id, at })),
    'superseded',
  );
}

function intentOf(request: SubjectRequest, view: View, strike: Strike): Intent {
  const { row, ticking, notice } = strike;
  const args = { notice: notice.code, ...(ticking.item !== undefined && { item: ticking.item }) };
  return { key: strikeKey(request.id, strike), template: row.template, to: row.to(view, ticking), args };
}

/** A year is further back than any notice that still matters. */
const lookBack = (now: Date): Date => new Date(now.getTime() - 366 * 86_400_000);
