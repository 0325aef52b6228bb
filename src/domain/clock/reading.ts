import type { LocalDate } from '../local-date.js';
import { keepUntilEnding, type Ending } from './events.js';
import { findFault } from './faults.js';
import { findStart, listItems, type AskedItem } from './items.js';
import { readQuestions, type Question } from './questions.js';
import type { ClockEvent, Timeline, TimelineFault } from './types.js';

/** What a timeline says once it is put in order: what was asked and came, when the time to answer starts, when it ended. */
export interface Reading {
  received: LocalDate;
  /** In order, up to the day the request was answered or closed: what comes later moves no date. */
  events: ClockEvent[];
  ending: Ending | null;
  questions: Question[];
  items: AskedItem[];
  start: LocalDate | null;
  /** The questions that pause the clock: none in restart mode, where they hold back the start (§2.6.1(b)). */
  pausing: Question[];
}

/** Puts a timeline in order, or says why it cannot be true. */
export function readTimeline(timeline: Timeline): Reading | TimelineFault {
  const fault = findFault(timeline);
  if (fault) return fault;
  const { received, clarification } = timeline;
  const { events, ending } = keepUntilEnding(timeline);
  const { questions } = readQuestions(events);
  const items = listItems(events, questions, clarification);
  const pausing = clarification === 'restart' ? [] : questions.filter(({ stops }) => stops);
  return { received, events, ending, questions, items, start: findStart(received, items), pausing };
}
