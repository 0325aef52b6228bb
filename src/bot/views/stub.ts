import type { StubShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { draw, type Fit } from './fit.js';
import { standIn } from './spoken.js';

/** What stays where a card with personal details was. Data for `cards/stub.json`. */
export function viewStub(shown: StubShown, fit: Fit): object {
  return {
    ...standIn(shown.title),
    title: draw(shown.title, fit),
    text: draw(shown.text, fit),
    actions: drawActions(shown.action ? [shown.action] : []),
  };
}
