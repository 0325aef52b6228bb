import type { LocalDate } from './local-date.js';
import { nextNotice, noticesBetween, type Notice, type NoticeRow } from './notices.js';
import type { Recipient } from './recipient.js';
import type { View } from './step.js';
import type { Holidays } from './working-days.js';

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
}

/** Something that is chased by the Clock: what runs, when notices go out, to whom, and as which message. Pure. */
export interface TimerRow {
  code: string;
  rows: readonly string[];
  clause: string;
  /** What runs now on this case; nothing once it has stopped. */
  running(view: View): Ticking[];
  at: readonly NoticeRow[];
  to(view: View, ticking: Ticking): Recipient;
  /** Message whose banner is in `usecases/tell.ts`. */
  template: string;
}

export interface Strike {
  row: TimerRow;
  ticking: Ticking;
  notice: Notice;
}
interface Hours {
  hour: string;
  holidays: Holidays;
}

/** When the next notice of any timer falls due after an instant; null while nothing runs. */
export function nextStrikeAt(timers: readonly TimerRow[], view: View, after: Date, hours: Hours): Date | null {
  const times = eachRunning(timers, view).flatMap(({ row, ticking }) => {
    const notice = nextNotice(ticking.day, laterThan(after, ticking), { rows: row.at, ...hours });
    return notice ? [notice.at.getTime()] : [];
  });
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** The notices that fell due in (after, until], oldest first, in a list for each thing that runs. */
export function strikesBetween(timers: readonly TimerRow[], view: View, between: { after: Date; until: Date }, hours: Hours): Strike[][] {
  return eachRunning(timers, view)
    .map(({ row, ticking }) => {
      const found = noticesBetween(ticking.day, laterThan(between.after, ticking), between.until, { rows: row.at, ...hours });
      return found.map((notice) => ({ row, ticking, notice }));
    })
    .filter((list) => list.length > 0);
}

/** The key of a notice in the ledger, which accepts each once for ever. */
export function strikeKey(requestId: string, { ticking, notice }: Strike): string {
  return [notice.code, requestId, ticking.about, ticking.day].filter((part) => part !== undefined).join(':');
}

function eachRunning(timers: readonly TimerRow[], view: View): { row: TimerRow; ticking: Ticking }[] {
  return timers.flatMap((row) => row.running(view).map((ticking) => ({ row, ticking })));
}

const laterThan = (after: Date, { since }: Ticking): Date => {
  const end = since === undefined ? 0 : new Date(`${since}T22:00:00Z`).getTime();
  return end > after.getTime() ? new Date(end) : after;
};
