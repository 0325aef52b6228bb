import type { Facts, RequestState } from '../domain/subject-request.js';
import { isUnconfirmed } from '../procedure/holds.js';
import type { OutboxMessage } from './ports.js';

type Entry = (facts: Facts, person: string) => boolean;
const isTheirs: Entry = (task, person) => task['owner'] === person && task['answer'] === undefined;

/** Messages about one entry: its collection, and whether what they say of it still holds for the reader. */
const STILL_TRUE: Record<string, { of: string; holds: Entry }> = {
  'your-search': { of: 'tasks', holds: isTheirs },
  'keep-this': { of: 'holds', holds: isUnconfirmed },
  'search-not-theirs': { of: 'tasks', holds: (task) => task['answer'] === 'NOT_OURS' },
  'help-wanted': { of: 'helps', holds: (help) => help['answer'] === undefined },
  'part-not-ours': { of: 'helps', holds: (help) => help['answer'] === undefined && help['directorate'] === undefined },
  'advice-wanted': { of: 'advice', holds: (question) => question['answeredOn'] === undefined },
  escalated: { of: 'advice', holds: (question) => question['answeredOn'] === undefined },
  'view-wanted': { of: 'consults', holds: (view) => view['answeredOn'] === undefined && view['dropped'] !== true },
  'approve-silence': { of: 'records', holds: (record) => record['silence'] === 'ASKED' },
};

/** Whether the entry that a message is about has moved on, or is not the reader's any more. */
export function isEntryOvertaken({ template, args }: OutboxMessage, state: RequestState, person: string): boolean {
  const still = Object.hasOwn(STILL_TRUE, template) ? STILL_TRUE[template] : undefined;
  if (!still) return false;
  const entry = state.items[still.of]?.[String(args['item'])];
  return entry === undefined || !still.holds(entry, person);
}
