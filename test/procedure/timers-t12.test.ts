import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/domain/local-date.js';
import { nextStrikeAt } from '../../src/domain/timers.js';
import { timers } from '../../src/procedure/timers/index.js';
import { dev, ola, report, Road, roadTo, rosa, sam } from './road.js';
import { at, hours, struckBy } from './struck.js';

/** A case heard at that hour and recorded at once. */
const heard = (day: string, time: string): Road =>
  new Road(`${day}T${time}`).takes(sam, 'report-a-request', { ...report, heardOn: day, heardAt: time });
const whole = (road: Road, codes: string[], from = '2026-09-01T00:00', until = '2027-03-01T00:00') => struckBy(road, codes, from, until);

describe('a report that is not logged', () => {
  it('INT-12 §2.3.2 nudges the call centre after a day, tells the unit too before the 48 hours end and when they have', () => {
    const monday = heard('2026-10-05', '14:00');
    expect(whole(monday, ['log'])).toEqual(['Tue 6 Oct, 09:00', 'Wed 7 Oct, 09:00', 'Wed 7 Oct, 16:00'].map((t) => `${t} to role:CC`));
    expect(whole(monday, ['log-to-unit'])).toEqual(['Wed 7 Oct, 09:00', 'Wed 7 Oct, 16:00'].map((t) => `${t} to role:CCU`));
  });

  it('INT-12 §2.3.2 brings the nudge forward to Friday afternoon, when the hours would end at the weekend', () => {
    expect(whole(heard('2026-10-02', '11:00'), ['log'])).toEqual(
      ['Fri 2 Oct, 16:00', 'Fri 2 Oct, 16:00', 'Mon 5 Oct, 09:00'].map((t) => `${t} to role:CC`),
    );
    // Nobody is there any more: Monday morning is the first that anybody can be told.
    expect(new Set(whole(heard('2026-10-02', '18:00'), ['log']))).toEqual(new Set(['Mon 5 Oct, 09:00 to role:CC']));
  });

  it('INT-12 §2.3.2 records the breach at its instant, by night and over a change of the clocks', () => {
    expect(whole(heard('2026-10-02', '23:40'), ['log-breach'])).toEqual(['Sun 4 Oct, 23:40 to role:CC']);
    expect(whole(heard('2026-10-24', '03:00'), ['log-breach'])).toEqual(['Mon 26 Oct, 02:00 to role:CC']);
    expect(timers.find((t) => t.code === 'log-breach')?.recordsOnly).toBe(true);
  });

  it('INT-12 §2.3.2 stops once it is logged, also when the directorate sends it back', () => {
    const road = heard('2026-10-05', '14:00').takes(rosa, 'log-and-allocate', { post: 'HOU-1', right: 'ACCESS' });
    expect(whole(road, ['log', 'log-to-unit', 'log-breach'])).toEqual([]);
    road.takes(dev, 'not-ours', { reason: 'x' });
    expect(whole(road, ['log', 'log-to-unit', 'log-breach'])).toEqual([]);
  });
});

describe('an allocation', () => {
  it('ASG-18 §2.3.4 unanswered: the channel after one working day, the deputy after two, IAO and complaints unit after three', () => {
    const codes = ['accept', 'accept-deputy', 'accept-owner', 'accept-unit'];
    const road = roadTo('LOGGED');
    expect(whole(road, codes)).toEqual([
      'Fri 2 Oct, 09:00 to directorate:HOU',
      expect.stringMatching(/^Mon 5 Oct, 09:00 to (role:DIAO:HOU|person:)/),
      'Tue 6 Oct, 09:00 to role:IAO:HOU',
      'Tue 6 Oct, 09:00 to role:CCU',
    ]);
    expect(whole(road.takes(dev, 'accept'), codes)).toEqual([]);
  });

  it('ASG-07 §1.3 the last day for each notice to the FOI Coordinator, until it is given or not needed', () => {
    const road = roadTo('VALIDATING');
    const lines = () => [whole(road, ['clarify-notice']), whole(road, ['concern-notice'])];
    // Five working days from Thursday 1 October.
    expect(lines()).toEqual([['Thu 8 Oct, 09:00 to person:dev'], ['Thu 8 Oct, 09:00 to person:dev']]);
    road.takes(dev, 'tell-clarification-is-needed', { clarifyWhy: 'x' });
    expect(lines()).toEqual([[], ['Thu 8 Oct, 09:00 to person:dev']]);
    road.takes(dev, 'tell-release-is-a-concern', { concernWhy: 'x' });
    expect(lines()).toEqual([[], []]);
  });
});

describe('what is missing', () => {
  it('CLK-03 VAL-03 §2.6.2 the DIAO on day five and seven, the complaints unit on day seven, early rather than late', () => {
    // Received on a Thursday: day five is a Tuesday, day seven a Thursday.
    expect(whole(roadTo('VALIDATING'), ['ask', 'ask-unit'])).toEqual([
      'Tue 6 Oct, 09:00 to person:dev',
      'Thu 8 Oct, 09:00 to person:dev',
      'Thu 8 Oct, 09:00 to role:CCU',
    ]);
    const sunday = heard('2026-10-04', '10:00').on('2026-10-05').takes(rosa, 'log-and-allocate', { post: 'HOU-1', right: 'ACCESS' });
    expect(whole(sunday, ['ask'])).toEqual(['Fri 9 Oct, 09:00 to role:DIAO:HOU', 'Fri 9 Oct, 09:00 to role:DIAO:HOU']);
  });

  it('CLK-03 §2.6.2 nobody once it is asked for or identity is settled', () => {
    expect(whole(roadTo('AWAITING_REQUESTER'), ['ask', 'ask-unit'])).toEqual([]);
    expect(whole(roadTo('VALIDATING').takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' }), ['ask'])).toEqual([]);
  });

  it('CLK-04 §2.6.5 a reminder on day twenty; from day thirty-one the DIAO decides, and is asked again each week', () => {
    // Asked on 1 October: day 20 is Wed 21, day 30 Sat 31 October.
    const road = roadTo('AWAITING_REQUESTER');
    expect(whole(road, ['no-reply'], undefined, '2026-11-12T00:00')).toEqual(
      ['Wed 21 Oct, 09:00', 'Mon 2 Nov, 09:00', 'Mon 9 Nov, 09:00'].map((t) => `${t} to person:dev`),
    );
    expect(timers.find((t) => t.code === 'no-reply')?.step).toBe('close-for-no-reply');
    road.takes(dev, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-01' });
    expect(whole(road, ['no-reply'])).toEqual([]);
  });
});

describe('the answer', () => {
  it('CLK-14 ASG-05 §1.3 officer and DIAO each at 14, 7, 3, 1 days, on the day and each working day after', () => {
    // Due Mon 2 November.
    const road = roadTo('SEARCHING');
    const days = ['Mon 19 Oct', 'Mon 26 Oct', 'Fri 30 Oct', 'Mon 2 Nov', 'Mon 2 Nov', 'Tue 3 Nov', 'Wed 4 Nov'];
    for (const [code, who] of [
      ['respond-officer', 'ola'],
      ['respond-diao', 'dev'],
    ] as const)
      // prettier-ignore
      expect(whole(road, [code], undefined, '2026-11-04T23:00')).toEqual(days.map((day) => `${day}, 09:00 to person:${who}`));
  });

  it('CLK-14 §1.3 copies to the IAO from the first working day late, to the DPO from the fifth', () => {
    const road = roadTo('SEARCHING');
    expect(whole(road, ['respond-owner'], undefined, '2026-11-05T00:00')).toEqual(
      ['Tue 3 Nov, 09:00', 'Wed 4 Nov, 09:00'].map((t) => `${t} to role:IAO:HOU`),
    );
    expect(whole(road, ['respond-dpo'], undefined, '2026-11-11T00:00')).toEqual(
      ['Mon 9 Nov, 09:00', 'Tue 10 Nov, 09:00'].map((t) => `${t} to role:DPO`),
    );
  });

  it('CLK-14 §1.3 a DIAO who leads the case is told once', () => {
    const road = roadTo('VALIDATING');
    road.takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    road.takes(dev, 'confirm-the-request-is-valid', { right: 'ACCESS', checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE', address: 'MATCHES' });
    road.takes(dev, 'name-case-officer', { officer: 'dev' });
    expect(whole(road, ['respond-diao'])).toEqual([]);
    expect(whole(road, ['respond-officer'])[0]).toBe('Mon 19 Oct, 09:00 to person:dev');
  });

  it('CLK-06 §1.2(7) five days before the last day to extend, while searching is not done and it is not extended', () => {
    // The month ends on Sunday 1 November, unrolled; five days before is a Tuesday.
    expect(whole(roadTo('SEARCHING'), ['extend'])).toEqual(['Tue 27 Oct, 09:00 to person:dev']);
    expect(whole(roadTo('ASSESSING'), ['extend'])).toEqual([]);
    const extended = roadTo('SEARCHING');
    extended.state?.timeline.events.push({ type: 'extended', date: '2026-10-20', months: 2 });
    extended.on('2026-10-20');
    expect(whole(extended, ['extend'])).toEqual([]);
    // RESPOND_EXT: three months from the start is New Year’s Day, so it is due on Mon 4 January.
    expect(whole(extended, ['respond-officer']).slice(0, 1)).toEqual(['Mon 21 Dec, 09:00 to person:ola']);
  });

  it('CLK-08 §1.2(9) a refusal in hand: five days before the month ends and on its last open day', () => {
    const road = roadTo('SEARCHING');
    expect(whole(road, ['refuse'])).toEqual([]);
    if (road.state) road.state.facts['refusing'] = 'EXEMPT';
    expect(whole(road, ['refuse'])).toEqual(['Tue 27 Oct, 09:00 to person:dev', 'Fri 30 Oct, 09:00 to person:dev']);
  });

  it('CLK-14 §1.3 nobody is told of anything any more once the reply has left', () => {
    expect(nextStrikeAt(timers, roadTo('DISPATCHED').view(ola), at('2026-10-01T12:00'), hours)).toBeNull();
  });
});

describe('a reminder that is put off', () => {
  const put = (until: string, reminder = 'respond') => ({ reminder, until, putOffWhy: 'x' });

  it('ASG-05 CLK-14 §1.3 comes again on the day that was chosen, for that person alone', () => {
    const road = roadTo('SEARCHING').on('2026-10-19').takes(ola, 'put-off-a-reminder', put('2026-10-28'));
    expect(whole(road, ['respond-officer'], '2026-10-19T10:00', '2026-11-03T00:00')).toEqual(
      ['Wed 28 Oct', 'Fri 30 Oct', 'Mon 2 Nov', 'Mon 2 Nov'].map((day) => `${day}, 09:00 to person:ola`),
    );
    expect(whole(road, ['respond-diao'], '2026-10-19T10:00', '2026-10-28T00:00')).toEqual(['Mon 26 Oct, 09:00 to person:dev']);
    const next = nextStrikeAt(timers.filter((t) => t.code === 'respond-officer'), road.view(ola), at('2026-10-19T10:00'), hours); // prettier-ignore
    expect(next).toEqual(at('2026-10-28T09:00'));
  });

  it('ASG-05 §1.3 never waits past the day it is about, nor starts in the past; what is due may not wait at all', () => {
    const tried = (road: Road, until: string, reminder?: string): string => {
      const result = road.tries(ola, 'put-off-a-reminder', put(until, reminder));
      if ('faults' in result) return result.faults.map((f) => f.sentence).join();
      return 'sentence' in result ? result.sentence : 'taken';
    };
    const road = roadTo('SEARCHING').on('2026-10-19');
    expect(tried(road, '2026-11-02')).toBe('taken');
    expect(tried(road, '2026-11-03')).toBe('It may not wait past Mon 2 Nov 2026, the day it is about.');
    expect(tried(road, '2026-10-19')).toBe('Choose a day to come.');
    expect(tried(road, '2026-10-21', 'no-reply')).toBe('This reminder does not come to you, or what it is about is due.');
    expect(tried(road.on('2026-11-02'), addDays('2026-11-02', 1))).toBe('No reminder of this case comes to you that could still wait.');
  });
});

describe('an internal review', () => {
  const asked = (more: Record<string, string> = {}): Road => {
    const road = roadTo('CLOSED');
    const state = road.state;
    if (!state) throw new Error('no case');
    road.state = { ...state, facts: { ...state.facts, ...more }, timeline: { ...state.timeline, reviewReceived: '2026-12-18' } };
    return road.on('2026-12-18');
  };

  it('REV-05 App. 4(2) two working days to acknowledge it: the team on the last, the DPO on the next', () => {
    expect(whole(asked(), ['review-ack', 'review-ack-late'])).toEqual(['Tue 22 Dec, 09:00 to role:IG', 'Wed 23 Dec, 09:00 to role:DPO']);
    expect(whole(asked({ reviewAcknowledgedOn: '2026-12-21' }), ['review-ack', 'review-ack-late'])).toEqual([]);
  });

  it('REV-06 App. 4(3) twenty working days to decide it: five days before, the day before, on the day, and each day overdue to the DPO', () => {
    const days = ['Fri 15 Jan', 'Tue 19 Jan', 'Wed 20 Jan'].map((day) => `${day}, 09:00 to role:IG`);
    const late = ['Thu 21 Jan', 'Fri 22 Jan'].map((day) => `${day}, 09:00 to role:DPO`);
    expect(whole(asked(), ['review-do', 'review-do-late'], '2026-12-18T00:00', '2027-01-22T23:00')).toEqual([...days, ...late]);
    expect(whole(asked({ reviewDecidedOn: '2027-01-08' }), ['review-do', 'review-do-late'])).toEqual([]);
    expect(timers.filter(({ code }) => code.startsWith('review-')).every((t) => t.afterClosing)).toBe(true);
  });
});
