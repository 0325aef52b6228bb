import type { HolidayList } from '../../domain/holiday-lists.js';
import type { LocalDate } from '../../domain/local-date.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import type { Holidays } from '../../domain/working-days.js';

/** A list in the order in which lists came. `offered` waits for a word of IG; a list no longer offered is `withdrawn`. */
export interface HolidayOffer {
  n: number;
  list: HolidayList;
  /** Version that was in force when it came. */
  from: string;
  state: 'offered' | 'in-force' | 'declined' | 'withdrawn';
  source: 'own' | 'feed';
  /** Clock time. */
  at: Date;
  decided?: { by: string; at: Date };
  /** Machine time from which every bot reckons with it; a little after the decision, so that all have heard of it. */
  inForceFrom?: Date;
  /** Every case whose dates it moves has recorded it. */
  settled?: boolean;
}

/** The lists that came, in the database: few, and never deleted, because steps point at their versions. */
export interface HolidayOffers {
  all(): Promise<HolidayOffer[]>;
  /** False when there is an offer of that number already: another bot was faster. */
  add(offer: Omit<HolidayOffer, 'inForceFrom'>): Promise<boolean>;
  /** False when the offer is in none of the states it must be in: somebody decided first. */
  decide(n: number, from: HolidayOffer['state'][], to: HolidayOffer['state'], decided?: HolidayOffer['decided']): Promise<boolean>;
  /** Notes that nothing is left to move; of no effect until every bot must have heard of the list. */
  settle(n: number): Promise<void>;
  /** True for one bot in so many minutes of machine time. */
  mayTry(everyMinutes: number): Promise<boolean>;
}

/** Where a new list comes from: the configured address, or the product's own list when there is none. `fault` is a code. */
export type HolidayFeed<Fault extends string = string> = () => Promise<
  { list: HolidayList; source: HolidayOffer['source'] } | { fault: Fault }
>;

export type KnownHolidays = Holidays & { readonly version: string; readonly dates: ReadonlySet<LocalDate>; readonly lastYear: number };

/** The list in force, at hand without a look into the database; and the lists that were in force or may be. */
export interface HolidayBook extends KnownHolidays {
  under(version: string): KnownHolidays | null;
  learn(offers: readonly HolidayOffer[]): void;
}

/** Open cases that have one of these marks, in order of id; the cost follows what is found. */
export interface MovableCases {
  near(marks: readonly string[], after: string, limit: number): Promise<SubjectRequest[]>;
}
