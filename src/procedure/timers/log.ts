import { formatDayAndTime } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { londonDay } from '../../domain/local-date.js';
import { limits, logNudgeHours } from '../limits.js';
import { callCentre, complaintsUnit } from '../roles.js';
import { reported } from '../stages.js';
import { isAt } from './who.js';

/** T12 LOG: elapsed hours count, at night too. People hear of it in office hours: before a limit that would pass while nobody is there. */
const unlogged = (view: View): Ticking[] => {
  const by = view.deadline?.logBy;
  const logged = view.request?.timeline.events.some((event) => event.type === 'logged');
  if (!by || logged || !isAt(view, reported)) return [];
  const until = new Date(by);
  return [{ day: londonDay(until), stretch: { from: new Date(until.getTime() - limits.log.n * 3_600_000), until } }];
};
const says = (view: View): string => {
  const until = new Date(view.deadline?.logBy ?? view.now);
  const ends = formatDayAndTime(until);
  return view.now < until ? `Not logged yet. The 48 hours end ${ends}.` : `Not logged in time. The 48 hours ended ${ends}.`;
};

export const logTimers: readonly TimerRow[] = [
  {
    rows: ['INT-12'],
    clause: '2.3.2',
    code: 'log',
    running: unlogged,
    at: [
      { code: 'log-nudge', hoursBefore: { n: limits.log.n - logNudgeHours, move: 'early' } },
      { code: 'log-last', hoursBefore: { n: 0, move: 'early' } },
      { code: 'log-passed', hoursBefore: { n: 0, move: 'late' } },
    ],
    to: () => ({ role: callCentre.code }),
    says,
  },
  {
    rows: ['INT-12'],
    clause: '2.3.2',
    code: 'log-to-unit',
    running: unlogged,
    at: [
      { code: 'log-unit-last', hoursBefore: { n: 0, move: 'early' } },
      { code: 'log-unit-passed', hoursBefore: { n: 0, move: 'late' } },
    ],
    to: () => ({ role: complaintsUnit.code }),
    says,
  },
  {
    rows: ['INT-12'],
    clause: '2.3.2',
    code: 'log-breach',
    running: unlogged,
    at: [{ code: 'log-breach', hoursBefore: { n: 0, move: 'then' } }],
    to: () => ({ role: callCentre.code }),
    recordsOnly: true,
  },
];
