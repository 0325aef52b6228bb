import { daysBetween, formatShortDay, laterOf, type LocalDate } from '../local-date.js';
import type { AskedItem } from './items.js';
import { listPauses } from './questions.js';
import { readTimeline } from './reading.js';
import type { Timeline, TimelineFault } from './types.js';

/** A stretch in which the clock stood still for clarification; `to` and `days` are null while it still does. */
export interface PauseSummary {
  from: LocalDate;
  to: LocalDate | null;
  days: number | null;
}

/** The pauses of a timeline in order, the open one last; none before the start or in restart mode. */
export function pausesOf(timeline: Timeline): PauseSummary[] | TimelineFault {
  const reading = readTimeline(timeline);
  if ('fault' in reading) return reading;
  const { start, pausing, ending } = reading;
  if (!start) return [];
  const over = listPauses(pausing, start, ending?.date ?? null).map(({ from, to }) => ({ from, to, days: daysBetween(from, to) }));
  const open = ending ? undefined : pausing.find(({ answered }) => !answered);
  return open ? [...over, { from: laterOf(open.asked, start), to: null, days: null }] : over;
}

/** `paused 8–15 Oct for clarification, 7 days added`, or `paused since 8 Oct for clarification`. */
export function sayPause({ from, to, days }: PauseSummary): string {
  if (to === null || days === null) return `paused since ${formatShortDay(from)} for clarification`;
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth ? `${Number(from.slice(8))}` : formatShortDay(from);
  const span = from === to ? formatShortDay(to) : `${first}–${formatShortDay(to)}`;
  return `paused ${span} for clarification, ${days} ${days === 1 ? 'day' : 'days'} added`;
}

/** What the requester was asked for before the clock may start, with the day each thing arrived (null while awaited). */
export function heldItemsOf(timeline: Timeline): AskedItem[] | TimelineFault {
  const reading = readTimeline(timeline);
  return 'fault' in reading ? reading : reading.items;
}
