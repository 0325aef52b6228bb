import { sightOf } from '../domain/access.js';
import { decide, type Decided } from '../domain/decide.js';
import type { AnswerFault } from '../domain/read-answers.js';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.js';
import { apply } from '../domain/replay.js';
import type { Step } from '../domain/step.js';
import type { RequestState, StepTaken, SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { commitStep, headerOf, keepDetails, withClock, type StepDraft } from './commit-step.js';
import type { Desk } from './desk.js';
import { replyFaults } from './guard/reply-mentions.js';
import { peopleFor } from './people-for.js';
import { knowledgeFor } from './knowledge/propose.js';
import type { KnownPerson } from './ports.js';
import { readKnown, type Known } from './show/known-facts.js';
import { checkBoth } from './same-in-both.js';
import { takeAlongside } from './take-alongside.js';
import { withBefore } from './recall.js';
import { viewOf } from './view-of.js';

/** A press of a button, as the card gave it: ids and answers only. */
export interface Press {
  person: KnownPerson;
  requestId: string;
  version: number;
  key: string;
  step: string;
  item?: string;
  raw: Record<string, unknown>;
}
export type PressAnswer =
  | { was: 'taken'; request: SubjectRequest; step: Step; repeated: boolean; known?: Known }
  | { was: 'at-fault'; request: SubjectRequest; step: Step; faults: AnswerFault[] }
  /** Somebody else acted since the card was drawn. */
  | { was: 'stale'; request: SubjectRequest; last: StepTaken | null }
  | { was: 'refused'; request: SubjectRequest | null; refusal: Refusal };

/** Takes a step on a case, once however often it is pressed; a lost race is no error (design §4). */
export async function takeStep(desk: Desk, press: Press): Promise<PressAnswer> {
  const request = await desk.requests.byId(press.requestId);
  if (!request) return { was: 'refused', request: null, refusal: nothingBehind(press.step) };
  const view = viewOf(desk, request.state, press.person);
  if (sightOf(procedure, press.person, request.state, view.today) === 'nothing') return refused(desk, press, null, notVisible());
  if (procedure.steps.find((s) => s.id === press.step)?.alongside)
    return refused(desk, press, request, refuse('no-such-step', 'This is done from the other case.', { clause: '2.3.2' }));
  if (request.version !== press.version) return repeatOrStale(desk, press, request);

  const people = await peopleFor(desk, press.step, request.state);
  const knows = procedure.steps.find((s) => s.id === press.step)?.knows === true;
  const known = knows ? { knowledge: await knowledgeFor(desk, request, press.raw['serviceWords']) } : {};
  const decided = decide(
    procedure,
    { ...view, ...known },
    {
      step: press.step,
      raw: press.raw,
      people,
      ...(press.item !== undefined && { item: press.item }),
    },
  );
  if (isRefusal(decided)) return refused(desk, press, request, decided);
  if ('faults' in decided) return { was: 'at-fault', request, ...decided };
  const said = decided.step.guardsReply ? await replyFaults(desk, request, view) : [];
  if (said.length > 0) return { was: 'at-fault', request, step: decided.step, faults: said };
  return write(desk, press, request, decided);
}

/** A button that leads nowhere: of an older version, of a case that is gone, or made up. */
const nothingBehind = (step: string): Refusal =>
  procedure.steps.some((s) => s.id === step)
    ? refuse(
        'no-such-request',
        'The request this button was for is no longer here. Nothing was recorded. Open the case again by its reference.',
      )
    : refuse(
        'no-such-step',
        'I do not know this button any more: it is from an older card. Nothing was recorded. Open the case again, or type help.',
      );

export const notVisible = (): Refusal =>
  refuse('not-visible', 'This case is not open to you. If you need it for your work, ask the Information Governance team.', {
    clause: '1.3',
  });

/** The same press again gets the same answer; anything else on an old card is told who acted. */
export async function repeatOrStale(desk: Desk, press: Press, request: SubjectRequest): Promise<PressAnswer> {
  const before = await desk.requests.stepByKey(request.id, press.key);
  const step = procedure.steps.find((s) => s.id === before?.id);
  if (before && step && before.by === press.person.id && before.id === press.step) return { was: 'taken', request, step, repeated: true };
  const last = Object.entries(request.state.took).sort(([, a], [, b]) => b.n - a.n)[0];
  return { was: 'stale', request, last: last ? ({ id: last[0], ...last[1], at: last[1].on } as unknown as StepTaken) : null };
}

/** A refusal is logged (SEC-12): who wanted which step, and why not. */
export async function refused(desk: Desk, press: Press, request: SubjectRequest | null, refusal: Refusal): Promise<PressAnswer> {
  await desk.audit.record({
    what: 'refused',
    by: press.person.id,
    requestId: press.requestId,
    codes: { step: press.step, code: refusal.code },
  });
  return { was: 'refused', request, refusal };
}

async function write(desk: Desk, press: Press, request: SubjectRequest, decided: Decided): Promise<PressAnswer> {
  const atFault = (faults: AnswerFault[]): PressAnswer => ({ was: 'at-fault', request, step: decided.step, faults });
  const recalled = await withBefore(desk, decided, request.state);
  if ('faults' in recalled) return atFault(recalled.faults);
  const { also, tell = [] } = decided.effects;
  const effects = also ? { ...decided.effects, tell: [...tell, checkBoth(also.ref)] } : decided.effects;
  const draft: StepDraft = {
    ...decided,
    ...recalled,
    effects,
    requestId: request.id,
    n: request.version + 1,
    person: press.person,
    key: press.key,
  };
  const trial = apply(request.state, headerOf(desk, draft, null));
  const clocked = withClock(desk, headerOf(desk, draft, null), trial);
  if ('fault' in clocked) return atFault([{ field: '', sentence: clocked.fault }]);
  const no = also ? await takeAlongside(desk, press, request, also) : null;
  if (no !== null) return atFault([{ field: referenceIn(decided.step), sentence: no }]);
  const known = openedBeside(desk, press, draft, trial);
  const details = await keepDetails(desk, draft);
  const header = { ...headerOf(desk, draft, details?.id ?? null), ...(clocked.clock && { clock: clocked.clock }) };
  const state = apply(request.state, header);
  const after = await commitStep(desk, request, draft, { header, state, hash: details?.hash ?? null });
  if (after) return { was: 'taken', request: after, step: decided.step, repeated: false, ...(known && { known: await known }) };
  const current = await desk.requests.byId(request.id);
  return repeatOrStale(desk, press, current ?? request);
}

/** The field in which the other case was named; the fault stands there. */
const referenceIn = (step: Step): string => Object.entries(step.asks ?? {}).find(([, field]) => field.kind === 'reference')?.[0] ?? '';

/** What the next card shows is opened beside the write, not after it; what was just typed is at hand. */
function openedBeside(desk: Desk, press: Press, draft: StepDraft, state: RequestState): Promise<Known> | null {
  if (sightOf(procedure, press.person, state, desk.clock.today()) !== 'whole') return null;
  const reading = readKnown(desk, state).then(({ detail, name }) => ({
    name,
    detail: (field: string) => draft.kept[field]?.value ?? detail(field),
  }));
  reading.catch(() => undefined);
  return reading;
}
