import { formatDay } from '../../domain/local-date.js';
import type { RequestState, SubjectRequest } from '../../domain/subject-request.js';
import type { Desk } from '../desk.js';
import { OWN_HAND } from '../same-in-both.js';
import { doorDetails } from './door-facts.js';
import { requesterDetails } from './requester-facts.js';
import { routeDetails } from './route-facts.js';
import { timeDetails } from './time-facts.js';

/** What a card needs beside the state: the personal details and the names of colleagues, in two reads whatever the size of the case. */
export interface Known {
  /** Field name → the latest answer, opened. */
  detail: (field: string) => string | undefined;
  /** A colleague's name by object id. */
  name: (id: unknown) => string;
}

const CARD_FIELDS = [
  ...doorDetails,
  ...timeDetails,
  ...routeDetails,
  ...requesterDetails,
  'requesterName',
  'contact',
  'words',
  'address',
  'dateOfBirth',
  'subjectName',
  'places',
  'help',
  'note',
  'proof',
  'reasons',
  'summary',
  'otherReference',
  'doubt',
  'handoverNote',
  'reallocationReason',
  'reason',
];

/** Opens the details that a case card shows, and the names of those who work it. */
export async function readKnown(desk: Desk, state: RequestState, fields: readonly string[] = CARD_FIELDS): Promise<Known> {
  const pointers = fields.filter((f) => state.details[f] !== undefined);
  const ids = [...new Set(pointers.map((f) => state.details[f] as string))];
  const owners = ['tasks', 'holds'].flatMap((of) => Object.values(state.items[of] ?? {}).map((t) => t['owner']));
  const asked = Object.values(state.items['advice'] ?? {}).flatMap((q) => [q['askedBy'], q['answeredBy']]);
  const deciders = Object.values(state.items['records'] ?? {}).map((r) => r['decidedBy']);
  const people = [
    ...new Set(deciders),
    state.facts['diao'],
    state.facts['caseOfficer'],
    state.facts['reporter'],
    ...owners,
    ...asked,
  ].filter((p): p is string => typeof p === 'string');
  const [opened, named] = await Promise.all([ids.length > 0 ? desk.details.read(ids) : {}, desk.people.namesOf([...new Set(people)])]);
  const read = opened as Record<string, Record<string, string>>;
  return {
    detail: (field) => {
      const opened = read[state.details[field] ?? ''];
      return opened?.[field] ?? opened?.[field.split('/').at(-1) ?? field];
    },
    name: (id) => named.get(String(id)) ?? nobodyIn(id),
  };
}

/** Who it was when no colleague of that id is known. */
export const nobodyIn = (id: unknown): string => (id === OWN_HAND ? 'Rightsdesk' : 'a colleague');

/** `by phone, Thu 1 Oct 2026`. */
export function howItCame(request: SubjectRequest, channels: readonly { value: string; title: string }[]): string {
  const channel = channels.find((c) => c.value === request.state.facts['channel'])?.title.toLowerCase() ?? 'by a colleague';
  return `${channel}, ${formatDay(request.state.timeline.received)}`;
}
