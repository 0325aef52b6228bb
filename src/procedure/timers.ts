import type { Recipient } from '../domain/recipient.js';
import type { View } from '../domain/step.js';
import type { Ticking, TimerRow } from '../domain/timers.js';
import type { Facts } from '../domain/subject-request.js';
import { retentionReminderDays, searchChase } from './limits.js';
import { noticeRow, responseNotices } from './notices.js';
import { isSearchSettled } from './records.js';
import { callCentre, diao } from './roles.js';
import { assessing, searching } from './stages.js';

/** T12: everything that is chased by the Clock. A row says what runs, when notices go out, to whom; the sweep asks the register's index only. */
const timer = (row: TimerRow): TimerRow => row;
const facts = (view: View): Facts => view.request?.facts ?? {};
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Entries of a collection while the reply is being made; before and after that nobody is chased for them. */
const entries = (view: View, collection: string): [string, Facts][] =>
  [searching.code, assessing.code].includes(view.request?.stage ?? '') ? Object.entries(view.request?.items[collection] ?? {}) : [];

const theDiao = (view: View): Recipient =>
  facts(view)['diao'] === undefined
    ? { role: diao.code, directorate: word(facts(view)['directorate']) }
    : { person: word(facts(view)['diao']) };

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
const ownerOf = (view: View, { item }: Ticking): Recipient => ({
  person: word(view.request?.items['tasks']?.[item ?? '']?.['owner']),
});

export const timers: readonly TimerRow[] = [
  timer({
    ...noticeRow,
    code: 'respond',
    running: ({ deadline }) => (deadline?.due && deadline.state !== 'stopped' ? [{ day: deadline.due }] : []),
    at: responseNotices,
    to: (view) =>
      facts(view)['directorate'] === undefined ? { role: callCentre.code } : { directorate: word(facts(view)['directorate']) },
    template: 'falling-due',
  }),
  timer({
    rows: ['SRC-01', 'SRC-14'],
    clause: '2.7',
    code: 'search',
    running: openSearches,
    at: [
      { code: 'search-due', daysBefore: 0 },
      { code: 'search-late', workingDaysAfter: { first: searchChase.everyWorkingDays, every: searchChase.everyWorkingDays } },
    ],
    to: ownerOf,
    template: 'chase-search',
  }),
  timer({
    rows: ['SRC-14'],
    clause: '2.7',
    code: 'search-to-diao',
    running: openSearches,
    at: [{ code: 'search-told', workingDaysAfter: { first: searchChase.toDiaoAfter, every: searchChase.everyWorkingDays } }],
    to: theDiao,
    template: 'search-late',
  }),
  timer({
    rows: ['SRC-12'],
    clause: '2.7.1',
    code: 'retention',
    running: (view) =>
      entries(view, 'tasks')
        .filter(([, t]) => t['keptUntil'] !== undefined && t['heldOn'] === undefined && !isSearchSettled(t))
        .map(([id, t]) => ({ day: word(t['keptUntil']), about: `${id}-${word(t['owner'])}`, item: id })),
    at: retentionReminderDays.map((days) => ({ code: `kept-${days}`, daysBefore: days, inGoodTime: true })),
    to: ownerOf,
    template: 'keep-it',
  }),
  timer({
    rows: ['EXM-05'],
    clause: '3.1',
    code: 'opinion',
    running: (view) =>
      entries(view, 'consults')
        .filter(([, c]) => c['answeredOn'] === undefined && c['dropped'] !== true)
        .map(([id, c]) => ({ day: word(c['answerBy']), about: id, item: id, since: word(c['askedOn']) })),
    at: [
      { code: 'opinion-due', daysBefore: 0 },
      { code: 'opinion-late', workingDaysAfter: { first: searchChase.everyWorkingDays, every: searchChase.everyWorkingDays } },
    ],
    to: (view) => ({ person: word(facts(view)['caseOfficer']) }),
    template: 'chase-opinion',
  }),
];
