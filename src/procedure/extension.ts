import { deadlineOf, isTimelineFault, pausesOf, type ClockEvent, type Timeline } from '../domain/clock.js';
import type { Option } from '../domain/fields.js';
import { addDays, addMonths, type LocalDate } from '../domain/local-date.js';
import { reasons } from './clock-reasons.js';
import { limits } from './limits.js';

/** §1.2(7), OP-12: what gives a ground for more time. Being late is none. */
export const extensionGrounds: readonly Option[] = [
  { value: 'COMPLEX', title: 'The request is complex' },
  { value: 'NUMBER', title: 'The number of requests from this person' },
];
export const groundTitle = (code: unknown): string => extensionGrounds.find((g) => g.value === code)?.title ?? '';

export const extensionMonths: readonly Option[] = [
  { value: '1', title: 'One month' },
  { value: '2', title: 'Two months' },
].slice(0, limits.extension.n);
export const monthsTitle = (months: unknown): string => extensionMonths.find((m) => m.value === String(months))?.title ?? '';

// Whether an extension counts does not depend on holidays: its month is never rolled.
const given = { limits, reasons, holidays: new Set<string>() as never };

/** Why an extension told on that day would not count, in the clock's own sentence with its clause; null when it would. */
export function whyNoExtension(timeline: Timeline, event: Extract<ClockEvent, { type: 'extended' }>): string | null {
  const dates = deadlineOf({ ...timeline, events: [...timeline.events, event] }, { ...given, asOf: event.date });
  if (isTimelineFault(dates)) return dates.fault;
  return dates.refused.find((refused) => refused.event === event)?.why ?? null;
}

/** Last day of an extended time before any rolling: the start, the months, the days stopped; null while the clock has not started. */
export function lastDayExtended(timeline: Timeline, start: LocalDate | null | undefined, months: number): LocalDate | null {
  if (!start) return null;
  const pauses = pausesOf(timeline);
  const stopped = 'fault' in pauses ? 0 : pauses.reduce((sum, { days }) => sum + (days ?? 0), 0);
  return addDays(addMonths(start, limits.respond.n + months), stopped);
}
