import { contextOf, decide, standing, withItem, type Decided } from './decide.js';
import type { Field, FieldContext } from './fields.js';
import { offered } from './read-answers.js';
import { isRefusal } from './refusals.js';
import { apply, replay } from './replay.js';
import type { Procedure, Role, Step, View } from './step.js';
import type { RequestState } from './subject-request.js';

/** What came of walking every way through a procedure with made-up answers. */
export interface DryRun {
  /** Stages that a case came to. */
  reached: Set<string>;
  /** Step id → `FROM→TO` for each way it led; `START` stands before the first stage, FROM = TO when it stayed. */
  led: Map<string, Set<string>>;
  /** Steps that put what is private into the register or into a message, with the field. */
  leaks: Map<string, Set<string>>;
  /** Steps that no made-up answers could take, not even with their needs and checks put aside: nothing is known of their leaks. */
  untried: Set<string>;
}

// An ordinary working day; no rule of the walk depends on which.
const TODAY = '2026-01-15';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const BORN = '1903-04-05';
const [ACTOR, CHOSEN] = ['somebody', 'somebody-chosen'];
const ANYBODY: Role = { code: 'ANYBODY', title: 'anybody', clause: '', scope: 'anyone', sees: 'whole', does: '' };
/** More entries of a list than this teach nothing new. */
const ENOUGH_ENTRIES = 2;
/** A longer list of choices is a table of places or posts, where one leads where the other does. */
const ENOUGH_CHOICES = 4;
/** How often a step is tried with each of its choices at one stage; after that with everything answered, and with the least. */
const ENOUGH_TIMES = 4;
/** So often a step that led on from a stage is tried there at all. */
const OFTEN_ENOUGH = 60;
const secret = (name: string): string => `private answer ${name}`;

/**
 * Walks a procedure from the first report on, as somebody who holds every role, and notes where each step leads. The walk goes on from a
 * case that shows something new at its stage: one more need of a step met, a person or a kind of entry not seen there yet. So its
 * length follows the number of stages and needs, not their combinations.
 */
export function dryRun(procedure: Procedure): DryRun {
  const run: DryRun = { reached: new Set(), led: new Map(), leaks: new Map(), untried: new Set() };
  const steps = procedure.steps.map((step) => ({ ...step, by: [ANYBODY], needs: (step.needs ?? []).filter((need) => !need.personal) }));
  const seen = new Set<string>();
  const tried = new Map<string, number>();
  const waiting: (RequestState | null)[] = [null];
  const at = new Map<string, RequestState>();
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
    for (const step of steps.filter((one) => !isKnownWell(run, one, tried, state?.stage)))
      for (const decided of waysToTake({ ...procedure, steps: [step] }, step, state, times(tried, `${step.id} ${state?.stage ?? ''}`))) {
        const after = note(run, state, decided);
        // What another case brings along leads nowhere new.
        const fresh = step.alongside ? [] : featuresOf(steps, after).filter((feature) => !seen.has(feature));
        for (const feature of fresh) seen.add(feature);
        if (fresh.length > 0) waiting.push(after);
        at.set(after.stage, after);
      }
  }
  tryTheRest(run, { ...procedure, steps: steps.filter(({ id }) => !run.led.has(id)) }, at);
  return run;
}

/** Steps that ask for more than made-up answers give are tried with their needs and checks put aside, for what they write only. */
function tryTheRest(run: DryRun, procedure: Procedure, at: ReadonlyMap<string, RequestState>): void {
  for (const row of procedure.steps) {
    const step: Step = { ...row, needs: [] };
    delete step.check;
    const ways = [...at.values()].flatMap((state) => {
      const items = step.of === undefined ? state.items : { ...state.items, [step.of]: { e1: {}, ...state.items[step.of] } };
      const before = { ...state, items };
      return waysToTake({ ...procedure, steps: [step] }, step, before, 0);
    });
    for (const decided of ways) noteLeaks(run, decided);
    if (ways.length === 0) run.untried.add(step.id);
  }
}

const viewOf = (request: RequestState | null): View => ({
  request,
  person: { id: ACTOR, name: '', grants: [] },
  now: NOW,
  today: TODAY,
  deadline: null,
  // Not the text itself: a mark may stand in the register.
  mark: () => 'mark',
});

const isKnownWell = (run: DryRun, { id }: Step, tried: ReadonlyMap<string, number>, stage = ''): boolean =>
  run.led.has(id) && (tried.get(`${id} ${stage}`) ?? 0) >= OFTEN_ENOUGH;

/** How often the walk has come to this before; this time is counted too. */
function times(tried: Map<string, number>, what: string): number {
  const before = tried.get(what) ?? 0;
  tried.set(what, before + 1);
  return before;
}

/** Every outcome the step has here, over its entries and some answers to each of its choices; the choices only the first few times. */
function waysToTake(procedure: Procedure, step: Step, state: RequestState | null, before: number): Decided[] {
  const people = Object.fromEntries(Object.keys(step.asks ?? {}).map((name) => [name, [{ value: CHOSEN, title: '' }]]));
  const chosen = Object.fromEntries(Object.entries(people).filter(([name]) => step.asks?.[name]?.holding !== undefined));
  const entries = step.of ? Object.keys(state?.items[step.of] ?? {}) : [undefined];
  return entries.flatMap((item) => {
    const seen = withItem(step, viewOf(state), item);
    if (isRefusal(seen) || isRefusal(standing(procedure, step, seen))) return [];
    const samples = sampleAnswers(step.asks ?? {}, contextOf(seen));
    return samples
      .filter((_, at) => before < ENOUGH_TIMES || at === 0 || at === samples.length - 1)
      .flatMap((raw) => {
        const decided = decide(procedure, viewOf(state), { step: step.id, raw, people: chosen, ...(item !== undefined && { item }) });
        return isRefusal(decided) || 'faults' in decided ? [] : [decided];
      });
  });
}

const NOTHING_KNOWN: FieldContext = { today: TODAY, received: null, facts: {} };

/** All answers given; then each choice in turn with its other options; then nothing that is optional. */
export function sampleAnswers(asks: Record<string, Field>, about: FieldContext = NOTHING_KNOWN): Record<string, string>[] {
  const full = Object.fromEntries(Object.entries(asks).map(([name, field]) => [name, sampleOf(name, field, about)]));
  const others = Object.entries(asks).flatMap(([name, field]) =>
    offered(field, about, name)
      .slice(0, ENOUGH_CHOICES)
      .map((o) => ({ ...full, [name]: o.value })),
  );
  const bare = Object.fromEntries(Object.entries(full).filter(([name]) => asks[name]?.required));
  return [full, ...others, bare];
}

function sampleOf(name: string, field: Field, about: FieldContext): string {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return secret(name);
    case 'date':
      return field.private ? BORN : TODAY;
    case 'time':
      return '00:00';
    case 'reference':
      return 'DR-2026-0001';
    case 'number':
      return String(field.min ?? 1);
    case 'yes-no':
      return 'true';
    case 'choices':
      if (field.holding !== undefined) return CHOSEN;
      return offered(field, about, name)
        .map((o) => o.value)
        .join(',');
    case 'choice':
    case 'person':
      return field.holding === undefined ? (offered(field, about, name)[0]?.value ?? '') : CHOSEN;
  }
}

function note(run: DryRun, before: RequestState | null, decided: Decided): RequestState {
  const { step, answers, effects } = decided;
  const { tell: _tell, also: _also, ...outcome } = effects;
  const header = { n: 1, id: step.id, clause: step.clause, policy: '', at: '', by: ACTOR, as: '', key: '', answers, outcome };
  const after = apply(before ?? replay([]), header);
  if (effects.stage !== undefined) run.reached.add(after.stage);
  add(run.led, step.id, `${before?.stage ?? 'START'}→${after.stage}`);
  noteLeaks(run, decided);
  return after;
}

function noteLeaks(run: DryRun, { step, answers, effects }: Decided): void {
  const written = JSON.stringify([answers, effects]);
  for (const [name, field] of Object.entries(step.asks ?? {}))
    if (field.private && written.includes(sampleOf(name, field, NOTHING_KNOWN))) add(run.leaks, step.id, name);
}

function add(to: Map<string, Set<string>>, key: string, value: string): void {
  to.set(key, (to.get(key) ?? new Set()).add(value));
}

/** What can be told apart in a case, each with its stage: how many needs of each step are met, who is on it, which entries it has. */
function featuresOf(steps: readonly Step[], state: RequestState): string[] {
  const view = viewOf(state);
  const met = steps
    .filter((step) => !step.of && mayStandAt(step, state.stage))
    .map((step) => `${step.id} ${(step.needs ?? []).filter((need) => need.holds(view)).length}`);
  const people = Object.keys(state.facts).filter((name) => [ACTOR, CHOSEN].includes(String(state.facts[name])));
  const entries = Object.entries(state.items).flatMap(([kind, all]) => [
    `${kind} ${Math.min(Object.keys(all).length, ENOUGH_ENTRIES)}`,
    ...Object.values(all).map((facts) => `${kind} ${Object.keys(facts).sort().join()}`),
  ]);
  return [...met, ...people, ...entries].map((each) => `${state.stage} ${each}`);
}

const mayStandAt = ({ at }: Step, stage: string): boolean => !Array.isArray(at) || at.some((each: { code: string }) => each.code === stage);
