import type { Block } from '../../letters/letter.js';
import { bottomOf, COLOURS, heightOf, LEFT, LOOKS, wear, WIDTH, type Look, type Pdf } from './pdf-look.js';
import { asArtifact, clean, element, type Tree } from './pdf-tree.js';

type TableBlock = Extract<Block, { kind: 'table' }>;
interface Column {
  x: number;
  width: number;
}
const PADDING = 5;

/** A table across the page. Its head stands again on each page, for the eye only, and a row is never torn in two. */
export function drawTable(pdf: Pdf, tree: Tree, { columns, rows }: TableBlock): void {
  const [at, titles] = [places(columns), columns.map(({ title }) => title)];
  const table = pdf.struct('Table');
  tree.add(table);
  const head = rowHeight(pdf, titles, at, LOOKS.headCell);
  if (pdf.y + head + rowHeight(pdf, rows[0] ?? [], at, LOOKS.cell) > bottomOf(pdf)) pdf.addPage();
  drawRow(pdf, at, titles, { height: head, look: LOOKS.headCell, shade: true }, tagged(pdf, table, 'TH'));
  for (const row of rows) {
    const height = rowHeight(pdf, row, at, LOOKS.cell);
    if (pdf.y + height > bottomOf(pdf)) {
      pdf.addPage();
      asArtifact(pdf, () => drawRow(pdf, at, titles, { height: head, look: LOOKS.headCell, shade: true }), 'Pagination');
    }
    drawRow(pdf, at, row, { height, look: LOOKS.cell, shade: false }, tagged(pdf, table, 'TD'));
  }
  table.end();
  pdf.y += 12;
}

/** Where each column stands: its share of the width. */
function places(columns: TableBlock['columns']): Column[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let x = LEFT;
  return columns.map((column) => {
    const width = (WIDTH * column.width) / whole;
    const place = { x, width };
    x += width;
    return place;
  });
}

function rowHeight(pdf: Pdf, cells: readonly string[], at: readonly Column[], look: Look): number {
  const heights = cells.map((text, i) => heightOf(pdf, clean(text) || ' ', look, (at[i]?.width ?? 0) - 2 * PADDING));
  return Math.max(0, ...heights) + 2 * PADDING;
}

type DrawCell = (draw: () => void) => void;

/** Cells that go into the tree as one row. */
function tagged(pdf: Pdf, table: Tree, tag: 'TH' | 'TD'): { cell: DrawCell; end: () => void } {
  const row = pdf.struct('TR');
  table.add(row);
  const scope = tag === 'TH' ? { scope: 'Column' as const } : {};
  return { cell: (draw) => void row.add(element(pdf, tag, draw, scope)), end: () => row.end() };
}

function drawRow(
  pdf: Pdf,
  at: readonly Column[],
  cells: readonly string[],
  { height, look, shade }: { height: number; look: Look; shade: boolean },
  into?: { cell: DrawCell; end: () => void },
): void {
  const top = pdf.y;
  const frame = (): void => {
    if (shade) pdf.rect(LEFT, top, WIDTH, height).fill(COLOURS.pale);
    pdf.moveTo(LEFT, top + height).lineTo(LEFT + WIDTH, top + height).lineWidth(0.5).strokeColor(COLOURS.line).stroke(); // prettier-ignore
  };
  if (into) asArtifact(pdf, frame);
  else frame();
  cells.forEach((text, i) => {
    const { x, width } = at[i] ?? { x: LEFT, width: WIDTH };
    const draw = (): void => {
      wear(pdf, look).text(clean(text) || ' ', x + PADDING, top + PADDING, { width: width - 2 * PADDING, lineGap: look.lineGap });
    };
    if (into) into.cell(draw);
    else draw();
  });
  into?.end();
  pdf.x = LEFT;
  pdf.y = top + height;
}
