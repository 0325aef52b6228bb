import { relayIntents, sendOutbox } from '../relay.js';
import { findAddress } from './address.js';
import { recipientOf } from '../../domain/recipient.js';
import type { DeliveryPorts } from './ports.js';
import { stubMarked } from './stubs.js';

/** The relay of one process: poked by each commit, swept by a job. */
export interface Relay {
  /** Asks for a pass soon and returns at once; any number of pokes during a pass make one more. */
  poke(): void;
  /** The job's pass: also releases messages whose recipient has an address again, and replaces marked cards. Rejects on an outage. */
  sweep(): Promise<void>;
  /** Resolves when no pass is running or wanted (a timer may still be set). */
  idle(): Promise<void>;
  /** Finishes the pass that runs and starts no other. */
  stop(): Promise<void>;
}

/** Calls `run` after `ms`; answers how to call it off. */
export type Schedule = (ms: number, run: () => void) => () => void;

const LONGEST_WAIT_MS = 60_000;
const AFTER_OUTAGE_MS = 5_000;

export function createRelay(ports: DeliveryPorts, schedule: Schedule = onTimer): Relay {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let cancel = (): void => undefined;

  const pass = async (): Promise<void> => {
    cancel();
    do {
      again = false;
      const wait = await onePass(ports);
      if (wait === 0) again = true;
      else if (wait !== null && !stopped) cancel = schedule(wait, poke);
    } while (again && !stopped);
  };
  const poke = (): void => {
    again = true;
    if (stopped || running !== null) return;
    running = pass().finally(() => {
      running = null;
      // A poke between the last look and this line would otherwise be lost.
      if (again) poke();
    });
  };
  const idle = async (): Promise<void> => {
    while (running !== null) await running;
  };
  return {
    poke,
    idle,
    sweep: async () => {
      await releaseHeld(ports);
      await stubMarked(ports);
      poke();
      await idle();
    },
    stop: async () => {
      stopped = true;
      cancel();
      await idle();
    },
  };
}

/** Milliseconds until another pass is worth while: 0 at once, null when nothing waits. An outage is logged and tried again. */
async function onePass(ports: DeliveryPorts): Promise<number | null> {
  try {
    // A case that closes or passes on puts its cards away at once; the sweep makes good what fails.
    if ((await relayIntents(ports)) > 0) await stubMarked(ports);
    const { comeBackAt } = await sendOutbox(ports);
    return comeBackAt === null ? null : Math.min(LONGEST_WAIT_MS, Math.max(0, comeBackAt.getTime() - ports.machine().getTime()));
  } catch (error) {
    ports.log.error('relay-pass', { error });
    return AFTER_OUTAGE_MS;
  }
}

/** A bound channel, a first personal chat, a new holder of a role: what was held for want of it is queued again. */
export async function releaseHeld(ports: DeliveryPorts): Promise<void> {
  for (const lane of await ports.outbox.heldLanes()) {
    if (await leadsSomewhere(ports, lane)) await ports.outbox.release(lane);
  }
}

async function leadsSomewhere(ports: DeliveryPorts, lane: string): Promise<boolean> {
  const to = recipientOf(lane);
  if (!('role' in to)) return !('missing' in (await findAddress(ports, to)));
  return (await ports.people.holding(to.role, to.directorate ?? null, ports.clock.today())).length > 0;
}

const onTimer: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};
