import { askForRole, deciders, decideRole } from '../usecases/grant-role.js';
import { bindChannel } from '../usecases/bind-channel.js';
import { isRefusal } from '../domain/refusals.js';
import { readAnswers } from '../domain/read-answers.js';
import { leakPage } from '../usecases/leak-check/link.js';
import { letterBefore } from '../usecases/letters/letter-before.js';
import { packPage } from '../usecases/evidence-pack/link.js';
import { letterLink, showLetters } from '../usecases/letters/show-letters.js';
import { myRequests } from '../usecases/my-lists.js';
import { myWork } from '../usecases/my-work.js';
import { possibleRepeats, repeatsOf } from '../usecases/possible-repeats.js';
import { discardOffered, recordOffered } from '../usecases/record-words.js';
import { editReport, recordReport, reviewReport } from '../usecases/report.js';
import { openInOwnChat } from '../usecases/open-in-own-chat.js';
import { showCaseload } from '../usecases/reports/caseload.js';
import { filterForm, showOutstanding } from '../usecases/reports/outstanding.js';
import { putOff } from '../usecases/put-off-list.js';
import { registerLink } from '../usecases/reports/register-file.js';
import { showBoard, showEntry, showReceipts } from '../usecases/show-board.js';
import { showCorrectable, showCorrection, showForm } from '../usecases/show-form.js';
import { showContactHistory, showNotes } from '../usecases/show-notes.js';
import { slipLink } from '../usecases/slip-of.js';
import { showHistory, showMore, showRequest, showWhy } from '../usecases/show-request.js';
import { refusalPage } from '../usecases/show/pages.js';
import { cancelledPage, receiptPage, reportForm, reviewPage } from '../usecases/show/report-pages.js';
import { askedPage, roleAsks, roleDecidedPage, roleForm } from '../usecases/show/role-pages.js';
import { showTenSteps } from '../usecases/show/ten-steps-page.js';
import { showHolidays } from '../usecases/tell-holidays.js';
import { showInError } from '../usecases/typed-words.js';
import { viewOf } from '../usecases/view-of.js';
import { whatIf, whatIfChosen } from '../usecases/what-if.js';
import { helpHere, visible } from './commands.js';
import { ownChat } from './own-chat.js';
import { pressStep } from './press-step.js';
import { awayVerbs } from './away-verbs.js';
import { guideVerbs } from './guide.js';
import { knowledgeVerbs } from './knowledge-verbs.js';
import { holidaysDecided } from './holidays-press.js';
import { roleVerbs } from './role-verbs.js';
import { readPress, type PressData } from './read-press.js';
import type { Reply, Turn } from './turn.js';

type Handler = (turn: Turn, data: PressData) => Promise<Reply>;

/** Buttons that are not steps, each a line: everything else is a step of the procedure. */
const verbs: Record<string, Handler> = {
  ...knowledgeVerbs,
  ...awayVerbs,
  ...guideVerbs,
  help: async (turn) => ({ shown: helpHere(turn, visible(turn.desk.clock.rehearsal)) }),
  open: (turn, d) =>
    turn.incoming.chat.scope === 'personal'
      ? showRequest(turn.desk, turn.person, { id: d.request })
      : openInOwnChat(turn.desk, turn.person, d.request, turn.incoming.activityId),
  form: ({ desk, person }, d) =>
    showForm(desk, person, { requestId: d.request, step: d.step, letter: d.letter, ...(d.item !== undefined && { item: d.item }) }),
  more: ({ desk, person }, d) => showMore(desk, person, { id: d.request }, d.skip),
  why: ({ desk, person }, d) => showWhy(desk, person, { id: d.request }),
  'what-if': ({ desk, person }, d) => whatIf(desk, person, { id: d.request }, ''),
  'what-if-answer': ({ desk, person, incoming }, d) => whatIfChosen(desk, person, { id: d.request }, incoming.data ?? {}),
  history: ({ desk, person }, d) => showHistory(desk, person, { id: d.request }),
  board: ({ desk, person }, d) => showBoard(desk, person, { requestId: d.request, collection: d.collection, skip: d.skip }),
  entry: ({ desk, person }, d) => showEntry(desk, person, { requestId: d.request, collection: d.collection, id: d.item ?? '' }),
  receipts: ({ desk, person }, d) => showReceipts(desk, person, d.request),
  correct: ({ desk, person }, d) => showCorrectable(desk, person, d.request),
  'correct-form': ({ desk, person }, d) => showCorrection(desk, person, { requestId: d.request, n: d.n }),
  letters: ({ desk, person }, d) => showLetters(desk, person, d.request),
  letter: ({ desk, person }, d) => letterLink(desk, person, d.request, d.letter || 'acknowledgement'),
  'letter-before': ({ desk, person, incoming }, d) =>
    letterBefore(desk, person, { requestId: d.request, step: d.step, typed: incoming.data ?? {} }),
  'evidence-pack': ({ desk, person }, d) => packPage(desk, person, d.request),
  'leak-check': ({ desk, person }, d) => leakPage(desk, person, d.request),
  slip: ({ desk, person }, d) => slipLink(desk, person, d.request),
  'ten-steps': ({ desk, person }, d) => showTenSteps(desk, person, d.request),
  notes: ({ desk, person }, d) => showNotes(desk, person, { id: d.request }),
  'contact-history': ({ desk, person }, d) => showContactHistory(desk, person, { id: d.request }),
  'record-words': ({ desk, person }, d) => recordOffered(desk, person, d.request, d.draft),
  'discard-words': ({ desk, person }, d) => discardOffered(desk, person, d.draft),
  'my-work': async ({ desk, person }, d) => ({ shown: await myWork(desk, person, d.skip) }),
  'my-requests': async ({ desk, person }, d) => ({ shown: await myRequests(desk, person, d.skip) }),
  outstanding: async ({ desk, person, incoming }, d) => ({
    shown: await showOutstanding(desk, person, [d.collection, ...filterAnswers(incoming.data)].join(' '), d.skip),
  }),
  'outstanding-filter': async ({ desk, person }, d) => ({ shown: filterForm(desk, person, d.collection) }),
  caseload: async ({ desk, person }, d) => ({ shown: await showCaseload(desk, person, d.collection) }),
  ...roleVerbs,
  'own-chat': ownChat,
  'in-error': ({ desk, person }) => showInError(desk, person, ''),
  holidays: async ({ desk, person }, d) => ({ shown: await showHolidays(desk, person, d.skip) }),
  'use-holidays': (turn, d) => holidaysDecided(turn, d, true),
  'keep-holidays': (turn, d) => holidaysDecided(turn, d, false),
  'register-file': async ({ desk, person }) => ({ shown: await registerLink(desk, person) }),
  'put-off': ({ desk, person }) => putOff(desk, person, ''),
  report: async ({ desk, person }) => ({ shown: reportForm(desk, person, desk.ids.id()) }),
  'review-report': review,
  'edit-report': edit,
  'record-report': record,
  'cancel-report': cancel,
  'ask-for-role-form': async ({ desk, person }) => ({ shown: roleForm(desk, person) }),
  'ask-for-role': askRole,
  'grant-role': (turn, d) => decide(turn, d, true),
  'decline-role': (turn, d) => decide(turn, d, false),
  'bind-channel': async ({ desk, person, incoming }) => {
    const bound = await bindChannel(desk, person, incoming.chat, incoming.data?.['directorate']);
    if (isRefusal(bound)) return { shown: refusalPage(bound) };
    return {
      shown: {
        kind: 'page',
        title: `This channel belongs to ${bound.bound}`,
        tone: 'good',
        blocks: [{ is: 'text', text: 'Its requests are posted here from now on.' }],
        actions: [],
      },
    };
  },
};

/** What the form of filters sends beside its button; read as words, like what is typed. */
const filterAnswers = (data: Record<string, unknown> = {}): string[] =>
  ['directorate', 'stage', 'press'].flatMap((name) => (typeof data[name] === 'string' ? data[name].slice(0, 40) : []));

/** Names that no step may have. */
export const ownVerbs: readonly string[] = Object.keys(verbs);

/** Verbs that may be pressed where others read along. */
const IN_CHANNEL = new Set(['open', 'bind-channel', 'help', 'own-chat']);

/** Routes a press: a line of the table above, or a step. */
export async function routePress(turn: Turn): Promise<Reply> {
  const verb = turn.incoming.verb ?? '';
  if (turn.incoming.chat.scope !== 'personal' && !IN_CHANNEL.has(verb))
    return { text: 'That is done in your own chat with me, not in a channel.' };
  const handler = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  return handler ? handler(turn, readPress(turn.incoming.data)) : pressStep(turn);
}

async function review({ desk, person, incoming }: Turn, d: PressData): Promise<Reply> {
  const reviewed = await reviewReport(desk, person, d.draft || desk.ids.id(), incoming.data ?? {});
  if (isRefusal(reviewed)) return { shown: refusalPage(reviewed) };
  if (reviewed.was === 'at-fault') return { shown: reportForm(desk, person, reviewed.draft, reviewed) };
  return { shown: reviewPage(reviewed.draft, reviewed.typed, await repeatsOf(desk, person, reviewed.typed)) };
}

async function edit({ desk, person }: Turn, d: PressData): Promise<Reply> {
  const found = await editReport(desk, person, d.draft);
  if (isRefusal(found)) return { shown: refusalPage(found) };
  if ('typed' in found) return { shown: reportForm(desk, person, d.draft, found) };
  return { shown: receiptPage(found.request, viewOf(desk, found.request.state, person)) };
}

/** Once recorded, a report is no longer taken back here: the receipt says what stands. */
async function cancel({ desk, person }: Turn, d: PressData): Promise<Reply> {
  const found = await editReport(desk, person, d.draft);
  if (!isRefusal(found) && 'request' in found) return { shown: receiptPage(found.request, viewOf(desk, found.request.state, person)) };
  if (!isRefusal(found)) await desk.drafts.remove(d.draft);
  return { shown: cancelledPage() };
}

async function record({ desk, person }: Turn, d: PressData): Promise<Reply> {
  const recorded = await recordReport(desk, person, d.draft);
  if (isRefusal(recorded)) return { shown: refusalPage(recorded) };
  if (recorded.was === 'at-fault') return { shown: reportForm(desk, person, recorded.draft, recorded) };
  const repeats = await possibleRepeats(desk, person, recorded.request);
  return { shown: receiptPage(recorded.request, viewOf(desk, recorded.request.state, person), repeats) };
}

async function askRole({ desk, person, incoming }: Turn, d: PressData): Promise<Reply> {
  const typed = incoming.data ?? {};
  const read = readAnswers(roleAsks, typed, { today: desk.clock.today(), received: null, facts: {} });
  if (read.faults.length > 0) return { shown: roleForm(desk, person, { typed, faults: read.faults }) };
  const asked = await askForRole(desk, person, read.all as { role: string; need: string }, d.ask);
  if (isRefusal(asked))
    return { shown: roleForm(desk, person, { typed, faults: [{ field: asked.field ?? '', sentence: asked.sentence }] }) };
  return { shown: askedPage(await deciders(desk)) };
}

async function decide({ desk, person }: Turn, d: PressData, granted: boolean): Promise<Reply> {
  const decided = await decideRole(desk, person, d.ask, granted);
  if (isRefusal(decided)) return { shown: refusalPage(decided) };
  const asker = await desk.people.byId(decided.ask.person);
  return { shown: roleDecidedPage(decided.ask, asker?.name ?? 'The colleague', granted, decided.until) };
}
