import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { showForm } from './show-form.js';
import type { Showing } from './show-request.js';

/** Minutes of machine time for which a case that was opened is the one somebody speaks of. */
const STILL_SPOKEN_OF = 30;

/** `same as DR-2026-0148`: the form that closes the case opened last as the same as that one, the reference filled in. */
export async function sameAsForm(desk: Desk, person: KnownPerson, ref: string): Promise<Showing> {
  const id = await desk.seen.lastOpened(person.id, STILL_SPOKEN_OF);
  if (id !== null) return showForm(desk, person, { requestId: id, step: 'same-as', typed: { stays: ref.toUpperCase() } });
  const text = 'Open the case that is to close, for example with the word case and its reference. Then say which case it is the same as.';
  return { shown: { kind: 'page', title: 'Which case is the same?', tone: 'attention', blocks: [{ is: 'text', text }], actions: [] } };
}
