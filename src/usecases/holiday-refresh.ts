import { changedDays, faultOfList, type HolidayList } from '../domain/holiday-lists.js';
import { addMonths } from '../domain/local-date.js';
import { holidayRules, type RefreshFault } from '../procedure/bank-holidays.js';
import { igTeam } from '../procedure/roles.js';
import type { Desk } from './desk.js';
import type { HolidayOffer } from './ports.js';

const EVERY_MINUTES = 60;

/**
 * Looks for a newer list of bank holidays, once an hour on one bot. One that differs on a day waits for Information Governance; one that
 * cannot be read or believed changes nothing and is said once a day. Any part may be repeated: after a crash the next look goes on.
 */
export async function refreshHolidays(desk: Desk, everyMinutes = EVERY_MINUTES): Promise<void> {
  if (!(await desk.holidayOffers.mayTry(everyMinutes))) return;
  const offers = await knownOffers(desk);
  const found = await desk.holidayFeed();
  const fault = 'fault' in found ? found.fault : faultOfList(found.list, desk.holidays.dates, desk.clock.today(), holidayRules.bounds);
  if (fault !== null) await alarm(desk, fault);
  else if (!('fault' in found)) await consider(desk, offers, found);
  await warnOfEnd(desk);
  desk.poke();
}

/** The lists that came so far, the oldest first; the product's own list is the first of all. */
async function knownOffers(desk: Desk): Promise<HolidayOffer[]> {
  const offers = await desk.holidayOffers.all();
  if (offers.length > 0) return learn(desk, offers);
  const own = desk.ownHolidays;
  await desk.holidayOffers.add({
    n: 1,
    list: own,
    from: own.version,
    state: 'in-force',
    source: 'own',
    at: desk.clock.now(),
    settled: true,
  });
  return learn(desk, await desk.holidayOffers.all());
}

export function learn(desk: Desk, offers: HolidayOffer[]): HolidayOffer[] {
  desk.holidays.learn(offers);
  return offers;
}

/** The newest list that was confirmed, though bots may reckon with it only in a moment. */
export const newestInForce = (offers: readonly HolidayOffer[]): HolidayOffer | undefined => offers.findLast((o) => o.state === 'in-force');

async function consider(desk: Desk, offers: HolidayOffer[], found: { list: HolidayList; source: HolidayOffer['source'] }): Promise<void> {
  const [newest, current] = [offers.at(-1), newestInForce(offers)];
  const isAnswered = newest && newest.state !== 'in-force' && newest.state !== 'withdrawn';
  if (isAnswered && newest.list.version === found.list.version) return ask(desk, newest);
  if (newest?.state === 'offered') await desk.holidayOffers.decide(newest.n, ['offered'], 'withdrawn');
  if (!newest || !current || current.list.version === found.list.version) return;
  await offer(desk, found, { n: newest.n + 1, from: current.list.version });
}

async function offer(
  desk: Desk,
  found: { list: HolidayList; source: HolidayOffer['source'] },
  place: Pick<HolidayOffer, 'n' | 'from'>,
): Promise<void> {
  const fresh: HolidayOffer = { ...found, ...place, at: desk.clock.now(), state: 'offered' };
  desk.holidays.learn([...(await desk.holidayOffers.all()), fresh]);
  const [from, to] = [desk.holidays.under(place.from), desk.holidays.under(found.list.version)];
  const change = changedDays((from ?? desk.holidays).dates, (to ?? desk.holidays).dates);
  const differs = change.added.length + change.removed.length > 0;
  const added = await desk.holidayOffers.add({ ...fresh, ...(!differs && { state: 'in-force' as const, settled: true }) });
  if (added)
    await desk.audit.record({ what: differs ? 'holidays-offered' : 'holidays-renewed', by: '', codes: { list: found.list.version } });
  if (differs) await ask(desk, fresh);
}

/** One card for each list, to everybody of IG who is there at the time; the key keeps it one. */
async function ask(desk: Desk, { n, state }: HolidayOffer): Promise<void> {
  if (state === 'offered') await tellTeam(desk, `holidays-offer:${n}`, 'holidays-offer', { n });
}

async function alarm(desk: Desk, fault: RefreshFault): Promise<void> {
  desk.log.warn('holidays-refresh', { code: fault });
  await tellTeam(desk, `holidays-fault:${fault}:${desk.clock.today()}`, 'holidays-fault', { fault });
}

/** Once a month while the end is near: after it only the rules are left, which know no day proclaimed for once. */
async function warnOfEnd(desk: Desk): Promise<void> {
  const end = `${desk.holidays.lastYear}-12-31`;
  const today = desk.clock.today();
  if (addMonths(today, desk.holidayWarnMonths) < end) return;
  await tellTeam(desk, `holidays-end:${end}:${today.slice(0, 7)}`, 'holidays-end', { end });
}

const tellTeam = (desk: Desk, key: string, template: string, args: Record<string, string | number>): Promise<void> =>
  desk.outbox.put([{ key, template, to: { role: igTeam.code }, args, at: desk.clock.now() }]);
