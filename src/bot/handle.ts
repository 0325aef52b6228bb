import type { Desk } from '../usecases/desk.js';
import { readAhead } from '../usecases/read-ahead.js';
import type { MachineTime } from '../usecases/ports.js';
import { knowPerson } from '../usecases/know-person.js';
import { channelWelcome, welcomePage } from '../usecases/welcome.js';
import { runDialog } from './dialog.js';
import { runCommand } from './run-command.js';
import type { Answer, Handle, Incoming } from './incoming.js';
import { awayAnswer } from './away.js';
import { render } from './render.js';
import { readPress } from './read-press.js';
import { routePress } from './route.js';
import type { Reply, Turn } from './turn.js';

/** Answers every incoming event. The person comes from the turn, roles and state from the store, nothing from a card. */
export function handleFor(desk: Desk, isOutage: (error: unknown) => boolean, machine: MachineTime): Handle {
  const mayWelcome = oncePerInstall(machine);
  return async (incoming) => {
    try {
      return await answer(desk, incoming, mayWelcome);
    } catch (error) {
      if (!isOutage(error)) throw error;
      desk.log.warn('store-away', { step: incoming.verb ?? 'message' });
      return awayAnswer(desk, incoming);
    }
  };
}

async function answer(desk: Desk, incoming: Incoming, mayWelcome: (chat: string) => boolean): Promise<Answer | null> {
  if (incoming.kind === 'other') return null;
  if (incoming.kind === 'uninstall') return leave(desk, incoming);
  const { request } = readPress(incoming.data);
  const ahead = incoming.kind === 'press' && request !== '' ? readAhead(desk, request) : desk;
  const { chat, tenant } = incoming;
  // Any sign of life shows that the channel can be reached, and by which address; the event of being added may be years old or lost.
  if (chat.scope !== 'personal' && incoming.kind !== 'dialog')
    await desk.channels.seen({ conversationId: chat.conversationId, serviceUrl: chat.serviceUrl, tenant });
  const person = await knowPerson(desk, incoming);
  const turn: Turn = { desk: ahead, person, incoming };
  if (incoming.kind === 'install') {
    return mayWelcome(chat.conversationId) ? toAnswer(await installed(turn)) : null;
  }
  if (incoming.kind === 'dialog') return toAnswer(await runDialog(turn));
  return toAnswer(await (incoming.kind === 'press' ? routePress(turn) : runCommand(turn)));
}

/** Teams tells of one installation twice and in two ways; one welcome within a second is enough. */
function oncePerInstall(machine: MachineTime): (chat: string) => boolean {
  const last = new Map<string, number>();
  return (chat) => {
    const now = machine().getTime();
    for (const [known, at] of last) if (now - at > ONE_INSTALL_MS) last.delete(known);
    if (last.has(chat)) return false;
    last.set(chat, now);
    return true;
  };
}
const ONE_INSTALL_MS = 1_000;

async function installed({ desk, incoming }: Turn): Promise<Reply> {
  if (incoming.chat.scope === 'personal') return { shown: welcomePage() };
  return { shown: channelWelcome(await desk.channels.directorateOf(incoming.chat.conversationId)) };
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
