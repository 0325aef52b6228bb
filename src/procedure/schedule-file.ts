import type { Option } from '../domain/fields.js';
import { readCells, type Cells } from '../domain/read-cells.js';
import type { Fact, RequestState } from '../domain/subject-request.js';
import { shortSystem } from './record-titles.js';
import { about, recordKinds } from './schedule.js';

/** ASS-01: a schedule kept in a spreadsheet is taken in row by row, all of it or nothing. */
export const scheduleColumns = ['kind', 'description', 'date', 'pages', 'where', 'identifies', 'give'] as const;
const NEEDED = ['kind', 'description', 'pages'];
export const MOST_ROWS = 1_000;
const MOST_PAGES = 100_000;

export interface RowFault {
  line: number;
  column: string;
  reason: string;
}
/** A row as it goes on the schedule: codes and numbers, and the two answers that are kept apart. */
export interface ScheduleRow {
  facts: Record<string, Fact>;
  give: boolean;
  description: string;
  dated: string;
}

/** Every fault of a pasted schedule with its line, or its rows in their order. Sources are the searches of this case. */
export function readSchedule(text: string, state: Pick<RequestState, 'items'>): { faults: RowFault[] } | { rows: ScheduleRow[] } {
  const sheet = readCells(text);
  if ('fault' in sheet) return { faults: [{ line: 1, column: '', reason: sheet.fault }] };
  const faults = checkSheet(sheet);
  const sources = sourcesOf(state);
  const read = faults.length > 0 ? [] : sheet.rows.map((row) => readRow(row, sources));
  const all = [...faults, ...read.flatMap((row) => row.faults)];
  return all.length > 0 ? { faults: all } : { rows: read.map((row) => row.row) };
}

function checkSheet({ columns, rows }: Cells): RowFault[] {
  const fault = (column: string, reason: string): RowFault => ({ line: 1, column, reason });
  const known: readonly string[] = scheduleColumns;
  return [
    ...columns
      .filter((c) => !known.includes(c))
      .map((c) => fault(c || 'a column without a title', `Unknown. The columns are ${known.join(', ')}.`)),
    ...columns.filter((c, at) => columns.indexOf(c) !== at).map((c) => fault(c, 'Stands twice.')),
    ...NEEDED.filter((c) => !columns.includes(c)).map((c) => fault(c, 'Missing.')),
    ...(rows.length === 0 ? [fault('', 'There is no row below the titles.')] : []),
    ...(rows.length > MOST_ROWS ? [fault('', `${rows.length} rows; at most ${MOST_ROWS} at once.`)] : []),
  ];
}

/** Searches of this case that found something, by id, code and short name. */
const sourcesOf = ({ items }: Pick<RequestState, 'items'>): Option[] => [
  ...Object.entries(items['tasks'] ?? {})
    .filter(([, t]) => t['answer'] === 'FOUND')
    .flatMap(([id, t]) => [id, String(t['system']), shortSystem(t['system'])].map((title) => ({ value: id, title }))),
  ...['', 'OTHER', 'Somewhere else'].map((title) => ({ value: 'OTHER', title })),
];

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const codeOf = (cell: string, options: readonly Option[]): string | undefined =>
  options.find((o) => plain(o.title) === plain(cell) || plain(o.value) === plain(cell))?.value;
const YES_NO: readonly Option[] = ['yes', 'true', 'no', 'false', ''].map((title, at) => ({ value: at < 2 ? 'yes' : 'no', title }));

function readRow({ line, cells }: Cells['rows'][number], sources: readonly Option[]): { row: ScheduleRow; faults: RowFault[] } {
  const cell = (column: (typeof scheduleColumns)[number]): string => cells[column] ?? '';
  const kind = codeOf(cell('kind'), recordKinds);
  const source = codeOf(cell('where'), sources);
  const whose = codeOf(cell('identifies') || 'PERSON', about);
  const give = codeOf(cell('give'), YES_NO);
  const pages = Number(cell('pages'));
  const description = cell('description');
  const wrong: [string, unknown, string][] = [
    ['kind', kind !== undefined, `One of ${recordKinds.map((k) => k.title).join(', ')}.`],
    ['description', description !== '' && description.length <= 200, description === '' ? 'Needed.' : 'At most 200 characters fit.'],
    ['date', cell('date').length <= 60, 'At most 60 characters fit.'],
    ['pages', /^\d+$/.test(cell('pages')) && pages >= 1 && pages <= MOST_PAGES, 'Give the number of pages.'],
    ['where', source !== undefined, 'No search of this case there has found anything.'],
    ['identifies', whose !== undefined, `One of ${about.map((a) => a.title).join(', ')}.`],
    ['give', give !== undefined, 'Yes or no.'],
    ['give', give !== 'yes' || whose !== 'OTHER', 'What identifies somebody else is weighed first.'],
  ];
  return {
    row: {
      facts: { kind: kind ?? '', source: source ?? '', pages, about: whose ?? '' },
      give: give === 'yes',
      description,
      dated: cell('date'),
    },
    faults: wrong.filter(([, holds]) => !holds).map(([column, , reason]) => ({ line, column, reason })),
  };
}

/** `Line 3, pages: Give the number of pages.` */
export const sayFault = ({ line, column, reason }: RowFault): string => `Line ${line}${column === '' ? '' : `, ${column}`}: ${reason}`;
