import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf, type ClockEvent, type Deadline, type Timeline } from '../../src/domain/clock.js';
import { addDays, addMonths, daysBetween } from '../../src/domain/local-date.js';
import { isWorkingDay, rollForward } from '../../src/domain/working-days.js';
import { extended, given, reckon } from './clock-given.js';
import { anyReceipt, anyTimeline, soundTimeline } from './clock-arbitraries.js';

const offset = fc.nat({ max: 60 });
const dated = ({ start, due }: Deadline): [string, string] => [start ?? '', due ?? ''];

describe('for every timeline', () => {
  it('CLK-12 the order of entry never matters', () => {
    const shuffled = anyTimeline.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one.events, { minLength: one.events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, events]) => {
        const [first, second] = [deadlineOf(one, given), deadlineOf({ ...one, events }, given)];
        // A fault names the place of the event in the input; that it is a fault must not depend on the order.
        if ('fault' in first) expect('fault' in second).toBe(true);
        else expect(second).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });

  it('CLK-12 CLK-13 due is a working day, and never after the latest arguable day, itself a working day', () => {
    fc.assert(
      fc.property(soundTimeline, (one) => {
        const { due, latestArguable } = reckon(one.received, one.events, one);
        expect(due === null).toBe(latestArguable === null);
        if (due === null || latestArguable === null) return;
        expect([isWorkingDay(due, given.holidays), isWorkingDay(latestArguable, given.holidays)]).toEqual([true, true]);
        expect(due <= latestArguable).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('CLK-13 the days stopped are the days from question to answer, counted one by one', () => {
    fc.assert(
      fc.property(soundTimeline, (one) => {
        const { start, due, latestArguable, state } = reckon(one.received, one.events, { ...one, clarification: 'pause' });
        if (!start || !due || state === 'stopped' || one.events.some(({ type }) => type === 'extended')) return;
        const [safe, arguable] = countStoppedDays(one, start);
        expect(due).toBe(rollForward(addDays(addMonths(start, 1), safe), given.holidays));
        expect(latestArguable).toBe(rollForward(addDays(addMonths(start, 1), arguable), given.holidays));
      }),
      { numRuns: 1000 },
    );
  });

  it('CLK-14 the day it is asked on decides the state alone', () => {
    fc.assert(
      fc.property(soundTimeline, offset, (one, days) => {
        const [now, later] = [
          reckon(one.received, one.events, one),
          reckon(one.received, one.events, { ...one, asOf: addDays(one.received, days) }),
        ];
        expect({ ...later, state: null }).toEqual({ ...now, state: null });
      }),
    );
  });

  it('CLK-12 the chain of reasons ends on the due date', () => {
    fc.assert(
      fc.property(soundTimeline, (one) => {
        const { due, start, why } = reckon(one.received, one.events, one);
        const days = why.filter(({ of }) => of === 'due').map(({ date }) => date);
        expect(days[0]).toBe(one.received);
        for (const day of [start, due]) if (day) expect(days).toContain(day);
      }),
    );
  });
});

/** The half-open and the closed days of all pauses, from the events as they were made: each question is answered by its own number. */
function countStoppedDays({ events }: Timeline, start: string): [number, number] {
  const questions = events
    .filter((event) => event.type === 'clarification_requested')
    .sort((a, b) => daysBetween(b.date, a.date) || Number(a.stopsClock === false) - Number(b.stopsClock === false));
  const [safe, arguable] = [new Set<string>(), new Set<string>()];
  questions.forEach(({ date: asked, stopsClock }, at) => {
    const answers = events.filter(
      (event) => event.type === 'clarification_received' && (event.answers ?? at + 1) === at + 1 && event.date >= asked,
    );
    const answered = answers.map(({ date }) => date).sort()[0];
    if (stopsClock === false || answered === undefined) return;
    for (let day = asked; day <= answered; day = addDays(day, 1)) {
      if (day < start) continue;
      arguable.add(day);
      if (day < answered) safe.add(day);
    }
  });
  return [safe.size, arguable.size];
}

describe('without a pause', () => {
  it('CLK-12 a later receipt never gives an earlier date', () => {
    fc.assert(
      fc.property(anyReceipt, offset, fc.constantFrom(0, 1, 2), (received, days, months) => {
        const due = (day: string): string => reckon(day, months ? [extended(day, months)] : []).due ?? '';
        expect(due(addDays(received, days)) >= due(received)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('CLK-02 a later arrival of what was asked for never gives an earlier date', () => {
    const arriving = (received: string, days: number): [string, string] =>
      dated(reckon(received, [`id_requested ${received}`, `id_received ${addDays(received, days)}`]));
    fc.assert(
      fc.property(anyReceipt, offset, offset, (received, first, more) => {
        const [early, late] = [arriving(received, first), arriving(received, first + more)];
        expect(late[0] >= early[0] && late[1] >= early[1]).toBe(true);
      }),
    );
  });

  it('CLK-05 an extension runs from the start, not from a clamped or rolled date', () => {
    fc.assert(
      fc.property(anyReceipt, fc.constantFrom(1, 2), fc.nat({ max: 28 }), (received, months, told) => {
        const { due } = reckon(received, [extended(addDays(received, told), months)]);
        expect(due).toBe(rollForward(addMonths(received, 1 + months), given.holidays));
      }),
    );
  });
});

describe('with a pause', () => {
  it('CLK-13 of no days the due date stays as it was', () => {
    fc.assert(
      fc.property(anyReceipt, offset, (received, days) => {
        const day = addDays(received, days);
        const events: ClockEvent[] = [
          { type: 'clarification_received', date: day },
          { type: 'clarification_requested', date: day },
        ];
        expect(reckon(received, events).due).toBe(reckon(received).due);
      }),
    );
  });

  it('CLK-13 a later answer never gives an earlier date', () => {
    fc.assert(
      fc.property(anyReceipt, offset, offset, offset, (received, asked, first, more) => {
        const due = (days: number): string => {
          const question = `clarification_requested ${addDays(received, asked)}`;
          return reckon(received, [question, `clarification_received ${addDays(received, asked + days)}`]).due ?? '';
        };
        expect(due(first + more) >= due(first)).toBe(true);
      }),
    );
  });
});
