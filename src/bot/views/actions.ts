import type { Button } from '../../domain/shown.js';
import type { Maybe } from './fit.js';

/**
 * A button as Adaptive Cards knows it. Buttons are drawn here and not by a template: a card has thirty of them, which would be four
 * hundred expressions, more than the rest of the card together.
 */
export type DrawnAction = Record<string, unknown>;
type Place = 'primary' | 'in-sight' | 'overflow';

/** Teams draws six at most; the sixth place is kept for the overflow menu. */
const MOST_IN_THE_ROW = 5;

/** The row of buttons: the one primary first in colour, at most five in sight, the rest in the overflow menu. */
export function drawActions(buttons: readonly Button[]): Maybe<{ buttons: DrawnAction[] }> {
  if (buttons.length === 0) return [];
  const primary = buttons.find((b) => b.primary && !b.secondary);
  const inSight = buttons.filter((b) => !b.secondary).slice(0, MOST_IN_THE_ROW);
  const ordered = [...inSight, ...buttons.filter((b) => !inSight.includes(b))];
  return [{ buttons: ordered.map((b) => drawAction(b, b === primary ? 'primary' : inSight.includes(b) ? 'in-sight' : 'overflow')) }];
}

/** The Agents Playground cannot press a button whose data has a `key` (nothing happens, nothing is said); `msteams` means something to Teams. */
const NOT_IN_DATA = ['key', 'msteams'];

/** One button. The fallback serves clients without Action.Execute: the same data, and the verb in it. Throws on data that would make a dead button. */
export function drawAction(button: Button, place: Place = 'in-sight'): DrawnAction {
  if (button.url !== undefined) return Object.assign(look('Action.OpenUrl', button, place), { url: button.url });
  const bad = NOT_IN_DATA.find((name) => name in button.data);
  if (bad) throw new Error(`Button ${button.verb}: its data may not hold "${bad}"`);
  const [execute, submit] = [look('Action.Execute', button, place), look('Action.Submit', button, place)];
  if (button.leaves) execute['associatedInputs'] = submit['associatedInputs'] = 'none';
  execute['verb'] = button.verb;
  execute['data'] = button.data;
  submit['data'] = { ...button.data, verb: button.verb };
  execute['fallback'] = submit;
  return execute;
}

function look(type: string, { title }: Button, place: Place): DrawnAction {
  const drawn: DrawnAction = { type, title };
  if (place === 'primary') drawn['style'] = 'positive';
  if (place === 'overflow') drawn['mode'] = 'secondary';
  return drawn;
}
