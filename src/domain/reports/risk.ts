import { daysBetween, type LocalDate } from '../local-date.js';

/** How long an answered case took from each stage on: the day it came to the stage, and the day it was answered. */
export interface Course {
  stages: Readonly<Record<string, LocalDate>>;
  answered: LocalDate;
}
/** Stage → days that are usually left from coming to it until the answer. */
export type UsualTimes = Readonly<Record<string, number>>;

/** The usual time of the remaining stages: the middle one of the cases that came through each. Nothing while fewer than `least` are known. */
export function usualTimesOf(courses: readonly Course[], least: number): UsualTimes {
  if (courses.length < least) return {};
  const spans: Record<string, number[]> = {};
  for (const { stages, answered } of courses)
    for (const [stage, day] of Object.entries(stages)) (spans[stage] ??= []).push(Math.max(0, daysBetween(day, answered)));
  return Object.fromEntries(Object.entries(spans).flatMap(([stage, all]) => (all.length >= least ? [[stage, middle(all)]] : [])));
}

const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** Days to spare if the rest takes as long as it usually does; without a usual time, the days left. Null when no date runs. */
export function spareDays(one: { left: number | null; stage: string }, usual: UsualTimes): number | null {
  return one.left === null ? null : one.left - (usual[one.stage] ?? 0);
}
