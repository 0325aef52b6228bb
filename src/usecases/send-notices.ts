import type { View } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { strikeKey, strikesBetween, type Strike } from '../domain/timers.js';
import { LINE } from './delivery/gather.js';
import { inPool } from './delivery/in-pool.js';
import type { Desk } from './desk.js';
import { hoursOf, nextNoticeAt, timersFor } from './index-of.js';
import type { Intent } from './ports.js';
import { viewOf } from './view-of.js';

/** A post in a directorate's channel. */
export const FALLING_DUE = 'falling-due';
const BATCH = 200;
/** Cases written to side by side: they share the waits for the disk. */
const AT_ONCE = 16;
const NOBODY = { id: '', name: '', grants: [] };

/**
 * Sends what the timers say is due (T12). After a jump only the newest notice of each thing that runs is sent; the cost follows what is
 * due. All that is due is recorded before anything leaves, so that a person's lines of one morning come in one message.
 */
export async function sendNotices(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  let told = 0;
  for (;;) {
    const due = await desk.requests.noticesDue(now, BATCH);
    let moved = 0;
    await inPool(AT_ONCE, due, async (request) => {
      if (await noticesOf(desk, request, now)) moved += 1;
    });
    told += due.length;
    // A case that a colleague is just writing to is looked at again by the next sweep.
    if (due.length < BATCH || moved === 0) break;
  }
  if (told > 0) desk.poke();
  return told;
}

async function noticesOf(desk: Desk, request: SubjectRequest, now: Date): Promise<boolean> {
  const view = viewOf(desk, request.state, NOBODY);
  const struck = strikesBetween(timersFor(view), view, { after: lookBack(now), until: now }, hoursOf(desk));
  const [records, missed] = [struck.filter(isRecord), struck.filter((list) => !isRecord(list))];
  await enter(desk, request, records.flat());
  await overtake(
    desk,
    request,
    missed.flatMap((list) => list.slice(0, -1)),
  );
  const newest = missed.flatMap((list) => list.slice(-1)).map((strike) => intentOf(desk, request, view, strike));
  return desk.requests.recordNotice(request.id, request.version, nextNoticeAt(desk, view, now), newest);
}

const isRecord = ([first]: Strike[]): boolean => first?.row.recordsOnly === true;

/** A limit that passed is written down as of its own instant, once; nobody is told by this. */
async function enter(desk: Desk, request: SubjectRequest, strikes: Strike[]): Promise<void> {
  const known = await knownOf(desk, request, strikes);
  for (const strike of strikes) {
    const key = strikeKey(request.id, strike);
    if (known.has(key)) continue;
    await desk.audit.record({ what: 'limit-passed', by: 'clock', requestId: request.id, codes: { limit: strike.notice.code, at: strike.notice.at.toISOString() } }); // prettier-ignore
    const entry = { key, template: LINE, to: strike.row.to(viewOf(desk, request.state, NOBODY), strike.ticking), args: {} };
    await desk.outbox.put([{ ...entry, requestId: request.id, at: strike.notice.at }], 'superseded');
  }
}

const knownOf = async (desk: Desk, { id }: SubjectRequest, strikes: Strike[]): Promise<Set<string>> =>
  strikes.length === 0 ? new Set() : desk.outbox.known(strikes.map((strike) => strikeKey(id, strike)));

/** Older notices that could not be sent yet would only say the same again; they stand in the ledger as overtaken. */
async function overtake(desk: Desk, request: SubjectRequest, older: Strike[]): Promise<void> {
  if (older.length === 0) return;
  const view = viewOf(desk, request.state, NOBODY);
  const known = await knownOf(desk, request, older);
  if (known.size > 0) await desk.outbox.supersede([...known]);
  const fresh = older.map((strike) => intentOf(desk, request, view, strike)).filter(({ key }) => !known.has(key));
  const at = desk.clock.now();
  await desk.outbox.put(
    fresh.map((intent) => ({ ...intent, args: intent.args ?? {}, requestId: request.id, at })),
    'superseded',
  );
}

/** A post in a channel, or a line of somebody's digest of today. */
function intentOf(desk: Desk, request: SubjectRequest, view: View, strike: Strike): Intent {
  const { row, ticking, notice } = strike;
  const [key, to] = [strikeKey(request.id, strike), row.to(view, ticking)];
  const told = { timer: row.code, notice: notice.code, on: ticking.day };
  const about = { ...(ticking.about !== undefined && { about: ticking.about }), ...(ticking.item !== undefined && { item: ticking.item }) };
  if (!row.says) return { key, template: FALLING_DUE, to, args: { ...told, ...about } };
  return { key, template: LINE, to, args: { ...told, ...about }, digest: digestOf(desk, notice) };
}

/** The digest of the day. What comes at the late hour, for a limit that would pass overnight, is one of its own. */
const digestOf = (desk: Desk, { late }: Strike['notice']): string => (late ? `${desk.clock.today()}-late` : desk.clock.today());

/** A year is further back than any notice that still matters. */
const lookBack = (now: Date): Date => new Date(now.getTime() - 366 * 86_400_000);
