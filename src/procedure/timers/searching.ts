import type { Recipient } from '../../domain/recipient.js';
import type { View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { offSiteChase, searchChase } from '../limits.js';
import { isBoxAwaited } from '../steps/search-offsite.js';
import { assessing, searching } from '../stages.js';
import { isAt, theDiao, theOfficer, word } from './who.js';

/** Searches and views asked for: while the reply is being made; before and after that nobody is chased for them. */
const entries = (view: View, collection: string): [string, Facts][] =>
  isAt(view, searching, assessing) ? Object.entries(view.request?.items[collection] ?? {}) : [];

/** Searches that their owner has not answered. One passed on runs anew: its owner and day are in the ledger key. */
const openSearches = (view: View): Ticking[] =>
  entries(view, 'tasks')
    .filter(([, t]) => t['answer'] === undefined && t['answerBy'] !== undefined)
    .map(([id, t]) => ({
      day: word(t['answerBy']),
      about: `${id}-${word(t['owner'])}`,
      item: id,
      since: word(t['askedOn']),
    }));
const openViews = (view: View): Ticking[] =>
  entries(view, 'consults')
    .filter(([, c]) => c['answeredOn'] === undefined && c['dropped'] !== true)
    .map(([id, c]) => ({ day: word(c['answerBy']), about: id, item: id, since: word(c['askedOn']) }));
const ownerOf = (view: View, { item }: Ticking): Recipient => ({
  person: word(view.request?.items['tasks']?.[item ?? '']?.['owner']),
});

export const searchTimers: readonly TimerRow[] = [
  {
    rows: ['SRC-01', 'SRC-14'],
    clause: '2.7',
    code: 'search',
    running: openSearches,
    at: [
      { code: 'search-due', daysBefore: 0 },
      { code: 'search-late', workingDaysAfter: { first: searchChase.everyWorkingDays, every: searchChase.everyWorkingDays } },
    ],
    to: ownerOf,
    mayWait: 'search',
    says: () => 'A search you were asked for is waiting for your answer.',
  },
  {
    rows: ['SRC-14'],
    clause: '2.7',
    code: 'search-to-diao',
    running: openSearches,
    at: [{ code: 'search-told', workingDaysAfter: { first: searchChase.toDiaoAfter, every: searchChase.everyWorkingDays } }],
    to: theDiao,
    says: () => 'A search is late. Its owner has been asked several times.',
  },
  {
    rows: ['SRC-04'],
    clause: '2.7.1',
    code: 'off-site',
    running: (view) =>
      entries(view, 'tasks')
        .filter(([, t]) => isBoxAwaited(t) && t['answer'] === undefined)
        .map(([id, t]) => ({ day: word(t['expectedOn']), about: `${id}-${word(t['orderedOn'])}`, item: id })),
    at: [{ code: 'off-site-late', workingDaysAfter: { first: offSiteChase.after, every: offSiteChase.everyWorkingDays } }],
    to: ownerOf,
    step: 'record-its-arrival',
    says: () => 'What you ordered from off site should have come by now. Ask after it, or record that it came.',
  },
  {
    rows: ['EXM-05'],
    clause: '3.1',
    code: 'opinion',
    running: openViews,
    at: [
      { code: 'opinion-due', daysBefore: 0 },
      { code: 'opinion-late', workingDaysAfter: { first: searchChase.everyWorkingDays, every: searchChase.everyWorkingDays } },
    ],
    to: theOfficer,
    says: () => 'Somebody who was asked for a view has not answered. Ask again, or record the answer.',
  },
];
