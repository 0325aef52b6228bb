import { addMonths, formatDay, laterOf, type LocalDate } from '../domain/local-date.js';
import type { Recipient } from '../domain/recipient.js';
import type { Collection, Effects, Tell, View } from '../domain/step.js';
import type { Fact, Facts } from '../domain/subject-request.js';
import { limits } from './limits.js';
import { shortSystem } from './record-titles.js';
import { systemsFromWords } from './records.js';
import { daysKept, deletesOn, perishable, perishables } from './retention.js';

/** §2.7.1(d), (e): what would delete itself is kept from the day of receipt until the time for a review is over (OP-36). */
/** LTR-15: what the notice says beside the thing, its day of deletion and the warning. */
export const holdNotice = {
  rows: ['LTR-15'],
  clause: '2.7.1',
  title: 'Please keep this from deletion',
  until: 'Keep it until you are told that it may go: it is needed until it has been supplied and the time for a review is over.',
};

export const holdsOf = (view: Pick<View, 'request'>): Record<string, Facts> => view.request?.items['holds'] ?? {};
/** Nobody has said yet that it is kept. */
export const isUnconfirmed = (hold: Facts): boolean => hold['standing'] === undefined;
/** Kept, and not let go yet. */
export const isKept = (hold: Facts): boolean => hold['standing'] === 'KEPT' && hold['liftedOn'] === undefined;
export const holdRow = { rows: ['RTE-13', 'RTE-21', 'SRC-12'], clause: '2.7.1' };

/** Whom the notice goes to: the person named, else whoever keeps things of this kind. */
export const holderOf = (hold: Facts): Recipient =>
  typeof hold['owner'] === 'string' ? { person: hold['owner'] } : { role: String(hold['to']) };

/**
 * What reporting a request does beside its first message: one notice for each kind of thing that deletes itself and that the words point
 * at. Footage nobody asked for is not looked for (RTE-11).
 */
export function keptFromReceipt(words: string, today: LocalDate, first: Tell): Pick<Effects, 'items' | 'tell'> {
  const systems = systemsFromWords(words);
  const found = perishables.filter((p) => systems.includes(p.system));
  if (found.length === 0) return { tell: [first] };
  const items = found.map((p) => [p.system.toLowerCase(), { system: p.system, to: p.keeper, askedOn: today }] as const);
  const tell = found.map((p): Tell => ({ template: 'keep-this', to: { role: p.keeper }, args: { item: p.system.toLowerCase() } }));
  return { items: { holds: Object.fromEntries(items) }, tell: [first, ...tell] };
}

/** The last day on which a review is normally asked for; none while nothing was answered or closed. One that is still open goes on. */
export function reviewWindowEnds({ timeline, facts }: NonNullable<View['request']>): LocalDate | undefined {
  const ended = timeline.events.filter(({ type }) => type === 'responded' || type === 'closed').map(({ date }) => date);
  if (ended.length === 0 || (timeline.reviewReceived !== undefined && facts['reviewDecidedOn'] === undefined)) return undefined;
  return addMonths(ended.reduce(laterOf), limits.reviewWindow.n);
}

const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');
const standings: Record<string, string> = { KEPT: 'kept', GONE: 'deleted before it could be kept', NONE: 'there is none' };

function textOf(hold: Facts): string {
  const by = deletesOn(hold);
  if (hold['liftedOn'] !== undefined) return `may be deleted in the normal way again since ${day(hold['liftedOn'])}`;
  if (!isUnconfirmed(hold)) return `${standings[String(hold['standing'])] ?? ''}, said ${day(hold['heldOn'])}`;
  return `not confirmed, asked ${day(hold['askedOn'])}; ${by === undefined ? 'day of deletion not known' : `deletes itself ${day(by)}`}`;
}

/** What must be kept from deletion, and whether somebody has said that it is. */
export const holds: Collection = {
  code: 'holds',
  title: 'Keep from deletion',
  words: 'keepWhat',
  head: (hold) => shortSystem(hold['system']),
  text: textOf,
  settled: (hold) => !isUnconfirmed(hold),
  sum: (all) => {
    const open = all.filter(isUnconfirmed);
    const done = `${all.length - open.length} of ${all.length} confirmed`;
    const days = open.flatMap((hold) => deletesOn(hold) ?? []).sort();
    return days[0] === undefined ? done : `${done}; the first deletes itself ${day(days[0])}`;
  },
  lines: (hold, name) =>
    [
      {
        title: 'Who',
        value: hold['owner'] === undefined ? `every keeper of ${perishable(hold['system'])?.what ?? ''}` : name(hold['owner']),
      },
      { title: 'Asked', value: day(hold['askedOn']) },
      { title: hold['system'] === 'EMAIL' ? 'Last day at work' : 'Of', value: day(hold['recordedOn']) },
      { title: 'Deletes itself', value: isKept(hold) ? '' : day(deletesOn(hold)) },
      { title: 'Would have gone', value: isKept(hold) ? day(deletesOn(hold)) : '' },
    ].filter((line) => line.value),
};

interface Recording {
  owner: string;
  recordedOn?: string | undefined;
  camera?: string | undefined;
}
/**
 * What a search for footage or calls asks to be kept besides: the recording of that day, by whoever searches. One asked for at receipt, when
 * nobody knew the day yet, gets its day, and stays with whoever was asked. Nothing when the day is not given.
 */
export function keptForSearch(view: View, systems: readonly string[], made: Recording): NonNullable<Effects['items']>[string] | undefined {
  if (made.recordedOn === undefined) return undefined;
  const known = Object.entries(holdsOf(view));
  let next = known.length;
  const found = systems.flatMap((system): [string, Record<string, Fact>][] => {
    if (perishable(system) === undefined || system === 'EMAIL') return [];
    const facts = recordingOf(system, made, view.retention);
    if (known.some(([, h]) => h['system'] === system && h['recordedOn'] === made.recordedOn)) return [];
    const open = known.find(([, h]) => h['system'] === system && h['recordedOn'] === undefined && isUnconfirmed(h));
    if (open) return [[open[0], facts]];
    next += 1;
    return [[`h${next}`, { system, owner: made.owner, askedOn: view.today, ...facts }]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** What is known of a recording: its day, its camera, and how many days such a thing is kept as the settings stand today. */
export function recordingOf(system: string, made: Omit<Recording, 'owner'>, retention: View['retention']): Record<string, Fact> {
  const kept = daysKept(system, made.camera, retention);
  return {
    ...(made.recordedOn !== undefined && { recordedOn: made.recordedOn }),
    ...(system === 'CCTV' && made.camera !== undefined && { camera: made.camera }),
    ...(kept !== undefined && { keepsDays: kept }),
  };
}
