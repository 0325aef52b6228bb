import { formatDay, londonDay, parseInstant, parseLocalDate, type LocalDate } from '../local-date.js';
import { sortEvents } from './events.js';
import { readQuestions } from './questions.js';
import type { Timeline, TimelineFault } from './types.js';

/** Every date of the timeline with its name: `allocated`, or `id_received (event 2)`. */
function listDates(timeline: Timeline): [string, LocalDate][] {
  const { received, allocated, reviewReceived, complaintReceived, asOf } = timeline;
  const named = Object.entries({ received, allocated, reviewReceived, complaintReceived, asOf });
  const own = named.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return [...own, ...timeline.events.map(({ type, date }, at): [string, string] => [`${type} (event ${at + 1})`, date])];
}

function findReceiptFault({ received, receivedAt }: Timeline): string | null {
  if (receivedAt === undefined) return null;
  const instant = parseInstant(receivedAt);
  if (!instant) return `receivedAt: "${receivedAt}" is no time that exists; write for example 2026-10-01T09:30.`;
  const day = londonDay(instant);
  return day === received ? null : `receivedAt: "${receivedAt}" is ${formatDay(day)} in London, but received says ${formatDay(received)}.`;
}

function findStrayAnswer(timeline: Timeline): string | null {
  const { stray } = readQuestions(sortEvents(timeline.events));
  if (!stray) return null;
  const which = stray.type === 'clarification_received' && stray.answers !== undefined ? ` number ${stray.answers}` : '';
  return `clarification_received (event ${timeline.events.indexOf(stray) + 1}): on ${formatDay(stray.date)} no question${which} had been asked.`;
}

/** Why the timeline cannot be true, in one line, or null: a day that does not exist, an event before receipt, a stray answer. */
export function findFault(timeline: Timeline): TimelineFault | null {
  const dates = listDates(timeline);
  const unreal = dates.find(([, date]) => parseLocalDate(date) === null);
  if (unreal) return { fault: `${unreal[0]}: "${unreal[1]}" is no day that exists; write for example 2026-10-01.` };
  const early = dates.find(([name, date]) => name !== 'asOf' && date < timeline.received);
  if (early) return { fault: `${early[0]}: ${formatDay(early[1])} is before the request was received on ${formatDay(timeline.received)}.` };
  const fault = findReceiptFault(timeline) ?? findStrayAnswer(timeline);
  return fault === null ? null : { fault };
}
