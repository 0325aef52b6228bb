import type { Desk } from '../usecases/desk.js';
import { knowPerson } from '../usecases/know-person.js';
import { channelWelcome, welcomePage } from '../usecases/welcome.js';
import { runCommand } from './commands.js';
import type { Answer, Handle, Incoming } from './incoming.js';
import { awayAnswer } from './away.js';
import { render } from './render.js';
import { routePress } from './route.js';
import type { Reply, Turn } from './turn.js';

/** Answers every incoming event. The person comes from the turn, roles and state from the store, nothing from a card. */
export function handleFor(desk: Desk, isOutage: (error: unknown) => boolean): Handle {
  return async (incoming) => {
    try {
      return await answer(desk, incoming);
    } catch (error) {
      if (!isOutage(error)) throw error;
      desk.log.warn('store-away', { step: incoming.verb ?? 'message' });
      return awayAnswer(desk, incoming);
    }
  };
}

async function answer(desk: Desk, incoming: Incoming): Promise<Answer | null> {
  if (incoming.kind === 'other') return null;
  if (incoming.kind === 'uninstall') return leave(desk, incoming);
  const person = await knowPerson(desk, incoming);
  const turn: Turn = { desk, person, incoming };
  if (incoming.kind === 'install') return toAnswer(await installed(turn));
  return toAnswer(await (incoming.kind === 'press' ? routePress(turn) : runCommand(turn)));
}

async function installed({ desk, incoming }: Turn): Promise<Reply> {
  if (incoming.chat.scope === 'personal') return { shown: welcomePage() };
  const { conversationId, serviceUrl } = incoming.chat;
  await desk.channels.seen({ conversationId, serviceUrl, tenant: incoming.tenant });
  return { shown: channelWelcome(await desk.channels.directorateOf(conversationId)) };
}

async function leave(desk: Desk, incoming: Incoming): Promise<null> {
  const { conversationId, scope } = incoming.chat;
  await (scope === 'personal' ? desk.people.markUnreachable(conversationId) : desk.channels.markUnreachable(conversationId));
  return null;
}

function toAnswer(reply: Reply): Answer {
  if ('text' in reply) return { text: reply.text };
  return { ...render(reply.shown), ...(reply.holds && { holds: reply.holds }) };
}
