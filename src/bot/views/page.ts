import type { PageShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { drawBlock } from './block.js';
import { draw, maybeText, type Fit } from './fit.js';
import { PRESS_STYLE } from './press.js';
import { standIn } from './spoken.js';

/** Said in a notification when the page gives no line of its own: a title may hold a name. */
export const QUIET_SUMMARY = 'Rightsdesk has an answer for you.';

/** Facts to look over, a receipt, a refusal, a list of cases. Data for `cards/page.json`. */
export function viewPage(shown: PageShown, fit: Fit): object {
  return {
    ...standIn(shown.summaryLine ?? QUIET_SUMMARY),
    title: draw(shown.title, fit),
    under: maybeText(shown.under, fit),
    ...drawFigures(shown, fit),
    blocks: shown.blocks.map((block) => drawBlock(block, fit)),
    actions: drawActions(shown.actions),
  };
}

/** Two figures share one box in the page's tone; more have a box each, coloured when it presses. Without figures the title takes the tone. */
function drawFigures(shown: PageShown, fit: Fit): { headStyle: string; pair: object[]; boxes: object[] } {
  const figures = (shown.figures ?? []).map((f) => ({
    title: draw(f.title, fit),
    value: draw(f.value, fit),
    style: PRESS_STYLE[f.press ?? 'none'] || 'emphasis',
  }));
  if (figures.length === 0) return { headStyle: shown.tone ?? '', pair: [], boxes: [] };
  const together = figures.length <= 2;
  return {
    headStyle: '',
    pair: together ? [{ style: shown.tone ?? 'emphasis', columns: figures }] : [],
    boxes: together ? [] : [{ columns: figures }],
  };
}
