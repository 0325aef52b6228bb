import type { TimerRow } from '../../domain/timers.js';
import { recordTimers } from './assessing.js';
import { allocationTimers } from './allocation.js';
import { askingTimers } from './asking.js';
import { contributingTimers } from './contributing.js';
import { logTimers } from './log.js';
import { limitTimers, respondTimers } from './responding.js';
import { preservingTimers } from './preserving.js';
import { reviewTimers } from './reviewing.js';
import { searchTimers } from './searching.js';

/**
 * T12: everything on a case that is chased by the Clock. A row says what runs, when notices go out, to whom, and what they say; the sweep
 * asks the register's index only. Reports have a timetable of their own (`reports.ts`), and so has the review of granted roles.
 */
export const timers: readonly TimerRow[] = [
  ...logTimers,
  ...allocationTimers,
  ...askingTimers,
  ...respondTimers,
  ...limitTimers,
  ...searchTimers,
  ...recordTimers,
  ...preservingTimers,
  ...contributingTimers,
  ...reviewTimers,
];
