import type { LocalDate } from '../../domain/local-date.js';

/** One hand-over of everything somebody has (ASG-08). `note` is kept encrypted; the rest are ids, references and counts. */
export interface Handover {
  id: string;
  from: string;
  to: string;
  by: string;
  on: LocalDate;
  note: string;
  /** `proposed` until it is confirmed; `running` is taken up again by whichever bot finds it. */
  state: 'proposed' | 'running' | 'done';
  /** References of the cases that went over, in order. */
  moved: string[];
  /** References of those that did not, each with why. */
  stayed: { ref: string; why: string }[];
}

export interface Handovers {
  /** False when it is there already. */
  add(handover: Handover): Promise<boolean>;
  byId(id: string): Promise<Handover | null>;
  /** Moves it on from one state; false when somebody was faster. */
  advance(id: string, from: Handover['state'], to: Handover['state']): Promise<boolean>;
  /** Notes a case as moved or as one that stays; noting it again changes nothing. */
  note(id: string, what: { moved: string } | { stayed: { ref: string; why: string } }): Promise<void>;
  running(): Promise<Handover[]>;
  /** Open cases that somebody works on or that wait for them by name, by reference, after one of them. One query, by its indexes. */
  casesOf(person: string, after: string, limit: number): Promise<{ id: string; ref: string }[]>;
}
