import { sightOf } from '../domain/access.js';
import type { CaseShown } from '../domain/shown.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson, OutboxMessage } from './ports.js';
import { channelCard, newRequestTitle } from './show/channel-card.js';
import { roleAnswerPage, roleAskPage } from './show/role-pages.js';
import { showFound, type Showing } from './show-request.js';
import { viewOf } from './view-of.js';

/** What just happened, said first on the case card that a message brings. */
const BANNERS: Record<string, string> = {
  open: '',
  reported: 'A new request to log and allocate.',
  'sent-back': 'The directorate says that this is not theirs. Allocate it again.',
  'your-case': 'You are the case officer.',
  'your-search': 'You are asked to search.',
  'searches-answered': 'Every search has been answered.',
  'approve-this': 'A reply is waiting for your approval.',
  approved: 'The reply is approved. Send it and record how.',
  returned: 'The reply was returned to you with reasons.',
};

/** A queued message as it stands now: the case is read and access checked afresh at the moment of sending. */
export async function tell(
  desk: Desk,
  message: OutboxMessage,
  to: { person?: string; directorate?: string },
): Promise<Showing | { dropped: string }> {
  if (message.template === 'role-ask') return tellOfRoleAsk(desk, message);
  if (message.template === 'role-answer') return tellRoleAnswer(desk, message);
  if (message.template === 'unreachable') return tellUnreachable(message);
  const request = message.requestId === undefined ? null : await desk.requests.byId(message.requestId);
  if (!request) return { dropped: 'the request is gone' };
  if (to.directorate !== undefined) return inChannel(desk, message, request, to.directorate);
  const person = to.person === undefined ? null : await desk.people.byId(to.person);
  return person ? inOwnChat(desk, message, request, person) : { dropped: 'the person is not known' };
}

type Request = NonNullable<Awaited<ReturnType<Desk['requests']['byId']>>>;

async function inOwnChat(
  desk: Desk,
  message: OutboxMessage,
  request: Request,
  person: KnownPerson,
): Promise<Showing | { dropped: string }> {
  const text = BANNERS[message.template];
  const banner: CaseShown['banner'] = text ? { text, tone: 'attention' } : undefined;
  const sight = sightOf(procedure, person, request.state, desk.clock.today());
  // A notice with no channel to go to goes to its reader as the plain post, without personal details.
  if (message.template === 'falling-due' && sight !== 'nothing')
    return inChannel(desk, message, request, String(request.state.facts['directorate'] ?? ''));
  const showing = await showFound(desk, person, request, banner);
  if (!showing) return { dropped: 'no longer allowed to see it' };
  if (showing.holds) await desk.audit.record({ what: 'sent', by: person.id, requestId: request.id, codes: { template: message.template } });
  return showing;
}

function inChannel(desk: Desk, message: OutboxMessage, request: Request, directorate: string): Showing | { dropped: string } {
  const facts = request.state.facts;
  if (message.template !== 'falling-due' && facts['directorate'] !== directorate) return { dropped: 'allocated elsewhere since' };
  const view = viewOf(desk, request.state, { id: '', name: '', grants: [] });
  if (message.template === 'falling-due' && (!view.deadline?.due || view.deadline.state === 'stopped'))
    return { dropped: 'nothing falls due any more' };
  return { shown: channelCard(request, view, message.template === 'falling-due' ? 'An answer falls due' : newRequestTitle(request)) };
}

async function tellOfRoleAsk(desk: Desk, message: OutboxMessage): Promise<Showing | { dropped: string }> {
  const ask = await desk.roleAsks.byId(String(message.args['ask']));
  if (!ask || ask.decided) return { dropped: 'decided already' };
  return { shown: roleAskPage(ask, (await desk.people.byId(ask.person))?.name ?? 'A colleague') };
}

async function tellRoleAnswer(desk: Desk, message: OutboxMessage): Promise<Showing | { dropped: string }> {
  const ask = await desk.roleAsks.byId(String(message.args['ask']));
  return ask ? { shown: roleAnswerPage(ask, message.args['granted'] === true) } : { dropped: 'the ask is gone' };
}

function tellUnreachable(message: OutboxMessage): Showing {
  const who = Object.entries(message.args)
    .filter(([k]) => k !== 'reason')
    .map(([, v]) => String(v))
    .join(' ');
  const text = `A message could not be delivered to ${who}. Check that the app is installed there, and that the channel is bound to its directorate.`;
  return {
    shown: {
      kind: 'page',
      title: 'Somebody cannot be reached',
      tone: 'warning',
      blocks: [{ is: 'text', text }],
      actions: [],
      summaryLine: 'Somebody cannot be reached',
    },
  };
}
