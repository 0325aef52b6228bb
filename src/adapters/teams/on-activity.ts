import type { Activity } from 'botbuilder';
import type { Incoming } from '../../bot/incoming.js';
import { answerDialog, sayInDialog } from './answer-dialog.js';
import { answerByMessage } from './answer-message.js';
import { answerPress } from './answer-press.js';
import type { Bridge } from './bridge.js';
import { createHeardBefore } from './heard-before.js';
import { createLateAnswers, type LateAnswers } from './late-answers.js';
import { isMessageAction, readIncoming } from './read-incoming.js';

/** One POST of Teams, free of any web framework. `body` is parsed JSON. */
export type OnActivity = (request: { authorization: string; body: unknown }) => Promise<{ status: number; body?: unknown }>;

/**
 * The whole way in: who is allowed, the token, our own types, the answer within its budget. Refusals are logged by code and get no words.
 * Never rejects.
 */
export function createOnActivity(bridge: Bridge): OnActivity {
  const late = createLateAnswers(bridge.machine);
  const heardBefore = createHeardBefore(bridge.machine);
  return async ({ authorization, body }) => {
    const incoming = readIncoming(body, bridge.allowed);
    if ('refused' in incoming) {
      bridge.log.warn('activity-refused', { code: incoming.refused });
      return isMessageAction(body as object) ? { status: 200, body: sayInDialog(NOT_OF_THE_COUNCIL) } : { status: incoming.status };
    }
    const activity = body as Activity;
    try {
      if (activity.type === 'invoke') {
        // An invoke is answered in its own response: the clients for sending that a turn makes would cost more than the token.
        await bridge.adapter.authenticate(authorization, activity);
        return { status: 200, body: await answerInvoke(bridge, late, incoming) };
      }
      const turn = await bridge.adapter.receive(authorization, activity, async (context) => {
        if (activity.type === 'message' && heardBefore(incoming.person.id, incoming.activityId)) return;
        await answerByMessage(bridge, context, incoming);
      });
      return { status: turn?.status ?? 200, ...(turn?.body !== undefined && { body: turn.body as unknown }) };
    } catch (error) {
      return refuseTurn(bridge, error);
    }
  };
}

/** Said before any token is checked, so it tells nothing: a guest in a chat, or a sender that is not Teams. */
const NOT_OF_THE_COUNCIL = 'Only staff of the council can report a request here. Nothing was recorded.';

/** An invoke of a kind we do not offer still gets an answer with words in it: an empty or failed one makes Teams try again. */
async function answerInvoke(bridge: Bridge, late: LateAnswers, incoming: Incoming): Promise<Record<string, unknown>> {
  if (incoming.kind === 'dialog') return answerDialog(bridge, incoming);
  if (incoming.kind === 'press') return answerPress(bridge, late, incoming);
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Rightsdesk does not offer this here.' };
}

function refuseTurn(bridge: Bridge, error: unknown): { status: number } {
  const { statusCode } = error as { statusCode?: unknown };
  if (statusCode === 401 || statusCode === 403) {
    bridge.log.warn('activity-refused', { code: 'token' });
    return { status: statusCode };
  }
  bridge.log.error('turn-broken', { reference: bridge.newReference(), error });
  return { status: 500 };
}
