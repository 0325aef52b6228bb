import type { LocalDate } from './local-date.js';

/** Who holds what: one service area of the council and the post that answers for it. Codes, ids and service words only; nothing about a requester. */
export interface ServiceArea {
  /** What the area is called: `Rents and home ownership`. */
  area: string;
  /** Words by which a request is recognised as theirs, in small letters. */
  words: string[];
  /** Codes of the systems they hold. */
  systems: string[];
  directorate: string;
  post: string;
  /** Object id of whoever stands in for the post. */
  deputy: string | null;
  /** Object id of the case officer proposed first. */
  officer: string | null;
  /** Code of the special route that a request about this area may need. */
  route: string | null;
  from: LocalDate;
  /** Its last day; null while no end is set. */
  to: LocalDate | null;
}

/** A row as it stands. `change` is the newest entry of its history. */
export interface KnowledgeRow extends ServiceArea {
  id: string;
  version: number;
  change: string;
}

export type ChangeKind = 'seeded' | 'added' | 'changed' | 'retired' | 'restored' | 'imported' | 'handed-over';

/** One entry of a row's history: who, when, what stood and what stands. Never overwritten. */
export interface KnowledgeChange {
  id: string;
  row: string;
  version: number;
  /** The entry before it; null for the first. */
  before: string | null;
  what: ChangeKind;
  by: string;
  /** Instant by the Clock, ISO 8601 in UTC. */
  at: string;
  was: ServiceArea | null;
  is: ServiceArea;
}

/** Whether a row counts on that day; its last day included. */
export const isInForce = (row: Pick<ServiceArea, 'from' | 'to'>, today: LocalDate): boolean =>
  row.from <= today && (row.to === null || today <= row.to);

/** The content of a row, without what tells versions apart. */
export function areaOf({ area, words, systems, directorate, post, deputy, officer, route, from, to }: ServiceArea): ServiceArea {
  return { area, words, systems, directorate, post, deputy, officer, route, from, to };
}

/** Which contents of a row differ, in the order of the form. */
export function changedFields(was: ServiceArea | null, is: ServiceArea): (keyof ServiceArea)[] {
  const names = Object.keys(areaOf(is)) as (keyof ServiceArea)[];
  return was === null ? names : names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
}

/** A row made new by what is written: its next version and the entry of history that tells of it. */
export function nextRow(
  before: KnowledgeRow | null,
  id: string,
  is: ServiceArea,
  told: Pick<KnowledgeChange, 'what' | 'by' | 'at'> & { change: string },
): { row: KnowledgeRow; entry: KnowledgeChange } {
  const { change, ...who } = told;
  const version = (before?.version ?? 0) + 1;
  const entry = { id: change, row: id, version, before: before?.change ?? null, ...who, was: before && areaOf(before), is: areaOf(is) };
  return { row: { id, version, change, ...areaOf(is) }, entry };
}
