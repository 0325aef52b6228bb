import { sightOf } from '../domain/access.js';
import type { CaseShown } from '../domain/shown.js';
import type { Stage } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { directorateTitle } from '../procedure/owners.js';
import { approval, assessing, readyToSend, reported } from '../procedure/stages.js';
import type { Desk } from './desk.js';
import type { KnownPerson, OutboxMessage } from './ports.js';
import { tellReport } from './reports/tell-report.js';
import { channelCard, newRequestTitle } from './show/channel-card.js';
import { roleAnswerPage, roleAskPage, roleWords } from './show/role-pages.js';
import { showFound, type Showing } from './show-request.js';
import { tellHolidays } from './tell-holidays.js';
import { isEntryOvertaken } from './tell-overtaken.js';
import { TIME_BANNERS } from './tell-time.js';
import { viewOf } from './view-of.js';

/** What just happened, said first on the case card that a message brings. */
const BANNERS: Record<string, string> = {
  ...TIME_BANNERS,
  open: '',
  reported: 'A new request to log and allocate.',
  'sent-back': 'The directorate says that this is not theirs. Allocate it again.',
  'your-case': 'You are the case officer.',
  'handed-over': 'The case officer handed this case to a colleague.',
  'dates-moved': 'The list of bank holidays has changed, and the date of this case with it.',
  joined: 'Another case was joined to this one, or taken from it. The date may have moved.',
  'your-search': 'You are asked to search.',
  'chase-search': 'A search you were asked for is waiting for your answer.',
  'search-late': 'A search is late. Its owner has been asked several times.',
  'search-not-theirs': 'A search was answered as not theirs. Pass it on or withdraw it.',
  'keep-it': 'What you are asked to search deletes itself soon. Keep it from that, and say so.',
  'chase-opinion': 'Somebody who was asked for a view has not answered. Ask again, or record the answer.',
  'opinion-in': 'A view that was asked for has been recorded.',
  'view-wanted': 'Your view on a record is asked for.',
  'approve-silence': 'An exemption is not to be named to the requester. Approve that or not.',
  'silence-decided': 'Information Governance has decided whether the exemption is named.',
  'searches-answered': 'Every search has been answered.',
  'approve-this': 'A reply is waiting for your approval.',
  approved: 'The reply is approved. Send it and record how.',
  returned: 'The reply was returned to you with reasons.',
  'type-address-again': 'A reply is ready. Type the address again, from the record.',
  'address-agrees': 'The address agrees. Send the reply and record how.',
};

/** The stage at which each message still says something true; the others hold at any stage. */
const STILL_AT: Record<string, Stage> = {
  reported,
  'sent-back': reported,
  'searches-answered': assessing,
  'approve-this': approval,
  approved: readyToSend,
  'type-address-again': readyToSend,
  'address-agrees': readyToSend,
  returned: assessing,
};

/** What waited in the queue while somebody did it: another card with personal details would help nobody. */
function isOvertaken(message: OutboxMessage, { state }: SubjectRequest, person: string): boolean {
  const { template } = message;
  if (template === 'your-case') return state.facts['caseOfficer'] !== person;
  if (isEntryOvertaken(message, state, person)) return true;
  const stage = STILL_AT[template];
  return stage !== undefined && state.stage !== stage.code;
}

/** A queued message as it stands now: the case is read and access checked afresh at the moment of sending. */
export async function tell(
  desk: Desk,
  message: OutboxMessage,
  to: { person?: string; directorate?: string },
): Promise<Showing | { dropped: string }> {
  if (message.template === 'role-ask') return tellOfRoleAsk(desk, message);
  if (message.template === 'role-answer') return tellRoleAnswer(desk, message);
  if (message.template === 'unreachable') return tellUnreachable(desk, message);
  const other = tellReport(desk, message, to) ?? tellHolidays(desk, message);
  if (other) return other;
  const request = message.requestId === undefined ? null : await desk.requests.byId(message.requestId);
  if (!request) return { dropped: 'the request is gone' };
  if (to.directorate !== undefined) return inChannel(desk, message, request, to.directorate);
  const person = to.person === undefined ? null : await desk.people.byId(to.person);
  return person ? inOwnChat(desk, message, request, person) : { dropped: 'the person is not known' };
}

async function inOwnChat(
  desk: Desk,
  message: OutboxMessage,
  request: SubjectRequest,
  person: KnownPerson,
): Promise<Showing | { dropped: string }> {
  if (isOvertaken(message, request, person.id)) return { dropped: 'overtaken' };
  const text = BANNERS[message.template];
  const banner: CaseShown['banner'] = text ? { text, tone: 'accent' } : undefined;
  const sight = sightOf(procedure, person, request.state, desk.clock.today());
  // A notice with no channel to go to goes to its reader as the plain post, without personal details.
  if (message.template === 'falling-due' && sight !== 'nothing')
    return inChannel(desk, message, request, String(request.state.facts['directorate'] ?? ''));
  const showing = await showFound(desk, person, request, banner);
  if (!showing) return { dropped: 'no longer allowed to see it' };
  if (showing.holds) await desk.audit.record({ what: 'sent', by: person.id, requestId: request.id, codes: { template: message.template } });
  return showing;
}

function inChannel(desk: Desk, message: OutboxMessage, request: SubjectRequest, directorate: string): Showing | { dropped: string } {
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

async function tellUnreachable(desk: Desk, { args }: OutboxMessage): Promise<Showing> {
  const person = typeof args['person'] === 'string' ? await desk.people.byId(args['person']) : null;
  const text =
    'person' in args
      ? `A message to ${person?.name ?? 'a colleague'} could not be delivered. It waits until they open the app and write to me there.`
      : 'role' in args
        ? `A message to the ${roleWords({ role: String(args['role']) })} could not be delivered: nobody holds that role. It waits until somebody does.`
        : `A message to ${directorateTitle(args['directorate'])} could not be delivered: no channel that takes my posts is bound to it. Add me to the channel and mention me there with the word settings; what waits is then sent.`;
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

/** The last look before a card leaves: may its reader still see the case? Records nothing. */
export async function mayStillSee(desk: Desk, message: OutboxMessage, to: { person?: string }): Promise<boolean> {
  if (message.requestId === undefined || to.person === undefined) return true;
  const [person, request] = await Promise.all([desk.people.byId(to.person), desk.requests.byId(message.requestId)]);
  return person !== null && request !== null && sightOf(procedure, person, request.state, desk.clock.today()) !== 'nothing';
}
