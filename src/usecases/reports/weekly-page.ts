import { formatDayAndTime, formatDay, formatShortDay } from '../../domain/local-date.js';
import { NONE, type Dimension, type Figures } from '../../domain/reports/figures.js';
import { foldSmall, otherLast, type CountRow } from '../../domain/reports/fold.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import { mondayOf, sundayOf } from '../../domain/reports/week.js';
import type { Button, PageBlock, PageShown } from '../../domain/shown.js';
import { directorateTitle } from '../../procedure/owners.js';
import { channelSummary, soonDays, type WeeklyReport } from '../../procedure/reports.js';
import type { ReportMade } from '../ports.js';
import { COUNCIL } from './send-weekly.js';
import { caseLine, leftWords, rowTitle } from './words.js';

/** Characters of the newest head of the audit trail: enough for `audit -- verify --head`. */
const HEAD_SHOWN = 16;

interface Drawn {
  report: WeeklyReport;
  made: ReportMade;
  figures: Figures;
  worst: ReportedCase[];
  council: boolean;
}

/** A weekly report as a card: four figures, one chart, the same figures as a table, how they were counted, the newest audit head (MON-02, MON-03, MON-09). */
export function weeklyPage(report: WeeklyReport, made: ReportMade, { scope, inChannel }: { scope: string; inChannel: boolean }): PageShown {
  const council = scope === COUNCIL;
  const own = made.directorates[scope];
  const drawn: Drawn = council
    ? { report, made, figures: made.council, worst: made.worst, council }
    : { report, made, figures: own ?? { total: [], by: {} }, worst: own?.worst ?? [], council };
  return {
    kind: 'page',
    title: `${report.title}: ${council ? 'the whole council' : directorateTitle(scope)}`,
    under: report.of === 'received' ? `Week of ${spanOf(made)}` : `As at ${formatDayAndTime(new Date(made.at))}`,
    figures: report.figures.map(({ title }, at) => ({
      title,
      value: String(drawn.figures.total[at] ?? 0),
      ...(title === 'Overdue' && (drawn.figures.total[at] ?? 0) > 0 && { press: 'late' as const }),
    })),
    blocks: [...breakdownBlocks(drawn), ...worstBlock(drawn), ...counted(drawn)],
    actions: inChannel ? [] : buttons(council ? '' : scope),
    summaryLine: `Weekly report: ${report.title.toLowerCase()}, ${council ? 'the whole council' : directorateTitle(scope)}`,
  };
}

const spanOf = ({ week }: ReportMade): string => `${formatShortDay(mondayOf(week))} to ${formatDay(sundayOf(week))}`;

/** The first dimension as chart and table; the others in a line each. */
function breakdownBlocks(drawn: Drawn): PageBlock[] {
  const [first = 'right', ...rest] = drawn.council ? drawn.report.council : drawn.report.directorate;
  if ((drawn.figures.total[0] ?? 0) === 0)
    return [{ is: 'text', text: drawn.report.of === 'received' ? 'None was received.' : 'None is open.' }];
  const shown = rowsOf(drawn, first);
  const rows = shown.length > 0 ? shown.map((row) => ({ title: rowTitle(first, row.code), figures: row.figures })) : [{ title: 'All', figures: drawn.figures.total }]; // prettier-ignore
  return [chartOf(drawn, first, rows), tableOf(drawn.report, first, rows), ...rest.flatMap((dimension) => lineOf(drawn, dimension))];
}

/** In a channel and for those who see no case, small rows are folded; the council’s own card shows every directorate. */
function rowsOf({ figures, council }: Drawn, dimension: Dimension): CountRow[] {
  const rows = figures.by[dimension] ?? [];
  return council ? otherLast(rows) : foldSmall(rows, channelSummary.leastShown);
}

type Row = { title: string; figures: number[] };
const HEADINGS: Record<Dimension, string> = { directorate: 'Directorate', right: 'Right', channel: 'How', route: 'Route', stage: 'Stage' };

function chartOf({ report }: Drawn, by: Dimension, rows: Row[]): PageBlock {
  const bars = rows.map(({ title, figures: [all = 0, second = 0, late = 0] }) => ({
    title,
    parts:
      report.of === 'received'
        ? [
            { legend: 'logged in time', value: all - late, press: 'good' as const },
            { legend: 'logged late', value: late, press: 'late' as const },
          ]
        : [
            { legend: 'in time or waiting', value: all - second - late, press: 'good' as const },
            { legend: `due in ${soonDays} days`, value: second, press: 'soon' as const },
            { legend: 'overdue', value: late, press: 'late' as const },
          ],
  }));
  return { is: 'chart', heading: `By ${HEADINGS[by].toLowerCase()}`, bars };
}

function tableOf({ figures }: WeeklyReport, by: Dimension, rows: Row[]): PageBlock {
  const columns = [HEADINGS[by], ...figures.map((f) => f.column)];
  return { is: 'table', columns, rows: rows.map((row) => [row.title, ...row.figures.map(String)]) };
}

function lineOf(drawn: Drawn, dimension: Dimension): PageBlock[] {
  const rows = rowsOf(drawn, dimension).filter((row) => dimension !== 'route' || row.code !== NONE);
  if (rows.length === 0) return [];
  const text = rows.map((row) => `${rowTitle(dimension, row.code)} ${row.figures[0] ?? 0}`).join(' · ');
  return [{ is: 'text', text: `${HEADINGS[dimension]}: ${text}`, small: true }];
}

/** The worst cases by reference, with what the register says of each and no name (MON-07). */
function worstBlock({ worst, council }: Drawn): PageBlock[] {
  if (worst.length === 0) return [];
  const rows = worst.map((c) => [`${c.ref} · ${caseLine(c, { directorate: council })}`, c.due ? formatShortDay(c.due) : '–', leftWords(c.left) || '–']); // prettier-ignore
  return [{ is: 'table', heading: 'Worst first', columns: ['Case', 'Due', 'Left'], rows }];
}

/** How it was counted, in one line, and the newest head of the audit trail. */
function counted({ report, made, council }: Drawn): PageBlock[] {
  const { earlier = 0, answered = 0 } = made.aside;
  const how =
    report.of === 'received'
      ? `Counted by the day of receipt. ${council && earlier > 0 ? `${earlier} received before that week and recorded only since ${earlier === 1 ? 'is' : 'are'} counted here. ` : ''}`
      : `Not yet answered. Waiting: for proof or for an answer, so no date runs. ${council && answered > 0 ? `${answered} answered and not yet closed ${answered === 1 ? 'is' : 'are'} left out. ` : ''}`;
  const folded = council
    ? 'Restricted routes are counted under Other.'
    : `Rows under ${channelSummary.leastShown} and restricted routes are counted under Other.`;
  const seal = made.seal
    ? `Audit trail: block ${made.seal.n}, ${made.seal.head.slice(0, HEAD_SHOWN)}`
    : 'Audit trail: no block is sealed yet.';
  return [
    { is: 'text', text: `${how}${folded}`, small: true, quiet: true },
    { is: 'text', text: seal, small: true, quiet: true },
  ];
}

function buttons(scope: string): Button[] {
  return [
    { title: 'Outstanding list', verb: 'outstanding', data: { c: scope }, primary: true },
    { title: 'By officer', verb: 'caseload', data: { c: scope } },
    { title: 'Spreadsheet', verb: 'register-file', data: {} },
  ];
}
