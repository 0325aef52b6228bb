import type { Deadline } from '../clock.js';
import type { LocalDate } from '../local-date.js';

/**
 * The order “worst first”, as one text to sort and search by: the due date; then what waits for the requester and has no date; then what
 * is answered and not closed; then what is closed. `~` sorts after every digit.
 */
export type Urgency = string;
export const WAITING = '~1';
export const ANSWERED = '~2';
export const CLOSED = '~3';

export function urgencyOf(open: boolean, received: LocalDate, deadline: Pick<Deadline, 'due' | 'state'> | null): Urgency {
  if (!open) return CLOSED;
  if (deadline?.state === 'stopped') return `${ANSWERED} ${received}`;
  return deadline?.due ?? `${WAITING} ${received}`;
}

/** Which part of the open cases is asked for. */
export type Press = 'all' | 'overdue' | 'soon' | 'waiting' | 'answered';

/** The stretch of the order that a question asks for: from, up to and without. `soonDays`: what counts as falling due soon. */
export function stretchOf(press: Press, today: LocalDate, afterSoon: LocalDate): { from: Urgency; before: Urgency } {
  switch (press) {
    case 'overdue':
      return { from: '', before: today };
    case 'soon':
      return { from: today, before: afterSoon };
    case 'waiting':
      return { from: WAITING, before: ANSWERED };
    case 'answered':
      return { from: ANSWERED, before: CLOSED };
    case 'all':
      return { from: '', before: CLOSED };
  }
}
