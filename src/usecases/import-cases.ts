import { decide, type Decided } from '../domain/decide.js';
import type { Option } from '../domain/fields.js';
import { parseLocalDate } from '../domain/local-date.js';
import { isRefusal } from '../domain/refusals.js';
import { procedure } from '../procedure/contents.js';
import { importColumns, neededColumns } from '../procedure/import-columns.js';
import { directorateOf } from '../procedure/owners.js';
import { rightTitle } from '../procedure/rights.js';
import { diao, officerPool } from '../procedure/roles.js';
import type { Desk } from './desk.js';
import { IMPORT } from './import-step.js';
import { faultOfOpening, openCase } from './open-case.js';
import type { KnownPerson } from './ports.js';
import { viewOf } from './view-of.js';

/** A file as it was read: the line each row begins on and its cells by column. */
export interface ImportSheet {
  columns: string[];
  rows: { line: number; cells: Record<string, string> }[];
}
/** What is wrong with one cell, or with a whole row or file when no column is to blame. */
export interface ImportFault {
  line: number;
  column: string;
  reason: string;
}
export type ImportAnswer =
  { was: 'at-fault'; faults: ImportFault[] } | { was: 'checked' | 'imported'; fresh: { line: number; ref?: string }[]; already: number };

interface Ready {
  line: number;
  key: string;
  decided: Decided;
}

/**
 * Takes over the cases of a file. Every row is checked before the first is written, so a file with a fault imports nothing; a row whose
 * external reference is here already is left alone, so a second run, also after a crash, adds only what is missing.
 */
export async function importCases(desk: Desk, person: KnownPerson, sheet: ImportSheet, dryRun: boolean): Promise<ImportAnswer> {
  const faults = [...checkColumns(sheet), ...checkRepeats(sheet)];
  const ready: Ready[] = [];
  let already = 0;
  const people = await peopleOf(desk);
  for (const row of faults.some((f) => f.line === 1) ? [] : sheet.rows) {
    const key = keyOf(desk, row.cells);
    if (key && (await desk.requests.byIntakeKey(key))) already += 1;
    else faults.push(...checkRow(desk, person, row, { people, key, ready }));
  }
  if (faults.length > 0) return { was: 'at-fault', faults: faults.sort((a, b) => a.line - b.line) };
  if (dryRun) return { was: 'checked', fresh: ready.map(({ line }) => ({ line })), already };
  const fresh: { line: number; ref: string }[] = [];
  for (const { line, key, decided } of ready) {
    const opened = await openCase(desk, person, key, decided);
    if ('fault' in opened) return { was: 'at-fault', faults: [{ line, column: '', reason: opened.fault }] };
    fresh.push({ line, ref: opened.request.ref });
  }
  await desk.audit.record({ what: 'imported', by: person.id, codes: { cases: fresh.length, already } });
  return { was: 'imported', fresh, already };
}

function checkColumns({ columns }: ImportSheet): ImportFault[] {
  const known: readonly string[] = importColumns.map((c) => c.column);
  const fault = (column: string, reason: string): ImportFault => ({ line: 1, column, reason });
  return [
    ...columns.filter((c) => !known.includes(c)).map((c) => fault(c, `Unknown. The columns are ${known.join(', ')}.`)),
    ...columns.filter((c, at) => columns.indexOf(c) !== at).map((c) => fault(c, 'Stands twice.')),
    ...neededColumns.filter((c) => !columns.includes(c)).map((c) => fault(c, 'Missing.')),
  ];
}

/** Two rows of one reference would be one case. */
function checkRepeats({ rows }: ImportSheet): ImportFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, cells }) => {
    const ref = plain(cells['external_reference'] ?? '');
    const before = first.get(ref);
    if (before === undefined) first.set(ref, line);
    return ref && before !== undefined ? [{ line, column: 'external_reference', reason: `Stands on line ${before} too.` }] : [];
  });
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const keyOf = (desk: Desk, cells: Record<string, string>): string =>
  cells['external_reference'] ? `import:${desk.tokens.mark(cells['external_reference'])}` : '';

interface People {
  /** Directorate → those who may be named there. */
  diao: Record<string, Option[]>;
  officer: Record<string, Option[]>;
}

async function peopleOf(desk: Desk): Promise<People> {
  const by = async (role: string): Promise<Record<string, Option[]>> => {
    const found: Record<string, Option[]> = {};
    for (const person of await desk.people.holding(role, null, desk.clock.today()))
      for (const grant of person.grants)
        if (grant.role === role && grant.directorate && grant.until >= desk.clock.today())
          (found[grant.directorate] ??= []).push({ value: person.id, title: person.name });
    return found;
  };
  return { diao: await by(diao.code), officer: await by(officerPool.code) };
}

function checkRow(
  desk: Desk,
  person: KnownPerson,
  { line, cells }: ImportSheet['rows'][number],
  to: { people: People; key: string; ready: Ready[] },
): ImportFault[] {
  const area = directorateOf(cells['post'] ?? '');
  const people = { diao: to.people.diao[area] ?? [], officer: to.people.officer[area] ?? [] };
  const raw = Object.fromEntries(importColumns.map(({ column, field }) => [field, asAnswer(field, cells[column] ?? '', people)]));
  const decided = decide(procedure, viewOf(desk, null, person), { step: IMPORT, raw, people });
  if (isRefusal(decided)) return [{ line, column: '', reason: decided.sentence }];
  if ('faults' in decided) {
    const columnOf = (field: string) => importColumns.find((c) => c.field === field)?.column ?? '';
    return decided.faults.map((f) => ({ line, column: columnOf(f.field), reason: reasonOf(f.field, f.sentence) }));
  }
  const fault = faultOfOpening(desk, person, to.key, decided);
  if (fault) return [{ line, column: '', reason: fault }];
  to.ready.push({ line, key: to.key, decided });
  return [];
}

/** What may stand in the cell, where the form would show it. */
function reasonOf(field: string, sentence: string): string {
  if (!sentence.startsWith('Choose')) return sentence;
  if (field === 'diao' || field === 'officer') return 'Nobody of that name or id holds the role in the directorate of the post.';
  const options = procedure.steps.find((s) => s.id === IMPORT)?.asks?.[field]?.options;
  return Array.isArray(options) ? `One of ${(options as Option[]).map((o) => o.value).join(', ')}.` : sentence;
}

/** A cell as an answer of the form: days as spreadsheets write them, choices by code or title, people by name. */
function asAnswer(field: string, cell: string, people: Record<'diao' | 'officer', Option[]>): string {
  const asks = procedure.steps.find((s) => s.id === IMPORT)?.asks?.[field];
  if (asks?.kind === 'date') return asDay(cell);
  const options = field === 'diao' || field === 'officer' ? people[field] : Array.isArray(asks?.options) ? (asks.options as Option[]) : [];
  const meant = options.filter((o) =>
    [o.value, o.title, ...(field === 'right' ? [rightTitle(o.value)] : [])].some((t) => plain(t) === plain(cell)),
  );
  // Two colleagues of one name: only their ids tell them apart.
  return meant.length === 1 ? (meant[0]?.value ?? cell) : cell;
}

/** `9/11/2026` is the ninth of November here. */
function asDay(cell: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseLocalDate(iso) ?? cell.trim();
}
