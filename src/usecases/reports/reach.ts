import type { LocalDate } from '../../domain/local-date.js';
import type { Person } from '../../domain/person.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import { directorates } from '../../procedure/owners.js';
import { liveReports } from '../../procedure/reports.js';
import { roles } from '../../procedure/roles.js';

/** How far somebody's lists and figures reach: the whole council, their directorates, or the cases they lead. */
export interface Reach {
  /** Null: every directorate, and what is allocated to none. */
  directorates: string[] | null;
  /** Set: only the cases this person leads. */
  officer?: string;
  /** May open the cases, not only read their references. */
  opens: boolean;
}

/** What somebody may be told of the register today; null when they hold no role that is told anything (MON-01). */
export function reachOf(person: Person, today: LocalDate): Reach | null {
  const held = person.grants.filter((g) => g.until >= today && liveReports.by.some((role) => role.code === g.role));
  const scopeOf = (code: string) => roles.find((r) => r.code === code);
  if (held.some((g) => scopeOf(g.role)?.scope === 'council')) return { directorates: null, opens: true };
  const areas = held.filter((g) => g.directorate !== undefined && g.role !== 'OFFICER');
  if (areas.length > 0) {
    const codes = [...new Set(areas.map((g) => g.directorate ?? ''))];
    // An IAO is told how the area stands and opens no case; whoever is DIAO everywhere they are told of may.
    const opens = codes.every((code) => areas.some((g) => g.directorate === code && scopeOf(g.role)?.sees === 'whole'));
    return { directorates: codes, opens };
  }
  return held.length > 0 ? { directorates: directorates.map((d) => d.code), officer: person.id, opens: true } : null;
}

/** The part of the register asked for, no further than the reach. */
export function within(reach: Reach, directorate: string | null): Reach | Refusal {
  if (directorate === null) return reach;
  if (reach.directorates && !reach.directorates.includes(directorate))
    return refuse('not-visible', 'You are told of your own directorate only.', { clause: liveReports.clause });
  return { ...reach, directorates: [directorate] };
}

export const noReach = (): Refusal =>
  refuse('not-your-step', 'Lists and figures are for those who work cases and for Information Asset Owners.', {
    clause: liveReports.clause,
  });

/** The part of a question to the register that a reach gives. */
export const filterOf = ({ directorates: codes, officer }: Reach): { directorates?: string[]; officer?: string } =>
  officer !== undefined ? { officer } : codes ? { directorates: codes } : {};
