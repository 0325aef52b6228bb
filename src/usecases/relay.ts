import type { Intent, OutboxMessage } from './ports.js';
import { queueMessages } from './delivery/gather.js';
import { inPool } from './delivery/in-pool.js';
import type { DeliveryPorts } from './delivery/ports.js';
import { writeOutcome } from './delivery/send-message.js';
import { serveLane } from './delivery/serve-lane.js';

/** An intent of this template posts nothing: it turns remembered cards of the request (args.person: only theirs) into stubs. */
export const STUB_CARDS = 'stub-cards';
/** An intent of this template posts nothing: two cases are to say the same of each other (args.other: the reference of the second). */
export const CHECK_BOTH = 'check-both';
/** How long the second of two writes is waited for before it counts as lost. */
const SECOND_WRITE_MS = 60_000;
const BATCH = 100;
const LANES_AT_ONCE = 8;

/**
 * Moves what commits have promised from the requests into the outbox. By key, and cleared from the request only afterwards, so that a
 * crash between the two repeats the move and adds nothing. Answers how many intents were moved.
 */
export async function relayIntents(ports: DeliveryPorts): Promise<number> {
  let moved = 0;
  for (;;) {
    const batch = await ports.requests.withIntents(BATCH);
    const before = moved;
    for (const { id, intents } of batch) {
      const [stubs, posts, checks] = split(intents);
      for (const stub of stubs) await ports.cards.mark({ requestId: id, ...personOf(stub) });
      await queueMessages(
        ports,
        posts.map((intent) => toMessage(intent, id, ports.clock.now())),
      );
      const done = [...stubs, ...posts, ...(await settled(ports, id, checks))].map(({ key }) => key);
      if (done.length > 0) await ports.requests.clearIntents(id, done);
      moved += done.length;
    }
    if (batch.length < BATCH || moved === before) return moved;
  }
}

function split(intents: Intent[]): [stubs: Intent[], posts: Intent[], checks: Intent[]] {
  const own = [STUB_CARDS, CHECK_BOTH];
  const of = (wanted: string) => intents.filter(({ template }) => template === wanted);
  return [of(STUB_CARDS), intents.filter(({ template }) => !own.includes(template)), of(CHECK_BOTH)];
}

/** The checks that need no further look. One that fails is logged and stays: it does not hold up the messages of others. */
async function settled(ports: DeliveryPorts, id: string, checks: Intent[]): Promise<Intent[]> {
  const done: Intent[] = [];
  for (const check of checks) {
    const now = ports.machine().getTime();
    const seen = ports.memory.checksSince.get(check.key) ?? now;
    ports.memory.checksSince.set(check.key, seen);
    const agrees = await ports.agree(id, String(check.args?.['other']), now - seen >= SECOND_WRITE_MS).catch((error: unknown) => {
      ports.log.error('check-both', { id, error });
      return false;
    });
    if (!agrees) continue;
    ports.memory.checksSince.delete(check.key);
    done.push(check);
  }
  return done;
}

function personOf(stub: Intent): { person?: string } {
  const person = stub.args?.['person'];
  return typeof person === 'string' ? { person } : {};
}

function toMessage(intent: Intent, requestId: string, at: Date): OutboxMessage {
  const { key, template, to, args = {}, digest } = intent;
  return { key, template, to, args, requestId, at, ...(digest !== undefined && { digest }) };
}

/**
 * One pass over the outbox: every lane whose first message is due gets one step on. Never sleeps: it answers when to come back.
 * One lane's failure is logged and leaves the others alone; the message stays claimed until its time and is tried again.
 */
export async function sendOutbox(ports: DeliveryPorts): Promise<{ posted: number; comeBackAt: Date | null }> {
  await writeUnwritten(ports);
  const now = ports.machine().getTime();
  const heads = await ports.outbox.heads();
  const due = heads.filter((head) => head.nextAt.getTime() <= now);
  const waits: (number | null)[] = heads.filter((head) => head.nextAt.getTime() > now).map((head) => head.nextAt.getTime());
  let posted = 0;
  await inPool(LANES_AT_ONCE, due, async (head) => {
    try {
      const served = await serveLane(ports, head);
      if (served.posted) posted += 1;
      waits.push(served.comeBackAt);
    } catch (error) {
      ports.log.error('outbox-lane', { id: head.key, step: head.template, error });
      waits.push(now + 5_000);
    }
  });
  return { posted, comeBackAt: earliest(waits) };
}

async function writeUnwritten(ports: DeliveryPorts): Promise<void> {
  for (const [key, outcome] of ports.memory.unwritten) await writeOutcome(ports, key, outcome);
}

function earliest(times: (number | null)[]): Date | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : new Date(Math.min(...known));
}
