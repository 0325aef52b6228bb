import { sightOf } from '../domain/access.js';
import type { CaseShown, PageShown } from '../domain/shown.js';
import type { Stage } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { stillRuns } from '../domain/timers.js';
import { postTitle } from '../procedure/notices.js';
import { approval, assessing, readyToSend, reported } from '../procedure/stages.js';
import { timers } from '../procedure/timers/index.js';
import { tellHandover } from './away/hand-over-pages.js';
import { FOR } from './delivery/cover.js';
import type { Desk } from './desk.js';
import { ASSIGNMENT_BANNERS, ASSIGNMENT_NOTICES } from './tell-assignment.js';
import type { KnownPerson, OutboxMessage, QueuedMessage } from './ports.js';
import { FALLING_DUE } from './send-notices.js';
import { tellReport } from './reports/tell-report.js';
import { channelCard, newRequestTitle } from './show/channel-card.js';
import { roleReviewedPage } from './show/review-pages.js';
import { roleAnswerPage, roleAskPage } from './show/role-pages.js';
import { noticePage } from './show/notice-page.js';
import { showFound, type Showing } from './show-request.js';
import { tellHolidays } from './tell-holidays.js';
import { tellUnreachable } from './tell-unreachable.js';
import { welcomePage } from './welcome.js';
import { isEntryOvertaken } from './tell-overtaken.js';
import { TIME_BANNERS } from './tell-time.js';
import { viewOf } from './view-of.js';

/** What just happened, said first on the case card that a message brings. */
const BANNERS: Record<string, string> = {
  ...TIME_BANNERS,
  ...ASSIGNMENT_BANNERS,
  open: '',
  reported: 'A new request to log and allocate.',
  'sent-back': 'The directorate says that this is not theirs. Allocate it again.',
  'your-case': 'You are the case officer.',
  'handed-over': 'The case officer handed this case to a colleague.',
  'dates-moved': 'The list of bank holidays has changed, and the date of this case with it.',
  joined: 'Another case was joined to this one, or taken from it. The date may have moved.',
  'your-search': 'You are asked to search.',
  'keep-this': 'You are asked to keep something from deletion.',
  'not-kept': 'Something that was to be kept is not there. See what was said about it.',
  'altered-or-deleted': 'Somebody reports that something asked for was altered or deleted.',
  'went-astray': 'Something reached the wrong person or was lost. See to it now.',
  'astray-seen-to': 'What went astray was seen to. Look what has to be done.',
  'search-not-theirs': 'A search was answered as not theirs. Pass it on or withdraw it.',
  'opinion-in': 'A view that was asked for has been recorded.',
  'view-wanted': 'Your view on a record is asked for.',
  'clarification-needed': 'The DIAO says that it must be clarified with the requester.',
  'release-a-concern': 'The DIAO says that its release is a concern.',
  'approve-silence': 'An exemption is not to be named to the requester. Approve that or not.',
  'silence-decided': 'Information Governance has decided whether the exemption is named.',
  'searches-answered': 'Every search has been answered.',
  'approve-this': 'A reply is waiting for your approval.',
  approved: 'The reply is approved. Send it and record how.',
  returned: 'The reply was returned to you with reasons.',
  'type-address-again': 'A reply is ready. Type the address again, from the record.',
  'address-agrees': 'The address agrees. Send the reply and record how.',
  'lead-the-parts': 'Another controller has a part of this. You coordinate one response.',
  'yours-now': 'This request is your team’s to answer. The month goes on.',
  'confirm-the-wording': 'Another law gives a way to this. Confirm what the requester is told.',
  'limits-of-paper': 'Unstructured paper is asked for. Advise on the legal limits.',
  'decide-on-the-backup': 'A back-up would have to be restored. The decision is yours.',
  'backup-decided': 'The Data Protection Officer has decided on the back-up.',
  'named-on-it': 'You are named on a restricted case. Every look at it is logged.',
};

/** What the FOI Coordinator is told, who reads no cases (ASG-07). */
const NOTICES: Record<string, string> = {
  ...ASSIGNMENT_NOTICES,
  'asked-to-clarify': 'The requester was asked to clarify',
  'clarification-needed': 'Clarification is needed',
  'release-a-concern': 'Its release is a concern',
  'risk-raised': 'Records are wrong or kept too long again and again',
  'may-go': 'What was kept may be deleted in the normal way again',
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
  message: QueuedMessage,
  to: { person?: string; directorate?: string },
): Promise<Showing | { dropped: string } | { later: string }> {
  if (message.template === 'role-ask') return tellOfRoleAsk(desk, message);
  if (message.template === 'role-answer') return tellRoleAnswer(desk, message);
  if (message.template === 'role-reviewed') return { shown: roleReviewedPage(message) };
  if (message.template === 'unreachable' || message.template === 'undelivered') return tellUnreachable(desk, message);
  if (message.template === 'handover') return tellHandover(desk, message);
  if (message.template === 'welcome') return { shown: welcomePage() };
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
  const whose = message.args[FOR] === undefined ? person : await desk.people.byId(String(message.args[FOR]));
  if (isOvertaken(message, request, whose?.id ?? person.id)) return { dropped: 'overtaken' };
  const covered = whose && whose.id !== person.id ? `You stand in for ${whose.name}. ` : '';
  const text = `${covered}${BANNERS[message.template] ?? ''}`;
  const banner: CaseShown['banner'] = text ? { text, tone: 'accent' } : undefined;
  const sight = sightOf(procedure, person, request.state, desk.clock.today());
  // Somebody who is told and reads no cases gets the plain post, without personal details.
  const notice = NOTICES[message.template];
  const restricted = request.state.facts['restricted'] === true;
  if (notice && sight === 'nothing' && !restricted) return { shown: await noticeOf(desk, request, person, notice) };
  const showing = await showFound(desk, person, request, banner);
  if (!showing) return { dropped: 'no longer allowed to see it' };
  if (showing.holds) await desk.audit.record({ what: 'sent', by: person.id, requestId: request.id, codes: { template: message.template } });
  return showing;
}

async function noticeOf(desk: Desk, request: SubjectRequest, person: KnownPerson, title: string): Promise<PageShown> {
  const diao = await desk.people.byId(String(request.state.facts['diao']));
  return noticePage(request, viewOf(desk, request.state, person), { title, diao: diao?.name ?? 'of the directorate' });
}

function inChannel(desk: Desk, message: OutboxMessage, request: SubjectRequest, directorate: string): Showing | { dropped: string } {
  if (request.state.facts['directorate'] !== directorate) return { dropped: 'allocated elsewhere since' };
  if (request.state.facts['restricted'] === true) return { dropped: 'a restricted case stands in no channel' };
  const view = viewOf(desk, request.state, { id: '', name: '', grants: [] });
  if (message.template !== FALLING_DUE) return { shown: channelCard(request, view, newRequestTitle(request)) };
  const { timer, on, about } = message.args;
  const row = timers.find(({ code }) => code === timer);
  const runs = row && stillRuns(row, view, { day: String(on), ...(about !== undefined && { about: String(about) }) });
  return runs ? { shown: channelCard(request, view, postTitle(timer)) } : { dropped: 'nothing falls due any more' };
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

/** The last look before a card leaves: may its reader still see the case? Records nothing. */
export async function mayStillSee(desk: Desk, message: OutboxMessage, to: { person?: string }): Promise<boolean> {
  if (message.requestId === undefined || to.person === undefined) return true;
  const [person, request] = await Promise.all([desk.people.byId(to.person), desk.requests.byId(message.requestId)]);
  return person !== null && request !== null && sightOf(procedure, person, request.state, desk.clock.today()) !== 'nothing';
}
