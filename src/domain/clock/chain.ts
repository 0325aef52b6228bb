import { daysBetween, nameWeekday, weekdayOf, type LocalDate } from '../local-date.js';
import type { Course } from './course.js';
import type { DateName, Given, ReasonName, Why } from './types.js';
import { capitalise, sayCount, sayReason, type Words } from './words.js';

type Link = [date: LocalDate, reason: ReasonName, words: Words, of?: DateName];

/** The chain of sentences that leads from receipt to the due date, or to the reason why there is none. */
export function explainDue(course: Course, given: Given): Why[] {
  const links = [...explainStart(course), ...explainMonths(course, given), ...explainPauses(course), ...explainEnd(course)];
  return links.map(([date, reason, words, of = 'due']) => ({ of, date, ...sayReason(given.reasons, reason, words) }));
}

function explainStart({ received, start, items }: Course): Link[] {
  if (start === received) return [[received, 'receivedAndStarts', { received }]];
  const links: Link[] = [[received, 'received', { received }]];
  for (const { item, asked, arrived } of items) {
    if (arrived) links.push([arrived, `${item}Arrived`, { asked, arrived }]);
    else links.push([asked, `${item}Awaited`, { asked }]);
  }
  if (start) links.push([start, 'startMoved', { start }]);
  return links;
}

function explainMonths({ start, extension, nominal }: Course, { limits }: Given): Link[] {
  if (!start || !nominal) return [];
  const total = sayCount(limits.respond.n + (extension?.months ?? 0), 'months');
  const links: Link[] = [];
  if (extension) links.push([extension.told, 'extended', { told: extension.told, more: sayCount(extension.months, 'months'), total }]);
  const isClamped = nominal.slice(8) !== start.slice(8);
  const words = { Count: capitalise(total), start, date: nominal, day: `${Number(start.slice(8))}` };
  return [...links, [nominal, isClamped ? 'monthClamped' : 'month', words]];
}

function explainPauses({ start, questions, pausing, pauses, nominal, moved, ending }: Course): Link[] {
  if (!start) return [];
  const links: Link[] = pauses.map(({ from, to }) => [to, 'pausedUntil', { from, to, count: sayCount(daysBetween(from, to), 'days') }]);
  if (moved && moved !== nominal) links.push([moved, 'pausedGives', { date: moved }]);
  for (const { asked, stops } of questions) if (!stops) links.push([asked, 'questionRunsOn', { asked }]);
  for (const { asked, answered } of ending ? [] : pausing) if (!answered) links.push([asked, 'pauseOpen', { asked }]);
  return links;
}

function explainEnd({ moved, due, arguable, ending }: Course): Link[] {
  const links: Link[] = [];
  if (moved && due && due !== moved) {
    const reason = weekdayOf(moved) > 5 ? 'rolledWeekend' : 'rolledHoliday';
    links.push([due, reason, { weekday: nameWeekday(moved), date: due }]);
  }
  if (arguable && arguable !== due) links.push([arguable, 'arguable', { date: arguable }, 'latestArguable']);
  if (ending) links.push([ending.date, ending.how, { ended: ending.date }]);
  return links;
}
