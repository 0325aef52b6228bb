import type { HolidayList } from '../../domain/holiday-lists.js';
import type { HolidayBook, HolidayOffer, KnownHolidays, MachineTime } from '../../usecases/ports.js';
import { extendByRules } from './load-holidays.js';

/** The lists in memory. Until the database has been read the product's own list is in force. */
export function createHolidayBook(own: HolidayList, machine: MachineTime): HolidayBook {
  const known = new Map<string, KnownHolidays>();
  const keep = (list: HolidayList): KnownHolidays => {
    const before = known.get(list.version);
    if (before) return before;
    const { dates, version, lastYear } = extendByRules(list);
    const made: KnownHolidays = { dates, version, lastYear, has: (day) => dates.has(day) };
    known.set(version, made);
    return made;
  };
  const first = keep(own);
  let force: { at: number; list: KnownHolidays }[] = [];
  const current = (): KnownHolidays => {
    if (force.length === 0) return first;
    const now = machine().getTime();
    return force.findLast(({ at }) => at <= now)?.list ?? first;
  };
  return {
    has: (day) => current().has(day),
    get version() {
      return current().version;
    },
    get dates() {
      return current().dates;
    },
    get lastYear() {
      return current().lastYear;
    },
    under: (version) => known.get(version) ?? null,
    learn: (offers) => {
      const all = offers.map((offer) => ({ offer, list: keep(offer.list) }));
      force = all
        .filter(({ offer }) => offer.state === 'in-force' && offer.inForceFrom !== undefined)
        .sort((a, b) => a.offer.n - b.offer.n)
        .map(({ offer, list }) => ({ at: startOf(offer), list }));
    },
  };
}

const startOf = ({ inForceFrom }: HolidayOffer): number => inForceFrom?.getTime() ?? 0;
