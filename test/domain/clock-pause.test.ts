import { describe, expect, it } from '@jest/globals';
import { pausesOf, sayPause, type ClockEvent } from '../../src/domain/clock.js';
import { answer, extended, reckon, timeline } from './clock-given.js';

const pair = (asked: string, answered: string): string[] => [`clarification_requested ${asked}`, `clarification_received ${answered}`];
const idle: ClockEvent = { type: 'clarification_requested', date: '2026-10-08', stopsClock: false };

describe('clarification', () => {
  it('CLK-13 worked example: asked 8 Oct, answered 15 Oct adds seven days before the roll', () => {
    const events = pair('2026-10-08', '2026-10-15');
    expect(reckon('2026-10-01', events)).toMatchObject({ start: '2026-10-01', due: '2026-11-09', latestArguable: '2026-11-09' });
    expect(reckon('2026-10-01', events, { clarification: 'pause' }).due).toBe('2026-11-09');
  });

  it('CLK-13 worked example: in restart mode the month starts with the answer', () => {
    const restarted = reckon('2026-10-01', pair('2026-10-08', '2026-10-15'), { clarification: 'restart' });
    expect(restarted).toMatchObject({ start: '2026-10-15', due: '2026-11-16', latestArguable: '2026-11-16' });
  });

  it('CLK-13 counts both end days only for the latest arguable date', () => {
    expect(reckon('2026-10-05', pair('2026-10-08', '2026-10-15'))).toMatchObject({ due: '2026-11-12', latestArguable: '2026-11-13' });
  });

  it('CLK-13 an answer on the day of the question leaves the due date', () => {
    expect(reckon('2026-10-05', pair('2026-10-08', '2026-10-08'))).toMatchObject({ due: '2026-11-05', latestArguable: '2026-11-06' });
  });

  it('CLK-13 while a question is open the clock is paused and shows no due date', () => {
    const paused = reckon('2026-10-01', ['clarification_requested 2026-10-08'], { asOf: '2027-03-01' });
    expect(paused).toMatchObject({
      start: '2026-10-01',
      due: null,
      latestArguable: null,
      state: 'paused',
      extensionNoticeBy: '2026-11-01',
    });
  });

  it('CLK-13 in restart mode an open question holds back the start', () => {
    const waiting = reckon('2026-10-01', ['clarification_requested 2026-10-08'], { clarification: 'restart' });
    expect(waiting).toMatchObject({ start: null, due: null, state: 'not-started' });
  });

  it('CLK-13 overlapping questions count each day once', () => {
    const events = [
      'clarification_requested 2026-10-08',
      'clarification_requested 2026-10-10',
      answer('2026-10-15', 1),
      answer('2026-10-20', 2),
    ];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-11-17', latestArguable: '2026-11-18' });
  });

  it('CLK-13 a question within the time of another adds nothing', () => {
    const events = [
      'clarification_requested 2026-10-08',
      'clarification_requested 2026-10-10',
      answer('2026-10-15', 2),
      answer('2026-10-20', 1),
    ];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-11-17', latestArguable: '2026-11-18' });
  });

  it('CLK-13 of two questions of one day, the one that stops the clock is the first', () => {
    const events = [idle, 'clarification_requested 2026-10-08', answer('2026-10-15', 1)];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-11-12', state: 'running' });
    expect(reckon('2026-10-05', [...events].reverse())).toMatchObject({ due: '2026-11-12', state: 'running' });
  });

  it('CLK-13 answered on the day of the start, only the latest arguable date moves', () => {
    const events = ['id_requested 2026-10-05', 'id_received 2026-10-12', ...pair('2026-10-06', '2026-10-12')];
    expect(reckon('2026-10-01', events)).toMatchObject({ due: '2026-11-12', latestArguable: '2026-11-13' });
  });

  it('CLK-13 a question asked on the day another is answered makes one pause', () => {
    const events = [
      'clarification_requested 2026-10-08',
      'clarification_requested 2026-10-12',
      answer('2026-10-12', 1),
      answer('2026-10-15', 2),
    ];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-11-12', latestArguable: '2026-11-13' });
  });

  it('CLK-13 separate pauses add up, and each has its own end days', () => {
    const events = [...pair('2026-10-06', '2026-10-08'), ...pair('2026-10-12', '2026-10-14')];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-11-09', latestArguable: '2026-11-11' });
  });

  it('CLK-13 an answer without a number answers every open question; a second answer changes nothing', () => {
    const events = ['clarification_requested 2026-10-08', 'clarification_requested 2026-10-10', 'clarification_received 2026-10-15'];
    expect(reckon('2026-10-05', events).due).toBe('2026-11-12');
    expect(reckon('2026-10-05', [...events, 'clarification_received 2026-10-20']).due).toBe('2026-11-12');
  });

  it('CLK-13 a numbered answer leaves the other question open', () => {
    const events = ['clarification_requested 2026-10-08', 'clarification_requested 2026-10-10', answer('2026-10-15', 2)];
    expect(reckon('2026-10-05', events).state).toBe('paused');
  });

  it('CLK-13 a question that may not stop the clock does not, in either mode', () => {
    for (const clarification of ['pause', 'restart'] as const) {
      expect(reckon('2026-10-01', [idle], { clarification })).toMatchObject({ due: '2026-11-02', state: 'running' });
      expect(reckon('2026-10-01', [idle, 'clarification_received 2026-10-15'], { clarification }).latestArguable).toBe('2026-11-02');
    }
  });

  it('CLK-13 time before the start is ignored', () => {
    const identity = ['id_requested 2026-10-05', 'id_received 2026-10-12'];
    expect(reckon('2026-10-01', [...identity, ...pair('2026-10-06', '2026-10-09')])).toMatchObject({
      due: '2026-11-12',
      latestArguable: '2026-11-12',
    });
    expect(reckon('2026-10-01', [...identity, ...pair('2026-10-06', '2026-10-15')])).toMatchObject({
      due: '2026-11-16',
      latestArguable: '2026-11-16',
    });
    expect(reckon('2026-10-01', [...identity, 'clarification_requested 2026-10-06'])).toMatchObject({
      start: '2026-10-12',
      state: 'paused',
    });
  });

  it('CLK-13 the days stopped are added after the month is clamped', () => {
    expect(reckon('2026-01-31', pair('2026-02-02', '2026-02-03'))).toMatchObject({ due: '2026-03-02' });
    expect(reckon('2026-01-31', pair('2026-02-02', '2026-02-05'))).toMatchObject({ due: '2026-03-03' });
  });

  it('CLK-13 an answer to the request ends the pause', () => {
    const events = ['clarification_requested 2026-10-08', 'responded 2026-10-20', 'clarification_received 2026-10-28'];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-11-17', state: 'stopped' });
  });
});

describe('a summary of pauses', () => {
  it('CLK-13 says when the clock was paused and what it added', () => {
    const read = (...events: (string | ClockEvent)[]): string[] => {
      const pauses = pausesOf(timeline('2026-10-01', events));
      return Array.isArray(pauses) ? pauses.map(sayPause) : [pauses.fault];
    };
    expect(read(...pair('2026-10-08', '2026-10-15'))).toEqual(['paused 8–15 Oct for clarification, 7 days added']);
    expect(read(...pair('2026-10-30', '2026-10-31'))).toEqual(['paused 30–31 Oct for clarification, 1 day added']);
    expect(read(...pair('2026-10-30', '2026-11-02'))).toEqual(['paused 30 Oct–2 Nov for clarification, 3 days added']);
    expect(read(...pair('2026-10-30', '2026-10-30'))).toEqual(['paused 30 Oct for clarification, 0 days added']);
    expect(read('clarification_requested 2026-10-08')).toEqual(['paused since 8 Oct for clarification']);
    expect(read(idle, extended('2026-10-09', 1))).toEqual([]);
    expect(read('clarification_received 2026-10-08')).toEqual([expect.stringContaining('no question')]);
  });
});
