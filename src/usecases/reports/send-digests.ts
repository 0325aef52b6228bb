import { parseInstant } from '../../domain/local-date.js';
import { isWorkingDay } from '../../domain/working-days.js';
import { morningDigest, reportHour } from '../../procedure/reports.js';
import { DIGEST, digestKey } from '../delivery/gather.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { sendNotices } from '../send-notices.js';

/**
 * Queues this morning's digest for each DIAO and for whoever may lead cases, once a working day, from nine o'clock on (MON-05). The notices
 * of the morning are recorded first, so that they stand in it. Whether there is anything to say is asked when it is sent; a morning that
 * was missed altogether is not made up for. Answers how many were queued.
 */
export async function sendDigests(desk: Desk): Promise<number> {
  const [now, day] = [desk.clock.now(), desk.clock.today()];
  const nine = parseInstant(`${day}T${reportHour}`) as Date;
  const since = await desk.reports.begin(now);
  if (now < nine || nine <= since || !isWorkingDay(day, desk.holidays)) return 0;
  const keyOf = (person: KnownPerson): string => digestKey(day, person.id);
  const holders = await holdersOf(desk, day);
  const known = await desk.outbox.known(holders.map(keyOf));
  const fresh = holders.filter((person) => !known.has(keyOf(person)));
  if (fresh.length > 0) await sendNotices(desk);
  await desk.outbox.put(
    fresh.map((person) => ({ key: keyOf(person), template: DIGEST, to: { person: person.id }, args: { day }, at: now })),
  );
  if (fresh.length > 0) desk.poke();
  return fresh.length;
}

/** Each once, whatever number of directorates they have; those without a chat with the bot are left alone. */
async function holdersOf(desk: Desk, day: string): Promise<KnownPerson[]> {
  const found = (await Promise.all(morningDigest.by.map((role) => desk.people.holding(role.code, null, day)))).flat();
  return [...new Map(found.map((person) => [person.id, person])).values()].filter((person) => person.chat && !person.unreachable);
}
