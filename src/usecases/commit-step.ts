import { isTimelineFault } from '../domain/clock.js';
import type { ReadAnswers } from '../domain/read-answers.js';
import type { Effects, Role, Step, Tell } from '../domain/step.js';
import type { Outcome, RequestState, StepTaken } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { igTeam } from '../procedure/roles.js';
import type { Desk } from './desk.js';
import { indexOf } from './index-of.js';
import type { Intent, KnownPerson, NewRequest, StepCommit } from './ports.js';
import { STUB_CARDS } from './relay.js';
import { viewOf, datesOf, listOf } from './view-of.js';

/** A step decided but not yet written. */
export interface StepDraft {
  requestId: string;
  n: number;
  step: Step;
  as: Role;
  person: KnownPerson;
  key: string;
  item?: string;
  answers: StepTaken['answers'];
  kept: ReadAnswers['kept'];
  /** Known already, and needed for the search tokens of what is new. */
  foundWith?: Record<string, string>;
  effects: Effects;
  corrects?: number;
}

/** The header of a step as it will stand in the history. Free text is already away in the details document. */
export function headerOf(desk: Desk, draft: StepDraft, details: string | null): StepTaken {
  const { tell: _tell, also: _also, ...outcome } = draft.effects;
  return {
    n: draft.n,
    id: draft.step.id,
    clause: draft.step.clause,
    policy: procedure.version,
    at: desk.clock.now().toISOString(),
    by: draft.person.id,
    as: draft.as.code,
    ...(draft.item !== undefined && { item: draft.item }),
    answers: draft.answers,
    ...(details !== null && { details, kept: Object.keys(draft.kept) }),
    outcome: outcome satisfies Outcome,
    ...(draft.corrects !== undefined && { corrects: draft.corrects }),
    key: draft.key,
  };
}

/** Writes what is personal first, encrypted; the commit then points at it. Orphans are swept after a day. */
export async function keepDetails(desk: Desk, draft: StepDraft): Promise<{ id: string; hash: string } | null> {
  return Object.keys(draft.kept).length === 0 ? null : desk.details.write(draft.requestId, draft.kept);
}

/** The dates stand beside the step, so that every change of date can be shown with the step that caused it. */
export function withClock(desk: Desk, header: StepTaken, state: RequestState): StepTaken | { fault: string } {
  const dates = datesOf(desk, state);
  if (isTimelineFault(dates)) return dates;
  return {
    ...header,
    clock: { start: dates.start, due: dates.due, latest: dates.latestArguable, state: dates.state, list: listOf(desk, state).version },
  };
}

/** Messages the step promises. The key makes each unique for ever. */
export function intentsOf(requestId: string, n: number, tell: readonly Tell[] = []): Intent[] {
  return tell.map(({ template, to, args }, i) => ({ key: `${requestId}:${n}:${i}:${template}`, template, to, ...(args && { args }) }));
}

/** Search tokens of what this step recorded about people. */
export function tokensOf(desk: Desk, { kept, foundWith }: Pick<StepDraft, 'kept' | 'foundWith'>): string[] {
  const value = (name: string) => kept[name]?.value ?? foundWith?.[name];
  const named = [value('requesterName'), value('subjectName')].filter(Boolean).join(' ');
  const fields = {
    name: named,
    birthDate: value('dateOfBirth'),
    address: value('address'),
    contact: value('contact'),
    reference: value('otherReference'),
  };
  return desk.tokens.of(Object.fromEntries(Object.entries(fields).filter(([, v]) => v)));
}

/** One atomic write on one document; null when the version has moved on. */
export async function commitStep(
  desk: Desk,
  before: { id: string; version: number; mac: string; state: RequestState },
  draft: StepDraft,
  written: { header: StepTaken; state: RequestState; hash: string | null },
) {
  const change: StepCommit = {
    id: before.id,
    expectedVersion: before.version,
    before: before.state,
    state: written.state,
    step: written.header,
    mac: desk.chain.next(before.mac, written.header, written.hash),
    intents: [...putAway(before, written.state, draft.n), ...intentsOf(before.id, draft.n, draft.effects.tell)],
    index: indexOf(desk, viewOf(desk, written.state, draft.person)),
    tokens: tokensOf(desk, draft),
  };
  const after = await desk.requests.commit(change);
  if (after && change.intents.length > 0) desk.poke();
  return after;
}

/** Cards with personal details are put away when a case closes or passes to other hands; the new hands get cards of their own (design §5). */
function putAway(before: { id: string; state: RequestState }, after: RequestState, n: number): Intent[] {
  const closes = after.stage !== before.state.stage && !procedure.stages.find((s) => s.code === after.stage)?.open;
  const passes = ['directorate', 'caseOfficer'].some(
    (f) => before.state.facts[f] !== undefined && before.state.facts[f] !== after.facts[f],
  );
  const stubs: Intent = { key: `${before.id}:${n}:stubs`, template: STUB_CARDS, to: { role: igTeam.code } };
  if (closes || passes || seenByFewer(before.state.facts, after.facts)) return [stubs];
  return formerOwners(before.state, after).map((person) => ({ ...stubs, key: `${stubs.key}:${person}`, args: { person } }));
}

/** A case that becomes restricted, or names somebody in place of a post, goes out of sight of those who had it open (SEC-14). */
function seenByFewer(before: RequestState['facts'], after: RequestState['facts']): boolean {
  if (after['restricted'] !== true) return false;
  return ['restricted', 'letIn', 'directorate', 'diao'].some((f) => JSON.stringify(before[f]) !== JSON.stringify(after[f]));
}

/** Those whose search went to somebody else and who see no more of the case than their searches. */
function formerOwners(before: RequestState, after: RequestState): string[] {
  const whole = [after.facts['caseOfficer'], after.facts['diao']];
  const owners = Object.entries(before.items['tasks'] ?? {}).map(([id, task]) => [task['owner'], after.items['tasks']?.[id]?.['owner']]);
  const gone = owners.filter(([was, is]) => was !== is && !whole.includes(was)).map(([was]) => String(was));
  return [...new Set(gone)];
}

/** The first write of a case. */
export async function commitNew(
  desk: Desk,
  draft: StepDraft & { ref: string; intakeKey: string },
  written: { header: StepTaken; state: RequestState; hash: string | null },
) {
  const mac = desk.chain.first(draft.requestId, written.header, written.hash);
  const request: NewRequest = {
    id: draft.requestId,
    ref: draft.ref,
    version: 1,
    state: written.state,
    mac,
    intakeKey: draft.intakeKey,
    steps: [written.header],
    macs: [mac],
    intents: intentsOf(draft.requestId, draft.n, draft.effects.tell),
    index: indexOf(desk, viewOf(desk, written.state, draft.person)),
    tokens: [...tokensOf(desk, draft), ...desk.tokens.of({ reference: draft.ref })],
    at: desk.clock.now(),
  };
  const stored = await desk.requests.insert(request);
  desk.poke();
  return stored;
}
