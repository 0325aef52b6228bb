import { formatDay } from '../../domain/local-date.js';
import type { Recipient } from '../../domain/recipient.js';
import type { View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { holderOf, holdsOf, isKept, isUnconfirmed, reviewWindowEnds } from '../holds.js';
import { holdChase, retentionReminderDays } from '../limits.js';
import { deletesOn } from '../retention.js';
import { callCentre, igTeam } from '../roles.js';
import { closed, dispatched } from '../stages.js';
import { facts, hasOfficer, isAt, theOfficer, word } from './who.js';

/** §2.7.1: what deletes itself. Two clocks run on such a case, and this one does not stop for anybody's letter. */
const unconfirmed = (view: View): [string, Facts][] =>
  isAt(view, closed) ? [] : Object.entries(holdsOf(view)).filter(([, hold]) => isUnconfirmed(hold));
const whose = (view: View, { item }: Ticking): Facts => holdsOf(view)[item ?? ''] ?? {};
const theHolder = (view: View, ticking: Ticking): Recipient => holderOf(whose(view, ticking));
const whoLeads = (view: View): Recipient => (hasOfficer(view) ? theOfficer(view) : { role: callCentre.code });

const asked = (view: View): Ticking[] => unconfirmed(view).map(([id, hold]) => ({ day: word(hold['askedOn']), about: id, item: id }));
const deleting = (view: View): Ticking[] =>
  unconfirmed(view).flatMap(([id, hold]) => {
    const day = deletesOn(hold);
    return day === undefined ? [] : [{ day, about: id, item: id, since: word(hold['askedOn']) }];
  });
const mayGo = (view: View): Ticking[] => {
  const ends = view.request && isAt(view, dispatched, closed) ? reviewWindowEnds(view.request) : undefined;
  if (ends === undefined) return [];
  return Object.entries(holdsOf(view)).flatMap(([id, hold]) => (isKept(hold) ? [{ day: ends, about: id, item: id }] : []));
};

const keepIt = 'Something that deletes itself waits for you to keep it and to say so.';
export const preservingTimers: readonly TimerRow[] = [
  {
    rows: ['LTR-15', 'RTE-13', 'RTE-21'],
    clause: '2.7.1',
    code: 'preserve',
    running: asked,
    at: [{ code: 'preserve', workingDaysAfter: { first: holdChase.everyWorkingDays, every: holdChase.everyWorkingDays } }],
    to: theHolder,
    step: 'confirm-it-is-kept',
    says: () => keepIt,
  },
  {
    rows: ['SRC-12'],
    clause: '2.7.1',
    code: 'preserve-told',
    running: asked,
    at: [{ code: 'preserve-told', workingDaysAfter: { first: holdChase.toOfficerAfter, every: holdChase.toOfficerAfter } }],
    to: whoLeads,
    says: () => 'Nobody has said yet that what deletes itself is kept. Speak to whoever keeps it.',
  },
  {
    rows: ['SRC-12', 'RTE-22'],
    clause: '2.7.1',
    code: 'retention',
    running: deleting,
    at: [...retentionReminderDays, 0].map((days) => ({ code: `kept-${days}`, daysBefore: days, inGoodTime: true })),
    to: theHolder,
    step: 'confirm-it-is-kept',
    says: (_view, { day }) => `What you are asked to keep deletes itself on ${formatDay(day)}. Keep it from that, and say so.`,
  },
  {
    rows: ['SRC-12', 'RTE-15'],
    clause: '2.11',
    code: 'retention-passed',
    running: deleting,
    at: [{ code: 'kept-passed', workingDaysAfter: { first: 1 } }],
    to: () => ({ role: igTeam.code }),
    says: () => 'The day has passed on which a recording that was asked for deletes itself, and nobody has said that it is kept.',
  },
  {
    rows: ['RTE-13', 'RTE-21'],
    clause: '2.7.1',
    code: 'may-go',
    running: mayGo,
    at: [{ code: 'may-go', workingDaysAfter: { first: 1, every: holdChase.mayGoEvery } }],
    to: (view) => (facts(view)['caseOfficer'] === undefined ? { role: igTeam.code } : theOfficer(view)),
    step: 'let-it-go',
    afterClosing: true,
    says: () => 'The time for a review is over. What was kept may be deleted in the normal way again: let it go.',
  },
];
