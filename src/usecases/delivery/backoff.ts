const FIRST_MS = 1_000;
const CAP_MS = 10 * 60_000;
/** A server may ask for a long pause; more than this is not believed. */
const LONGEST_SERVER_DELAY_MS = 60 * 60_000;

/** Milliseconds to wait after the n-th attempt failed: doubling, bounded, spread over the upper half. */
export function backoff(attempts: number, random: () => number): number {
  const full = Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full / 2 + (full / 2) * random());
}

/** The server's own delay when it gave one, else our backoff. */
export function waitAfter(serverDelay: number | null, attempts: number, random: () => number): number {
  return serverDelay === null ? backoff(attempts, random) : Math.min(serverDelay, LONGEST_SERVER_DELAY_MS);
}
