/** The whole outside world, on five pages: time and numbers, the register, people, delivery, safekeeping. */
export type * from './ports/time.js';
export type * from './ports/register.js';
export type * from './ports/people.js';
export type * from './ports/delivery.js';
export type * from './ports/safekeeping.js';
