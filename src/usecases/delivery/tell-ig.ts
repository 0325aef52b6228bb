import { recipientOf } from '../../domain/recipient.js';
import type { QueuedMessage } from '../ports.js';
import type { DeliveryPorts } from './ports.js';

/** Tells the IG team of a message that Teams refused for good and that was parked: once for each recipient and day. */
export async function tellIgOfParked(ports: DeliveryPorts, { key, lane, requestId }: QueuedMessage, reason: string): Promise<void> {
  ports.log.warn('message-parked', { id: key, code: reason });
  await ports.outbox.put([
    {
      key: `undelivered:${lane}:${ports.clock.today()}`,
      template: 'undelivered',
      to: { role: 'IG' },
      args: { ...recipientOf(lane), reason },
      at: ports.clock.now(),
      ...(requestId !== undefined && { requestId }),
    },
  ]);
}

/**
 * Tells the IG team that a recipient cannot be reached: once for each recipient and day, in codes only.
 * The message goes through the same queue; a colleague of IG who cannot be reached causes one more, never a loop, because the key repeats.
 */
export async function tellIg(ports: DeliveryPorts, lane: string, reason: string): Promise<void> {
  ports.log.warn('recipient-unreachable', { id: lane, code: reason });
  await ports.outbox.put([
    {
      key: `unreachable:${lane}:${ports.clock.today()}`,
      template: 'unreachable',
      to: { role: 'IG' },
      args: { ...recipientOf(lane), reason },
      at: ports.clock.now(),
    },
  ]);
}
