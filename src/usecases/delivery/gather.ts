import { copiesForCovers } from './cover.js';
import { laneOf } from '../../domain/recipient.js';
import type { OutboxMessage } from '../ports.js';
import type { DeliveryPorts } from './ports.js';

/** The message that tells one person everything of one day. */
export const DIGEST = 'digest';
/** A line of it. */
export const LINE = 'line';
export const digestKey = (day: string, person: string): string => `${DIGEST}:${day}:${person}`;

type Ports = Pick<DeliveryPorts, 'outbox' | 'people' | 'clock'>;

/**
 * Puts messages in the queue. Those that belong in somebody's digest are entered in the ledger as its lines, and the digest itself is
 * queued once a day; what comes after it has gone out gets one more. A post without a holder waits in its lane like any other message.
 */
export async function queueMessages(ports: Ports, given: OutboxMessage[]): Promise<void> {
  const messages = [...given, ...(await copiesForCovers(ports, given))];
  const lines: OutboxMessage[] = [];
  const others: OutboxMessage[] = [];
  const told: OutboxMessage[] = [];
  for (const message of messages) {
    if (message.digest !== undefined && 'person' in message.to) lines.push(message);
    else if (message.digest !== undefined && 'role' in message.to) await toHolders(ports, message, message.to, { lines, others, told });
    else others.push(message);
  }
  await ports.outbox.put(others);
  await ports.outbox.put(told, 'superseded');
  await ports.outbox.gather(lines);
  for (const digest of digestsOf(lines)) await queueDigest(ports, digest);
}

async function toHolders(
  { people, clock }: Ports,
  message: OutboxMessage,
  to: { role: string; directorate?: string },
  into: { lines: OutboxMessage[]; others: OutboxMessage[]; told: OutboxMessage[] },
): Promise<void> {
  const holders = await people.holding(to.role, to.directorate ?? null, clock.today());
  into.lines.push(...holders.map(({ id }) => ({ ...message, key: `${message.key}/${id}`, to: { person: id }, asHolder: to })));
  if (holders.length === 0) into.others.push(message);
  else into.told.push(message);
}

/** One for each person and day among these lines. */
function digestsOf(lines: OutboxMessage[]): OutboxMessage[] {
  const each = lines.map(({ to, digest = '', at }) => ({
    key: digestKey(digest, laneOf(to).slice('person:'.length)),
    template: DIGEST,
    to,
    args: { day: digest.slice(0, 10) },
    at,
  }));
  return [...new Map(each.map((digest) => [digest.key, digest])).values()];
}

/** Queued once; when it is on its way or gone already, the lines that came too late for it go out in one more. */
async function queueDigest({ outbox }: Ports, digest: OutboxMessage): Promise<void> {
  for (let part = 1; ; part += 1) {
    const key = part === 1 ? digest.key : `${digest.key}:${part}`;
    await outbox.put([{ ...digest, key, args: { ...digest.args, part } }]);
    const status = (await outbox.byKey(key))?.status;
    if (status === 'queued' || status === 'parked' || status === undefined) return;
  }
}
