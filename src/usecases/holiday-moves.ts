import { deadlineOf, isTimelineFault, type DateName, type Deadline } from '../domain/clock.js';
import { changedDays, marksNear, type ListChange } from '../domain/holiday-lists.js';
import type { LocalDate } from '../domain/local-date.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { movableDates } from '../procedure/bank-holidays.js';
import { reasons } from '../procedure/clock-reasons.js';
import { limits } from '../procedure/limits.js';
import type { Desk } from './desk.js';
import type { HolidayOffer, KnownHolidays } from './ports.js';

/** A case with dates that another list of bank holidays moves. */
export interface Move {
  request: SubjectRequest;
  dates: { name: DateName; title: string; was: LocalDate; is: LocalDate }[];
}

const BATCH = 200;

/**
 * Open cases whose dates move when `to` takes the place of the list each was last reckoned with, or of `from` where that is not known.
 * Looks only at cases with dates near the days that change.
 */
export async function* movesNear(
  desk: Desk,
  change: ListChange,
  { from, to }: { from: KnownHolidays; to: KnownHolidays },
): AsyncIterable<Move> {
  const marks = marksNear(change, [...new Set(movableDates.map(({ by }) => by))], [from, to]);
  if (marks.length === 0) return;
  for (let after = ''; ;) {
    const found = await desk.movable.near(marks, after, BATCH);
    for (const request of found) {
      const dates = datesThatMove(desk, request, from, to);
      if (dates.length > 0) yield { request, dates };
    }
    const last = found.at(-1);
    if (!last || found.length < BATCH) return;
    after = last.id;
  }
}

function datesThatMove(desk: Desk, { state }: SubjectRequest, from: KnownHolidays, to: KnownHolidays): Move['dates'] {
  const own = (state.list !== undefined && desk.holidays.under(state.list)) || from;
  if (own.version === to.version) return [];
  const [before, after] = [datesUnder(desk, state, own), datesUnder(desk, state, to)];
  if (!before || !after || before.state === 'stopped') return [];
  return movableDates.flatMap(({ name, title }) => {
    const [was, is] = [before[name], after[name]];
    return was && is && was !== is ? [{ name, title, was, is }] : [];
  });
}

function datesUnder(desk: Desk, { timeline }: SubjectRequest['state'], holidays: KnownHolidays): Deadline | null {
  const dates = deadlineOf(timeline, { limits, reasons, holidays, asOf: desk.clock.today() });
  return isTimelineFault(dates) ? null : dates;
}

/** What an offered list would move, by reference. */
export async function allMoves(desk: Desk, from: KnownHolidays, to: KnownHolidays): Promise<Move[]> {
  const moves: Move[] = [];
  for await (const move of movesNear(desk, changedDays(from.dates, to.dates), { from, to })) moves.push(move);
  return moves.sort((a, b) => (a.request.ref < b.request.ref ? -1 : 1));
}

/** How many open cases are still to record a list. */
export async function countMoves(desk: Desk, { from, list }: Pick<HolidayOffer, 'from' | 'list'>): Promise<number> {
  const [before, after] = [desk.holidays.under(from), desk.holidays.under(list.version)];
  return before && after ? (await allMoves(desk, before, after)).length : 0;
}
