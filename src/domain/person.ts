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
  /** Colleagues for whom this person stands in while they are away, first and last day included. */
  covers?: readonly Cover[];
}
export interface Cover {
  for: string;
  from: LocalDate;
  until: LocalDate;
}

/** Whether something that is `holder`'s is this person's today: their own, or that of a colleague they stand in for. It ends by itself. */
export const actsFor = (person: Pick<Person, 'id' | 'covers'>, holder: unknown, today: LocalDate): boolean =>
  holder === person.id || (person.covers ?? []).some((c) => c.for === holder && c.from <= today && today <= c.until);
