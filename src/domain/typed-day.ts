import { addDays, daysBetween, parseLocalDate, type LocalDate } from './local-date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (n: string | number): string => String(n).padStart(2, '0');

/** Stands for a day that is named and does not exist. */
export const NO_SUCH_DAY: LocalDate = 'no-such-day';

/**
 * The day named in somebody's words: `today`, `tomorrow`, `2026-10-12`, `12/10/2026`, `12 October 2026`, `12 Oct`. Without a year, the one
 * nearest to today. Null when no day is named; `NO_SUCH_DAY` for one that does not exist.
 */
export function readTypedDay(words: string, today: LocalDate): LocalDate | null {
  if (/\btomorrow\b/i.test(words)) return addDays(today, 1);
  if (/\byesterday\b/i.test(words)) return addDays(today, -1);
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(words);
  if (iso) return real(`${iso[1] ?? ''}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`);
  const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(words);
  if (slashed) return real(`${slashed[3] ?? ''}-${two(slashed[2] ?? '')}-${two(slashed[1] ?? '')}`);
  return readNamed(words, today) ?? (/\b(today|now)\b/i.test(words) ? today : null);
}

function readNamed(words: string, today: LocalDate): LocalDate | null {
  const found = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS.join('|')})[a-z]*\\.?(?:\\s+(\\d{4}))?`, 'i').exec(words);
  if (!found) return null;
  const day = `${two(MONTHS.indexOf((found[2] ?? '').toLowerCase()) + 1)}-${two(found[1] ?? '')}`;
  if (found[3] !== undefined) return real(`${found[3]}-${day}`);
  const year = Number(today.slice(0, 4));
  const near = [year - 1, year, year + 1].map((y) => real(`${y}-${day}`)).filter((d) => d !== NO_SUCH_DAY);
  return near.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? NO_SUCH_DAY;
}

const real = (day: string): LocalDate => (parseLocalDate(day) ? day : NO_SUCH_DAY);
