import { z } from 'zod';
import type { Incoming } from '../../bot/incoming.js';
import { readMessagePayload } from './message-payload.js';
import { withoutThread } from './messenger.js';

/** Whom the bot listens to. `tenants`: Entra tenant ids; `any` only in local mode, where nobody is signed in. */
export interface AllowedSenders {
  tenants: readonly string[] | 'any';
  serviceUrl: (url: string) => boolean;
}

/** Why an activity is not listened to, as a code for the log, and the HTTP status it gets. */
export interface Refused {
  refused: 'no-type' | 'malformed' | 'channel' | 'tenant' | 'service-url' | 'no-person';
  status: 200 | 400 | 403;
}

const word = z.string().min(1).max(500);
const member = z.object({ id: word });
const wire = z.object({
  type: word,
  id: word.optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: word,
  serviceUrl: word,
  text: z.string().optional(),
  value: z.unknown().optional(),
  replyToId: word.optional(),
  from: z.object({ id: word, name: z.string().optional(), aadObjectId: z.string().optional() }),
  recipient: member.optional(),
  conversation: z.object({
    id: word,
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  entities: z.array(z.unknown()).optional(),
  membersAdded: z.array(member).optional(),
  membersRemoved: z.array(member).optional(),
});
type Wire = z.infer<typeof wire>;

/** Object ids become parts of ledger keys, so nothing but the characters of an id may pass. */
const OBJECT_ID = /^[\w.-]{1,64}$/;

/** Everybody comes as themselves, by their own sign-in: there is no shared way in, and what names nobody is answered to nobody. */
export const ownSignIn = { rows: ['SEC-06'], clause: 'F-Q6', holds: (id: string): boolean => OBJECT_ID.test(id) };

/** The sender checked, and the activity in our own words; or why not. Nothing of it is trusted before the token check that follows. */
export function readIncoming(body: unknown, allowed: AllowedSenders): Incoming | Refused {
  if (typeof (body as { type?: unknown } | null)?.type !== 'string') return { refused: 'no-type', status: 400 };
  const read = wire.safeParse(body);
  if (!read.success) return { refused: 'malformed', status: 400 };
  const activity = read.data;
  // Web chat and Direct Line let the caller write the sender's identity; Teams vouches for it.
  if (activity.channelId !== 'msteams') return { refused: 'channel', status: 403 };
  if (!allowed.serviceUrl(activity.serviceUrl)) return { refused: 'service-url', status: 403 };
  const tenant = tenantOf(activity);
  if (tenant === null || (allowed.tenants !== 'any' && !allowed.tenants.includes(tenant))) return { refused: 'tenant', status: 403 };
  const person = activity.from.aadObjectId ?? '';
  if (!ownSignIn.holds(person)) return { refused: 'no-person', status: 200 };
  return toIncoming(activity, tenant, person);
}

/** Null when missing, or when two places of the activity disagree. */
function tenantOf({ conversation, channelData }: Wire): string | null {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.every((id) => id === named[0]) ? (named[0] ?? null) : null;
}

function toIncoming(activity: Wire, tenant: string, id: string): Incoming {
  const { conversation, serviceUrl, from } = activity;
  return {
    ...readEvent(activity),
    activityId: activity.id ?? '',
    tenant,
    person: { id, mri: from.id, name: from.name ?? '' },
    chat: {
      conversationId: withoutThread(conversation.id),
      serviceUrl,
      // Two people alone with each other are `personal` to Teams too: never taken for somebody's own chat with the bot.
      scope: isMessageAction(activity) ? 'groupChat' : scopeOf(conversation),
    },
    ...(activity.replyToId !== undefined && { replyToId: activity.replyToId }),
  };
}

/** When in doubt a chat counts as a group, where no personal detail is shown. */
function scopeOf({ id, conversationType, isGroup }: Wire['conversation']): Incoming['chat']['scope'] {
  if (conversationType === 'personal' && isGroup !== true) return 'personal';
  if (conversationType === 'channel' || id.includes('@thread.tacv2') || id.includes('@thread.skype')) return 'channel';
  return 'groupChat';
}

type Event = Pick<Incoming, 'kind' | 'text' | 'verb' | 'data' | 'dialog'>;

function readEvent(activity: Wire): Event {
  if (activity.type === 'message') return readMessage(activity);
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const action = asRecord(asRecord(activity.value)['action']);
    return press(action['verb'], asRecord(action['data']));
  }
  if (isMessageAction(activity)) return readDialog(activity);
  if (activity.type === 'installationUpdate') return { kind: activity.action?.startsWith('remove') === true ? 'uninstall' : 'install' };
  if (activity.type !== 'conversationUpdate') return { kind: 'other' };
  const isBot = ({ id }: { id: string }): boolean => id === activity.recipient?.id;
  if (activity.membersAdded?.some(isBot) === true) return { kind: 'install' };
  return { kind: activity.membersRemoved?.some(isBot) === true ? 'uninstall' : 'other' };
}

const DIALOG_STAGES: Record<string, 'open' | 'send'> = { 'composeExtension/fetchTask': 'open', 'composeExtension/submitAction': 'send' };
/** Used on a message of any conversation: one the bot is not in, or one between two people. */
export const isMessageAction = ({ type, name }: { type?: unknown; name?: unknown }): boolean =>
  type === 'invoke' && typeof name === 'string' && Object.hasOwn(DIALOG_STAGES, name);

function readDialog({ name = '', value }: Wire): Event {
  const { commandId, messagePayload, data } = asRecord(value);
  const message = readMessagePayload(asRecord(messagePayload));
  const command = typeof commandId === 'string' ? commandId : '';
  return { kind: 'dialog', data: asRecord(data), dialog: { stage: DIALOG_STAGES[name] ?? 'open', command, message } };
}

/** A button of an old client arrives as a message with a value and no words. */
function readMessage(activity: Wire): Event {
  const data = asRecord(activity.value);
  const text = withoutMention(activity);
  if (text === '' && Object.keys(data).length > 0) return press(data['verb'], data);
  return { kind: 'message', text };
}

function press(verb: unknown, data: Record<string, unknown>): Event {
  return { kind: 'press', data, ...(typeof verb === 'string' && { verb }) };
}

/** The words without the bot's own mention, which Teams repeats in the text as `<at>name</at>`. */
function withoutMention({ text = '', entities = [], recipient }: Wire): string {
  let words = text;
  for (const entity of entities.map(asRecord)) {
    const mention = entity['text'];
    if (asRecord(entity['mentioned'])['id'] === recipient?.id && typeof mention === 'string' && mention !== '')
      words = words.replaceAll(mention, ' ');
  }
  return words.replaceAll('\u00a0', ' ').trim();
}

/** Own entries only, and never `__proto__`, which the body parser lets through. */
function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '__proto__'));
}
