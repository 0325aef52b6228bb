import type { Facts } from '../../domain/subject-request.js';
import type { TimerRow } from '../../domain/timers.js';
import { addDays } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import { windowEnds } from '../record-faults.js';
import { isKeptBack, isListed, recordsOf } from '../schedule.js';
import { assessing, closed, dispatched } from '../stages.js';
import { facts, isAt, theOfficer, word } from './who.js';

/** Records that come back: a negotiation to look at again, and, once the reply has left, what was wrong or kept too long (§2.11, §3.10). */
const which = (view: View, is: (record: Facts) => boolean): [string, Facts][] =>
  Object.entries(recordsOf(view)).filter(([, r]) => isListed(r) && is(r));

export const recordTimers: readonly TimerRow[] = [
  {
    rows: ['EXM-01'],
    clause: '3.10',
    code: 'negotiation',
    running: (view) =>
      isAt(view, assessing)
        ? which(view, (r) => isKeptBack(r) && r['code'] === 'EX-NEG').map(([item, r]) => ({
            day: word(r['lookAgainOn']),
            about: `${item}-${word(r['lookAgainOn'])}`,
            item,
          }))
        : [],
    at: [{ code: 'negotiation-again', daysBefore: 0 }],
    to: theOfficer,
    says: () => 'A record is kept back for a negotiation. Say whether it still goes on.',
  },
  {
    rows: ['ASS-15'],
    clause: '2.11',
    code: 'put-right',
    running: (view) =>
      isAt(view, dispatched, closed) && facts(view)['sentOn'] !== undefined
        ? which(view, (r) => r['accuracy'] !== undefined && r['rightedOn'] === undefined).map(([item]) => ({
            day: word(facts(view)['sentOn']),
            about: item,
            item,
          }))
        : [],
    at: [{ code: 'put-right-now', workingDaysAfter: { first: 1, every: 10 } }],
    to: theOfficer,
    says: () => 'A record was wrong. The reply has left: have it put right, and record that.',
  },
  {
    rows: ['ASS-17'],
    clause: '2.11',
    code: 'disposal',
    running: (view) => {
      const ends = windowEnds(facts(view));
      if (ends === null || !isAt(view, dispatched, closed)) return [];
      return which(view, (r) => r['overdue'] === true && r['destroyedOn'] === undefined).map(([item]) => ({
        day: addDays(ends, 1),
        about: item,
        item,
      }));
    },
    at: [
      { code: 'disposal-now', daysBefore: 0 },
      { code: 'disposal-late', workingDaysAfter: { first: 10, every: 10 } },
    ],
    to: theOfficer,
    says: () => 'A record was kept too long, and a review can no longer be asked for. Have it destroyed, and record that.',
  },
];
