import { daysLeft, type Deadline } from '../../domain/clock.js';
import { formatDay, type LocalDate } from '../../domain/local-date.js';
import type { DueChip } from '../../domain/shown.js';

/** From how many days left the date begins to press. */
const SOON_DAYS = 7;

/** The date that matters, as the chip at the edge of a card: coloured only when it presses (CLK-01). */
export function dueChip(deadline: Deadline | null, today: LocalDate): DueChip {
  if (!deadline) return { headline: 'No date yet', press: 'none' };
  const left = daysLeft(deadline, today);
  switch (deadline.state) {
    case 'stopped':
      return { headline: 'Clock stopped', ...(deadline.due && { date: `was due ${formatDay(deadline.due)}` }), press: 'good' };
    case 'not-started':
      return { headline: 'Clock not started', date: 'waiting for the requester', press: 'none' };
    case 'paused':
      return { headline: 'Clock paused', date: 'waiting for an answer', press: 'none' };
    case 'due-today':
      return { headline: 'Due today', date: formatDay(deadline.due ?? today), press: 'late' };
    case 'overdue':
      return { headline: `Overdue by ${days(-(left ?? 0))}`, date: formatDay(deadline.due ?? today), press: 'late' };
    case 'running':
      return {
        headline: `Due in ${days(left ?? 0)}`,
        date: formatDay(deadline.due ?? today),
        press: (left ?? 99) <= SOON_DAYS ? 'soon' : 'none',
      };
  }
}

export const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);
