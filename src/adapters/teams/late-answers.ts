import type { Answer } from '../../bot/incoming.js';
import type { MachineTime } from '../../usecases/ports.js';

const KEPT_MS = 10 * 60_000;
const MOST = 1_000;

interface Late {
  person: string;
  work: Promise<Answer>;
  until: number;
}

/** Work that outlived its budget, by ticket: each for its own person, for ten minutes, in this process only. */
export interface LateAnswers {
  keep(ticket: string, person: string, work: Promise<Answer>): void;
  /** Null when the ticket is unknown, too old, or somebody else's. */
  find(ticket: unknown, person: string): Promise<Answer> | null;
}

export function createLateAnswers(machine: MachineTime): LateAnswers {
  const kept = new Map<string, Late>();
  const tidy = (now: number): void => {
    // Oldest first, as a Map keeps its order.
    for (const [ticket, { until }] of kept) {
      if (until > now && kept.size < MOST) return;
      kept.delete(ticket);
    }
  };
  return {
    keep: (ticket, person, work) => {
      const now = machine().getTime();
      tidy(now);
      kept.set(ticket, { person, work, until: now + KEPT_MS });
    },
    find: (ticket, person) => {
      const late = typeof ticket === 'string' ? kept.get(ticket) : undefined;
      return late === undefined || late.person !== person || late.until <= machine().getTime() ? null : late.work;
    },
  };
}
