import { changedFields, type ChangeKind, type KnowledgeChange, type ServiceArea } from '../../domain/knowledge-base.js';
import { formatDay, formatDayAndTime } from '../../domain/local-date.js';
import { areaFields, routeFlagTitle } from '../../procedure/knowledge.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { systemTitle } from '../../procedure/records.js';

type Name = (id: string) => string;

/** One content of a row as people read it; the empty word for nothing. */
export function readable(row: ServiceArea, field: keyof ServiceArea, name: Name): string {
  switch (field) {
    case 'words':
      return row.words.join(', ');
    case 'systems':
      return row.systems.map(systemTitle).join(', ');
    case 'directorate':
      return directorateTitle(row.directorate);
    case 'post':
      return postTitle(row.post);
    case 'deputy':
    case 'officer':
      return row[field] === null ? '' : name(row[field]);
    case 'route':
      return row.route === null ? '' : routeFlagTitle(row.route);
    case 'from':
      return formatDay(row.from);
    case 'to':
      return row.to === null ? '' : formatDay(row.to);
    case 'area':
      return row.area;
  }
}

export const fieldTitle = (field: keyof ServiceArea): string =>
  SHORT[field] ?? (field === 'directorate' ? 'Directorate' : areaFields[field].label);
const SHORT: Partial<Record<keyof ServiceArea, string>> = {
  post: 'DIAO post',
  systems: 'Systems',
  deputy: 'Deputy',
  officer: 'Case officer',
  route: 'Special route',
  to: 'Valid to',
};

const DONE: Record<ChangeKind, string> = {
  seeded: 'stood at the beginning',
  added: 'added the row',
  changed: 'changed it',
  retired: 'retired it',
  restored: 'let it count again',
  imported: 'changed it by a file',
  'handed-over': 'changed it by a hand-over',
};

/** `Mon 23 Nov 2026, 10:12: Cara Complaints changed it. Service words: rent → rent, arrears`. */
export function tellChange(entry: KnowledgeChange, name: Name): string {
  if (entry.what === 'seeded') return 'From the policy’s list of posts, at the beginning.';
  const moved = changedFields(entry.was, entry.is)
    .filter((field) => field !== 'directorate' || entry.was !== null)
    .map((field) => changeOf(entry, field, name));
  const what = entry.was === null ? '' : ` ${moved.join('; ')}.`;
  return `${formatDayAndTime(new Date(entry.at))}: ${name(entry.by)} ${DONE[entry.what]}.${what}`;
}

function changeOf({ was, is }: KnowledgeChange, field: keyof ServiceArea, name: Name): string {
  const before = was === null ? '' : readable(was, field, name);
  return `${fieldTitle(field)}: ${before || 'nothing'} → ${readable(is, field, name) || 'nothing'}`;
}

/** Everybody a row or its history names. */
export const peopleIn = (rows: readonly ServiceArea[], by: readonly string[] = []): string[] => [
  ...new Set([...rows.flatMap((row) => [row.deputy, row.officer]), ...by].filter((id): id is string => id !== null && id !== '')),
];
