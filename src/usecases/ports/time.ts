import type { LocalDate } from '../../domain/local-date.js';

/** Clock time (rehearsable): dates, limits, notices, ledger keys. */
export interface Clock {
  now(): Date;
  /** Today's date in Europe/London. */
  today(): LocalDate;
  /** True on a rehearsal clock, when `advance` may move it. */
  readonly rehearsal: boolean;
  /** Moves a rehearsal clock forward to an instant; refused by a real clock. */
  advanceTo?(instant: Date): Promise<void>;
}

/** Machine time: leases, retries, link expiry, drafts. Never rehearsed. */
export type MachineTime = () => Date;

export interface Counters {
  /** Next number of a series, from 1; gaps allowed, never reused. */
  next(series: string): Promise<number>;
}

/** Fresh random ids. */
export interface Ids {
  id(): string;
  /** Short key for a press. */
  key(): string;
}
