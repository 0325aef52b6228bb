import type { ChannelShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { draw, maybeText, type Fit } from './fit.js';
import { placeSide, PRESS_STYLE } from './press.js';
import { standIn } from './spoken.js';

/** The post in a directorate's channel: no name, no story, one button. Data for `cards/channel.json`. */
export function viewChannel(shown: ChannelShown, fit: Fit): object {
  const { title, value, press } = shown.side;
  const { beside, below } = placeSide([title, value], (align) => ({
    title: draw(title, fit),
    value: draw(value, fit),
    style: PRESS_STYLE[press],
    align,
  }));
  return {
    ...standIn(shown.summaryLine),
    title: draw(shown.title, fit),
    under: draw(shown.under, fit),
    sideBeside: beside,
    sideBelow: below,
    text: maybeText(shown.text, fit),
    actions: drawActions([{ ...shown.action, primary: true }]),
  };
}
