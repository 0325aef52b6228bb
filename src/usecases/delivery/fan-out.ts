import { queueMessages } from './gather.js';
import type { OutboxMessage, QueuedMessage } from '../ports.js';
import type { DeliveryPorts } from './ports.js';
import { tellIg } from './tell-ig.js';

/**
 * Turns a message to a role into one for each person who holds it today. The copies have derived keys, so doing it twice
 * adds nothing. When nobody holds the role the lane is held and IG told.
 */
export async function fanOut(ports: DeliveryPorts, message: QueuedMessage, to: { role: string; directorate?: string }): Promise<void> {
  const holders = await ports.people.holding(to.role, to.directorate ?? null, ports.clock.today());
  if (holders.length === 0) {
    await ports.outbox.hold(message.lane, 'no-holder');
    await tellIg(ports, message.lane, 'no-holder');
    return;
  }
  await queueMessages(
    ports,
    holders.map((holder) => copyFor(message, holder.id, to)),
  );
  await ports.outbox.settle(message.key, { status: 'sent', reason: `copies:${holders.length}` });
}

function copyFor(message: QueuedMessage, person: string, asHolder: { role: string; directorate?: string }): OutboxMessage {
  const { template, args, at, requestId, digest } = message;
  const rest = { ...(requestId !== undefined && { requestId }), ...(digest !== undefined && { digest }) };
  return { key: `${message.key}/${person}`, template, to: { person }, args, at, asHolder, ...rest };
}
