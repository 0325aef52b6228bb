import type { Desk } from '../usecases/desk.js';
import { formWhileAway } from '../usecases/show/while-away.js';
import type { Answer, Incoming } from './incoming.js';
import { NOBODY } from '../usecases/show/while-away.js';
import { messageForm } from '../usecases/show/message-pages.js';
import { asTyped } from '../usecases/report.js';
import { messageOf } from './dialog.js';
import { render } from './render.js';

const WORDS = 'The records cannot be reached just now. Nothing was recorded and nothing you typed is lost. Try again in a minute.';

/** While the store is away: the same form filled in again when there was one, else a plain word; the button to press again stays. */
export function awayAnswer(desk: Desk, incoming: Incoming): Answer {
  if (incoming.kind === 'dialog') return dialogAgain(desk, incoming);
  if (incoming.kind !== 'press') return { text: WORDS };
  const form = formWhileAway(desk, incoming.verb ?? '', incoming.data ?? {}, WORDS);
  if (form) return render(form);
  const again = { title: 'Try again', verb: incoming.verb ?? 'help', data: scalars(incoming.data ?? {}), primary: true };
  return render({ kind: 'page', title: 'Not just now', tone: 'attention', blocks: [{ is: 'text', text: WORDS }], actions: [again] });
}

function scalars(data: Record<string, unknown>): Record<string, string | number | boolean> {
  const plain = Object.entries(data).filter((e): e is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof e[1]),
  );
  return Object.fromEntries(plain);
}

/** The dialog with what was typed into it; the words of the message come with every press. */
function dialogAgain(desk: Desk, { dialog, chat, data = {} }: Incoming): Answer {
  if (dialog?.stage !== 'send' || !dialog.message) return { text: WORDS };
  const message = messageOf(chat.conversationId, dialog.message, desk.clock.now());
  const faults = [{ field: '', sentence: WORDS }];
  return render(messageForm(desk, NOBODY, message, { was: 'asked', typed: asTyped(data), faults, repeats: [], cut: false }));
}
