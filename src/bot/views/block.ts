import type { PageBlock } from '../../domain/shown.js';
import { drawAction } from './actions.js';
import { drawFacts } from './facts.js';
import { draw, firstOf, maybeText, type Fit } from './fit.js';
import { drawChart, drawTable } from './figures.js';
import { placeSide, PRESS_COLOUR } from './press.js';

type Part = 'text' | 'quote' | 'list' | 'items' | 'table' | 'chart' | 'chartByTable' | 'rows' | 'more';
type Parts = Partial<Record<Part, readonly object[]>>;

/** Data for `cards/pieces/block.json`: the parts a block does not have are empty lists and draw nothing. Where a chart is not drawn, the table beside it says it all. */
export function drawBlock(block: PageBlock, fit: Fit, besideTable: boolean): object {
  const none: Record<Part, readonly object[]> = {
    text: [],
    quote: [],
    list: [],
    items: [],
    table: [],
    chart: [],
    chartByTable: [],
    rows: [],
    more: [],
  };
  return { ...none, heading: maybeText(block.heading, fit), ...drawParts(block, fit, besideTable) };
}

function drawParts(block: PageBlock, fit: Fit, besideTable: boolean): Parts {
  switch (block.is) {
    case 'text':
      return { text: [{ text: draw(block.text, fit), size: block.small ? 'Small' : 'Default', quiet: block.quiet === true }] };
    case 'quote':
      return { quote: [{ text: draw(block.text, fit) }] };
    case 'facts':
      return drawFactBlock(block, fit);
    case 'list':
      return drawList(block, fit);
    case 'table':
      return drawTable(block, fit);
    case 'chart':
      return { [besideTable ? 'chartByTable' : 'chart']: [drawChart(block, fit)] };
    case 'rows':
      return drawRows(block, fit);
  }
}

function drawFactBlock(block: Extract<PageBlock, { is: 'facts' }>, fit: Fit): Parts {
  const { kept, more } = firstOf(block.facts, fit);
  return { list: kept.length > 0 ? [{ facts: drawFacts(kept, fit) }] : [], more };
}

function drawList(block: Extract<PageBlock, { is: 'list' }>, fit: Fit): Parts {
  const { kept, more } = firstOf(block.items, fit);
  return { items: kept.map((item, at) => ({ mark: block.numbered ? `${at + 1}` : '•', text: draw(item, fit) })), more };
}

function drawRows(block: Extract<PageBlock, { is: 'rows' }>, fit: Fit): Parts {
  if (block.rows.length === 0) return { text: [{ text: draw(block.empty, fit), size: 'Default', quiet: true }] };
  const { kept, more } = firstOf(block.rows, fit);
  return { rows: kept.map((row) => drawRow(row, fit)), more };
}

type Row = Extract<PageBlock, { is: 'rows' }>['rows'][number];

function drawRow(row: Row, fit: Fit): object {
  const press = row.press ?? 'none';
  const look = { color: PRESS_COLOUR[press], weight: press === 'none' ? 'Default' : 'Bolder' };
  const { beside, below } = placeSide([row.side], () => maybeText(row.side, fit).map((side) => ({ ...side, ...look })));
  return {
    title: draw(row.title, fit),
    under: maybeText(row.text, fit),
    sideBeside: beside.flat(),
    sideBelow: below.flat(),
    tone: row.action ? 'Accent' : 'Default',
    opens: row.action ? [{ mark: '›' }] : [],
    action: row.action ? drawAction(row.action) : '',
  };
}
