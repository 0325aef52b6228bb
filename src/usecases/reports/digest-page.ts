import { formatDay } from '../../domain/local-date.js';
import type { PageBlock, PageShown } from '../../domain/shown.js';
import { morningDigest, soonDays } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, RegisterRow } from '../ports.js';
import { afterSoon } from './make-report.js';
import { readCase } from './read-case.js';
import { caseLine, edgeOf } from './words.js';

/** Cases of one kind on a digest; the rest is behind a button. */
const SHOWN = 8;

/** A DIAO's morning: what waits for them and what falls due in their area; null when there is nothing to say (MON-05). */
export async function digestPage(desk: Desk, person: KnownPerson): Promise<PageShown | null> {
  const today = desk.clock.today();
  const areas = person.grants
    .filter((g) => g.until >= today && morningDigest.by.some((role) => role.code === g.role))
    .flatMap((g) => g.directorate ?? []);
  if (areas.length === 0) return null;
  const due = await desk.register.open({ directorates: areas, from: '', before: afterSoon(today) }, { skip: 0, limit: SHOWN });
  const marks = [`person:${person.id}`, ...morningDigest.by.flatMap((role) => areas.map((area) => `role:${role.code}:${area}`))];
  const waiting = await desk.register.waitingFor(marks, SHOWN);
  const ids = new Set(waiting.rows.map((row) => row.id));
  const others = due.rows.filter((row) => !ids.has(row.id) && !row.index.restricted);
  if (waiting.rows.length + others.length === 0) return null;
  return {
    kind: 'page',
    title: `Your area on ${formatDay(today)}`,
    blocks: [
      ...block(desk, waiting, 'Waiting for you'),
      ...block(desk, { rows: others, more: due.more }, `Overdue, or due within ${soonDays} days`),
    ],
    actions: [
      { title: 'My work', verb: 'my-work', data: {}, primary: true },
      { title: 'Outstanding list', verb: 'outstanding', data: {} },
    ],
    summaryLine: 'Your area today: what waits and what falls due',
  };
}

function block(desk: Desk, { rows, more }: { rows: RegisterRow[]; more: boolean }, heading: string): PageBlock[] {
  if (rows.length === 0) return [];
  const shown = rows.map((row) => {
    const one = readCase(desk, row);
    return {
      title: one.ref,
      text: caseLine(one),
      ...edgeOf(one),
      action: { title: 'Open', verb: 'open', data: { r: row.id } },
    };
  });
  return [{ is: 'rows', heading: more ? `${heading}: the first ${SHOWN}` : heading, rows: shown, empty: '' }];
}
