import { resumeHandovers } from '../usecases/away/hand-over.js';
import type { Desk } from '../usecases/desk.js';
import { sendDigests } from '../usecases/reports/send-digests.js';
import { sendWeekly } from '../usecases/reports/send-weekly.js';
import { refreshHolidays } from '../usecases/holiday-refresh.js';
import { settleHolidays } from '../usecases/holiday-replay.js';
import { purgeIdentityWords } from '../usecases/purge-identity-words.js';
import { putAwayLostRoles } from '../usecases/put-away-lost-roles.js';
import { remindOfReviews } from '../usecases/remind-of-reviews.js';
import { sendNotices } from '../usecases/send-notices.js';

/** Work that is not a use case of the desk: the composition root knows how. */
export interface Machinery {
  sweepOutbox: () => Promise<void>;
  seal: () => Promise<unknown>;
  sweepOrphans: () => Promise<unknown>;
  keepClock: () => void;
}

/** A job: its name, how often the machine wakes it, and the use case that decides what is due by the Clock. */
export interface Job {
  name: string;
  every: `${number} seconds` | `${number} minutes`;
  /** Rows of the requirements catalogue that it meets. */
  rows?: readonly string[];
  run(desk: Desk, machinery: Machinery): Promise<unknown>;
}

export const timetable: readonly Job[] = [
  { name: 'notices', every: '5 seconds', run: (desk) => sendNotices(desk) },
  { name: 'weekly', every: '5 seconds', rows: ['MON-02', 'MON-03'], run: (desk) => sendWeekly(desk) },
  { name: 'digests', every: '5 seconds', rows: ['MON-05', 'ASG-05'], run: (desk) => sendDigests(desk) },
  { name: 'outbox', every: '20 seconds', run: (_desk, { sweepOutbox }) => sweepOutbox() },
  { name: 'seal', every: '60 seconds', rows: ['SEC-05'], run: (_desk, { seal }) => seal() },
  { name: 'orphans', every: '60 minutes', run: (_desk, { sweepOrphans }) => sweepOrphans() },
  { name: 'reviews', every: '60 seconds', run: (desk) => remindOfReviews(desk) },
  { name: 'handovers', every: '60 seconds', run: (desk) => resumeHandovers(desk) },
  { name: 'ended-roles', every: '60 seconds', rows: ['SEC-02'], run: (desk) => putAwayLostRoles(desk) },
  { name: 'holidays', every: '60 seconds', run: (desk) => refreshHolidays(desk) },
  { name: 'holiday-replay', every: '5 seconds', run: (desk) => settleHolidays(desk) },
  { name: 'identity-words', every: '60 seconds', rows: ['VAL-17'], run: (desk) => purgeIdentityWords(desk) },
  { name: 'clock', every: '10 seconds', run: async (_desk, { keepClock }) => keepClock() },
];
