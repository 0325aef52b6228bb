import { isRefusal } from '../../domain/refusals.js';
import { stretchOf, type Press } from '../../domain/reports/urgency.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import type { Button, FormShown, PageBlock, PageShown, Shown } from '../../domain/shown.js';
import { directorateChoices, directorateTitle } from '../../procedure/owners.js';
import { stages } from '../../procedure/stages.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { refusalPage } from '../show/pages.js';
import { PAGE_SIZE } from '../show/list-pages.js';
import { afterSoon } from './make-report.js';
import { filterOf, noReach, reachOf, within, type Reach } from './reach.js';
import { readCase } from './read-case.js';
import { asWords, readFilter, type AskedFor } from './read-filter.js';
import { caseLine, edgeOf, stageTitleOf } from './words.js';

const TITLES: Record<Press, string> = {
  all: 'the worst first',
  overdue: 'overdue',
  soon: 'due within a week',
  waiting: 'held or paused',
  answered: 'answered, not closed',
};

/** Open cases, the worst first, as far as this person is told of them; references and dates, no name (MON-03, MON-07). */
export async function showOutstanding(desk: Desk, person: KnownPerson, typed: string, skip: number): Promise<Shown> {
  const reach = reachOf(person, desk.clock.today());
  if (!reach) return refusalPage(noReach());
  const asked = readFilter(typed);
  const part = within(reach, asked.directorate);
  if (isRefusal(part)) return refusalPage(part);
  const today = desk.clock.today();
  const filter = { ...filterOf(part), ...stretchOf(asked.press, today, afterSoon(today)), ...(asked.stage && { stage: asked.stage }) };
  const page = await desk.register.open(filter, { skip, limit: PAGE_SIZE });
  // A case on a restricted route is listed for nobody here: its own team has it in their work.
  const rows = page.rows.filter((row) => !row.index.restricted).map((row) => ({ id: row.id, one: readCase(desk, row) }));
  return listPage(rows, part, asked, { skip, more: page.more });
}

type Listed = { id: string; one: ReportedCase };

function listPage(rows: Listed[], reach: Reach, asked: AskedFor, at: { skip: number; more: boolean }): PageShown {
  const where = reach.directorates?.length === 1 && !reach.officer ? directorateTitle(reach.directorates[0]) : reach.officer ? 'your cases' : 'all'; // prettier-ignore
  const what = [where, asked.stage ? stageTitleOf(asked.stage).toLowerCase() : '', TITLES[asked.press]].filter(Boolean).join(' · ');
  const strange =
    asked.unknown.length > 0 ? [{ is: 'text' as const, text: `I know no ${asked.unknown.join(', ')} to look for. ${HINT}` }] : [];
  return {
    kind: 'page',
    title: 'Outstanding',
    under: `${what.charAt(0).toUpperCase()}${what.slice(1)}${at.skip > 0 ? ` · from ${at.skip + 1}` : ''}`,
    blocks: [...strange, rowsBlock(rows, reach)],
    actions: buttons(asked, at),
    summaryLine: 'Outstanding requests',
  };
}

const HINT = 'Try outstanding overdue, outstanding held, or the word of a directorate or a stage.';
const EMPTY = 'There is none.';

/** Whoever is told of cases and opens none gets the rows without a button. */
function rowsBlock(rows: Listed[], { directorates, opens }: Reach): PageBlock {
  return {
    is: 'rows',
    empty: EMPTY,
    rows: rows.map(({ id, one }) => ({
      title: one.ref,
      text: caseLine(one, { directorate: directorates?.length !== 1 }),
      ...edgeOf(one),
      ...(opens && { action: { title: 'Open', verb: 'open', data: { r: id } } }),
    })),
  };
}

function buttons(asked: AskedFor, { skip, more }: { skip: number; more: boolean }): Button[] {
  const data = { c: asWords(asked) };
  const only = (press: Press): Button => ({ title: TITLES_SHORT[press], verb: 'outstanding', data: { c: asWords({ ...asked, press }) } });
  return [
    ...(skip > 0 ? [{ title: 'Back', verb: 'outstanding', data: { ...data, skip: Math.max(0, skip - PAGE_SIZE) } }] : []),
    ...(more ? [{ title: 'More', verb: 'outstanding', data: { ...data, skip: skip + PAGE_SIZE } }] : []),
    only(asked.press === 'overdue' ? 'all' : 'overdue'),
    only(asked.press === 'waiting' ? 'all' : 'waiting'),
    { title: 'Filter…', verb: 'outstanding-filter', data },
    { title: 'Spreadsheet', verb: 'register-file', data: {}, secondary: true },
  ];
}
const TITLES_SHORT: Record<Press, string> = {
  all: 'All',
  overdue: 'Overdue',
  soon: 'Due soon',
  waiting: 'Held or paused',
  answered: 'Sent, not closed',
};

/** The form behind “Filter…”: only what this person is told of is offered. */
export function filterForm(desk: Desk, person: KnownPerson, typed: string): Shown {
  const reach = reachOf(person, desk.clock.today());
  if (!reach) return refusalPage(noReach());
  const asked = readFilter(typed);
  const all = { value: 'all', title: 'All' };
  const areas = directorateChoices.filter((d) => reach.directorates === null || reach.directorates.includes(d.value));
  const open = stages.filter((s) => s.open).map((s) => ({ value: s.code, title: s.title }));
  const choice = (id: string, label: string, options: FormShown['fields'][number]['options'] & object, value: string) => ({
    ...{ id, kind: 'choice' as const, label, required: true, value },
    options,
  });
  return {
    kind: 'form',
    title: 'Which outstanding cases?',
    fields: [
      choice('directorate', 'Directorate', [all, ...areas], asked.directorate ?? 'all'),
      choice('stage', 'Stage', [all, ...open], asked.stage ?? 'all'),
      choice('press', 'Which', (Object.keys(TITLES_SHORT) as Press[]).map((value) => ({ value, title: TITLES_SHORT[value] })), asked.press), // prettier-ignore
    ],
    actions: [
      { title: 'Show', verb: 'outstanding', data: {}, primary: true },
      { title: 'Back', verb: 'outstanding', data: { c: asWords(asked) }, leaves: true },
    ],
  };
}
