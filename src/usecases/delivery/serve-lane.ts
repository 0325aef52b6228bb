import type { ConversationPace, QueuedMessage } from '../ports.js';
import { findAddress } from './address.js';
import { fanOut } from './fan-out.js';
import { recipientOf } from '../../domain/recipient.js';
import { afterAttempt, mayPostAt } from './pace.js';
import type { DeliveryPorts } from './ports.js';
import { sendMessage, type Target } from './send-message.js';
import { tellIg } from './tell-ig.js';

/** Longer than one HTTP call to Teams may take (15 s), so that a lease never ends under a call that is still out. */
const LEASE_MS = 30_000;
const BUSY_MS = 2_000;

/** What a lane needs next: when to come back (milliseconds of machine time), or null when nothing waits on time. */
export interface Served {
  posted: boolean;
  comeBackAt: number | null;
}

/** Moves the first message of a lane one step on: to its copies, to the held ones, or out, if the pace allows it now. */
export async function serveLane(ports: DeliveryPorts, head: QueuedMessage): Promise<Served> {
  const to = recipientOf(head.lane);
  if ('role' in to) {
    await fanOut(ports, head, to);
    return { posted: false, comeBackAt: nowOf(ports) };
  }
  const found = await findAddress(ports, to);
  if ('missing' in found) {
    await ports.outbox.hold(head.lane, found.missing);
    await tellIg(ports, head.lane, found.missing);
    return { posted: false, comeBackAt: nowOf(ports) };
  }
  const hint = ports.memory.notBefore.get(found.address.conversationId) ?? 0;
  return hint > nowOf(ports) ? { posted: false, comeBackAt: hint } : withLease(ports, head.lane, found);
}

async function withLease(ports: DeliveryPorts, lane: string, target: Target): Promise<Served> {
  const { conversationId } = target.address;
  const now = nowOf(ports);
  // A name for each taking: a lease that ran out and was taken anew by this same process must not be given back by the slow one.
  const holder = `${ports.memory.holder}:${now}`;
  const pace = await ports.leases.take(conversationId, holder, new Date(now), new Date(now + LEASE_MS));
  if (pace === null) return { posted: false, comeBackAt: now + BUSY_MS };
  let after = pace;
  try {
    const allowedAt = mayPostAt(pace, now);
    if (allowedAt > now) return { posted: false, comeBackAt: allowedAt };
    const claimed = await claimHead(ports, lane, now);
    if ('comeBackAt' in claimed) return { posted: false, ...claimed };
    const attempt = await sendMessage(ports, claimed, target);
    if (attempt.posted) after = afterAttempt(pace, nowOf(ports), attempt.wait);
    return { posted: attempt.posted, comeBackAt: mayPostAt(after, nowOf(ports)) };
  } finally {
    remind(ports, conversationId, after);
    await ports.leases.release(conversationId, holder, after);
  }
}

/** The first message of the lane as it is now, marked as being sent; or when to come back. */
async function claimHead(ports: DeliveryPorts, lane: string, now: number): Promise<QueuedMessage | { comeBackAt: number | null }> {
  const head = await ports.outbox.head(lane);
  if (head === null) return { comeBackAt: null };
  if (head.nextAt.getTime() > now) return { comeBackAt: head.nextAt.getTime() };
  const free = ports.memory.pace(now);
  if (free > 0) return { comeBackAt: free };
  const claimed = await ports.outbox.claim(head.key, new Date(now), new Date(now + LEASE_MS));
  return claimed ? { ...head, attempts: head.attempts + 1 } : { comeBackAt: now + BUSY_MS };
}

function remind(ports: DeliveryPorts, conversationId: string, pace: ConversationPace): void {
  if (pace.notBefore > nowOf(ports)) ports.memory.notBefore.set(conversationId, pace.notBefore);
  else ports.memory.notBefore.delete(conversationId);
}

function nowOf(ports: DeliveryPorts): number {
  return ports.machine().getTime();
}
