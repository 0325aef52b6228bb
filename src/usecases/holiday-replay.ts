import { changedDays } from '../domain/holiday-lists.js';
import { refuse, type Refusal } from '../domain/refusals.js';
import { apply } from '../domain/replay.js';
import type { Step } from '../domain/step.js';
import { holidayRules } from '../procedure/bank-holidays.js';
import { procedure } from '../procedure/contents.js';
import { igTeam } from '../procedure/roles.js';
import { commitStep, headerOf, withClock, type StepDraft } from './commit-step.js';
import type { Desk } from './desk.js';
import { isIg } from './grant-role.js';
import { movesNear, type Move } from './holiday-moves.js';
import { learn, newestInForce } from './holiday-refresh.js';
import type { HolidayOffer, KnownHolidays, KnownPerson } from './ports.js';
import { viewOf } from './view-of.js';

export const MOVE_DATES = 'move-dates-for-bank-holidays';

/** IG takes a list on or keeps the old one. The same press again, and a colleague's too, finds what was decided; a list once declined may still be taken on. */
export async function decideHolidays(desk: Desk, by: KnownPerson, n: number, use: boolean): Promise<HolidayOffer | Refusal> {
  const { clause } = holidayRules;
  if (!isIg(desk, by)) return refuse('not-your-step', 'Only the Information Governance team confirms bank holidays.', { clause });
  const decided = { by: by.id, at: desk.clock.now() };
  const to = use ? 'in-force' : 'declined';
  const before = (await desk.holidayOffers.all()).at(-1);
  if (!before || before.n !== n) return refuse('nothing-to-do', 'A newer list has come since. Type holidays to see it.', { clause });
  const done = await desk.holidayOffers.decide(n, use ? ['offered', 'declined'] : ['offered'], to, decided);
  const offers = learn(desk, await desk.holidayOffers.all());
  const offer = offers.find((o) => o.n === n);
  if (done)
    await desk.audit.record({ what: use ? 'holidays-confirmed' : 'holidays-declined', by: by.id, codes: { list: before.list.version } });
  if (offer?.state === to) return offer;
  const now = offer?.state === 'in-force' ? 'It was confirmed already.' : 'It is no longer offered.';
  return refuse('nothing-to-do', `${now} Type holidays to see how things stand.`, { clause });
}

/**
 * Every case that a confirmed list moves records it: a step with who confirmed it, and its dates move. Goes on where it was cut short, since
 * a case that has its step is no longer found; done when every bot has long heard of the list and nothing is left. Answers how many moved.
 */
export async function settleHolidays(desk: Desk): Promise<number> {
  const offers = await desk.holidayOffers.all();
  const newest = newestInForce(offers);
  const to = newest && desk.holidays.version === newest.list.version ? desk.holidays.under(newest.list.version) : null;
  if (!to) return 0;
  let moved = 0;
  for (const offer of offers) if (offer.state === 'in-force' && offer.settled !== true) moved += await settle(desk, offer, to);
  return moved;
}

/** A list that another followed at once still has its own days to look near; the dates follow the newest. */
async function settle(desk: Desk, offer: HolidayOffer, to: KnownHolidays): Promise<number> {
  const [from, own] = [desk.holidays.under(offer.from), desk.holidays.under(offer.list.version)];
  if (!from || !own) return 0;
  const by = await desk.people.byId(offer.decided?.by ?? '');
  const change = changedDays(from.dates, own.dates);
  let moved = 0;
  for await (const move of movesNear(desk, change, { from, to })) if (await record(desk, move, { offer, by, ...change })) moved += 1;
  if (moved === 0) await desk.holidayOffers.settle(offer.n);
  return moved;
}

interface Confirmed {
  offer: HolidayOffer;
  by: KnownPerson | null;
  added: string[];
  removed: string[];
}

/** False when somebody else wrote first: the next pass finds the case again if it still has to move. */
async function record(desk: Desk, { request, dates }: Move, { offer, by, added, removed }: Confirmed): Promise<boolean> {
  const step = procedure.steps.find((s) => s.id === MOVE_DATES) as Step;
  const person = by ?? { id: offer.decided?.by ?? '', name: '', grants: [], mri: '', tenant: '', chat: null, unreachable: true };
  const effects = dates.some(({ name }) => name === 'due') ? step.then(viewOf(desk, request.state, person), {}) : {};
  const draft: StepDraft = {
    requestId: request.id,
    n: request.version + 1,
    step,
    as: igTeam,
    person,
    key: `holidays:${offer.n}:${request.version}`,
    answers: { list: offer.list.version, added, removed, moved: dates.map(({ name, was, is }) => `${name} ${was} ${is}`) },
    kept: {},
    effects,
  };
  const header = headerOf(desk, draft, null);
  const clocked = withClock(desk, header, apply(request.state, header));
  if ('fault' in clocked) return false;
  return (await commitStep(desk, request, draft, { header: clocked, state: apply(request.state, clocked), hash: null })) !== null;
}
