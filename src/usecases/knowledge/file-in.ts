import type { Option } from '../../domain/fields.js';
import { areaOf, changedFields, nextRow, type KnowledgeRow } from '../../domain/knowledge-base.js';
import { parseLocalDate } from '../../domain/local-date.js';
import { knowledgeColumns, routeFlags } from '../../procedure/knowledge.js';
import { directorateOf, postChoices, postTitle } from '../../procedure/owners.js';
import { systemChoices } from '../../procedure/records.js';
import { diao, officerPool } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import type { ImportFault, ImportSheet } from '../import-cases.js';
import type { KnownPerson, RowWrite } from '../ports.js';
import { readRow } from './keep.js';

export type KnowledgeIn =
  { was: 'at-fault'; faults: ImportFault[] } | { was: 'taken-in'; added: number; changed: number; unchanged: number };

type People = Record<'deputy' | 'officer', Record<string, Option[]>>;
type Line = ImportSheet['rows'][number];

const MOST_ROWS = 1_000;
const NEEDED = ['area', 'words', 'post', 'from'] as const;

/**
 * Takes a file in: every row is checked before the first is written, all are written in one go, and a row changed by somebody since the
 * file was made is a fault, not overwritten. Rows that are not in the file stay as they are. Three reads, whatever its size.
 */
export async function takeKnowledgeIn(desk: Desk, person: KnownPerson, sheet: ImportSheet): Promise<KnowledgeIn> {
  const rows = await desk.knowledge.read();
  const faults = checkSheet(sheet);
  if (faults.length > 0) return { was: 'at-fault', faults };
  const people = await peopleOf(desk);
  const seen = new Map<string, number>();
  const writes: RowWrite[] = [];
  for (const line of sheet.rows) {
    const read = readLine(desk, person, line, { rows, people, seen });
    if ('faults' in read) faults.push(...read.faults);
    else if (read.write) writes.push(read.write);
  }
  if (faults.length > 0) return { was: 'at-fault', faults };
  const added = writes.filter(({ entry }) => entry.was === null).length;
  if (writes.length > 0 && !(await desk.knowledge.write(writes)))
    return { was: 'at-fault', faults: [{ line: 1, column: '', reason: 'Somebody changed a row this very moment. Send it again.' }] };
  const unchanged = sheet.rows.length - writes.length;
  await desk.audit.record({ what: 'knowledge-in', by: person.id, codes: { added, changed: writes.length - added, unchanged } });
  return { was: 'taken-in', added, changed: writes.length - added, unchanged };
}

function checkSheet({ columns, rows }: ImportSheet): ImportFault[] {
  const fault = (column: string, reason: string): ImportFault => ({ line: 1, column, reason });
  const known: readonly string[] = knowledgeColumns;
  return [
    ...columns.filter((c) => !known.includes(c)).map((c) => fault(c, `Unknown. The columns are ${known.join(', ')}.`)),
    ...columns.filter((c, at) => columns.indexOf(c) !== at).map((c) => fault(c, 'Stands twice.')),
    ...NEEDED.filter((c) => !columns.includes(c)).map((c) => fault(c, 'Missing.')),
    ...(rows.length > MOST_ROWS ? [fault('', `More than ${MOST_ROWS} rows.`)] : []),
  ];
}

/** One line as a write, as nothing to do, or as faults with their columns. */
function readLine(
  desk: Desk,
  person: KnownPerson,
  { line, cells }: Line,
  given: { rows: readonly KnowledgeRow[]; people: People; seen: Map<string, number> },
): { write: RowWrite | null } | { faults: ImportFault[] } {
  const fault = (column: string, reason: string) => ({ faults: [{ line, column, reason }] });
  const id = (cells['row'] ?? '').trim();
  const before = given.rows.find((row) => row.id === id) ?? null;
  if (id !== '' && !before) return fault('row', 'There is no such row. Leave it empty for a new area.');
  const key = plain(cells['area'] ?? '');
  const twice = given.seen.get(id || key) ?? given.seen.get(key);
  if (twice !== undefined) return fault('area', `Stands on line ${twice} too.`);
  given.seen.set(id || key, line).set(key, line);
  if (given.rows.some((row) => row.id !== id && plain(row.area) === key)) return fault('area', 'There is a row of that name already.');
  const post = codeOf(cells['post'] ?? '', [...postChoices, ...postChoices.map(({ value }) => ({ value, title: postTitle(value) }))]);
  const people = peopleFor(given.people, directorateOf(post), before);
  const read = readRow(desk, typedFrom(cells, post, people), people, directorateOf(post));
  if ('faults' in read)
    return { faults: read.faults.map(({ field, sentence }) => ({ line, column: field, reason: reasonOf(field, sentence) })) };
  if (before && changedFields(before, read.area).length === 0) return { write: null };
  if (before && String(before.version) !== (cells['version'] ?? '').trim())
    return fault('version', `The row has been changed since the file was made: it is at version ${before.version}.`);
  const told = { what: 'imported' as const, by: person.id, at: desk.clock.now().toISOString(), change: desk.ids.id() };
  return { write: nextRow(before, before?.id ?? desk.ids.id(), read.area, told) };
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** A code, or the title of a choice; what is neither stays as it is and is found at fault. */
const codeOf = (cell: string, options: readonly Option[]): string =>
  options.find((o) => plain(o.value) === plain(cell) || plain(o.title) === plain(cell))?.value ?? cell.trim();

function typedFrom(cells: Line['cells'], post: string, people: Record<'deputy' | 'officer', Option[]>): Record<string, string> {
  const cell = (column: string): string => cells[column] ?? '';
  const list = cell('systems')
    .split(/[,;\n]/)
    .map((s) => codeOf(s, systemChoices))
    .filter(Boolean);
  return {
    ...{ area: cell('area'), words: cell('words'), systems: list.join(','), post, route: codeOf(cell('route'), routeFlags) },
    ...{ deputy: personOf(cell('deputy'), people.deputy), officer: personOf(cell('officer'), people.officer) },
    ...{ from: asDay(cell('from')), to: asDay(cell('to')) },
  };
}

/** By id or by name; of two colleagues of one name only the ids tell which. */
function personOf(cell: string, options: readonly Option[]): string {
  const meant = options.filter((o) => o.value === cell.trim() || plain(o.title) === plain(cell));
  return meant.length === 1 ? (meant[0]?.value ?? '') : cell.trim();
}

function reasonOf(field: string, sentence: string): string {
  if (!sentence.startsWith('Choose')) return sentence;
  if (field === 'deputy' || field === 'officer') return 'Nobody of that name or id holds the role in the directorate of the post.';
  return field === 'post' ? 'No such post. Give its code, such as HOU-3, or its title.' : 'Not one of the codes or titles.';
}

/** `9/11/2026` is the ninth of November here. */
function asDay(cell: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell.trim()) ?? [];
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? cell.trim();
}

async function peopleOf(desk: Desk): Promise<People> {
  const today = desk.clock.today();
  const by = async (role: string): Promise<Record<string, Option[]>> => {
    const found: Record<string, Option[]> = {};
    for (const person of await desk.people.holding(role, null, today))
      for (const g of person.grants)
        if (g.role === role && g.directorate && g.until >= today)
          (found[g.directorate] ??= []).push({ value: person.id, title: person.name });
    return found;
  };
  const [deputy, officer] = await Promise.all([by(diao.code), by(officerPool.code)]);
  return { deputy, officer };
}

/** Those who may be named in a directorate; whoever the row names already may stay. */
function peopleFor({ deputy, officer }: People, directorate: string, row: KnowledgeRow | null): Record<'deputy' | 'officer', Option[]> {
  const still = (id: string | null | undefined, found: Option[]): Option[] =>
    id && !found.some((o) => o.value === id) ? [...found, { value: id, title: id }] : found;
  const was = row && areaOf(row);
  return { deputy: still(was?.deputy, deputy[directorate] ?? []), officer: still(was?.officer, officer[directorate] ?? []) };
}
