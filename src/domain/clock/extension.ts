import { addMonths, type LocalDate } from '../local-date.js';
import type { Ending } from './events.js';
import type { ClockEvent, Deadline, Given, ReasonName } from './types.js';
import { cite, sayReason, type Words } from './words.js';

export interface Extension {
  months: number;
  told: LocalDate;
}
type Refused = Deadline['refused'][number];
type Extended = Extract<ClockEvent, { type: 'extended' }>;

/** The extension that stands, if any, and those that do not count, each with why. */
export interface Extensions {
  standing: Extension | null;
  refused: Refused[];
}

interface Situation {
  start: LocalDate | null;
  ending: Ending | null;
  given: Given;
}

/** Last day to tell the requester of an extension: one month from the start, not rolled, pauses ignored (§1.2(7)). */
export function lastNoticeDay(start: LocalDate, given: Given): LocalDate {
  return addMonths(start, given.limits.extensionNotice.n);
}

// Before the start is known no notice is late: the month has not begun.
function refuseExtension(event: Extended, standing: Extension | null, { start, ending, given }: Situation): Refused | null {
  const because = (reason: ReasonName, words: Words): Refused => {
    const { text, clause } = sayReason(given.reasons, reason, words);
    return { event, why: `${text} (${cite(clause)})` };
  };
  const most = given.limits.extension.n;
  if (ending && event.date > ending.date) return because('extensionAfterAnswer', { ended: ending.date });
  if (!Number.isInteger(event.months) || event.months < 1 || event.months > most)
    return because('extensionLength', { count: `${event.months}` });
  if (standing) return because('extensionTwice', { told: standing.told });
  if (start && event.date > lastNoticeDay(start, given))
    return because('extensionLate', { told: event.date, by: lastNoticeDay(start, given) });
  return null;
}

/** Goes through all extensions and removals in order of date; every event is given, also what came after the answer. */
export function readExtensions(sorted: readonly ClockEvent[], situation: Situation): Extensions {
  const result: Extensions = { standing: null, refused: [] };
  const removedOn = new Set(sorted.flatMap((event) => (event.type === 'extension_removed' ? event.date : [])));
  const days = new Set(sorted.flatMap(({ type, date }) => (type === 'extended' || type === 'extension_removed' ? date : [])));
  for (const day of days) {
    // Removed and extended on one day: the old one goes first if there is one, else the removal undoes the new one.
    const removesOld = removedOn.has(day) && result.standing !== null && notAfter(day, situation.ending);
    if (removesOld) result.standing = null;
    extendOn(day, sorted, situation, result);
    if (removedOn.has(day) && !removesOld && notAfter(day, situation.ending)) result.standing = null;
  }
  return result;
}

const notAfter = (day: LocalDate, ending: Ending | null): boolean => !ending || day <= ending.date;

function extendOn(day: LocalDate, sorted: readonly ClockEvent[], situation: Situation, result: Extensions): void {
  for (const event of sorted) {
    if (event.type !== 'extended' || event.date !== day) continue;
    const refused = refuseExtension(event, result.standing, situation);
    if (refused) result.refused.push(refused);
    else result.standing = { months: event.months, told: event.date };
  }
}
