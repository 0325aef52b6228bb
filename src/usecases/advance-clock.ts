import { formatDayAndTime, parseInstant, parseLocalDate } from '../domain/local-date.js';
import type { PageShown } from '../domain/shown.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { sendDigests } from './reports/send-digests.js';
import { sendWeekly } from './reports/send-weekly.js';
import { remindOfReviews } from './remind-of-reviews.js';
import { sendNotices } from './send-notices.js';

/** Moves a rehearsal on: to the next notice, or to nine o'clock on a date. A real clock cannot be moved. */
export async function advanceClock(desk: Desk, person: KnownPerson, to: string): Promise<PageShown> {
  if (!desk.clock.advanceTo) return page('This is not a rehearsal', 'The clock is the real one and cannot be moved.');
  const typed = to.trim();
  const wanted = typed === '' ? await desk.requests.earliestNotice() : parseLocalDate(typed) && parseInstant(`${typed}T09:00`);
  if (!wanted)
    return page(
      'Where to?',
      typed === '' ? 'No notice is due. Type a date, such as advance 2026-12-01.' : 'Type a real date, such as advance 2026-12-01.',
    );
  if (wanted <= desk.clock.now())
    return page('Not backwards', `It is ${formatDayAndTime(desk.clock.now())} already. A rehearsal only moves forward.`);
  await desk.clock.advanceTo(wanted);
  await desk.audit.record({ what: 'clock-advanced', by: person.id, codes: { to: desk.clock.today() } });
  const told = await sendNotices(desk);
  const reports = await sendWeekly(desk);
  await remindOfReviews(desk);
  await sendDigests(desk);
  return page(
    `It is now ${formatDayAndTime(desk.clock.now())}`,
    [told === 0 ? 'No notice fell due.' : `Notices fell due on ${told} ${told === 1 ? 'case' : 'cases'}.`, reports > 0 ? 'The weekly reports went out.' : ''].filter(Boolean).join(' '), // prettier-ignore
  );
}

const page = (title: string, text: string): PageShown => ({ kind: 'page', title, blocks: [{ is: 'text', text }], actions: [] });
