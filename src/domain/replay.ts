import type { Fact, Facts, Outcome, RequestState, StepTaken } from './subject-request.js';

const NOTHING: RequestState = {
  stage: 'START',
  facts: {},
  details: {},
  items: {},
  timeline: { received: '', events: [] },
  took: {},
  actors: [],
};

/** Answers the present state from the history alone. It applies what each step recorded and never decides again, so a new policy cannot rewrite an old case. */
export function replay(steps: readonly StepTaken[]): RequestState {
  const put = new Map(steps.filter((s) => s.corrects !== undefined).map((s) => [s.corrects, s]));
  return steps.reduce((state, taken) => {
    const right = put.get(taken.n);
    return apply(state, right ? inPlaceOf(taken, right) : taken);
  }, NOTHING);
}

/** The step as later put right: who took it and when stays; what it recorded is the correction's. */
function inPlaceOf(taken: StepTaken, right: StepTaken): StepTaken {
  const { details: _details, kept: _kept, ...rest } = taken;
  const kept = (right.kept ?? []).filter((name) => name !== 'correctionReason');
  return {
    ...rest,
    answers: right.answers,
    outcome: right.outcome,
    ...(right.details && kept.length > 0 && { details: right.details, kept }),
  };
}

/** One step applied to the state before it. A correction changes nothing at its own place. */
export function apply(state: RequestState, taken: StepTaken): RequestState {
  const outcome: Outcome = taken.corrects === undefined ? taken.outcome : {};
  return {
    stage: outcome.stage ?? state.stage,
    ...sinceOf(state, taken, outcome),
    facts: withFacts(state.facts, outcome.set),
    details: withDetails(state.details, taken),
    items: withItems(state.items, outcome.items),
    timeline: withDates(state.timeline, outcome),
    took: { ...state.took, [taken.id]: { by: taken.by, as: taken.as, n: taken.n, on: taken.at } },
    actors: state.actors.includes(taken.by) ? state.actors : [...state.actors, taken.by],
    ...withList(state, taken),
  };
}

/** A step that leaves it where it stands does not start its time there again. */
function sinceOf(state: RequestState, taken: StepTaken, { stage }: Outcome): Pick<RequestState, 'since'> {
  if (stage !== undefined && stage !== state.stage) return { since: taken.at };
  return state.since === undefined ? {} : { since: state.since };
}

function withList(state: RequestState, { clock }: StepTaken): Pick<RequestState, 'list'> {
  const list = clock?.list ?? state.list;
  return list === undefined ? {} : { list };
}

function withFacts(facts: RequestState['facts'], set: Outcome['set']): RequestState['facts'] {
  if (!set) return facts;
  return changed(facts, set);
}

function changed(facts: Facts, set: Record<string, Fact | null>): Facts {
  const all = { ...facts };
  for (const [name, value] of Object.entries(set)) {
    if (value === null) delete all[name];
    else all[name] = value;
  }
  return all;
}

function withDetails(details: RequestState['details'], taken: StepTaken): RequestState['details'] {
  if (!taken.details || !taken.kept || taken.corrects !== undefined) return details;
  const { item, kept, details: id, outcome } = taken;
  const own = item === undefined ? [] : [item];
  const entries = outcome.about === undefined ? (item === undefined ? [''] : own) : [...own, ...[outcome.about].flat()];
  const pointers = entries.flatMap((entry) =>
    kept.map((field) => [entry && !field.includes('/') ? `${entry}/${field}` : field, id] as const),
  );
  return { ...details, ...Object.fromEntries(pointers) };
}

function withItems(items: RequestState['items'], change: Outcome['items']): RequestState['items'] {
  if (!change) return items;
  const all = { ...items };
  for (const [collection, entries] of Object.entries(change)) {
    const before = all[collection] ?? {};
    const merged = Object.entries(entries).map(([id, facts]) => [id, changed(before[id] ?? {}, facts)] as const);
    all[collection] = { ...before, ...Object.fromEntries(merged) };
  }
  return all;
}

function withDates(timeline: RequestState['timeline'], outcome: Outcome): RequestState['timeline'] {
  const { received, allocated, clock, lifts } = outcome;
  if (!received && !allocated && !clock && !lifts) return timeline;
  const lifted = new Set<string>(lifts ?? []);
  return {
    ...timeline,
    ...(received && { received: received.on, ...(received.at && { receivedAt: received.at }) }),
    ...(allocated && { allocated }),
    events: [...timeline.events.filter((e) => !lifted.has(e.type)), ...(clock ?? [])],
  };
}
