import type { AnswerFault } from '../domain/read-answers.js';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.js';
import { standing, withItem } from '../domain/decide.js';
import type { Button, FormShown } from '../domain/shown.js';
import { replay } from '../domain/replay.js';
import type { Step, View } from '../domain/step.js';
import type { StepTaken, SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { besideForm } from './beside-form.js';
import { cannotBePutRight, CORRECT, correctable } from './correct-step.js';
import type { Desk } from './desk.js';
import { peopleFor } from './people-for.js';
import type { KnownPerson } from './ports.js';
import { pressData } from './show/buttons.js';
import { openButton, refusalPage } from './show/pages.js';
import { stepForm, type FormGiven } from './show/step-form.js';
import { forThoseWho, type Showing } from './show-request.js';
import { viewOf } from './view-of.js';
import { formatDayAndTime } from '../domain/local-date.js';

const stepOf = (id: string): Step | undefined => procedure.steps.find((s) => s.id === id);

/** The form of a step, if it may be taken now; else why not. */
export async function showForm(
  desk: Desk,
  person: KnownPerson,
  ask: {
    requestId: string;
    step: string;
    item?: string;
    typed?: Record<string, unknown>;
    faults?: AnswerFault[];
    notice?: FormShown['notice'];
    /** Further buttons, such as the way to what was made from the answers. */
    actions?: Button[];
    /** The letter that the form is opened for. */
    letter?: string;
  },
): Promise<Showing> {
  return forThoseWho(desk, person, { id: ask.requestId }, ['whole', 'receipt', 'task'], async (request) => {
    const step = stepOf(ask.step);
    const refusal = step ? mayOpen(desk, person, request, step, ask.item) : refuse('no-such-step', 'There is no such step.');
    if (!step || refusal) return { shown: refusalPage(refusal as Refusal, request) };
    return { shown: await formOf(desk, person, request, step, ask), holds: { requestId: request.id, person: person.id } };
  });
}

function mayOpen(desk: Desk, person: KnownPerson, request: SubjectRequest, step: Step, item: string | undefined): Refusal | null {
  const seen = withItem(step, viewOf(desk, request.state, person), item);
  const stands = isRefusal(seen) ? seen : standing(procedure, step, seen);
  return isRefusal(stands) ? stands : null;
}

async function formOf(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  step: Step,
  ask: {
    item?: string;
    typed?: Record<string, unknown>;
    faults?: AnswerFault[];
    notice?: FormShown['notice'];
    actions?: Button[];
    letter?: string;
  },
): Promise<FormShown> {
  const seen = withItem(step, viewOf(desk, request.state, person), ask.item);
  const data = { ...pressData(desk, request), ...(ask.item !== undefined && { i: ask.item }) };
  const people = await peopleFor(desk, step.id, request.state);
  const { actions, ...beside } = await besideForm(desk, person, request, step, { people, ...(ask.typed && { typed: ask.typed }) });
  return stepForm(step, {
    view: isRefusal(seen) ? viewOf(desk, request.state, person) : seen,
    ref: request.ref,
    people,
    ...beside,
    ...(ask.letter && step.asks?.['letter'] && { recalled: { ...beside.recalled, letter: ask.letter } }),
    ...typedOf(ask),
    // What is proposed fills in what was not on the form that came back.
    ...(step.knows && ask.typed && { typed: { ...beside.recalled, ...ask.typed } }),
    actions: [{ title: step.title, verb: step.id, data, primary: true }, ...(ask.actions ?? []), openButton(request, 'Back'), ...actions],
  });
}

const typedOf = (ask: Pick<FormGiven, 'typed' | 'faults' | 'notice'>): Partial<FormGiven> => ({
  ...(ask.typed && { typed: ask.typed }),
  ...(ask.faults && { faults: ask.faults }),
  ...(ask.notice && { notice: ask.notice }),
});

/** Which earlier step is to be put right: those that may be, the newest first. */
export async function showCorrectable(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole', 'receipt'], async (request, view) => {
    const allowed = standing(procedure, stepOf(CORRECT) as Step, view);
    if (isRefusal(allowed)) return { shown: refusalPage(allowed, request) };
    const history = (await desk.requests.history(request.id)).map((h) => h.step);
    const rows = correctable(history, person.id, allowed.as.code)
      .slice(0, 10)
      .map((s) => ({
        title: stepOf(s.id)?.title ?? s.id,
        text: formatDayAndTime(new Date(s.at)),
        action: { title: 'Correct', verb: 'correct-form', data: { ...pressData(desk, request), n: s.n } },
      }));
    const blocks = [{ is: 'rows' as const, rows, empty: 'There is nothing that you can correct.' }];
    return { shown: { kind: 'page', title: 'What should be put right?', under: request.ref, blocks, actions: [openButton(request)] } };
  });
}

/** The form of an earlier step with what was recorded then, and the reason for correcting it. */
export async function showCorrection(
  desk: Desk,
  person: KnownPerson,
  ask: Pick<FormGiven, 'notice'> & { requestId: string; n: number; typed?: Record<string, unknown>; faults?: AnswerFault[] },
): Promise<Showing> {
  return forThoseWho(desk, person, { id: ask.requestId }, ['whole', 'receipt'], async (request, view) => {
    const history = (await desk.requests.history(request.id)).map((h) => h.step);
    const allowed = standing(procedure, stepOf(CORRECT) as Step, view);
    if (isRefusal(allowed)) return { shown: refusalPage(allowed, request) };
    // The number comes from a card, and the form shows what was recorded: only steps that this person may put right.
    const wrong = correctable(history, person.id, allowed.as.code).find((s) => s.n === ask.n);
    const step = stepOf(wrong?.id ?? '');
    if (!wrong || !step) return { shown: refusalPage(cannotBePutRight(), request) };
    const asks = { ...step.asks, ...stepOf(CORRECT)?.asks };
    const typed = ask.typed ?? (await recorded(desk, latestOf(wrong, history, person.id, allowed.as.code)));
    const row = { title: `Correct: ${step.title.toLowerCase()}`, clause: step.clause, about: stepOf(CORRECT)?.about ?? '', asks };
    // The name of the step lets the same form come back while the store is away.
    const data = { ...pressData(desk, request), n: ask.n, s: step.id };
    const actions = [{ title: 'Record the correction', verb: CORRECT, data, primary: true }, openButton(request, 'Back')];
    const people = await peopleFor(desk, step.id, request.state);
    const shown = stepForm(row, {
      view: asItStood(desk, person, history, wrong),
      ref: request.ref,
      people,
      ...typedOf({ ...ask, typed }),
      actions,
    });
    return { shown, holds: { requestId: request.id, person: person.id } };
  });
}

/** What the form could offer when the step was taken: the case before it. */
function asItStood(desk: Desk, person: KnownPerson, history: readonly StepTaken[], wrong: StepTaken): View {
  const before = history.filter((s) => s.n < wrong.n);
  const view = viewOf(desk, before.length > 0 ? replay(before) : null, person);
  const row = stepOf(wrong.id);
  const seen = row ? withItem(row, view, wrong.item?.split('/')[1]) : view;
  return isRefusal(seen) ? view : seen;
}

/** What counts now of a step: its newest correction. A reporter reads back only what they wrote themselves. */
function latestOf(wrong: StepTaken, history: readonly StepTaken[], person: string, relation: string): StepTaken {
  return history.findLast((s) => s.corrects === wrong.n && (relation !== 'REPORTER' || s.by === person)) ?? wrong;
}

async function recorded(desk: Desk, wrong: StepTaken): Promise<Record<string, unknown>> {
  const { correctionReason: _why, ...kept } = (wrong.details ? (await desk.details.read([wrong.details]))[wrong.details] : {}) ?? {};
  const open = Object.entries(wrong.answers).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return { ...Object.fromEntries(open), ...kept };
}
