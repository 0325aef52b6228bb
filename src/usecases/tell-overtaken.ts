import type { Facts, RequestState } from '../domain/subject-request.js';
import { isSearchSettled } from '../procedure/records.js';
import type { OutboxMessage } from './ports.js';

type Entry = (facts: Facts, person: string) => boolean;
const isTheirs: Entry = (task, person) => task['owner'] === person && task['answer'] === undefined;

/** Messages about one entry: its collection, and whether what they say of it still holds for the reader. */
const STILL_TRUE: Record<string, { of: string; holds: Entry }> = {
  'your-search': { of: 'tasks', holds: isTheirs },
  'chase-search': { of: 'tasks', holds: isTheirs },
  'search-late': { of: 'tasks', holds: (task) => task['answer'] === undefined },
  'search-not-theirs': { of: 'tasks', holds: (task) => task['answer'] === 'NOT_OURS' },
  'keep-it': { of: 'tasks', holds: (task) => task['heldOn'] === undefined && !isSearchSettled(task) },
  'chase-opinion': { of: 'consults', holds: (consult) => consult['answeredOn'] === undefined && consult['dropped'] !== true },
  'approve-silence': { of: 'records', holds: (record) => record['silence'] === 'ASKED' },
};

/** Whether the entry that a message is about has moved on, or is not the reader's any more. */
export function isEntryOvertaken({ template, args }: OutboxMessage, state: RequestState, person: string): boolean {
  const still = Object.hasOwn(STILL_TRUE, template) ? STILL_TRUE[template] : undefined;
  if (!still) return false;
  const entry = state.items[still.of]?.[String(args['item'])];
  return entry === undefined || !still.holds(entry, person);
}
