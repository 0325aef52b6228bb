import type { RememberedCard } from '../ports.js';
import type { DeliveryPorts } from './ports.js';

type StubPorts = Pick<DeliveryPorts, 'cards' | 'messenger' | 'composeStub' | 'machine' | 'memory' | 'log'>;
const BATCH = 500;

/**
 * Replaces the remembered cards of a request (or of one person, or of one person on one request) by stubs: on closing, a lost role,
 * hand-over, anonymising. The wish is written down first; what cannot be replaced now is tried again by every sweep.
 */
export async function stubCards(ports: StubPorts, requestId: string | undefined, person?: string): Promise<{ left: number }> {
  await ports.cards.mark({ ...(requestId !== undefined && { requestId }), ...(person !== undefined && { person }) });
  return stubMarked(ports);
}

/** Replaces what is marked, as far as the process limit allows; answers how many are left. */
export async function stubMarked(ports: StubPorts): Promise<{ left: number }> {
  const cards = await ports.cards.marked(BATCH);
  let done = 0;
  for (const card of cards) {
    if (ports.memory.pace(ports.machine().getTime()) > 0) break;
    if (await replaceByStub(ports, card)) done += 1;
  }
  return { left: cards.length - done };
}

/** True when the card is gone: replaced, or answered 403 or 404, and then forgotten. */
export async function replaceByStub(ports: StubPorts, card: RememberedCard): Promise<boolean> {
  const { conversationId, serviceUrl, messageId, requestId } = card;
  const result = await ports.messenger.update({ conversationId, serviceUrl }, messageId, await ports.composeStub(requestId));
  if (!('sent' in result || 'unreachable' in result)) {
    ports.log.warn('stub-failed', { id: requestId, code: 'status' in result ? result.status : 'answer-lost' });
    return false;
  }
  await ports.cards.forget(conversationId, messageId);
  return true;
}
