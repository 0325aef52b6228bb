import { NONE, type Dimension } from '../../domain/reports/figures.js';
import { foldSmall, OTHER, otherLast, type CountRow } from '../../domain/reports/fold.js';
import type { PageBlock, PageShown } from '../../domain/shown.js';
import { channelSummary, soonDays, type WeeklyReport } from '../../procedure/reports.js';
import type { Drawn } from './weekly-page.js';
import { rowTitle, shortRight } from './words.js';

/** The large figures; what is overdue presses. */
export function figureTiles({ figures }: WeeklyReport, total: readonly number[]): NonNullable<PageShown['figures']> {
  return figures.map(({ title }, at) => {
    const value = total[at] ?? 0;
    return { title, value: String(value), ...(title === 'Overdue' && value > 0 && { press: 'late' as const }) };
  });
}

/** The first dimension as a chart and the same figures as a table; the others in a line each. */
export function breakdownBlocks(drawn: Drawn): PageBlock[] {
  const { report, council, figures } = drawn;
  const [first = 'right', ...rest] = council ? report.council : report.directorate;
  if ((figures.total[0] ?? 0) === 0) return [{ is: 'text', text: report.of === 'received' ? 'None was received.' : 'None is open.' }];
  const shown = rowsOf(drawn, first);
  // Too few for a breakdown: one bar and one row for all of them.
  const rows = shown.length > 0 ? shown.map((row) => ({ title: rowTitle(first, row.code), figures: row.figures })) : [{ title: 'All', figures: figures.total }]; // prettier-ignore
  const heading = shown.length > 0 ? WORDS[first].by : 'How they stand';
  return [chartOf(report, heading, rows), tableOf(report, shown.length > 0 ? WORDS[first].column : 'Cases', rows), ...rest.flatMap((d) => lineOf(drawn, d))]; // prettier-ignore
}

/** In a channel and for those who see no case small rows are folded; the council’s own card and an officer’s show every row. */
function rowsOf({ figures, folds }: Drawn, dimension: Dimension): CountRow[] {
  const rows = figures.by[dimension] ?? [];
  return folds ? foldSmall(rows, channelSummary.leastShown) : otherLast(rows);
}

type Row = { title: string; figures: number[] };
const WORDS: Record<Dimension, { by: string; column: string }> = {
  directorate: { by: 'By directorate', column: 'Directorate' },
  right: { by: 'By right', column: 'Right' },
  channel: { by: 'How they came', column: 'How' },
  route: { by: 'Special routes', column: 'Route' },
  stage: { by: 'By stage', column: 'Stage' },
};

function chartOf({ of }: WeeklyReport, heading: string, rows: Row[]): PageBlock {
  const bars = rows.map(({ title, figures: [all = 0, second = 0, late = 0] }) => ({
    title,
    parts:
      of === 'received'
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
  // A part of nothing would be drawn as a gap.
  return { is: 'chart', heading, bars: bars.map(({ title, parts }) => ({ title, parts: parts.filter((part) => part.value > 0) })) };
}

function tableOf({ figures }: WeeklyReport, column: string, rows: Row[]): PageBlock {
  return {
    is: 'table',
    columns: [column, ...figures.map((f) => f.column)],
    rows: rows.map((row) => [row.title, ...row.figures.map(String)]),
  };
}

function lineOf(drawn: Drawn, dimension: Dimension): PageBlock[] {
  const rows = rowsOf(drawn, dimension).filter(({ code }) => dimension !== 'route' || code !== NONE);
  // “Other” alone tells nothing that the total does not.
  if (rows.every(({ code }) => code === OTHER)) return [];
  const titleOf = (code: string): string => (dimension === 'right' && code !== OTHER ? shortRight(code) : rowTitle(dimension, code).toLowerCase()); // prettier-ignore
  return [{ is: 'text', text: `${WORDS[dimension].by}: ${rows.map(({ code, figures }) => `${titleOf(code)} ${figures[0] ?? 0}`).join(' · ')}`, small: true }]; // prettier-ignore
}
