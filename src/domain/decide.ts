import { holds } from './access.js';
import type { FieldContext } from './fields.js';
import { londonDay } from './local-date.js';
import { readAnswers, type AnswerFault, type ReadAnswers } from './read-answers.js';
import { refuse, type Refusal } from './refusals.js';
import type { Effects, Procedure, Role, Step, View } from './step.js';
import type { Facts } from './subject-request.js';

export interface Attempt {
  step: string;
  item?: string;
  raw: Record<string, unknown>;
  people?: FieldContext['people'];
}
export interface Decided {
  step: Step;
  as: Role;
  item?: string;
  answers: Facts;
  kept: ReadAnswers['kept'];
  effects: Effects;
}
/** The step may be taken, but the answers are at fault: the same form comes back with what was typed. */
export interface AnswersAtFault {
  step: Step;
  faults: AnswerFault[];
}

/**
 * May this person take this step on this request now, and what does it do? Pure: the same rows serve cards, help and guard.
 * Answers the decision, the faults of the answers, or a refusal with a plain sentence and its clause.
 */
export function decide(procedure: Procedure, view: View, attempt: Attempt): Decided | AnswersAtFault | Refusal {
  const step = procedure.steps.find((s) => s.id === attempt.step);
  if (!step) return refuse('no-such-step', `There is no step called ${attempt.step}.`);
  const seen = withItem(step, view, attempt.item);
  if ('refused' in seen) return seen;
  const stands = standing(procedure, step, seen);
  if ('refused' in stands) return stands;
  const read = readAnswers(step.asks ?? {}, attempt.raw, contextOf(seen, attempt.people));
  const faults = read.faults.length > 0 ? read.faults : (step.check?.(seen, read.all) ?? []);
  if (faults.length > 0) return { step, faults };
  const { keep = {}, ...effects } = step.then(seen, read.all);
  const entries = Object.entries(keep).map(([pointer, value]) => [pointer, { kind: 'text' as const, value }] as const);
  const kept = { ...read.kept, ...Object.fromEntries(entries) };
  return { step, as: stands.as, ...(seen.item && { item: `${step.of}/${seen.item.id}` }), answers: read.open, kept, effects };
}

/** May the step be taken at all, answers aside? Answers the role in which, or the refusal. */
export function standing(procedure: Procedure, step: Step, view: View): { as: Role } | Refusal {
  const as = step.by.find((role) => holds(role, view.person, view.request, view.today, view.item?.facts));
  if (!as) return refuse('not-your-step', `This is for the ${listOf(step.by.map((r) => r.title))}.`, { clause: step.clause });
  const stage = atStage(procedure, step, view);
  if (stage) return stage;
  const missing = (step.needs ?? []).filter((need) => !need.holds(view));
  const [first, ...rest] = missing;
  if (first) return refuse('needs-something-first', first.sentence, { clause: first.clause, also: rest.map((n) => n.sentence) });
  return { as };
}

function atStage(procedure: Procedure, step: Step, view: View): Refusal | null {
  const code = view.request?.stage;
  const stage = procedure.stages.find((s) => s.code === code);
  const fits =
    step.at === 'start'
      ? !view.request
      : step.at === 'any'
        ? stage !== undefined
        : step.at === 'open'
          ? stage?.open === true
          : step.at.some((s) => s.code === code);
  if (fits) return null;
  const where = stage ? `The request stands at “${stage.title}”` : 'There is no request yet';
  const when = typeof step.at !== 'string' ? ` This belongs to ${listOf(step.at.map((s) => `“${s.title}”`))}.` : '';
  return refuse('not-at-this-stage', `${where}.${when}`, { clause: step.clause });
}

/** The view with the item that the step is taken on. */
export function withItem(step: Step, view: View, id: string | undefined): View | Refusal {
  if (!step.of) return view;
  const items = view.request?.items[step.of] ?? {};
  // The id comes from a card: `constructor` is no entry.
  const facts = id !== undefined && Object.hasOwn(items, id) ? items[id] : undefined;
  if (!facts || id === undefined) return refuse('no-such-step', 'There is no such entry on this request.', { clause: step.clause });
  return { ...view, item: { id, facts } };
}

export function contextOf(view: View, people?: FieldContext['people']): FieldContext {
  return {
    today: londonDay(view.now),
    received: view.request?.timeline.received ?? null,
    facts: { ...view.request?.facts, ...view.item?.facts },
    items: view.request?.items ?? {},
    ...(people && { people }),
    ...(view.retention && { retention: view.retention }),
  };
}

export function listOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
