import type { QueuedMessage, ReadyMessage, SendResult, Settled } from '../ports.js';
import { markUnreachable, type Found } from './address.js';
import { backoff, waitAfter } from './backoff.js';
import { DIGEST } from './gather.js';
import type { DeliveryPorts, Outcome } from './ports.js';
import { replaceByStub } from './stubs.js';
import { tellIg, tellIgOfParked } from './tell-ig.js';

export type Target = Exclude<Found, { missing: string }>;
/** Milliseconds the server asked the whole conversation to wait; `posted` is false when nothing was tried. */
export interface Attempt {
  posted: boolean;
  wait: number;
}

/** After this many lost answers a person has to look: each further try might post once more. */
const LOST_ANSWERS = 5;
/** How long a message waits that asked to be sent a little later. */
const PATIENCE_MS = 500;
/** About half a day of bounded backoff. */
const MOST_ATTEMPTS = 100;

/** Renders, posts and records one claimed message. `attempts` counts this one. */
export async function sendMessage(ports: DeliveryPorts, message: QueuedMessage, target: Target): Promise<Attempt> {
  const ready = await compose(ports, message, target);
  if ('status' in ready) {
    await ports.outbox.settle(message.key, ready);
    return { posted: false, wait: 0 };
  }
  const started = ports.machine().getTime();
  const result = await ports.messenger.post(target.address, ready);
  ports.log.info('outbox-send', { id: message.key, step: message.template, code: codeOf(result), ms: ports.machine().getTime() - started });
  await record(ports, message, target, ready, result);
  return { posted: true, wait: 'retry' in result ? (result.retry ?? 0) : 0 };
}

/** The card, or how the message ends without one. A failure here posted nothing, so it is simply tried again later. */
async function compose(ports: DeliveryPorts, message: QueuedMessage, target: Target): Promise<ReadyMessage | Settled> {
  try {
    if (!(await stillHolds(ports, message, target))) return { status: 'dropped', reason: 'role-lost' };
    const ready = await ports.compose(message, target.to);
    if ('later' in ready) return later(ports, message, 'queued', PATIENCE_MS, ready.later);
    return 'dropped' in ready ? { status: 'dropped', reason: ready.dropped } : ready;
  } catch (error) {
    ports.log.error('outbox-compose', { id: message.key, step: message.template, error });
    return later(ports, message, 'queued', backoff(message.attempts, ports.random), 'compose-failed');
  }
}

async function stillHolds(ports: DeliveryPorts, message: QueuedMessage, target: Target): Promise<boolean> {
  if (message.asHolder === undefined) return true;
  const holders = await ports.people.holding(message.asHolder.role, message.asHolder.directorate ?? null, ports.clock.today());
  return holders.some((holder) => holder.id === target.to.person);
}

async function record(
  ports: DeliveryPorts,
  message: QueuedMessage,
  target: Target,
  ready: ReadyMessage,
  result: SendResult,
): Promise<void> {
  if ('unreachable' in result) return giveUpTarget(ports, message, target, `${result.status}:${result.unreachable}`);
  if (!('sent' in result)) return notSent(ports, message, failed(ports, message, result));
  const { conversationId, serviceUrl } = target.address;
  const settled: Settled = { status: 'sent', messageId: result.sent, conversationId };
  if (ready.holds === undefined) return writeOutcome(ports, message.key, { settled });
  const card = { conversationId, serviceUrl, messageId: result.sent, ...ready.holds };
  await writeOutcome(ports, message.key, { settled, card });
  if ((await ports.stillMay?.(message, target.to)) === false) {
    await ports.cards.mark({ conversationId, messageId: card.messageId });
    await replaceByStub(ports, card);
  }
}

/** What is parked is tried no more, so somebody must hear of it; before it is written, so that a crash between says it twice to nobody and once at least. */
async function notSent(ports: DeliveryPorts, message: QueuedMessage, settled: Settled): Promise<void> {
  if (settled.status === 'parked') await tellIgOfParked(ports, message, settled.reason);
  await writeOutcome(ports, message.key, { settled });
}

function failed(
  ports: DeliveryPorts,
  message: QueuedMessage,
  result: Exclude<SendResult, { sent: string } | { unreachable: string }>,
): Settled {
  if ('parked' in result) return { status: 'parked', reason: `${result.status}:${result.parked}` };
  if ('retry' in result) {
    return later(ports, message, 'queued', waitAfter(result.retry, message.attempts, ports.random), `${result.status}`);
  }
  if (message.attempts >= LOST_ANSWERS) return { status: 'parked', reason: 'answer-lost' };
  return later(ports, message, 'unknown', backoff(message.attempts + 2, ports.random), 'answer-lost');
}

function later(ports: DeliveryPorts, message: QueuedMessage, status: 'queued' | 'unknown', wait: number, reason: string): Settled {
  if (message.attempts >= MOST_ATTEMPTS) return { status: 'parked', reason: `gave-up:${reason}` };
  return { status, nextAt: new Date(ports.machine().getTime() + wait), reason };
}

async function giveUpTarget(ports: DeliveryPorts, message: QueuedMessage, target: Target, reason: string): Promise<void> {
  await markUnreachable(ports, target.address.conversationId, target.to);
  await ports.outbox.hold(message.lane, reason);
  await tellIg(ports, message.lane, reason);
}

/**
 * Remembers the card and writes the outcome. While the database is away it is kept in memory: a post that succeeded must not be
 * repeated for that, nor a card with personal details be forgotten.
 */
export async function writeOutcome(ports: DeliveryPorts, key: string, outcome: Outcome): Promise<void> {
  ports.memory.unwritten.set(key, outcome);
  if (outcome.card !== undefined) await ports.cards.remember(outcome.card);
  await ports.outbox.settle(key, outcome.settled);
  if (outcome.settled.status === 'sent' && key.startsWith(`${DIGEST}:`)) await ports.outbox.told(key);
  ports.memory.unwritten.delete(key);
}

function codeOf(result: SendResult): string | number {
  if ('sent' in result) return 'sent';
  return 'status' in result ? result.status : 'answer-lost';
}
