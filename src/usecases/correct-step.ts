import { sightOf } from '../domain/access.js';
import { isTimelineFault } from '../domain/clock.js';
import { decide, type Decided } from '../domain/decide.js';
import { londonDay } from '../domain/local-date.js';
import { isRefusal, refuse } from '../domain/refusals.js';
import { replay } from '../domain/replay.js';
import type { Step, View } from '../domain/step.js';
import type { StepTaken, SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { commitStep, headerOf, keepDetails, withClock, type StepDraft } from './commit-step.js';
import type { Desk } from './desk.js';
import { peopleFor } from './people-for.js';
import { notVisible, refused, repeatOrStale, type Press, type PressAnswer } from './take-step.js';
import { datesOf, viewOf } from './view-of.js';

export const CORRECT = 'correct-an-earlier-step';

/** Steps of a history that may be put right, once more if need be, the newest first. A reporter may put right what they did themselves. */
export function correctable(history: readonly StepTaken[], person: string, relation: string): StepTaken[] {
  return history
    .filter((s) => procedure.steps.find((row) => row.id === s.id)?.correctable)
    .filter((s) => relation !== 'REPORTER' || s.by === person)
    .reverse();
}

export const cannotBePutRight = () => refuse('not-your-step', 'This step cannot be put right by you.', { clause: '2.11' });

/** The outcome of step `n` with other answers, decided as if it were taken now in its place. */
function redo(desk: Desk, press: Press, history: StepTaken[], n: number, people: Awaited<ReturnType<typeof peopleFor>>) {
  const wrong = history.find((s) => s.n === n);
  const row = procedure.steps.find((s) => s.id === wrong?.id);
  if (!wrong || !row) return refuse('no-such-step', 'There is no such step on this request.');
  const before = n === 1 ? null : replay(history.filter((s) => (s.corrects ?? s.n) < n));
  // Whose step it was stays as it was: a report put right by somebody else is still its reporter's.
  const taker = { id: wrong.by, name: '', grants: [] };
  // Dates that the step took from the calendar stay those of the day it was taken; answers are checked against today.
  const view = { ...viewOf(desk, before, taker), today: londonDay(new Date(wrong.at)) };
  const free: Step = { ...row, by: procedure.roles.filter((r) => r.scope === 'anyone'), needs: [] };
  const item = wrong.item?.split('/')[1];
  const attempt = { step: row.id, raw: press.raw, people, ...(item !== undefined && { item }) };
  const decided = decide({ ...procedure, steps: [free] }, view, attempt);
  if (isRefusal(decided) || 'faults' in decided) return decided;
  if (decided.effects.stage !== wrong.outcome.stage)
    return refuse(
      'needs-something-first',
      'That would change where the case went, not what was recorded. Take the step that leads there instead.',
      { clause: '2.11' },
    );
  return { ...decided, step: row };
}

/** Puts an earlier step right by a later one; both stay in the history, and dates that follow from it move. */
export async function correctStep(desk: Desk, press: Press & { corrects: number }, request: SubjectRequest): Promise<PressAnswer> {
  const history = (await desk.requests.history(request.id)).map((h) => h.step);
  const view = viewOf(desk, request.state, press.person);
  if (sightOf(procedure, press.person, request.state, view.today) === 'nothing') return refused(desk, press, null, notVisible());
  const asked = decideCorrection(view, press, history);
  if (isRefusal(asked)) return refused(desk, press, request, asked);
  const wrong = history.find((s) => s.n === press.corrects);
  const redone = redo(desk, press, history, press.corrects, await peopleFor(desk, wrong?.id ?? '', request.state));
  if (isRefusal(redone)) return refused(desk, press, request, redone);
  const faults = [...('faults' in asked ? asked.faults : []), ...('faults' in redone ? redone.faults : [])];
  if ('faults' in redone || 'faults' in asked) return { was: 'at-fault', request, step: stepRow(), faults };
  return write(desk, press, request, { history, asked, redone });
}

const stepRow = (): Step => procedure.steps.find((s) => s.id === CORRECT) as Step;

function decideCorrection(view: View, press: Press & { corrects: number }, history: StepTaken[]) {
  const decided = decide(procedure, view, { step: CORRECT, raw: press.raw });
  if (isRefusal(decided) || 'faults' in decided) return decided;
  const open = correctable(history, press.person.id, decided.as.code).some((s) => s.n === press.corrects);
  return open ? decided : cannotBePutRight();
}

async function write(
  desk: Desk,
  press: Press & { corrects: number },
  request: SubjectRequest,
  { history, asked, redone }: { history: StepTaken[]; asked: Decided; redone: Decided },
): Promise<PressAnswer> {
  const { tell: _tell, ...outcome } = redone.effects;
  const draft: StepDraft = {
    ...asked,
    answers: redone.answers,
    effects: outcome,
    kept: { ...redone.kept, ...asked.kept },
    requestId: request.id,
    n: request.version + 1,
    person: press.person,
    key: press.key,
    corrects: press.corrects,
  };
  const clocked = withClock(desk, headerOf(desk, draft, null), replay([...history, headerOf(desk, draft, null)]));
  const fault = 'fault' in clocked ? clocked.fault : standsStill(desk, request, clocked);
  if ('fault' in clocked || fault) return { was: 'at-fault', request, step: asked.step, faults: [{ field: '', sentence: fault ?? '' }] };
  const details = await keepDetails(desk, draft);
  const header = { ...headerOf(desk, draft, details?.id ?? null), ...(clocked.clock && { clock: clocked.clock }) };
  const after = await commitStep(desk, request, draft, { header, state: replay([...history, header]), hash: details?.hash ?? null });
  if (after) return { was: 'taken', request: after, step: asked.step, repeated: false };
  return repeatOrStale(desk, press, (await desk.requests.byId(request.id)) ?? request);
}

/** A day that makes what arrived come before it was asked for would stop a clock that runs, and nobody could start it again (§2.6.1). */
function standsStill(desk: Desk, request: SubjectRequest, { clock }: StepTaken): string | null {
  const before = datesOf(desk, request.state);
  const stops = !isTimelineFault(before) && before.start !== null && clock?.start === null;
  return stops ? 'With that day, what arrived would have come before it was asked for. Check the days.' : null;
}
