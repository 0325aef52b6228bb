import { describe, expect, it } from '@jest/globals';
import { formatDayAndTime } from '../../src/domain/local-date.js';
import { laneOf } from '../../src/domain/recipient.js';
import { nextStrikeAt, strikeKey, strikesBetween } from '../../src/domain/timers.js';
import { stages } from '../../src/procedure/stages.js';
import { timers } from '../../src/procedure/timers/index.js';
import { dev, ola, omar, report, Road, rosa, sam, valid } from './road.js';
import { at, hours } from './struck.js';

/** What happens on a case: at that time, that step. Nothing here knows when anybody is reminded. */
type Event = [at: string, take: (road: Road) => unknown];
const heard = (day: string): Event => [
  `${day}T10:00`,
  (r) => r.takes(sam, 'report-a-request', { ...report, heardOn: day, heardAt: '10:00' }),
];
const logs = (day: string): Event => [`${day}T11:00`, (r) => r.takes(rosa, 'log-and-allocate', { post: 'HOU-1', right: 'ACCESS' })];
const accepts = (day: string): Event => [`${day}T12:00`, (r) => r.takes(dev, 'accept')];
const names = (day: string): Event[] => [
  [`${day}T13:00`, (r) => r.takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' })],
  [`${day}T13:01`, (r) => r.takes(dev, 'confirm-the-request-is-valid', valid)],
  [`${day}T13:02`, (r) => r.takes(dev, 'name-case-officer', { officer: 'ola' })],
];
const withdraws = (day: string): Event => [`${day}T15:00`, (r) => r.takes(dev, 'withdraw', { withdrawnOn: day, withdrawal: 'x' })];

const [DEV, OLA, OMAR] = ['person:dev', 'person:ola', 'person:omar'];
const [CC, CCU, DIAOS, IAO, DPO] = ['role:CC', 'role:CCU', 'role:DIAO:HOU', 'role:IAO:HOU', 'role:DPO'];
const HOUSING = 'directorate:HOU';
const NINE = '09:00';

interface Told {
  case: string;
  events: Event[];
  /** By hand, from the calendar and the limits: who is told, on which day and at what hour; once each. */
  told: [day: string, hour: string, ...lanes: string[]][];
}
const year: Told[] = [
  {
    // New Year’s Day is a Friday: the 48 hours end on Saturday, so people are told on Thursday at four, and again when they are back.
    case: 'reported on New Year’s Eve and logged late',
    events: [heard('2026-12-31'), logs('2027-01-04'), accepts('2027-01-04'), withdraws('2027-01-05')],
    told: [
      ['Thu 31 Dec', '16:00', CC, CCU],
      ['Sat 2 Jan', '10:00', 'the record'],
      ['Mon 4 Jan', NINE, CC, CCU],
      // Day five: identity is not settled, and nothing was asked for.
      ['Tue 5 Jan', NINE, DEV],
    ],
  },
  {
    // The month ends on Sunday 28 February; extended by two it ends on Thursday 29 April. Ola puts her reminder off until the 26th.
    case: 'extended, and a reminder put off',
    events: [
      ...[heard('2027-01-29'), logs('2027-01-29'), accepts('2027-01-29'), ...names('2027-01-29')],
      ['2027-02-17T10:00', (r) => r.state?.timeline.events.push({ type: 'extended', date: '2027-02-17', months: 2 })],
      ['2027-04-15T10:00', (r) => r.takes(ola, 'put-off-a-reminder', { reminder: 'respond', until: '2027-04-26', putOffWhy: 'x' })],
      withdraws('2027-04-29'),
    ],
    told: [
      ['Fri 5 Feb', NINE, DEV],
      ['Mon 15 Feb', NINE, OLA, DEV],
      ['Thu 15 Apr', NINE, OLA, DEV],
      ['Thu 22 Apr', NINE, DEV, HOUSING],
      ['Mon 26 Apr', NINE, OLA, DEV, HOUSING],
      ['Wed 28 Apr', NINE, OLA, DEV, HOUSING],
      ['Thu 29 Apr', NINE, OLA, DEV, HOUSING],
    ],
  },
  {
    // Good Friday is 26 March, Easter Monday the 29th: day five of asking is told of on the Thursday before.
    case: 'accepted by nobody over Easter',
    events: [heard('2027-03-24'), logs('2027-03-24'), accepts('2027-04-01'), withdraws('2027-04-07')],
    told: [
      ['Thu 25 Mar', NINE, HOUSING, DIAOS],
      ['Tue 30 Mar', NINE, DIAOS],
      ['Wed 31 Mar', NINE, IAO, CCU, DIAOS, CCU],
      ['Fri 2 Apr', NINE, DEV, DEV],
    ],
  },
  {
    // Asked on Monday 14 June: day twenty is a Sunday, day thirty Wednesday 14 July.
    case: 'waiting for a reply that never comes',
    events: [
      ...[heard('2027-06-10'), logs('2027-06-10'), accepts('2027-06-10')],
      ['2027-06-14T10:00', (r) => r.takes(dev, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2027-06-14' })],
      ['2027-07-23T10:00', (r) => r.takes(dev, 'close-for-no-reply', { noReplyReason: 'x' })],
    ],
    told: [
      ['Thu 17 Jun', NINE, DEV, DEV],
      ['Mon 5 Jul', NINE, DEV],
      ['Thu 15 Jul', NINE, DEV],
      ['Thu 22 Jul', NINE, DEV],
    ],
  },
  {
    // Due on Thursday 4 November; the search is due on Tuesday 12 October and answered on the 18th, after nine.
    case: 'searched late, answered late',
    events: [
      ...[heard('2027-10-04'), logs('2027-10-04'), accepts('2027-10-04'), ...names('2027-10-04')],
      [
        '2027-10-05T10:00',
        (r) => r.takes(ola, 'ask-for-a-search', { system: 'HOUSING', owner: 'omar', terms: 'x', answerBy: '2027-10-12' }),
      ],
      ['2027-10-18T10:00', (r) => r.takes(omar, 'answer-a-search', { answer: 'FOUND', pages: '3', minutes: '9' }, 't1')],
      withdraws('2027-11-12'),
    ],
    told: [
      ['Mon 11 Oct', NINE, DEV],
      ['Tue 12 Oct', NINE, OMAR],
      ['Thu 14 Oct', NINE, OMAR],
      ['Mon 18 Oct', NINE, OMAR, DEV],
      ['Thu 21 Oct', NINE, OLA, DEV],
      ...['Thu 28 Oct', 'Mon 1 Nov', 'Wed 3 Nov', 'Thu 4 Nov'].map((day): Told['told'][number] => [day, NINE, OLA, DEV, HOUSING]),
      ...['Fri 5 Nov', 'Mon 8 Nov', 'Tue 9 Nov', 'Wed 10 Nov'].map((day): Told['told'][number] => [day, NINE, OLA, DEV, HOUSING, IAO]),
      ...['Thu 11 Nov', 'Fri 12 Nov'].map((day): Told['told'][number] => [day, NINE, OLA, DEV, HOUSING, IAO, DPO]),
    ],
  },
];

const isOpen = (road: Road): boolean => stages.find(({ code }) => code === road.stage)?.open === true;

/** As the sweep does it: sleeps until the next notice, sends the newest of what was missed, and enters each key in a ledger once. */
function rehearse({ case: id, events }: Told): string[] {
  const road = new Road(events[0]?.[0]);
  const ledger = new Set<string>();
  const told: string[] = [];
  const sweep = (): void => {
    const view = road.view(ola);
    const lists = strikesBetween(timers, view, { after: new Date(road.now.getTime() - 366 * 86_400_000), until: road.now }, hours);
    for (const strike of lists.flatMap((list) => list.slice(-1))) {
      const key = strikeKey(id, strike);
      if (ledger.has(key)) continue;
      ledger.add(key);
      const to = strike.row.recordsOnly ? 'the record' : laneOf(strike.row.to(view, strike.ticking));
      told.push(`${formatDayAndTime(road.now)} ${to}`);
    }
  };
  for (const [moment, take] of [...events, ['2027-12-31T23:00', () => undefined] as Event]) {
    for (;;) {
      const wake = road.state && isOpen(road) ? nextStrikeAt(timers, road.view(ola), road.now, hours) : null;
      if (!wake || wake >= at(moment)) break;
      road.now = wake;
      sweep();
    }
    take(road.on(moment));
  }
  return told;
}

describe('a rehearsed year', () => {
  it.each(year)('CLK-14 INT-12 CLK-04 each notice once, on the right day: $case', (one) => {
    const expected = one.told.flatMap(([day, hour, ...lanes]) => lanes.map((lane) => `${day}, ${hour} ${lane}`));
    expect(rehearse(one).sort()).toEqual(expected.sort());
  });
});
