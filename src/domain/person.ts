import type { LocalDate } from './local-date.js';

/** A role somebody holds: granted by IG, with an end and a next review (F-Q7, F-Q11). */
export interface Grant {
  role: string;
  directorate?: string;
  post?: string;
  until: LocalDate;
}

/** Who acts. `id` is the Entra object id of the turn; grants come from the store; nothing here comes from a card. */
export interface Person {
  id: string;
  name: string;
  grants: Grant[];
}
