import type { Activity, ConversationReference, ResourceResponse, TurnContext } from 'botbuilder';
import type { ChatAddress, Messenger, SendResult } from '../../usecases/ports.js';
import { judgeFailure } from './connector-failure.js';
import { toActivity } from './message-shape.js';
import type { TeamsAdapter } from './teams-adapter.js';

/** Posts and edits messages, one try each; the outbox decides what to do about a failure. A channel is addressed by its bare id. */
export function teamsMessenger(adapter: TeamsAdapter, allowed: (serviceUrl: string) => boolean): Messenger {
  const call = async (
    to: ChatAddress,
    work: (context: TurnContext) => Promise<ResourceResponse | undefined | void>,
  ): Promise<SendResult> => {
    if (!allowed(to.serviceUrl)) return { parked: 'service-url', status: 400 };
    return tryOnce(async () => {
      let response: ResourceResponse | undefined | void;
      await adapter.continueConversationAsync(adapter.appId, referenceTo(to, adapter.appId), async (context) => {
        response = await work(context);
      });
      return response;
    });
  };
  return {
    post: (to, message) => call(to, (context) => context.sendActivity(toActivity(message))),
    update: (to, messageId, message) =>
      call(to, async (context) => {
        const response = await context.updateActivity({ ...toActivity(message), id: messageId });
        return response ?? { id: messageId };
      }),
  };
}

/** One call to the connector as a value. */
export async function tryOnce(call: () => Promise<ResourceResponse | undefined | void>): Promise<SendResult> {
  try {
    return { sent: (await call())?.id ?? '' };
  } catch (error) {
    return judgeFailure(error);
  }
}

function referenceTo({ conversationId, serviceUrl }: ChatAddress, appId: string): Partial<ConversationReference> {
  const conversation = { id: withoutThread(conversationId) } as Activity['conversation'];
  return { channelId: 'msteams', serviceUrl, conversation, bot: { id: `28:${appId}`, name: '' } };
}

/** A post into a channel starts a thread of its own; with the suffix it would become a reply. */
export function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}
