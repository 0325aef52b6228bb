import { dryRun, type DryRun } from './dry-run.js';
import type { Field } from './fields.js';
import type { Procedure, Stage, Step } from './step.js';

/** The clause a citation stands in: `2.6.1(a)` → `2.6.1`. */
export const clauseOf = (citation: string): string => citation.replace(/\s*\([^()]*\)$/, '');

type Clauses = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a procedure, each fault in one sentence; none for a sound one. Beside the faults of its declarations it finds those
 * that only a walk through it shows: stages without a way in or on, private answers in the register. The walk takes a few tenths of a second.
 */
export function checkProcedure(procedure: Procedure, clauses: Clauses, ownVerbs: readonly string[] = []): string[] {
  return [...checkDeclarations(procedure, clauses, ownVerbs), ...checkWays(procedure, dryRun(procedure))];
}

/**
 * What is wrong with the declarations by themselves: names that lead nowhere, names given twice, fields without words, and verbs the bot
 * keeps for its own buttons (`ownVerbs`). `clauses` holds every clause that may be cited.
 */
export function checkDeclarations(procedure: Procedure, clauses: Clauses, ownVerbs: readonly string[] = []): string[] {
  return [
    ...findDuplicates(procedure),
    ...findDanglingClauses(procedure, clauses),
    ...procedure.steps.flatMap((step) => [...checkStep(procedure, step), ...checkFields(procedure, step)]),
    ...procedure.roles
      .filter((r) => (r.scope === 'case' || r.scope === 'item') && !r.fact)
      .map((r) => `Role ${r.code} is a relation without a fact.`),
    ...procedure.steps.filter((s) => ownVerbs.includes(s.id)).map((s) => `Step ${s.id} has the name of a button of the bot itself.`),
  ];
}

function findDuplicates({ stages, roles, steps }: Procedure): string[] {
  const twice = (what: string, names: string[]) =>
    [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => `${what} ${name} is declared twice.`);
  return [
    ...twice(
      'Stage',
      stages.map((s) => s.code),
    ),
    ...twice(
      'Role',
      roles.map((r) => r.code),
    ),
    ...twice(
      'Step',
      steps.map((s) => s.id),
    ),
  ];
}

function findDanglingClauses({ stages, roles, steps }: Procedure, clauses: Clauses): string[] {
  const cited: [string, string][] = [
    ...stages.map((s): [string, string] => [`Stage ${s.code}`, s.clause]),
    ...roles.map((r): [string, string] => [`Role ${r.code}`, r.clause]),
    ...steps.map((s): [string, string] => [`Step ${s.id}`, s.clause]),
    ...steps.flatMap((s) => (s.needs ?? []).map((n): [string, string] => [`Step ${s.id}, need ${n.code}`, n.clause])),
  ];
  return cited
    .filter(([, clause]) => !Object.hasOwn(clauses, clauseOf(clause)))
    .map(([who, clause]) => `${who} cites ${clause || 'no clause'}, which is not in the list of clauses.`);
}

function checkStep({ stages, roles }: Procedure, step: Step): string[] {
  const at = Array.isArray(step.at) ? (step.at as readonly Stage[]) : [];
  const known = (stage: Stage): boolean => stages.some((s) => s.code === stage.code);
  return [
    ...(step.rows.length === 0 ? [`Step ${step.id} names no row that it meets.`] : []),
    ...(step.title.trim() && step.done.trim() ? [] : [`Step ${step.id} lacks its title or what the history says of it.`]),
    ...[...at, ...(step.nextAt ?? [])].filter((s) => !known(s)).map((s) => `Step ${step.id} is at ${s.code}, which is no stage.`),
    ...(step.nextAt ?? []).filter((s) => !at.includes(s)).map((s) => `Step ${step.id} is next at ${s.code}, where it may not be taken.`),
    ...step.by.filter((r) => !roles.includes(r)).map((r) => `Step ${step.id} is for ${r.code}, which is no role.`),
    ...step.by.filter((r) => r.scope === 'item' && !step.of).map((r) => `Step ${step.id} is for ${r.code} but is taken on no entry.`),
  ];
}

function checkFields({ roles }: Procedure, step: Step): string[] {
  return Object.entries(step.asks ?? {}).flatMap(([name, field]) => {
    const faults = [
      ...(field.label.trim() ? [] : ['has no label']),
      ...checkChoices(field),
      ...(field.holding !== undefined && !roles.some((r) => r.code === field.holding)
        ? [`asks for ${field.holding}, which is no role`]
        : []),
    ];
    return faults.map((fault) => `Step ${step.id}, field ${name} ${fault}.`);
  });
}

function checkChoices(field: Field): string[] {
  if (field.kind === 'person') return field.holding === undefined ? ['does not say which role may be chosen'] : [];
  if (field.kind !== 'choice' && field.kind !== 'choices') return [];
  // Choices worked out from a case are looked at when there is one.
  if (typeof field.options === 'function' || field.holding !== undefined) return [];
  const values = (field.options ?? []).map((o) => o.value);
  if (values.length === 0) return ['offers nothing to choose from'];
  return new Set(values).size < values.length ? ['offers the same choice twice'] : [];
}

/** What only a walk shows: stages without a way in or on, private answers in the register. */
export function checkWays({ stages, steps }: Procedure, { reached, led, leaks }: DryRun): string[] {
  const ways = [...led.values()].flatMap((all) => [...all].map((way) => way.split('→')));
  const unknown = [...reached].filter((code) => !stages.some((s) => s.code === code));
  const waits = (stage: Stage): boolean =>
    steps.some(
      (s) =>
        s.next !== undefined &&
        !s.aside &&
        (s.nextAt ?? (Array.isArray(s.at) ? (s.at as readonly Stage[]) : [])).some((at) => at.code === stage.code),
    );
  return [
    ...unknown.map((code) => `A step leads to ${code}, which is no stage.`),
    ...stages.filter((s) => !reached.has(s.code)).map((s) => `Stage ${s.code} cannot be reached.`),
    ...stages
      .filter((s) => s.open && reached.has(s.code) && !ways.some(([from, to]) => from === s.code && to !== s.code))
      .map((s) => `Stage ${s.code} has no way on.`),
    ...stages.filter((s) => s.open && !waits(s)).map((s) => `Stage ${s.code} has no next thing.`),
    ...[...leaks].flatMap(([step, fields]) =>
      [...fields].map((name) => `Step ${step} writes its private field ${name} into the register or a message.`),
    ),
  ];
}
