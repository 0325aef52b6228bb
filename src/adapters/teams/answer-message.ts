import type { TurnContext } from 'botbuilder';
import type { Answer, Incoming } from '../../bot/incoming.js';
import type { SendResult } from '../../usecases/ports.js';
import { apologise, runHandler, type Bridge } from './bridge.js';
import { toActivity } from './message-shape.js';
import { tryOnce } from './messenger.js';
import { NOTHING_TO_SHOW, sentenceCard } from './plain-cards.js';
import { pause } from './within.js';

const TRIES = 3;
const LONGEST_PAUSE_MS = 1_500;

/** Answers whatever is not an invoke by a message in the same chat or thread; no answer, no message. */
export async function answerByMessage(bridge: Bridge, context: TurnContext, incoming: Incoming): Promise<void> {
  const answer = await runHandler(bridge, incoming);
  if (answer === null) return;
  const result = await send(context, answer);
  if (!('sent' in result)) {
    bridge.log.warn('reply-failed', { id: incoming.activityId, code: 'status' in result ? result.status : 'answer-lost' });
    return;
  }
  if (answer.holds !== undefined) await remember(bridge, incoming, result.sent, answer.holds);
}

/** A reply is not worth a place in the outbox, but a busy moment should not swallow it. Only what surely did not arrive is repeated. */
async function send(context: TurnContext, answer: Answer): Promise<SendResult> {
  const shown = answer.card === undefined && answer.text === undefined ? { text: NOTHING_TO_SHOW } : answer;
  for (let tried = 1; ; tried += 1) {
    const result = await tryOnce(() => context.sendActivity(toActivity(shown)));
    if (!('retry' in result) || tried === TRIES) return result;
    await pause(Math.min(result.retry ?? 400 * tried, LONGEST_PAUSE_MS));
  }
}

/** A card with personal details that cannot be remembered must not stay. */
async function remember(bridge: Bridge, incoming: Incoming, messageId: string, holds: NonNullable<Answer['holds']>): Promise<void> {
  const { conversationId, serviceUrl } = incoming.chat;
  try {
    await bridge.cards.remember({ conversationId, serviceUrl, messageId, ...holds });
  } catch (error) {
    const { text = '' } = apologise(bridge, incoming, error);
    await bridge.messenger.update(incoming.chat, messageId, { card: sentenceCard(text), summary: 'Something went wrong' });
  }
}
