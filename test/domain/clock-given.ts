import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { deadlineOf, isTimelineFault, type ClockEvent, type Deadline, type Given, type Timeline } from '../../src/domain/clock.js';
import { reasons } from '../../src/procedure/clock-reasons.js';
import { limits } from '../../src/procedure/limits.js';

/** The product's own limits, words and holidays, on a day before everything in these tests. */
export const given: Given = { limits, reasons, holidays: loadHolidays().dates, asOf: '2018-01-02' };

/** A timeline received on a day, with events written as `type date`, in any order. */
export function timeline(received: string, events: (string | ClockEvent)[] = [], more: Partial<Timeline> = {}): Timeline {
  return { received, events: events.map(readEvent), ...more };
}

function readEvent(event: string | ClockEvent): ClockEvent {
  if (typeof event !== 'string') return event;
  const [type, date] = event.split(' ');
  return { type, date } as ClockEvent;
}

/** The deadline of a timeline that must be sound. */
export function reckon(...[received, events, more]: Parameters<typeof timeline>): Deadline {
  const result = deadlineOf(timeline(received, events, more), given);
  if (isTimelineFault(result)) throw new Error(result.fault);
  return result;
}

export const extended = (date: string, months: number): ClockEvent => ({ type: 'extended', date, months });
export const answer = (date: string, answers: number): ClockEvent => ({ type: 'clarification_received', date, answers });
