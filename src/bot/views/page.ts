import type { PageShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { drawBlock } from './block.js';
import { draw, maybeText, type Fit } from './fit.js';
import { standIn } from './spoken.js';

/** Said in a notification when the page gives no line of its own: a title may hold a name. */
export const QUIET_SUMMARY = 'Rightsdesk has an answer for you.';

/** Facts to look over, a receipt, a refusal, a list of cases. Data for `cards/page.json`. */
export function viewPage(shown: PageShown, fit: Fit): object {
  const figures = shown.figures ?? [];
  const columns = figures.map((f) => ({ title: draw(f.title, fit), value: draw(f.value, fit) }));
  return {
    ...standIn(shown.summaryLine ?? QUIET_SUMMARY),
    title: draw(shown.title, fit),
    under: maybeText(shown.under, fit),
    headStyle: columns.length > 0 ? '' : (shown.tone ?? ''),
    figures: columns.length > 0 ? [{ style: shown.tone ?? 'emphasis', columns }] : [],
    blocks: shown.blocks.map((block) => drawBlock(block, fit)),
    actions: drawActions(shown.actions),
  };
}
