import type { PageBlock } from '../../domain/shown.js';
import { neutralise } from './escape.js';
import { draw, firstOf, type Fit } from './fit.js';
import { PRESS_STYLE } from './press.js';

/** Data for `cards/pieces/chart.json`; the fallback says each bar in words. */
export function drawChart(chart: Extract<PageBlock, { is: 'chart' }>, fit: Fit): object {
  const bars = firstOf(chart.bars, fit).kept.map(({ title, parts }) => ({
    title: neutralise(title),
    parts: parts.map(({ legend, value, press }) => ({ legend: neutralise(legend), value, color: PRESS_STYLE[press] })),
    words: draw(parts.map(({ legend, value }) => `${value} ${legend}`).join(', '), fit),
  }));
  return { title: neutralise(chart.heading), bars };
}

type Table = Extract<PageBlock, { is: 'table' }>;
/** The share of the first column, in letters; names wrap, figures must not. */
const NAMES = 12;
const widest = (title: string, rows: readonly string[][], at: number): number =>
  1 + Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0));

/** Data for `cards/pieces/table.json`: names to the left, figures to the right; the fallback is one fact a row. */
export function drawTable(table: Table, fit: Fit): { table: object[]; more: readonly object[] } {
  const { kept, more } = firstOf(table.rows, fit);
  const columns = table.columns.map((title, at) => ({ width: at === 0 ? NAMES : widest(title, kept, at) }));
  const rows = [drawRow(table.columns, 'Bolder', fit), ...kept.map((row) => drawRow(row, 'Default', fit))];
  return { table: [{ columns, rows, facts: kept.map((row) => asFact(table.columns, row, fit)) }], more };
}

function drawRow(cells: readonly string[], weight: string, fit: Fit): object {
  return { cells: cells.map((text, at) => ({ text: draw(text, fit) || '–', weight, side: at === 0 ? 'Left' : 'Right' })) };
}

function asFact(columns: readonly string[], [name = '', ...figures]: readonly string[], fit: Fit): object {
  const value = figures.map((figure, at) => `${columns[at + 1] ?? ''} ${figure}`.trim()).join(', ');
  return { title: draw(name, fit), value: draw(value, fit) || '–' };
}
