import { deadlineOf, isTimelineFault, type ClockEvent, type Deadline } from '../domain/clock.js';
import { formatDay, type LocalDate } from '../domain/local-date.js';
import { NO_SUCH_DAY, readTypedDay } from '../domain/typed-day.js';
import type { View } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { reasons } from '../procedure/clock-reasons.js';
import { limits } from '../procedure/limits.js';
import { suppositions, type Supposition } from '../procedure/suppositions.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { forThoseWho, type Showing, type Which } from './show-request.js';
import { whatIfForm, whatIfPage } from './show/what-if-pages.js';
import { listOf } from './view-of.js';

/** What would happen, and when. */
export interface Supposed {
  what: Supposition;
  on: LocalDate;
}
/** What came of trying it out. */
export interface Tried {
  supposed: readonly Supposed[];
  dates: Deadline;
  /** Why something of it would not count. */
  refused: readonly string[];
}

/** `what if REF identity arrives on 12 October and we extend by two months`. Without words, the form. Records nothing. */
export async function whatIf(desk: Desk, person: KnownPerson, which: Which, words: string): Promise<Showing> {
  return forThoseWho(desk, person, which, ['whole', 'receipt'], async (request, view) => {
    if (words.trim() === '') return { shown: whatIfForm(request, view) };
    const supposed = readWords(words, view.today);
    return 'unread' in supposed ? { shown: whatIfForm(request, view, { notice: supposed.unread }) } : answer(desk, request, view, supposed);
  });
}

/** The same from the form: one thing and its day. */
export async function whatIfChosen(desk: Desk, person: KnownPerson, which: Which, typed: Record<string, unknown>): Promise<Showing> {
  return forThoseWho(desk, person, which, ['whole', 'receipt'], async (request, view) => {
    const what = suppositions.find((s) => s.code === typed['what']);
    const on = typeof typed['on'] === 'string' ? readTypedDay(typed['on'], view.today) : null;
    if (!what || on === null || on === NO_SUCH_DAY)
      return { shown: whatIfForm(request, view, { typed, notice: 'Choose what happens, and give a real day.' }) };
    return answer(desk, request, view, [{ what, on }], typed);
  });
}

function answer(desk: Desk, request: SubjectRequest, view: View, supposed: readonly Supposed[], typed?: Record<string, unknown>): Showing {
  const tried = tryOut(desk, request, view, supposed);
  if ('fault' in tried) return { shown: whatIfForm(request, view, { ...(typed && { typed }), notice: tried.fault }) };
  return { shown: whatIfPage(request, view, tried) };
}

function tryOut(desk: Desk, { state }: SubjectRequest, { today }: View, supposed: readonly Supposed[]): Tried | { fault: string } {
  const events: ClockEvent[] = supposed.map(({ what, on }) => what.event(on));
  const timeline = { ...state.timeline, events: [...state.timeline.events, ...events] };
  const dates = deadlineOf(timeline, { limits, reasons, holidays: listOf(desk, state), asOf: today });
  if (isTimelineFault(dates)) return { fault: sayFault(state.timeline.received, supposed) };
  return { supposed, dates, refused: dates.refused.filter(({ event }) => events.includes(event)).map(({ why }) => why) };
}

/** A supposition cannot be true for two reasons only: its day, or an answer to what nobody asked. */
function sayFault(received: LocalDate, supposed: readonly Supposed[]): string {
  if (supposed.some(({ on }) => on < received)) return `That is before the request was received on ${formatDay(received)}.`;
  return 'No question has been asked by that day, so there is no answer to wait for.';
}

/** Each thing that is supposed, in the order it was said; without a day of its own, the day of the one before it, or today. */
export function readWords(words: string, today: LocalDate): Supposed[] | { unread: string } {
  const supposed: Supposed[] = [];
  for (const part of words.split(/\band\b|\bthen\b|[,;]/i).filter((each) => each.trim())) {
    const what = suppositions.find((s) => s.said.test(part));
    const on = readTypedDay(part, today);
    if (on === NO_SUCH_DAY) return { unread: 'There is no such day. Write for example 12 October 2026.' };
    if (!what)
      return { unread: 'I could not read all of that. Choose here instead, or write for example: identity arrives on 12 October.' };
    supposed.push({ what, on: on ?? supposed.at(-1)?.on ?? today });
  }
  return supposed;
}
