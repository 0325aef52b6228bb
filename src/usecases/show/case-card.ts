import { pausesOf, sayPause, heldItemsOf } from '../../domain/clock.js';
import { daysBetween, formatDay, formatShortDay, londonDay, type LocalDate } from '../../domain/local-date.js';
import { holds } from '../../domain/access.js';
import { standing } from '../../domain/decide.js';
import { isRefusal } from '../../domain/refusals.js';
import { nextThing, type NextThing } from '../../domain/next-steps.js';
import type { Button, CaseShown } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import type { Facts, RequestState, SubjectRequest } from '../../domain/subject-request.js';
import { deliveryTitle, outcomeTitle } from '../../procedure/closing.js';
import { tasks } from '../../procedure/collections.js';
import { procedure } from '../../procedure/contents.js';
import { evidenceTitle } from '../../procedure/evidence.js';
import { gatesToSign, signedWords } from '../../procedure/gates.js';
import { channelsIn } from '../../procedure/intake.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { rightTitle } from '../../procedure/rights.js';
import { notLookedAt } from '../../procedure/search-coverage.js';
import { specialBadge } from '../../procedure/special-categories.js';
import { stageAge } from '../../procedure/stage-age.js';
import { closed, stageLine } from '../../procedure/stages.js';
import { CORRECT } from '../correct-step.js';
import type { Desk } from '../desk.js';
import { pressData, stepButtons } from './buttons.js';
import { cite } from './cite.js';
import { doorFacts } from './door-facts.js';
import { dueChip } from './due-chip.js';
import { everydayActions, everydayFacts } from './everyday.js';
import { howItCame, type Known } from './known-facts.js';
import { cautionOf, requesterFacts } from './requester-facts.js';
import { raceFacts } from './race-facts.js';
import { routeFacts } from './route-facts.js';
import { timeFacts } from './time-facts.js';

/** The case card: where it stands, the date and days left, the one next thing and whose it is, the facts, and what this person may do. */
export function caseCard(desk: Desk, request: SubjectRequest, view: View, known: Known, banner?: CaseShown['banner']): CaseShown {
  const next = nextThing(procedure, view);
  return {
    kind: 'case',
    ref: request.ref,
    right: rightTitle(request.state.facts['right']),
    summary: summaryOf(request, known, view.today),
    ...bannerOf(request.state, banner),
    due: dueChip(view.deadline, view.today),
    line: lineOf(request.state),
    ...(next && { next: nextBox(next, view, known) }),
    facts: [...raceFacts(view), ...factsOf(request.state, known)],
    searches: boardsOf(request.state, known),
    actions: actionsOf(desk, request, view),
    summaryLine: `${request.ref}: ${stageTitle(request.state)}`,
  };
}

/** What just happened, and what to take care of with whoever is asking. */
function bannerOf(state: RequestState, banner: CaseShown['banner']): Pick<CaseShown, 'banner'> {
  const caution = cautionOf(state);
  if (caution === undefined) return banner ? { banner } : {};
  const first = banner ? `${banner.text.replace(/[.!]?$/, '.')} ` : '';
  return { banner: { text: `${first}${caution}`, tone: 'attention' } };
}

/** More searches than this stand on the card as one line of numbers. */
const MOST_SEARCHES = 3;

export const stageTitle = (state: RequestState): string => procedure.stages.find((s) => s.code === state.stage)?.title ?? state.stage;

function summaryOf(request: SubjectRequest, known: Known, today: LocalDate): string {
  const { facts } = request.state;
  const officer = facts['caseOfficer'] ? `${known.name(facts['caseOfficer'])} is case officer` : undefined;
  const where = facts['directorate'] ? directorateTitle(facts['directorate']) : 'Not allocated yet';
  const special = request.state.facts['special'] === true ? specialBadge.title : undefined;
  return [special, where, `reported ${howItCame(request, channelsIn)}`, officer, ageOf(request.state, today)].filter(Boolean).join(' · ');
}

function ageOf(state: RequestState, today: LocalDate): string | undefined {
  if (state.since === undefined || state.stage === closed.code) return undefined;
  return stageAge.say(daysBetween(londonDay(new Date(state.since)), today));
}

function lineOf(state: RequestState): CaseShown['line'] {
  const at = procedure.stages.find((s) => s.code === state.stage)?.order ?? 1;
  return stageLine.map((title, i) => ({ title, state: i + 1 < at ? 'done' : i + 1 === at ? 'now' : 'to-come' }));
}

export const titleOf = (step: Pick<Step, 'title' | 'nextTitle'>): string => step.nextTitle ?? step.title;

function nextBox(next: NextThing, view: View, known: Known): NonNullable<CaseShown['next']> {
  const item = next.item === undefined ? undefined : view.request?.items[next.step.of ?? '']?.[next.item];
  const role = next.whose.find((r) => holds(r, view.person, view.request, view.today, item));
  return {
    headline: role ? titleOf(next.step) : `${titleOf(next.step)} · ${whoseMove(next, view, known, item)}`,
    text: next.sentence,
    clause: cite(next.step.clause),
    mine: role !== undefined,
  };
}

function whoseMove(next: NextThing, view: View, known: Known, item: Facts | undefined): string {
  const role = next.whose[0];
  const held = role?.scope === 'item' ? item : view.request?.facts;
  const holder = role?.fact === undefined || role.through !== undefined ? undefined : held?.[role.fact];
  return holder ? known.name(holder) : (role?.title ?? '');
}

type FactRow = { title: string; value: string };
const row = (title: string, value: string | undefined): FactRow[] => (value ? [{ title, value }] : []);
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

function factsOf(state: RequestState, known: Known): FactRow[] {
  const { facts } = state;
  const born = known.detail('dateOfBirth');
  const who = [known.detail('requesterName'), born && `born ${formatDay(born)}`].filter(Boolean).join(', ');
  return [
    ...row('Requester', who),
    ...row('Whose data', known.detail('subjectName')),
    ...requesterFacts(state, known),
    ...row('Contact', known.detail('contact')),
    ...row('Address', known.detail('address')),
    ...row('Asked for', known.detail('words')),
    ...row('Named', known.detail('places')),
    ...row('Help needed', known.detail('help')),
    ...doorFacts(state, known),
    ...row('Identity', facts['identity'] ? `${evidenceTitle(facts['identity'])}, ${day(facts['identityOn'])}` : undefined),
    ...row('DIAO', facts['diao'] ? `${known.name(facts['diao'])}, ${postTitle(facts['post'])}` : undefined),
    ...row('Clock', clockLine(state)),
    ...row('Acknowledged', facts['acknowledgedOn'] ? day(facts['acknowledgedOn']) : undefined),
    ...row('Returned for', state.stage === 'ASSESSING' ? known.detail('reasons') : undefined),
    ...row('Reply gives', outcomeTitle(facts['result'])),
    ...row('Not looked at', ['ASSESSING', 'APPROVAL'].includes(state.stage) ? notLookedAt(state) : undefined),
    ...row('To be signed', state.stage === 'APPROVAL' ? signing(state) : undefined),
    ...row('For the approver', state.stage === 'APPROVAL' ? known.detail('summary') : undefined),
    ...row(
      'Sent',
      facts['sentOn'] ? `${day(facts['sentOn'])}, ${deliveryTitle(facts['method'])}, ${known.detail('proof') ?? ''}` : undefined,
    ),
    ...timeFacts(state, known),
    ...routeFacts(state, known),
    ...everydayFacts(state, known),
    ...row('Outcome', outcomeTitle(facts['outcome'])),
    ...row('Last note', known.detail('note')),
  ];
}

/** What a DIAO signs by approving (T13). */
const signing = (state: RequestState): string => signedWords(gatesToSign({ request: state }).map((gate) => gate.code));

function clockLine(state: RequestState): string | undefined {
  const held = heldItemsOf(state.timeline);
  const pauses = pausesOf(state.timeline);
  const waits = 'fault' in held ? [] : held.map((h) => heldLine(h));
  return [...waits, ...('fault' in pauses ? [] : pauses.map(sayPause))].join('; ') || undefined;
}

const THINGS: Readonly<Record<string, string>> = {
  fee: 'the fee',
  authority: 'proof that they may ask',
  attorney: 'the power of attorney or order',
};
const thing = (item: string): string => THINGS[item] ?? `proof of ${item}`;
const heldLine = ({ item, asked, arrived }: { item: string; asked: LocalDate; arrived: LocalDate | null }): string =>
  arrived ? `started ${formatShortDay(arrived)}, when ${thing(item)} arrived` : `held for ${thing(item)}, asked ${formatShortDay(asked)}`;

/** What the case has several of: the few searches line by line, everything else in one line of numbers; the boards have all. */
function boardsOf(state: RequestState, known: Known): FactRow[] {
  return procedure.collections.flatMap((board) => {
    const all = Object.entries(state.items[board.code] ?? {});
    if (all.length === 0) return [];
    if (board === tasks && all.length <= MOST_SEARCHES)
      return all.map(([id, t]) => ({ title: board.head(t, id), value: board.text(t, known.name) }));
    return board.sum ? [{ title: board.title, value: board.sum(all.map(([, facts]) => facts)) }] : [];
  });
}

/** No button is shown that would be refused. */
function mayCorrect(view: View): boolean {
  const row = procedure.steps.find((s) => s.id === CORRECT);
  return row !== undefined && !isRefusal(standing(procedure, row, view));
}

function actionsOf(desk: Desk, request: SubjectRequest, view: View): Button[] {
  const data = pressData(desk, request);
  const at = (title: string, verb: string): Button => ({ title, verb, data, secondary: true });
  const why: Button = { title: 'Why this date', verb: 'why', data };
  return [
    ...stepButtons(desk, request, view),
    why,
    ...(mayCorrect(view) ? [at('Correct something…', 'correct')] : []),
    at('History', 'history'),
    ...everydayActions(request, view),
  ];
}
