/** The whole outside world, on six pages: time and numbers, the register, reports, people, delivery, safekeeping. */
export type * from './ports/time.js';
export type * from './ports/register.js';
export type * from './ports/reports.js';
export type * from './ports/people.js';
export type * from './ports/delivery.js';
export type * from './ports/safekeeping.js';
