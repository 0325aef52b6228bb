import type { Answer, Incoming } from '../../bot/incoming.js';
import { runHandler, type Bridge } from './bridge.js';
import { CARD_TYPE } from './message-shape.js';
import { NOTHING_TO_SHOW } from './plain-cards.js';
import { within } from './within.js';

const BUDGET_MS = 2_500;
const TITLE = 'Report as data request';
const LATE =
  'This takes a little longer than usual. If you recorded it, the reference comes to your own chat with me; else close this and try again.';

/**
 * Answers a message action, in its dialog and nowhere else: the conversation may be one that the bot is not in, and all its members would
 * read it. Never rejects.
 */
export async function answerDialog(bridge: Bridge, incoming: Incoming): Promise<Record<string, unknown>> {
  const answer = await within(runHandler(bridge, incoming), bridge.budgetMs ?? BUDGET_MS);
  return answer === null ? sayInDialog(LATE) : toDialog(answer);
}

/** One plain sentence in the dialog. */
export const sayInDialog = (value: string): Record<string, unknown> => ({ task: { type: 'message', value } });

function toDialog({ card, text }: Answer): Record<string, unknown> {
  if (card === undefined) return sayInDialog(text === undefined || text.trim() === '' ? NOTHING_TO_SHOW : text);
  const value = { title: TITLE, height: 'medium', width: 'medium', card: { contentType: CARD_TYPE, content: withSubmit(card) } };
  return { task: { type: 'continue', value } };
}

/** A dialog knows only Action.Submit: each button becomes its own fallback, which carries the verb in its data. */
function withSubmit(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withSubmit);
  if (typeof node !== 'object' || node === null) return node;
  const { type, fallback } = node as { type?: unknown; fallback?: unknown };
  if (type === 'Action.Execute' && typeof fallback === 'object' && fallback !== null) return fallback;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'data' ? (value as unknown) : withSubmit(value)]));
}
