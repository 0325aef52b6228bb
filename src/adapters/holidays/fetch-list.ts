import type { HolidayList } from '../../domain/holiday-lists.js';
import type { HolidayFeed } from '../../usecases/ports.js';
import { readHolidayList } from './parse-list.js';

const WITHIN_MS = 10_000;
const MOST_BYTES = 512 * 1024;
type Fault = 'not-reached' | 'too-large' | 'not-a-list' | 'another-country';

/** New lists from an address, within ten seconds and half a megabyte and without being sent elsewhere; the product's own list without one. */
export function holidayFeed(url: string | null, own: HolidayList, withinMs = WITHIN_MS): HolidayFeed<Fault> {
  return async () => {
    if (url === null) return { list: own, source: 'own' };
    const text = await fetchText(url, withinMs);
    if (typeof text !== 'string') return text;
    const list = readHolidayList(text);
    return 'fault' in list ? list : { list, source: 'feed' };
  };
}

async function fetchText(url: string, withinMs: number): Promise<string | { fault: Fault }> {
  try {
    const answer = await fetch(url, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(withinMs),
    });
    if (!answer.ok || answer.body === null) return { fault: 'not-reached' };
    return await readWithin(answer.body);
  } catch {
    return { fault: 'not-reached' };
  }
}

/** Stops reading as soon as it is too much, whatever the server said about its length. */
async function readWithin(body: ReadableStream<Uint8Array>): Promise<string | { fault: Fault }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MOST_BYTES) return { fault: 'too-large' };
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
