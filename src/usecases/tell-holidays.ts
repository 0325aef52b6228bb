import type { PageShown } from '../domain/shown.js';
import type { Desk } from './desk.js';
import { isIg } from './grant-role.js';
import { allMoves } from './holiday-moves.js';
import { learn } from './holiday-refresh.js';
import type { HolidayOffer, KnownPerson, OutboxMessage } from './ports.js';
import { endWords, faultWords, holidayAlarmPage, holidaysPage, offerPage } from './show/holiday-pages.js';
import { refusalPage } from './show/pages.js';
import { refuse } from '../domain/refusals.js';

/** `holidays`, for IG: what waits for a word of theirs, or what holds. */
export async function showHolidays(desk: Desk, person: KnownPerson, skip: number): Promise<PageShown> {
  if (!isIg(desk, person)) return refusalPage(refuse('not-your-step', 'Bank holidays are for the Information Governance team.'));
  const newest = learn(desk, await desk.holidayOffers.all()).at(-1);
  return newest?.state === 'offered' || newest?.state === 'declined' ? pageOf(desk, newest, skip) : holidaysPage(desk);
}

async function pageOf(desk: Desk, offer: HolidayOffer, skip: number): Promise<PageShown> {
  const to = desk.holidays.under(offer.list.version);
  const from = desk.holidays.under(offer.from);
  return offerPage(desk, offer, to && from ? await allMoves(desk, from, to) : [], skip);
}

/** A queued word about the list, as things stand when it is sent; null when the message is about something else. */
export function tellHolidays(desk: Desk, { template, args }: OutboxMessage): Promise<{ shown: PageShown } | { dropped: string }> | null {
  if (template === 'holidays-offer') return tellOffer(desk, Number(args['n']));
  if (template === 'holidays-fault')
    return Promise.resolve({ shown: holidayAlarmPage('The list of bank holidays was not refreshed', faultWords(args['fault'])) });
  if (template === 'holidays-end')
    return Promise.resolve({ shown: holidayAlarmPage('The list of bank holidays ends soon', endWords(String(args['end']))) });
  return null;
}

async function tellOffer(desk: Desk, n: number): Promise<{ shown: PageShown } | { dropped: string }> {
  const offer = learn(desk, await desk.holidayOffers.all()).find((o) => o.n === n);
  return offer?.state === 'offered' ? { shown: await pageOf(desk, offer, 0) } : { dropped: 'decided already' };
}
