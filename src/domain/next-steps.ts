import { isPostLetIn, namedOn } from './access.js';
import { standing, withItem } from './decide.js';
import { isRefusal, type Refusal } from './refusals.js';
import type { Procedure, Role, Step, View } from './step.js';
import type { Facts } from './subject-request.js';

export interface Offer {
  step: Step;
  item?: string;
  refusal?: Refusal;
}

/** Every step with whether this person may take it now, and if not, why. The same checks as `decide`, so no button is shown that would be refused. */
export function nextSteps(procedure: Procedure, view: View): Offer[] {
  return procedure.steps
    .filter((step) => !step.alongside)
    .flatMap((step) => itemsOf(step, view).map((item) => offer(procedure, step, view, item)));
}

function offer(procedure: Procedure, step: Step, view: View, item: string | undefined): Offer {
  const seen = withItem(step, view, item);
  const stands = isRefusal(seen) ? seen : standing(procedure, step, seen);
  return { step, ...(item !== undefined && { item }), ...(isRefusal(stands) && { refusal: stands }) };
}

function itemsOf(step: Step, view: View): (string | undefined)[] {
  return step.of ? Object.keys(view.request?.items[step.of] ?? {}) : [undefined];
}

/** The same for one entry of a collection alone. */
export function nextStepsOn(procedure: Procedure, view: View, { of, item }: { of: string; item: string }): Offer[] {
  return procedure.steps.filter((step) => step.of === of).map((step) => offer(procedure, step, view, item));
}

export interface NextThing {
  step: Step;
  item?: string;
  sentence: string;
  /** Whose move it is. */
  whose: readonly Role[];
}

/** The one next thing on a request, whoever looks: the first step with a `next` sentence whose stage and needs are met. */
export function nextThing(procedure: Procedure, view: View): NextThing | null {
  for (const step of procedure.steps) {
    if (!step.next || step.aside || !atItsStage(step, view)) continue;
    for (const item of itemsOf(step, view)) {
      const seen = withItem(step, view, item);
      if (isRefusal(seen) || !couldBeNext(step, seen)) continue;
      return { step, ...(item !== undefined && { item }), sentence: step.next, whose: step.by };
    }
  }
  return null;
}

function couldBeNext(step: Step, seen: View): boolean {
  return (step.needs ?? []).every((need) => need.personal || need.holds(seen)) && (step.nextIf?.(seen) ?? true);
}

function atItsStage(step: Step, view: View): boolean {
  const at = step.nextAt ?? step.at;
  return typeof at !== 'string' && at.some((stage) => stage.code === view.request?.stage);
}

/** More marks than this on one case would only make the register's index longer. */
const MOST_MARKS = 12;

/**
 * Marks of those whose move it is, for `my work`: a person, or everybody holding a role. Those who have an entry of their own to see to,
 * such as a search, are among them whatever else comes first on the case.
 */
export function waitingFor(next: NextThing | null, view: View, steps: readonly Step[] = []): string[] {
  if (!view.request) return [];
  const facts = view.request.facts;
  const own = next && next.item === undefined ? next.whose.flatMap((role) => mark(role, facts, undefined)) : [];
  const open = next ? [next.step, ...steps] : steps.filter((step) => step.aside);
  const onEntries = open.filter((step) => step.of !== undefined && step.next !== undefined && atItsStage(step, view));
  const theirs = onEntries.flatMap((step) => marksOnEntries(step, view));
  return [...new Set([...own, ...theirs])].slice(0, MOST_MARKS);
}

function marksOnEntries(step: Step, view: View): string[] {
  if (!view.request) return [];
  const { facts, items } = view.request;
  const entries = Object.entries(items[step.of ?? ''] ?? {});
  const waits = (entry: [string, Facts]): boolean => couldBeNext(step, withEntry(view, entry));
  const [theirs, others] = [step.by.filter((r) => r.scope === 'item'), step.by.filter((r) => r.scope !== 'item')];
  const open = theirs.length > 0 ? entries.filter(waits) : [];
  const any = theirs.length > 0 ? open.length > 0 : entries.some(waits);
  return [
    ...open.flatMap(([, item]) => theirs.flatMap((role) => mark(role, facts, item))),
    ...(any ? others.flatMap((role) => mark(role, facts, undefined)) : []),
  ];
}

const withEntry = (view: View, [id, facts]: [string, Facts]): View => ({ ...view, item: { id, facts } });

function mark(role: Role, facts: Facts, item: Facts | undefined): string[] {
  const held = role.scope === 'item' ? item : facts;
  const byPost = role.scope === 'council' || role.scope === 'directorate' || role.through !== undefined;
  // A restricted case waits for nobody by a post that it does not let in: it would stand in their lists.
  if (byPost && facts['restricted'] === true && !isPostLetIn(role, facts)) return namedOn(facts).map((id) => `person:${id}`);
  switch (role.scope) {
    case 'anyone':
      return [];
    case 'council':
      return [`role:${role.code}`];
    case 'directorate':
      return typeof facts['directorate'] === 'string' ? [`role:${role.code}:${facts['directorate']}`] : [];
    case 'case':
    case 'item':
      if (role.namesRole) return role.fact && held?.[role.fact] ? [`role:${String(held[role.fact])}`] : [];
      if (role.through !== undefined) return role.fact && held?.[role.fact] ? [`role:${role.through}:${String(held[role.fact])}`] : [];
      return role.fact && held?.[role.fact] ? [`person:${String(held[role.fact])}`] : [];
  }
}
