import type { FieldContext, Option } from '../domain/fields.js';
import type { RequestState } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';

/** Choices of a step that are people: those who hold the role in the case's directorate, told from the store. Null when the step asks for none. */
export async function peopleFor(desk: Desk, stepId: string, state: RequestState | null): Promise<NonNullable<FieldContext['people']>> {
  const asks = procedure.steps.find((s) => s.id === stepId)?.asks ?? {};
  const fields = Object.entries(asks).filter(([, field]) => field.holding !== undefined);
  if (fields.length === 0) return {};
  const directorate = (state?.facts['directorate'] as string | undefined) ?? null;
  const found = await Promise.all(fields.map(([, field]) => desk.people.holding(field.holding ?? '', directorate, desk.clock.today())));
  return Object.fromEntries(fields.map(([name], i) => [name, (found[i] ?? []).map(asOption)]));
}

/** Somebody the bot cannot reach may still be named, with the warning first (design §7). */
function asOption(person: { id: string; name: string; chat: unknown; unreachable: boolean }): Option {
  const away = !person.chat || person.unreachable;
  return { value: person.id, title: away ? `${person.name} (the bot cannot reach them: tell them yourself)` : person.name };
}
