/** The whole outside world, on eight pages: time and numbers, the register, reports, people, delivery, safekeeping, the knowledge base, hand-overs. */
export type * from './ports/time.js';
export type * from './ports/register.js';
export type * from './ports/reports.js';
export type * from './ports/people.js';
export type * from './ports/delivery.js';
export type * from './ports/safekeeping.js';
export type * from './ports/knowledge.js';
export type * from './ports/handovers.js';
export type * from './ports/holidays.js';
