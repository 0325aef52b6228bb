import { changedDays } from '../../domain/holiday-lists.js';
import { formatDay, formatShortDay, type LocalDate } from '../../domain/local-date.js';
import type { Button, PageBlock, PageShown } from '../../domain/shown.js';
import { holidayRules, refreshFaults, type RefreshFault } from '../../procedure/bank-holidays.js';
import { directorateTitle } from '../../procedure/owners.js';
import type { Desk } from '../desk.js';
import type { Move } from '../holiday-moves.js';
import type { HolidayOffer } from '../ports.js';
import { cite } from './cite.js';
import { PAGE_SIZE } from './list-pages.js';

/** A list that waits for a word of IG: the days that come and go, and the open cases whose dates move, old and new. */
export function offerPage(desk: Desk, offer: HolidayOffer, moves: Move[], skip: number): PageShown {
  const turn = (title: string, to: number): Button => ({ title, verb: 'holidays', data: { skip: to } });
  const count = `${moves.length} open ${moves.length === 1 ? 'case moves' : 'cases move'}`;
  return {
    kind: 'page',
    title: 'The list of bank holidays has changed',
    under: `${moves.length === 0 ? 'No open case moves' : count} · ${cite(holidayRules.clause)}`,
    tone: 'attention',
    blocks: [
      { is: 'facts', facts: changeFacts(desk, offer) },
      ...(moves.length === 0 ? [] : [movesBlock(moves.slice(skip, skip + PAGE_SIZE))]),
      { is: 'text', text: standing(offer), small: true },
    ],
    actions: [
      { title: 'Use the new list', verb: 'use-holidays', data: { n: offer.n }, primary: true },
      ...(offer.state === 'offered' ? [{ title: 'Keep the old list', verb: 'keep-holidays', data: { n: offer.n } }] : []),
      ...(skip > 0 ? [turn('Back', Math.max(0, skip - PAGE_SIZE))] : []),
      ...(moves.length > skip + PAGE_SIZE ? [turn('More', skip + PAGE_SIZE)] : []),
    ],
    summaryLine: 'The list of bank holidays has changed',
  };
}

const standing = ({ state }: HolidayOffer): string =>
  state === 'declined'
    ? 'It was declined, so the old list holds. It may still be taken on.'
    : 'Until it is confirmed the old list holds. What was decided stays decided; each case keeps its old and its new date.';

function changeFacts(desk: Desk, { from, list }: HolidayOffer): { title: string; value: string }[] {
  const before = desk.holidays.under(from) ?? desk.holidays;
  const { added, removed } = changedDays(before.dates, (desk.holidays.under(list.version) ?? before).dates);
  const named = (day: LocalDate): string => {
    const title = list.days.find(({ date }) => date === day)?.title;
    return title ? `${formatDay(day)}, ${title}` : formatDay(day);
  };
  return [
    ...(added.length > 0 ? [{ title: 'New', value: added.map(named).join('; ') }] : []),
    ...(removed.length > 0 ? [{ title: 'No longer', value: removed.map((day) => formatDay(day)).join('; ') }] : []),
  ];
}

/** The latest arguable date is told of only where it is another than the date to work to. */
const worthTelling = (dates: Move['dates']): Move['dates'] => {
  const due = dates.find(({ name }) => name === 'due');
  return dates.filter(({ name, was, is }) => name !== 'latestArguable' || !due || was !== due.was || is !== due.is);
};

const movesBlock = (moves: Move[]): PageBlock => ({
  is: 'rows',
  heading: 'Dates that move',
  empty: '',
  rows: moves.map(({ request, dates }) => ({
    title: request.ref,
    text: [
      directorateTitle(request.state.facts['directorate']),
      ...worthTelling(dates).map(({ title, was, is }) => `${title}: ${formatShortDay(was)} → ${formatDay(is)}`),
    ]
      .filter(Boolean)
      .join(' · '),
    action: { title: 'Open', verb: 'open', data: { r: request.id } },
  })),
});

/** What holds, for IG: which days come next, how far the list goes. */
export function holidaysPage(desk: Desk): PageShown {
  const today = desk.clock.today();
  const coming = [...desk.holidays.dates].filter((day) => day >= today).sort().slice(0, 5); // prettier-ignore
  return {
    kind: 'page',
    title: 'Bank holidays',
    under: 'England and Wales',
    blocks: [
      {
        is: 'facts',
        facts: [
          { title: 'Next', value: coming.map((day) => formatDay(day)).join('; ') },
          { title: 'Version', value: desk.holidays.version.replace('england-and-wales ', '') },
          { title: 'Ends', value: `${formatDay(`${desk.holidays.lastYear}-12-31`)}; after that the standing rules are used` },
        ],
      },
    ],
    actions: [],
  };
}

export function usedPage(moved: number): PageShown {
  const cases = moved === 0 ? 'No open case moves.' : `${moved} open ${moved === 1 ? 'case records' : 'cases record'} it within a minute.`;
  return {
    kind: 'page',
    title: 'The new list of bank holidays is used',
    tone: 'good',
    blocks: [{ is: 'text', text: `${cases} Each keeps its old and its new date in its history, with your name.` }],
    actions: [{ title: 'Bank holidays', verb: 'holidays', data: {} }],
  };
}

export const keptPage = (): PageShown => ({
  kind: 'page',
  title: 'The old list of bank holidays is kept',
  tone: 'good',
  blocks: [
    {
      is: 'text',
      text: 'No date moves. The same list is not offered again; a different one will be. To take it on after all, type holidays.',
    },
  ],
  actions: [{ title: 'Bank holidays', verb: 'holidays', data: {} }],
});

/** A refresh that changed nothing, or an end that comes near. */
export function holidayAlarmPage(title: string, text: string): PageShown {
  return {
    kind: 'page',
    title,
    tone: 'warning',
    blocks: [{ is: 'text', text }],
    actions: [{ title: 'Bank holidays', verb: 'holidays', data: {} }],
    summaryLine: title,
  };
}

export const faultWords = (fault: unknown): string =>
  `${refreshFaults[fault as RefreshFault] ?? 'The list could not be refreshed.'} ` +
  'Nothing has changed: dates are worked out with the list we have. Whoever runs the bot can look at the address in its settings.';

export const endWords = (end: LocalDate): string =>
  `The list of bank holidays ends on ${formatDay(end)}. After that only the standing rules are known, and no day that is proclaimed for once. ` +
  'Whoever runs the bot can name an address where the list is kept up to date, or install a newer version.';
