import { addDays, addMonths, type LocalDate } from '../local-date.js';
import { rollForward } from '../working-days.js';
import type { Extension } from './extension.js';
import { countArguableDays, countSafeDays, listPauses, type Pause } from './questions.js';
import type { Reading } from './reading.js';
import type { ClockState, Given } from './types.js';

/** The stages the due date goes through. Those that there are not yet are null. */
export interface Course extends Reading {
  extension: Extension | null;
  pauses: readonly Pause[];
  /** The start plus the months. */
  nominal: LocalDate | null;
  /** Plus the days stopped; null while paused, as are the next two. */
  moved: LocalDate | null;
  /** Rolled to a working day. */
  due: LocalDate | null;
  arguable: LocalDate | null;
}

/** From the start to the due date: clamped once, rolled once at the end, always from the start (OP-07, OP-08). */
export function runCourse(reading: Reading, extension: Extension | null, { limits, holidays }: Given): Course {
  const { start, pausing, ending } = reading;
  const isPaused = !ending && pausing.some(({ answered }) => !answered);
  const pauses = start ? listPauses(pausing, start, ending?.date ?? null) : [];
  const nominal = start && addMonths(start, limits.respond.n + (extension?.months ?? 0));
  const shared = { ...reading, extension, pauses, nominal };
  if (!nominal || isPaused) return { ...shared, moved: null, due: null, arguable: null };
  const moved = addDays(nominal, countSafeDays(pauses));
  const arguable = addDays(nominal, countArguableDays(pauses));
  return { ...shared, moved, due: rollForward(moved, holidays), arguable: rollForward(arguable, holidays) };
}

/** The state on a day. On the due date it is due today, the day after overdue by one. */
export function tellState({ start, due, ending }: Course, asOf: LocalDate): ClockState {
  if (ending) return 'stopped';
  if (!start) return 'not-started';
  if (!due) return 'paused';
  if (asOf === due) return 'due-today';
  return asOf > due ? 'overdue' : 'running';
}
