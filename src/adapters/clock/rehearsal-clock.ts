import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { londonDay, parseInstant } from '../../domain/local-date.js';
import type { Clock, MachineTime } from '../../usecases/ports.js';

interface Kept {
  /** Clock time, ISO 8601. */
  at: string;
  speed: number;
}
export interface RehearsalClock extends Clock {
  advanceTo(instant: Date): Promise<void>;
  /** Writes down where the clock stands, so that the next start resumes there. */
  keep(): void;
}

/**
 * A clock for rehearsals: starts at `at` (London time), runs `speed` times as fast as the machine's, and resumes where it stopped.
 * Answers a sentence when `at` is no time.
 */
export function rehearsalClock(given: {
  dataDir: string;
  at: string;
  speed: number;
  machine: MachineTime;
}): RehearsalClock | { fault: string } {
  const file = join(given.dataDir, 'rehearsal-clock.json');
  const kept = readKept(file);
  const started = parseInstant(kept?.at ?? (given.at.includes('T') ? given.at : `${given.at}T09:00`));
  if (!started) return { fault: `CLOCK_AT is no time: ${given.at}. Give one such as 2026-11-20T09:00.` };
  let base = { clock: started.getTime(), machine: given.machine().getTime() };
  const now = (): Date => new Date(base.clock + (given.machine().getTime() - base.machine) * given.speed);
  const keep = (): void => writeKept(given.dataDir, file, { at: now().toISOString(), speed: given.speed });
  keep();
  return {
    now,
    today: () => londonDay(now()),
    rehearsal: true,
    advanceTo: async (instant) => {
      base = { clock: Math.max(instant.getTime(), now().getTime()), machine: given.machine().getTime() };
      keep();
    },
    keep,
  };
}

function readKept(file: string): Kept | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null;
}

function writeKept(dataDir: string, file: string, kept: Kept): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
