import { z } from 'zod';
import { plainEventTypes, type Timeline } from '../domain/clock.js';
import { parseLocalDate, type LocalDate } from '../domain/local-date.js';

/** What stdin held: one timeline or several, each with its own bank holidays if it named any. */
export interface AskedTimeline {
  timeline: Timeline;
  bankHolidays: LocalDate[] | null;
}
export type ReadTimelines = { asked: AskedTimeline[]; several: boolean } | { fault: string };

const day = z.string().refine((text) => parseLocalDate(text) !== null, { error: 'is no day that exists; write for example 2026-10-01' });

const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(plainEventTypes), date: day }),
  z.strictObject({ type: z.literal('clarification_requested'), date: day, stopsClock: z.boolean().exactOptional() }),
  z.strictObject({ type: z.literal('clarification_received'), date: day, answers: z.number().exactOptional() }),
  z.strictObject({ type: z.literal('extended'), date: day, months: z.number() }),
]);

const input = z.strictObject({
  received: day,
  receivedAt: z.string().exactOptional(),
  allocated: day.exactOptional(),
  reviewReceived: day.exactOptional(),
  complaintReceived: day.exactOptional(),
  asOf: day.exactOptional(),
  clarification: z.enum(['pause', 'restart']).exactOptional(),
  bankHolidays: z.array(day).exactOptional(),
  events: z.array(event).default([]),
});

/** Reads one timeline or an array of them, strictly: an unknown field, a wrong type or an impossible day is a fault of one line. */
export function readTimelines(text: string): ReadTimelines {
  const json = readJson(text);
  if ('fault' in json) return json;
  const several = Array.isArray(json.value);
  const asked: AskedTimeline[] = [];
  for (const [at, one] of (several ? (json.value as unknown[]) : [json.value]).entries()) {
    const parsed = input.safeParse(one);
    const issue = parsed.error?.issues[0];
    if (!parsed.success) return { fault: `${several ? `timeline ${at + 1}: ` : ''}${issue ? tellIssue(issue, one) : 'cannot be read'}` };
    const { bankHolidays = null, ...timeline } = parsed.data;
    asked.push({ timeline, bankHolidays });
  }
  return { asked, several };
}

function readJson(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: 'stdin does not hold JSON.' };
  }
}

// `events[0].date`: where in the input a fault is.
const writePath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function tellIssue(issue: z.core.$ZodIssue, whole: unknown): string {
  const place = writePath(issue.path);
  if (issue.code === 'unrecognized_keys')
    return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${place ? ` in ${place}` : ''}.`;
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], whole);
  if (value === undefined) return `${place} is missing.`;
  const shown = JSON.stringify(value);
  if (issue.code === 'custom') return `${place}: ${shown} ${issue.message}.`;
  if (issue.code === 'invalid_union') return `${place}: ${shown} is no type of event.`;
  return place ? `${place}: ${shown} is not what belongs there (${issue.message}).` : 'a timeline is a JSON object.';
}
