import fc from 'fast-check';
import { plainEventTypes, type ClockEvent, type Timeline } from '../../src/domain/clock.js';
import { addDays, compareDays } from '../../src/domain/local-date.js';

/** A day of receipt between 2018 and 2035, month ends, leap days and Christmas made likely. */
export const anyReceipt: fc.Arbitrary<string> = fc.oneof(
  fc.nat({ max: 6500 }).map((days) => addDays('2018-01-01', days)),
  fc.constantFrom(
    '2026-01-31',
    '2028-01-31',
    '2028-02-29',
    '2026-11-25',
    '2021-11-27',
    '2026-03-28',
    '2026-10-24',
    '2019-12-31',
    '2022-08-19',
  ),
);

const ends = ['responded', 'closed'] as const;
const goesOn = plainEventTypes.filter((type) => !ends.some((end) => end === type));

// Days lie close together, so that events often share one.
const soon = fc.nat({ max: 40 });
type Bare = (date: string) => ClockEvent;
const anyEvent: fc.Arbitrary<Bare> = fc.oneof(
  fc.constantFrom(...goesOn).map((type): Bare => (date) => ({ type, date })),
  fc.constantFrom(...ends).map((type): Bare => (date) => ({ type, date })),
  fc.integer({ min: 0, max: 3 }).map((months): Bare => (date) => ({ type: 'extended', date, months })),
  fc.boolean().map((stopsClock): Bare => (date) => ({ type: 'clarification_requested', date, stopsClock })),
  fc.integer({ min: 1, max: 3 }).map((answers): Bare => (date) => ({ type: 'clarification_received', date, answers })),
  fc.constant<Bare>((date) => ({ type: 'clarification_received', date })),
);

const mode = fc.constantFrom('pause' as const, 'restart' as const);

/** Any events at all: many of these timelines are at fault. */
export const anyTimeline: fc.Arbitrary<Timeline> = fc
  .tuple(anyReceipt, fc.array(fc.tuple(anyEvent, soon), { maxLength: 12 }), mode)
  .map(([received, events, clarification]) => ({
    received,
    clarification,
    events: events.map(([event, days]) => event(addDays(received, days))),
  }));

/** Timelines without a fault: an answer that no question came before is left out. */
export const soundTimeline: fc.Arbitrary<Timeline> = anyTimeline.map((one) => ({ ...one, events: one.events.filter(hasQuestion) }));

function hasQuestion(event: ClockEvent, _at: number, events: ClockEvent[]): boolean {
  if (event.type !== 'clarification_received') return true;
  const questions = events.filter(({ type }) => type === 'clarification_requested').sort((a, b) => compareDays(a.date, b.date));
  const asked = questions[(event.answers ?? 1) - 1];
  return asked !== undefined && asked.date <= event.date;
}
