import type { Facts } from '../../domain/subject-request.js';
import { exemptionTitle } from '../../procedure/exemption-choices.js';
import { shortSystem } from '../../procedure/record-titles.js';
import { nilReason } from '../../procedure/records.js';
import { aboutTitle, decisionText, isKeptBack, isListed, placeOf, recordName } from '../../procedure/schedule.js';
import type { Gathered } from './gather.js';

type Cell = string | number | null;
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}
const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** §2.8, DSP-05: every record, what was decided of it and under what; also what the requester is not told of. */
export function scheduleTable(all: Gathered): Table {
  const { tasks = {}, records = {} } = all.request.state.items;
  const columns = [
    'Record',
    'Description',
    'Date on it',
    'Source',
    'Pages',
    'Identifies',
    'Decision',
    'Exemption',
    'Where',
    'Decided by',
    'On',
  ];
  const rows = Object.entries(records).map(([id, r]): Cell[] => [
    recordName(r),
    all.detail(`records/${id}/description`) ?? null,
    all.detail(`records/${id}/dated`) ?? null,
    tasks[String(r['source'])] === undefined ? 'Another place' : shortSystem(tasks[String(r['source'])]?.['system']),
    count(r['pages']),
    aboutTitle(r['about']),
    decisionText(r),
    isListed(r) && isKeptBack(r) ? exemptionTitle(r['code']) : null,
    isListed(r) && isKeptBack(r) ? placeOf(r) : null,
    r['decidedBy'] === undefined ? null : all.name(r['decidedBy']),
    text(r['decidedOn']),
  ]);
  return { columns, rows };
}

/** SRC-14: the receipt of each search: who looked where, for what, when, and what came of it. */
export function searchesTable(all: Gathered): Table {
  const columns = [
    'System',
    'Who',
    'Asked',
    'Answer by',
    'Terms',
    'Answer',
    'Pages',
    'Minutes',
    'Nothing held because',
    'Terms used',
    'Dates searched',
    'Places searched',
  ];
  const rows = Object.entries(all.request.state.items['tasks'] ?? {}).map(([id, t]): Cell[] => {
    const said = (field: string): string | null => all.detail(`tasks/${id}/${field}`) ?? null;
    return [
      ...[shortSystem(t['system']), all.name(t['owner']), text(t['askedOn']), text(t['answerBy']), said('terms'), answerOf(t)],
      ...[count(t['pages']), count(t['minutes']), t['nilReason'] === undefined ? null : nilReason(t['nilReason'])],
      ...[said('termsUsed'), said('datesSearched'), said('placesSearched')],
    ];
  });
  return { columns, rows };
}

const ANSWERS: Readonly<Record<string, string>> = {
  FOUND: 'found',
  NOTHING: 'nothing held',
  NOT_OURS: 'not theirs',
  WITHDRAWN: 'withdrawn',
};
const answerOf = (t: Facts): string => ANSWERS[String(t['answer'])] ?? 'not answered';

/** Minutes by activity, as far as they were recorded: each search, what the officer gave for the rest, and the sum they gave. */
export function minutesOf({ request: { state } }: Pick<Gathered, 'request'>): { what: string; minutes: number }[] {
  const searching = Object.values(state.items['tasks'] ?? {}).reduce((sum, t) => sum + (count(t['minutes']) ?? 0), 0);
  const [all, reading, sending] = [
    count(state.facts['minutes']),
    count(state.facts['minutesReading']),
    count(state.facts['minutesSending']),
  ];
  const rest = all === null ? null : all - searching - (reading ?? 0) - (sending ?? 0);
  return [
    { what: 'searching', minutes: searching },
    { what: 'reading and deciding', minutes: reading ?? 0 },
    { what: 'letters and sending', minutes: sending ?? 0 },
    { what: 'everything else', minutes: rest !== null && rest > 0 ? rest : 0 },
    { what: 'in all', minutes: all ?? 0 },
  ].filter(({ minutes }) => minutes > 0);
}
