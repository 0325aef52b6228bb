import { holds } from '../../domain/access.js';
import { daysBetween, formatDay, type LocalDate } from '../../domain/local-date.js';
import type { PageBlock } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { Facts, SubjectRequest } from '../../domain/subject-request.js';
import { holdNotice, isUnconfirmed } from '../../procedure/holds.js';
import { shortSystem } from '../../procedure/record-titles.js';
import { deletesOn } from '../../procedure/retention.js';
import { keeper, taskOwner } from '../../procedure/roles.js';
import type { Known } from './known-facts.js';

export type Holds = [id: string, facts: Facts][];

/** What this person is asked to keep from deletion and has not answered: by name, or as one of the keepers of such things. */
export const holdsFor = (request: SubjectRequest, { person, today }: Pick<View, 'person' | 'today'>): Holds =>
  Object.entries(request.state.items['holds'] ?? {}).filter(
    ([, hold]) => isUnconfirmed(hold) && [taskOwner, keeper].some((role) => holds(role, person, request.state, today, hold)),
  );

/** The words about them. What was asked for at receipt has none of its own: the places and dates the requester named stand for them. */
export const holdFields = (mine: Holds): string[] => [
  ...(mine.length > 0 ? ['places'] : []),
  ...mine.flatMap(([id]) => [`holds/${id}/keepWhat`, `holds/${id}/keepMore`]),
];

/** `in 5 days`, `today`, `3 days ago`. */
export function fromNow(day: LocalDate, today: LocalDate): string {
  const left = daysBetween(today, day);
  if (left === 0) return 'today';
  const days = Math.abs(left) === 1 ? '1 day' : `${Math.abs(left)} days`;
  return left > 0 ? `in ${days}` : `${days} ago`;
}

/** The preservation notice (LTR-15): each thing, its normal day of deletion, and until when it is kept. */
export function holdBlocks(mine: Holds, known: Known, today: LocalDate): PageBlock[] {
  if (mine.length === 0) return [];
  const told = mine.map(([id, hold]): PageBlock => {
    const by = deletesOn(hold);
    const detail = (field: string) => known.detail(`holds/${id}/${field}`);
    const facts = [
      { title: 'Which', value: detail('keepWhat') ?? known.detail('places') ?? 'Ask the call centre: nothing more is recorded' },
      { title: 'Also', value: detail('keepMore') ?? '' },
      { title: hold['system'] === 'EMAIL' ? 'Last day at work' : 'Made on', value: day(hold['recordedOn']) },
      { title: 'Deletes itself', value: by === undefined ? 'day not known: look now' : `${formatDay(by)}, ${fromNow(by, today)}` },
    ];
    return { is: 'facts', heading: `Keep: ${shortSystem(hold['system'])}`, facts: facts.filter((f) => f.value) };
  });
  return [...told, { is: 'text', text: holdNotice.until, small: true }];
}

const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');
