import { randomUUID } from 'node:crypto';
import type { Answer, Incoming } from '../../bot/incoming.js';
import { apologise, runHandler, type Bridge } from './bridge.js';
import type { LateAnswers } from './late-answers.js';
import { CARD_TYPE } from './message-shape.js';
import { NOTHING_TO_SHOW, RESULT_GONE, sentenceCard, STILL_WORKING, stillWorkingCard } from './plain-cards.js';
import { within } from './within.js';

const BUDGET_MS = 2_500;

/**
 * Answers a button press within the budget, always with a body Teams accepts. A sentence leaves the pressed card as it is, with what
 * the person typed, so that is how a failure is told.
 */
export async function answerPress(bridge: Bridge, late: LateAnswers, incoming: Incoming): Promise<Record<string, unknown>> {
  if (incoming.verb === STILL_WORKING) return showLate(bridge, late, incoming);
  const work = answerAndRemember(bridge, incoming);
  const answer = await within(work, bridge.budgetMs ?? BUDGET_MS);
  if (answer !== null) return toInvokeBody(answer);
  const ticket = randomUUID();
  late.keep(ticket, incoming.person.id, work);
  void deliverLate(bridge, incoming, work);
  return toInvokeBody({ card: stillWorkingCard(ticket) });
}

/** Never rejects. A card with personal details that cannot be remembered is not shown. */
async function answerAndRemember(bridge: Bridge, incoming: Incoming): Promise<Answer> {
  const answer = (await runHandler(bridge, incoming)) ?? { text: NOTHING_TO_SHOW };
  if (answer.holds === undefined || incoming.replyToId === undefined) return answer;
  const { conversationId, serviceUrl } = incoming.chat;
  try {
    await bridge.cards.remember({ conversationId, serviceUrl, messageId: incoming.replyToId, ...answer.holds });
    return answer;
  } catch (error) {
    return apologise(bridge, incoming, error);
  }
}

async function showLate(bridge: Bridge, late: LateAnswers, incoming: Incoming): Promise<Record<string, unknown>> {
  const ticket = incoming.data?.['ticket'];
  const work = late.find(ticket, incoming.person.id);
  if (work === null) return toInvokeBody({ card: sentenceCard(RESULT_GONE) });
  const answer = await within(work, bridge.budgetMs ?? BUDGET_MS);
  return toInvokeBody(answer === null ? { card: stillWorkingCard(String(ticket)) } : asCard(answer));
}

/** Puts the result in place of "still working" unasked; in a channel all would see it, so there it waits for the button. */
async function deliverLate(bridge: Bridge, incoming: Incoming, work: Promise<Answer>): Promise<void> {
  const { card, summary } = asCard(await work);
  bridge.log.warn('turn-late', { id: incoming.activityId });
  if (incoming.chat.scope !== 'personal' || incoming.replyToId === undefined || card === undefined) return;
  const result = await bridge.messenger.update(incoming.chat, incoming.replyToId, { card, summary: summary ?? 'Done' });
  if (!('sent' in result))
    bridge.log.warn('turn-late-update', { id: incoming.activityId, code: 'status' in result ? result.status : 'answer-lost' });
}

function asCard(answer: Answer): Answer {
  return answer.card === undefined ? { card: sentenceCard(answer.text ?? NOTHING_TO_SHOW) } : answer;
}

/** The body of an HTTP 200. An empty value makes Teams show "Unable to reach app" and send the press again. */
function toInvokeBody({ card, text }: Answer): Record<string, unknown> {
  if (card !== undefined && Object.keys(card).length > 0) return { statusCode: 200, type: CARD_TYPE, value: card };
  const value = text === undefined || text.trim() === '' ? NOTHING_TO_SHOW : text;
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}
