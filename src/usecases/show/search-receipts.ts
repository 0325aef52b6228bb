import { formatDay, formatShortDay } from '../../domain/local-date.js';
import type { PageBlock, PageShown } from '../../domain/shown.js';
import type { Facts, RequestState, SubjectRequest } from '../../domain/subject-request.js';
import { tasks } from '../../procedure/collections.js';
import { holds } from '../../procedure/holds.js';
import { coverageSentence, notLookedAt, placesOf } from '../../procedure/search-coverage.js';
import type { Known } from './known-facts.js';
import { openButton } from './pages.js';

/** One search as its receipt says it: who looked where, for what, and what came of it. Dates are formatted. */
export interface SearchReceipt {
  place: string;
  who: string;
  asked: string;
  answered: string;
  result: string;
  minutes: number;
  pages: number;
  /** Terms, dates and places: as asked for, and as searched when nothing was held. */
  words: { title: string; value: string }[];
}

const WORDS = {
  terms: 'Look for',
  where: 'Look in',
  termsUsed: 'Terms',
  datesSearched: 'Dates',
  placesSearched: 'Places',
  withdrawnWhy: 'Why not',
  box: 'Box',
} as const;
const names = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** The private answers that receipts show, and why places were ruled out. */
export const receiptFields = (state: RequestState): string[] => [
  ...Object.keys(state.items['tasks'] ?? {}).flatMap((id) => names.map((name) => `tasks/${id}/${name}`)),
  ...Object.keys(state.items['places'] ?? {}).map((code) => `places/${code}/ruledOutWhy`),
];

/** Every search of a case in the order it was asked for (SRC-02, SRC-13, SRC-14); also for the evidence of a closed case. */
export const searchReceipts = (state: RequestState, known: Known): SearchReceipt[] =>
  Object.entries(state.items['tasks'] ?? {}).map(([id, task]) => receiptOf(id, task, known));

function receiptOf(id: string, task: Facts, known: Known): SearchReceipt {
  const count = (name: string): number => (typeof task[name] === 'number' ? task[name] : 0);
  const words = names.map((name) => ({ title: WORDS[name], value: known.detail(`tasks/${id}/${name}`) ?? '' }));
  return {
    place: tasks.head(task, id),
    who: known.name(task['owner']),
    asked: day(task['askedOn']),
    answered: day(task['answeredOn']),
    result: task['answer'] === undefined ? 'open' : tasks.text(task, known.name),
    minutes: count('minutes'),
    pages: count('pages'),
    words: words.filter(({ value }) => value),
  };
}
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

/** Search receipts as one table, then each with its words; what was ruled out and why, what is kept, and what nobody looked at. */
export function receiptsPage(request: SubjectRequest, known: Known): PageShown {
  const { state } = request;
  const receipts = searchReceipts(state, known);
  const missing = notLookedAt(state);
  return {
    kind: 'page',
    title: 'Search receipts',
    under: `${request.ref} · §2.7`,
    blocks: [
      { is: 'text', text: coverageSentence(state) },
      ...(missing === undefined ? [] : [{ is: 'text' as const, heading: 'Neither searched nor ruled out', text: missing }]),
      ...tableOf(state, receipts),
      ...receipts.slice(0, MOST_IN_WORDS).map(inWords),
      ...ruledOut(state, known),
      ...keptBlock(state),
    ],
    actions: [{ title: 'All searches', verb: 'board', data: { r: request.id, c: 'tasks' } }, openButton(request)],
  };
}

/** More receipts than this stand in the table only; the words of each are behind its entry on the board. */
const MOST_IN_WORDS = 12;

function tableOf(state: RequestState, receipts: readonly SearchReceipt[]): PageBlock[] {
  const all = Object.values(state.items['tasks'] ?? {});
  const rows = receipts.map((r, i) => [r.place, short(all[i]?.['answeredOn']), String(r.pages || ''), String(r.minutes || '')]);
  const sum = (pick: (r: SearchReceipt) => number): string => String(receipts.reduce((total, r) => total + pick(r), 0));
  const total = receipts.length > 1 ? [['All', '', sum((r) => r.pages), sum((r) => r.minutes)]] : [];
  return receipts.length === 0 ? [] : [{ is: 'table', columns: ['Place', 'On', 'Pages', 'Min'], rows: [...rows, ...total] }];
}
const short = (value: unknown): string => (typeof value === 'string' ? formatShortDay(value) : 'open');

const inWords = (r: SearchReceipt): PageBlock => ({
  is: 'facts',
  heading: r.place,
  facts: [
    { title: 'Result', value: r.result },
    { title: 'Who', value: r.who },
    { title: 'Asked', value: r.asked },
    ...(r.answered ? [{ title: 'Answered', value: r.answered }] : []),
    ...r.words,
  ],
});

function ruledOut(state: RequestState, known: Known): PageBlock[] {
  const facts = placesOf(state)
    .filter((p) => p.looked === 'ruled out')
    .map((p) => ({ title: p.title, value: known.detail(`places/${p.code}/ruledOutWhy`) ?? 'no reason recorded' }));
  return facts.length === 0 ? [] : [{ is: 'facts', heading: 'Not relevant', facts }];
}

function keptBlock(state: RequestState): PageBlock[] {
  const facts = Object.entries(state.items['holds'] ?? {}).map(([id, hold]) => ({
    title: holds.head(hold, id),
    value: holds.text(hold, () => ''),
  }));
  return facts.length === 0 ? [] : [{ is: 'facts', heading: holds.title, facts }];
}
