import type { Activity } from 'botbuilder';
import { answerDialog, sayInDialog } from './answer-dialog.js';
import { answerByMessage } from './answer-message.js';
import { answerPress } from './answer-press.js';
import type { Bridge } from './bridge.js';
import { createHeardBefore } from './heard-before.js';
import { createLateAnswers } from './late-answers.js';
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
    let answer: { status: number; body?: unknown } | undefined;
    try {
      const turn = await bridge.adapter.receive(authorization, activity, async (context) => {
        if (activity.type === 'message' && heardBefore(incoming.person.id, incoming.activityId)) return;
        if (activity.type !== 'invoke') await answerByMessage(bridge, context, incoming);
        else if (incoming.kind === 'dialog') answer = { status: 200, body: await answerDialog(bridge, incoming) };
        else if (incoming.kind === 'press') answer = { status: 200, body: await answerPress(bridge, late, incoming) };
      });
      // An invoke of a kind we do not offer still gets an answer with words in it: an empty or failed one makes Teams try again.
      if (!answer && activity.type === 'invoke') return { status: 200, body: plainWords('Rightsdesk does not offer this here.') };
      return answer ?? { status: turn?.status ?? 200, ...(turn?.body !== undefined && { body: turn.body as unknown }) };
    } catch (error) {
      return refuseTurn(bridge, error);
    }
  };
}

/** Said before any token is checked, so it tells nothing: a guest in a chat, or a sender that is not Teams. */
const NOT_OF_THE_COUNCIL = 'Only staff of the council can report a request here. Nothing was recorded.';

const plainWords = (value: string) => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value });

function refuseTurn(bridge: Bridge, error: unknown): { status: number } {
  const { statusCode } = error as { statusCode?: unknown };
  if (statusCode === 401 || statusCode === 403) {
    bridge.log.warn('activity-refused', { code: 'token' });
    return { status: statusCode };
  }
  bridge.log.error('turn-broken', { reference: bridge.newReference(), error });
  return { status: 500 };
}
