import type { ConversationPace } from '../ports.js';

/** One post a second also keeps the 60 in 30 seconds that Teams allows. */
const SPACING_MS = 1_000;
const PER_HOUR = 1_800;
const MINUTE_MS = 60_000;
/** Sixty whole minutes and the one that runs: never less than an hour, so the count errs on the safe side. */
const MINUTES_COUNTED = 61;

/** The earliest machine time, in milliseconds, at which this conversation may have another post. */
export function mayPostAt(pace: ConversationPace, now: number): number {
  const lately = recent(pace, now);
  const count = lately.reduce((sum, minute) => sum + minute.count, 0);
  const [oldest] = lately;
  const afterHour = oldest !== undefined && count >= PER_HOUR ? (oldest.minute + MINUTES_COUNTED) * MINUTE_MS : now;
  return Math.max(now, pace.notBefore, afterHour);
}

/** The pace after one more attempt, which counts whether or not it arrived. `wait`: what the server asked for, in milliseconds. */
export function afterAttempt(pace: ConversationPace, now: number, wait = 0): ConversationPace {
  const minute = Math.floor(now / MINUTE_MS);
  const earlier = recent(pace, now).filter((entry) => entry.minute !== minute);
  const count = (pace.minutes.find((entry) => entry.minute === minute)?.count ?? 0) + 1;
  return { notBefore: now + Math.max(SPACING_MS, wait), minutes: [...earlier, { minute, count }] };
}

function recent(pace: ConversationPace, now: number): ConversationPace['minutes'] {
  const first = Math.floor(now / MINUTE_MS) - MINUTES_COUNTED + 1;
  return pace.minutes.filter((entry) => entry.minute >= first);
}

/** The limit of one process over all conversations. Takes a place and answers 0, or answers when the next is free (milliseconds). */
export type ProcessPace = (now: number) => number;

/** At most `perSecond` calls in any second: well under the 50 that Teams allows one app in one tenant. */
export function createProcessPace(perSecond = 20): ProcessPace {
  let taken: number[] = [];
  return (now) => {
    taken = taken.filter((at) => at > now - 1_000);
    if (taken.length >= perSecond) return (taken[0] ?? now) + 1_000;
    taken.push(now);
    return 0;
  };
}
