import type { Maybe } from './fit.js';
import type { Press } from '../../domain/shown.js';

/** Colour is for a date that presses; one that does not press stays plain. For boxes. */
export const PRESS_STYLE: Record<Press, 'good' | 'warning' | 'attention' | ''> = {
  none: '',
  good: 'good',
  soon: 'warning',
  late: 'attention',
};
/** For words without a box: Teams' warning colour is a yellow nobody can read on white, so what is due soon is only bold. */
export const PRESS_COLOUR: Record<Press, 'Default' | 'Good' | 'Attention'> = {
  none: 'Default',
  good: 'Good',
  soon: 'Default',
  late: 'Attention',
};

/** More letters at the right edge would squeeze the title on a phone; they go below it. */
const MOST_BESIDE = 16;

/** Where a short part stands: beside the title at the right edge, or below it when one of its lines is long. */
export function placeSide<T>(
  lines: readonly (string | undefined)[],
  make: (align: 'Left' | 'Right') => T,
): { beside: Maybe<T>; below: Maybe<T> } {
  const long = lines.some((line) => (line ?? '').length > MOST_BESIDE);
  return long ? { beside: [], below: [make('Left')] } : { beside: [make('Right')], below: [] };
}
