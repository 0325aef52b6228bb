import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseLocalDate, yearOf, type LocalDate } from '../../domain/local-date.js';

/** A list of bank holidays as it was read. `version` changes whenever a day does. */
export interface HolidayList {
  version: string;
  dates: ReadonlySet<LocalDate>;
  firstYear: number;
  lastYear: number;
}

// The shape of gov.uk's bank-holidays.json; Scotland and Northern Ireland may stand beside it and are not read.
const feed = z.object({
  'england-and-wales': z.object({
    events: z.array(z.object({ date: z.string().refine((text) => parseLocalDate(text) !== null), title: z.string() })).min(1),
  }),
});

/** Reads a list in the shape of gov.uk's feed, or null when the text is something else. */
export function parseHolidayList(text: string): HolidayList | null {
  const parsed = feed.safeParse(readJson(text));
  if (!parsed.success) return null;
  const days = parsed.data['england-and-wales'].events.map(({ date }) => date).sort();
  const first = yearOf(days[0] ?? '');
  const last = yearOf(days.at(-1) ?? '');
  const mark = createHash('sha256').update(days.join()).digest('hex').slice(0, 8);
  return { version: `england-and-wales ${first}–${last} ${mark}`, dates: new Set(days), firstYear: first, lastYear: last };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
