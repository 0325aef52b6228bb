import type { Bot } from './bot.js';
import { TENANT } from './bot.js';
import { answersIn, findAll, wordsIn } from './clerk.js';

type Json = Record<string, unknown>;
/** Where a message stands: a channel thread, a group chat, or a chat of two people that the bot is not in. */
export const PLACES: Record<string, Json> = {
  channel: { id: '19:planning@thread.tacv2;messageid=1763892000000', conversationType: 'channel', isGroup: true, tenantId: TENANT },
  'group chat': { id: '19:0a1b@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
  'chat of two people': { id: '19:sam_rosa@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT },
};
export const MESSAGE = {
  id: '1763890860000',
  replyToId: null,
  createdDateTime: '2026-11-23T09:41:00.000Z',
  lastModifiedDateTime: null,
  deleted: false,
  importance: 'normal',
  locale: 'en-gb',
  linkToMessage: 'https://teams.example/l/message/19:planning@thread.tacv2/1763890860000',
  from: { user: { userIdentityType: 'aadUser', id: 'lee', displayName: 'Lee Colleague' }, application: null, device: null },
  body: {
    contentType: 'html',
    content: '<div><p>Jo Example rang:&nbsp;<b>everything</b> you hold on me &amp; my rent</p><p>Can somebody take it?</p></div>',
  },
  attachments: [],
  mentions: [],
  reactions: [],
};

export interface Dialog {
  status: number;
  /** The card of the dialog, or the sentence in it. */
  card: Json | null;
  words: string;
}

/** Uses *Report as data request* on a message, as Teams sends it; `data` is what the dialog's Action.Submit carries. */
export async function act(bot: Bot, who: { id: string }, message: Json, place: Json, data?: Json, more: Json = {}): Promise<Dialog> {
  const value = { commandId: 'report-message', commandContext: 'message', context: { theme: 'default' }, messagePayload: message };
  const { status, body } = await bot.teams.send({
    type: 'invoke',
    name: data === undefined ? 'composeExtension/fetchTask' : 'composeExtension/submitAction',
    id: `f:${Math.random().toString(36).slice(2)}`,
    channelId: 'msteams',
    serviceUrl: bot.connector.serviceUrl,
    timestamp: '2026-11-23T10:00:00.000Z',
    from: { id: `29:${who.id}`, name: 'Sam Staff', aadObjectId: who.id },
    recipient: { id: '28:rightsdesk', name: 'Rightsdesk' },
    conversation: place,
    channelData: { tenant: { id: place['tenantId'] }, source: { name: 'message' } },
    value: data === undefined ? value : { ...value, botMessagePreviewAction: null, data },
    ...more,
  });
  const task = ((body ?? {})['task'] ?? {}) as { type?: string; value?: unknown };
  if (task.type === 'message') return { status, card: null, words: String(task.value) };
  const card = (task.value as { card?: { content?: Json } } | undefined)?.card?.content ?? null;
  return { status, card, words: wordsIn(card) };
}

/** Presses the button of the dialog with its own answers and these. */
export function sendIn(
  bot: Bot,
  who: { id: string },
  dialog: Dialog,
  place: Json,
  answers: Json,
  message: Json = MESSAGE,
): Promise<Dialog> {
  const [button] = findAll(dialog.card, (n) => n['type'] === 'Action.Submit');
  if (!button) throw new Error(`no button in the dialog:\n${dialog.words}`);
  return act(bot, who, message, place, { ...(button['data'] as Json), ...answersIn(dialog.card), ...answers });
}
