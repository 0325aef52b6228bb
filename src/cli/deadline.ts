import { machineTime } from '../adapters/system-time.js';
import { text } from 'node:stream/consumers';
import { loadHolidays } from '../adapters/holidays/load-holidays.js';
import { deadlineOf, isTimelineFault, type Deadline } from '../domain/clock.js';
import { londonDay } from '../domain/local-date.js';
import { reasons } from '../procedure/clock-reasons.js';
import { limits } from '../procedure/limits.js';
import { readTimelines } from './read-timelines.js';

/**
 * `npm run -s deadline`: one timeline, or an array, as JSON on stdin; its dates and reasons as JSON on stdout (design §6).
 * Exit 2 with one line on stderr when the input cannot be true or cannot be read; then nothing is printed on stdout.
 */
function reckon(input: string, now: Date): { print: string } | { fault: string } {
  const read = readTimelines(input);
  if ('fault' in read) return read;
  const own = loadHolidays().dates;
  const results: object[] = [];
  for (const [at, { timeline, bankHolidays }] of read.asked.entries()) {
    const holidays = bankHolidays ? new Set(bankHolidays) : own;
    const result = deadlineOf(timeline, { limits, reasons, holidays, asOf: londonDay(now) });
    if (isTimelineFault(result)) return { fault: `${read.several ? `timeline ${at + 1}: ` : ''}${result.fault}` };
    results.push(showDeadline(result));
  }
  return { print: JSON.stringify(read.several ? results : results[0], null, 2) };
}

// Which date a sentence belongs to is for our own cards; the printed contract has three keys.
const showDeadline = (deadline: Deadline): object => ({
  ...deadline,
  why: deadline.why.map(({ date, text: sentence, clause }) => ({ date, text: sentence, clause })),
});

// A command that ends at once has no Clock port: today is only the default for `asOf`.
const outcome = reckon(await text(process.stdin), machineTime());
if ('fault' in outcome) {
  console.error(outcome.fault);
  process.exitCode = 2;
} else {
  console.log(outcome.print);
}
