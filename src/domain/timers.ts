import type { LocalDate } from './local-date.js';
import { inGoodTime, nextNotice, noticesBetween, type Notice, type NoticeRow, type OfficeHours, type Stretch } from './notices.js';
import type { Recipient } from './recipient.js';
import type { View } from './step.js';

/** A day that something on a case runs towards. */
export interface Ticking {
  /** The day that the notices are counted from. */
  day: LocalDate;
  /** What tells it from others of the same row on the same case; part of the ledger key. */
  about?: string;
  /** The entry it is about, without its collection. */
  item?: string;
  /** Notices of this day or an earlier one are left out: it began to run only then. */
  since?: LocalDate;
  /** For a limit in elapsed hours: the instants it runs between. */
  stretch?: Stretch;
}

/** Something that is chased by the Clock: what runs, when notices go out, to whom, and what they say. Pure. */
export interface TimerRow {
  code: string;
  rows: readonly string[];
  clause: string;
  /** What runs now on this case; nothing once it has stopped. */
  running(view: View): Ticking[];
  at: readonly NoticeRow[];
  to(view: View, ticking: Ticking): Recipient;
  /** What a line about it says, without a name. Lines for one person go out in one message a day; without it, it is a post of its own. */
  says?(view: View, ticking: Ticking): string;
  /** The step that settles it: its form stands behind the button of whoever may take it. */
  step?: string;
  /** Which reminder of `procedure/notices.ts` it is, when a person may put it off. */
  mayWait?: string;
  /** It runs on a case that is closed, too; every other timer ends with the case. */
  afterClosing?: true;
  /** Entered in the ledger and the audit trail at its instant; nobody is told. */
  recordsOnly?: boolean;
}

export interface Strike {
  row: TimerRow;
  ticking: Ticking;
  notice: Notice;
}
interface Running {
  row: TimerRow;
  ticking: Ticking;
  /** The day until which its reader has put it off. */
  waits: LocalDate | undefined;
}

/** Collection in which a case keeps who put off which reminder; each entry is `{ until }` under the id below. */
export const PUT_OFF = 'putOff';
export const putOffId = (reminder: string, person: string): string => `${reminder}-${person}`;

/** When the next notice of any timer falls due after an instant; null while nothing runs. */
export function nextStrikeAt(timers: readonly TimerRow[], view: View, after: Date, hours: OfficeHours): Date | null {
  const times = eachRunning(timers, view).flatMap((running) => {
    const notice = nextOf(running, laterThan(after, running.ticking), hours);
    return notice ? [notice.at.getTime()] : [];
  });
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** The notices that fell due in (after, until], oldest first, in a list for each thing that runs. */
export function strikesBetween(
  timers: readonly TimerRow[],
  view: View,
  between: { after: Date; until: Date },
  hours: OfficeHours,
): Strike[][] {
  return eachRunning(timers, view)
    .map((running) => {
      const { row, ticking } = running;
      const found = noticesOf(running, { ...between, after: laterThan(between.after, ticking) }, hours);
      return found.map((notice) => ({ row, ticking, notice }));
    })
    .filter((list) => list.length > 0);
}

/** The key of a notice in the ledger, which accepts each once for ever. */
export function strikeKey(requestId: string, { ticking, notice }: Strike): string {
  return [notice.code, requestId, ticking.about, ticking.day].filter((part) => part !== undefined).join(':');
}

/** Whether what a notice told of still runs on this case, as it was told: a moved date is another thing. */
export function stillRuns(row: TimerRow, view: View, told: Pick<Ticking, 'day' | 'about'>): Ticking | undefined {
  return row.running(view).find((ticking) => ticking.day === told.day && ticking.about === told.about);
}

/** Timers that run for this person by name and may be put off, each with the earliest day it runs towards. */
export function putOffChoices(timers: readonly TimerRow[], view: View, person: string): { row: TimerRow; day: LocalDate }[] {
  return timers.flatMap((row) => {
    if (row.mayWait === undefined) return [];
    const days = row.running(view).flatMap((ticking) => (isFor(row.to(view, ticking), person) ? ticking.day : []));
    return days.length === 0 ? [] : [{ row, day: days.reduce((a, b) => (a < b ? a : b)) }];
  });
}

const isFor = (to: Recipient, person: string): boolean => 'person' in to && to.person === person;

function eachRunning(timers: readonly TimerRow[], view: View): Running[] {
  return timers.flatMap((row) => row.running(view).map((ticking) => ({ row, ticking, waits: waitsFor(row, view, ticking) })));
}

/** The day until which the reader of this has put it off. */
export function waitsFor(row: TimerRow, view: View, ticking: Ticking): LocalDate | undefined {
  const all = view.request?.items[PUT_OFF];
  if (!all || row.mayWait === undefined) return undefined;
  const to = row.to(view, ticking);
  const until = 'person' in to ? all[putOffId(row.mayWait, to.person)]?.['until'] : undefined;
  return typeof until === 'string' ? until : undefined;
}

function noticesOf({ row, ticking, waits }: Running, { after, until }: { after: Date; until: Date }, hours: OfficeHours): Notice[] {
  const found = noticesBetween(ticking.day, after, until, givenFor(row, ticking, hours));
  const again = waits === undefined ? null : resumes(row, waits, hours);
  if (!again) return found;
  const later = found.filter((notice) => notice.at > again.at);
  return again.at > after && again.at <= until ? [again, ...later] : later;
}

function nextOf({ row, ticking, waits }: Running, after: Date, hours: OfficeHours): Notice | null {
  const again = waits === undefined ? null : resumes(row, waits, hours);
  if (again && again.at > after) return again;
  return nextNotice(ticking.day, after, givenFor(row, ticking, hours));
}

const givenFor = (row: TimerRow, { stretch }: Ticking, hours: OfficeHours) => ({ ...hours, rows: row.at, ...(stretch && { stretch }) });

/** One notice stands for those that were put off. */
const resumes = ({ code }: TimerRow, waits: LocalDate, hours: OfficeHours): Notice => ({
  code: `${code}-again-${waits}`,
  ...inGoodTime(waits, hours),
});

const laterThan = (after: Date, { since }: Ticking): Date => {
  const end = since === undefined ? 0 : new Date(`${since}T22:00:00Z`).getTime();
  return end > after.getTime() ? new Date(end) : after;
};
