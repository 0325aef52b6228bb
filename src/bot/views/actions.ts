import type { Button } from '../../domain/shown.js';
import type { Maybe } from './fit.js';

/** What `pieces/action.json` draws; an empty string leaves the property out. */
export interface DrawnAction {
  type: 'Action.Execute' | 'Action.OpenUrl';
  title: string;
  url: string;
  verb: string;
  data: Button['data'] | '';
  style: 'positive' | '';
  mode: 'secondary' | '';
  inputs: 'none' | '';
  submit: Maybe<Omit<DrawnAction, 'type' | 'url' | 'verb' | 'submit'>>;
}

/** Teams draws six at most; the sixth place is kept for the overflow menu. */
const MOST_IN_THE_ROW = 5;

/** The row of buttons: the one primary first in colour, at most five in sight, the rest in the overflow menu. */
export function drawActions(buttons: readonly Button[]): Maybe<{ buttons: DrawnAction[] }> {
  if (buttons.length === 0) return [];
  const primary = buttons.find((b) => b.primary && !b.secondary);
  const inSight = buttons.filter((b) => !b.secondary).slice(0, MOST_IN_THE_ROW);
  const ordered = [...inSight, ...buttons.filter((b) => !inSight.includes(b))];
  return [{ buttons: ordered.map((b) => drawAction(b, b === primary, !inSight.includes(b))) }];
}

/** The Agents Playground cannot press a button whose data has a `key` (nothing happens, nothing is said); `msteams` means something to Teams. */
const NOT_IN_DATA = ['key', 'msteams'];

/** One button. The fallback serves clients without Action.Execute: the same data, and the verb in it. Throws on data that would make a dead button. */
export function drawAction(button: Button, primary = false, overflow = false): DrawnAction {
  const looks = { title: button.title, style: primary ? 'positive' : '', mode: overflow ? 'secondary' : '' } as const;
  if (button.url !== undefined) return { ...looks, type: 'Action.OpenUrl', url: button.url, verb: '', data: '', inputs: '', submit: [] };
  const bad = NOT_IN_DATA.find((name) => name in button.data);
  if (bad) throw new Error(`Button ${button.verb}: its data may not hold "${bad}"`);
  const inputs = button.leaves ? 'none' : '';
  return {
    ...looks,
    type: 'Action.Execute',
    url: '',
    verb: button.verb,
    data: button.data,
    inputs,
    submit: [{ ...looks, inputs, data: { ...button.data, verb: button.verb } }],
  };
}
