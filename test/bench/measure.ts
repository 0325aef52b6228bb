import { existsSync, readFileSync } from 'node:fs';

/** Times of one round in milliseconds. */
export interface Round {
  p50: number;
  p99: number;
  perSecond: number;
}

/** Runs `press` for each index, `atOnce` at a time. */
export async function measure(count: number, atOnce: number, press: (i: number) => Promise<void>): Promise<Round> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let i = next++; i < count; i = next++) {
      const at = performance.now();
      await press(i);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return { p50: at(times, 0.5), p99: at(times, 0.99), perSecond: count / seconds };
}

const at = (sorted: number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** An invoke as Teams would send it; rejects unless it is answered with 200. */
export function presser(endpoint: string, serviceUrl: string, person: string) {
  let count = 0;
  return async (verb: string, data: Record<string, unknown>): Promise<string> => {
    const activity = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `f:${(count += 1)}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${person}`, name: 'Bea Bench', aadObjectId: person },
      recipient: { id: '28:bot', name: 'bot' },
      conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'bench' },
      channelData: { tenant: { id: 'bench' } },
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    };
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${verb} was answered ${response.status}: ${text.slice(0, 200)}`);
    return text;
  };
}

const TICK_MS = 10;
/** Processor time of these processes so far, in milliseconds: it says what work costs, also on a machine that is busy with other things. */
export function cpuOf(pids: number[]): number {
  if (!existsSync('/proc/self/stat')) return NaN;
  const ticks = pids.map((pid) => {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
    return Number(user) + Number(system);
  });
  return ticks.reduce((sum, n) => sum + n, 0) * TICK_MS;
}
