import { formatDay } from '../../domain/local-date.js';
import type { PageBlock, PageShown } from '../../domain/shown.js';
import { morningDigest, soonDays } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, OutboxMessage, RegisterRow } from '../ports.js';
import { casesAtRisk, type AtRisk } from './at-risk.js';
import { rowsOf, type DigestRow } from './digest-lines.js';
import { readCase } from './read-case.js';
import { caseLine, edgeOf } from './words.js';

/** Cases of one kind on a digest; the rest is behind a button. */
const SHOWN = 8;

/** What a digest is made of: the notices of the day; and in the morning what waits and what is at risk. */
export interface DigestOf {
  lines: readonly OutboxMessage[];
  morning: boolean;
}

/**
 * Everything one person is told on one day, in one message: the notices that fell due, the most pressing first; what waits for them; and
 * what is at risk among the cases they answer for. Null when there is nothing to say (MON-05, CLK-14).
 */
export async function digestPage(desk: Desk, person: KnownPerson, { lines, morning }: DigestOf): Promise<PageShown | null> {
  const today = desk.clock.today();
  const told = await rowsOf(desk, person, lines);
  const areas = areasOf(person, today);
  const rest = morning ? await morningBlocks(desk, person, areas, told) : [];
  if (told.length + rest.length === 0) return null;
  const isDiao = morning && areas.length > 0;
  return {
    kind: 'page',
    title: `${isDiao ? 'Your area' : 'Your cases'} on ${formatDay(today)}`,
    blocks: [...toldBlock(told), ...rest],
    actions: [
      { title: 'My work', verb: 'my-work', data: {}, primary: true },
      ...(isDiao ? [{ title: 'Outstanding list', verb: 'outstanding', data: {} }] : []),
      ...(told.some(({ id, row }) => id !== undefined && row.action) ? [{ title: 'Put off a reminder', verb: 'put-off', data: {} }] : []),
    ],
    summaryLine: isDiao ? 'Your area today: what waits and what falls due' : 'Your cases today: what waits and what falls due',
  };
}

const areasOf = (person: KnownPerson, today: string): string[] =>
  person.grants
    .filter((g) => g.until >= today && morningDigest.areas.some((role) => role.code === g.role))
    .flatMap((g) => g.directorate ?? []);

const toldBlock = (told: readonly DigestRow[]): PageBlock[] =>
  told.length === 0
    ? []
    : [
        {
          is: 'rows',
          heading: told.length > SHOWN ? `Reminders: the first ${SHOWN} of ${told.length}` : 'Reminders',
          rows: told.slice(0, SHOWN).map(({ row }) => row),
          empty: '',
        },
      ];

/** What waits, and what is at risk; a case that is told of already is not told twice. */
async function morningBlocks(desk: Desk, person: KnownPerson, areas: readonly string[], told: readonly DigestRow[]): Promise<PageBlock[]> {
  const marks = [`person:${person.id}`, ...morningDigest.areas.flatMap((role) => areas.map((area) => `role:${role.code}:${area}`))];
  const waiting = await desk.register.waitingFor(marks, SHOWN);
  const risks = await casesAtRisk(desk, person, areas);
  const known = new Set(told.flatMap(({ id }) => id ?? []));
  const waits = waiting.rows.filter(({ id }) => !known.has(id));
  for (const { id } of waits) known.add(id);
  const others = risks.rows.filter(({ id }) => !known.has(id));
  return [
    ...block('Waiting for you', waits.map((row) => waitingRow(desk, row)), waiting.more), // prettier-ignore
    ...block(`Overdue, due within ${soonDays} days, or likely late`, others.slice(0, SHOWN).map(riskRow), others.length > SHOWN || risks.more), // prettier-ignore
  ];
}

type Row = Extract<PageBlock, { is: 'rows' }>['rows'][number];
const block = (heading: string, rows: Row[], more: boolean): PageBlock[] =>
  rows.length === 0 ? [] : [{ is: 'rows', heading: more ? `${heading}: the first ${rows.length}` : heading, rows, empty: '' }];

const open = (id: string) => ({ title: 'Open', verb: 'open', data: { r: id } });

function waitingRow(desk: Desk, row: RegisterRow): Row {
  const one = readCase(desk, row);
  return { title: one.ref, text: caseLine(one), ...edgeOf(one), action: open(row.id) };
}

function riskRow({ id, one, spare, usual }: AtRisk): Row {
  const likely = usual !== null && spare < 0 && (one.left ?? 0) >= 0;
  const text = likely ? `${caseLine(one)} · the rest usually takes ${usual} days here` : caseLine(one);
  return { title: one.ref, text, ...edgeOf(one), ...(likely && { press: 'soon' as const }), action: open(id) };
}
