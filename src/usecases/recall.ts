import type { Decided } from '../domain/decide.js';
import type { AnswerFault } from '../domain/read-answers.js';
import type { Step } from '../domain/step.js';
import type { RequestState } from '../domain/subject-request.js';
import type { Desk } from './desk.js';

const recalled = (step: Pick<Step, 'asks'>): string[] =>
  Object.entries(step.asks ?? {})
    .filter(([, field]) => field.recalls)
    .map(([name]) => name);

/** What is known under the names of the fields that recall it; empty for a step without such fields. */
export async function recall(desk: Desk, step: Pick<Step, 'asks'>, state: RequestState): Promise<Record<string, string>> {
  return open(desk, recalled(step), state);
}

async function open(desk: Desk, names: readonly string[], state: RequestState): Promise<Record<string, string>> {
  const known = names.filter((name) => state.details[name] !== undefined);
  if (known.length === 0) return {};
  const details = await desk.details.read([...new Set(known.map((name) => state.details[name] as string))]);
  const values = known.map((name) => [name, details[state.details[name] as string]?.[name]] as const);
  return Object.fromEntries(values.filter((e): e is readonly [string, string] => e[1] !== undefined));
}

/** A decided step with what stood before beside what changed, and the values a changed name is to be found together with. */
export type WithBefore = Pick<Decided, 'kept'> & { foundWith?: Record<string, string> };

/** Of the answers that were recalled only those that changed are kept, each with what stood before; a fault when none did. */
export async function withBefore(desk: Desk, decided: Decided, state: RequestState): Promise<WithBefore | { faults: AnswerFault[] }> {
  const names = recalled(decided.step);
  if (names.length === 0) return { kept: decided.kept };
  const before = await open(desk, [...names, 'dateOfBirth'], state);
  const changed = names.filter((name) => decided.kept[name] !== undefined && decided.kept[name].value !== before[name]);
  if (changed.length === 0) return { faults: [{ field: names[0] ?? '', sentence: 'This is what we have already. Nothing has changed.' }] };
  const rest = Object.entries(decided.kept).filter(([name]) => !names.includes(name) || changed.includes(name));
  const stood = changed.flatMap((name): [string, Decided['kept'][string]][] => {
    const [kept, value] = [decided.kept[name], before[name]];
    return kept && value !== undefined ? [[`${name}Before`, { kind: kept.kind, value }]] : [];
  });
  const born = before['dateOfBirth'];
  return { kept: Object.fromEntries([...rest, ...stood]), ...(born !== undefined && { foundWith: { dateOfBirth: born } }) };
}
