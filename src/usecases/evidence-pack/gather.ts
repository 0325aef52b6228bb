import type { View } from '../../domain/step.js';
import type { StepTaken, SubjectRequest } from '../../domain/subject-request.js';
import { changeLines, type ChangeRow } from '../date-changes.js';
import type { Desk } from '../desk.js';
import { nobodyIn } from '../show/known-facts.js';

/** Everything of one case that a pack is made from, read in five reads whatever its size. */
export interface Gathered {
  request: SubjectRequest;
  view: View;
  history: readonly { step: StepTaken; mac: string }[];
  /** The sealed answers of a step, opened; nothing once they were deleted. */
  wordsOf: (step: StepTaken) => Readonly<Record<string, string>>;
  /** The latest sealed answer under a name, or under `collection/item/field`. */
  detail: (field: string) => string | undefined;
  name: (id: unknown) => string;
  changes: readonly ChangeRow[];
}

/** Reads the whole of a case; whoever calls has checked that this person may see it. */
export async function gather(desk: Desk, request: SubjectRequest, view: View): Promise<Gathered> {
  const history = await desk.requests.history(request.id);
  const pointers = [...history.flatMap(({ step }) => step.details ?? []), ...Object.values(request.state.details)];
  const items = Object.values(request.state.items).flatMap((entries) => Object.values(entries));
  const people = [...history.map(({ step }) => step.by), ...items.flatMap((i) => [i['owner'], i['decidedBy'], i['askedBy']])];
  const ids = [...new Set([...people, request.state.facts['caseOfficer'], request.state.facts['diao']])];
  const [opened, names, changes] = await Promise.all([
    desk.details.read([...new Set(pointers)]),
    desk.people.namesOf(ids.filter((id): id is string => typeof id === 'string')),
    changeLines(desk, request, view),
  ]);
  return {
    ...{ request, view, history, changes },
    wordsOf: (step) => opened[step.details ?? ''] ?? {},
    detail: (field) => opened[request.state.details[field] ?? '']?.[field.split('/').at(-1) ?? field],
    name: (id) => names.get(String(id)) ?? nobodyIn(id),
  };
}
