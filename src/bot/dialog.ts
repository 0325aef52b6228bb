import { isRefusal } from '../domain/refusals.js';
import { askAboutMessage, isReportAction, recordMessage, type Message } from '../usecases/report-message.js';
import { messageForm, messageRecordedPage } from '../usecases/show/message-pages.js';
import { viewOf } from '../usecases/view-of.js';
import type { Reply, Turn } from './turn.js';

const UNREADABLE = 'I cannot read this message. Write to me in my own chat, with the word report, and type what was asked for.';

/** A message action: the form in its dialog, or what came of it. Everything shown is for the one person at the dialog. */
export async function runDialog({ desk, person, incoming }: Turn): Promise<Reply> {
  const { dialog } = incoming;
  if (!dialog || !isReportAction(dialog.command))
    return { text: 'I do not know this action. Update the app, or type report in your own chat with me.' };
  if (!dialog.message) return { text: UNREADABLE };
  const message = messageOf(incoming.chat.conversationId, dialog.message, desk.clock.now());
  const answer =
    dialog.stage === 'open'
      ? await askAboutMessage(desk, person, message)
      : await recordMessage(desk, person, message, { raw: incoming.data ?? {}, sure: incoming.data?.['sure'] === 'yes' });
  if (isRefusal(answer)) return { text: answer.sentence };
  if (answer.was === 'asked') return { shown: messageForm(desk, person, message, answer) };
  const chat = person.chat !== null && !person.unreachable;
  return { shown: messageRecordedPage(answer.request, viewOf(desk, answer.request.state, person), answer.repeated, chat) };
}

/** Ids of messages are unique in their conversation only. */
export const messageOf = (conversation: string, { id, words, at }: { id: string; words: string; at?: Date }, now: Date): Message => ({
  id: `${conversation}/${id}`,
  words,
  at: at ?? now,
});
