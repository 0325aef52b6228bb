import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { HolidayList } from '../../domain/holiday-lists.js';
import { parseLocalDate, yearOf } from '../../domain/local-date.js';

const MOST_DAYS = 1_000;
const day = z.string().refine((text) => parseLocalDate(text) !== null);

// The shape of gov.uk's bank-holidays.json; Scotland and Northern Ireland may stand beside it and are not read.
const feed = z.looseObject({
  'england-and-wales': z.strictObject({
    division: z.literal('england-and-wales'),
    events: z
      .array(z.strictObject({ title: z.string().min(1).max(200), date: day, notes: z.string().max(200), bunting: z.boolean() }))
      .min(1)
      .max(MOST_DAYS),
  }),
});
const ours = z.looseObject({ 'england-and-wales': z.looseObject({ division: z.literal('england-and-wales') }) });

/** Reads a list in the shape of gov.uk's feed; or a code of what it is instead. */
export function readHolidayList(text: string): HolidayList | { fault: 'not-a-list' | 'another-country' } {
  const json = readJson(text);
  const parsed = feed.safeParse(json);
  if (!parsed.success) return { fault: isObject(json) && !ours.safeParse(json).success ? 'another-country' : 'not-a-list' };
  const { events } = parsed.data['england-and-wales'];
  const days = events.map(({ date, title }) => ({ date, title })).sort((a, b) => (a.date < b.date ? -1 : 1));
  const firstYear = yearOf(days[0]?.date ?? '');
  const lastYear = yearOf(days.at(-1)?.date ?? '');
  const mark = createHash('sha256').update(days.map(({ date }) => date).join()).digest('hex').slice(0, 8); // prettier-ignore
  return { version: `england-and-wales ${firstYear}–${lastYear} ${mark}`, days, firstYear, lastYear };
}

const isObject = (json: unknown): boolean => typeof json === 'object' && json !== null && !Array.isArray(json);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
