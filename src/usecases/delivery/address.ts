import type { ChatAddress } from '../ports.js';
import type { DeliveryPorts } from './ports.js';

/** Where a message goes and for whom it is rendered, or a code why it leads nowhere just now. */
export type Found = { address: ChatAddress; to: { person?: string; directorate?: string } } | { missing: string };

/** Resolves a person or a directorate at the moment of sending, so that a move or a new binding is honoured. */
export async function findAddress(ports: DeliveryPorts, to: { person: string } | { directorate: string }): Promise<Found> {
  if ('directorate' in to) {
    const address = await ports.channels.forDirectorate(to.directorate);
    return address === null ? { missing: 'no-channel' } : { address, to: { directorate: to.directorate } };
  }
  const person = await ports.people.byId(to.person);
  if (person === null) return { missing: 'not-known' };
  if (person.unreachable) return { missing: 'unreachable' };
  return person.chat === null ? { missing: 'no-chat' } : { address: person.chat, to: { person: to.person } };
}

/** Notes that a conversation refuses us; it is left alone until its person or channel is seen again. */
export async function markUnreachable(ports: DeliveryPorts, conversationId: string, to: { person?: string }): Promise<void> {
  if (to.person === undefined) await ports.channels.markUnreachable(conversationId);
  else await ports.people.markUnreachable(conversationId);
}
