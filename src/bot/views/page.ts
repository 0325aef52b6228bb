import type { PageBlock, PageShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { drawBlock } from './block.js';
import { draw, maybeText, type Fit } from './fit.js';
import { PRESS_COLOUR } from './press.js';
import { standIn } from './spoken.js';

/** Said in a notification when the page gives no line of its own: a title may hold a name. */
export const QUIET_SUMMARY = 'Rightsdesk has an answer for you.';

/** Facts to look over, a receipt, a refusal, a list of cases. Data for `cards/page.json`. */
export function viewPage(shown: PageShown, fit: Fit): object {
  const blocks = shown.blocks.filter(hasContent);
  const besideTable = blocks.some((block) => block.is === 'table');
  return {
    ...standIn(shown.summaryLine ?? QUIET_SUMMARY),
    title: draw(shown.title, fit),
    under: maybeText(shown.under, fit),
    ...drawFigures(shown, fit),
    blocks: blocks.map((block) => drawBlock(block, fit, besideTable)),
    actions: drawActions(shown.actions),
  };
}

/** A heading over nothing would be a riddle; an empty list of rows says what its emptiness means. */
function hasContent(block: PageBlock): boolean {
  if (block.is === 'facts') return block.facts.length > 0;
  return block.is !== 'list' || block.items.length > 0;
}

type Figure = NonNullable<PageShown['figures']>[number];

/** Large figures in one box, so that four fit on a phone; the number takes the colour. Without figures the title takes the page's tone. */
function drawFigures(shown: PageShown, fit: Fit): { headStyle: string; figures: object[] } {
  const figures = shown.figures ?? [];
  if (figures.length === 0) return { headStyle: shown.tone ?? '', figures: [] };
  const few = figures.length <= 2;
  const columns = figures.map((f, at) => ({
    lines: drawFigure(f, few, fit),
    width: few && at === 0 ? 'auto' : 'stretch',
    spacing: few ? 'Large' : 'Small',
  }));
  return { headStyle: '', figures: [{ style: shown.tone ?? 'emphasis', columns }] };
}

/** One or two are read as sentences, name first. Of more the numbers stand first, so that they stay in line where a name needs two lines. */
function drawFigure(figure: Figure, few: boolean, fit: Fit): object[] {
  const name = { text: draw(figure.title, fit), size: 'Small', weight: 'Default', color: 'Default' };
  const value = { text: draw(figure.value, fit), size: 'Large', weight: 'Bolder', color: PRESS_COLOUR[figure.press ?? 'none'] };
  return few ? [name, value] : [value, name];
}
