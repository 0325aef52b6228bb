import type { Maybe } from './fit.js';
import type { Press } from '../../domain/shown.js';

/** Colour is for a date that presses; one that does not press stays plain. */
export const PRESS_STYLE: Record<Press, 'good' | 'warning' | 'attention' | ''> = {
  none: '',
  good: 'good',
  soon: 'warning',
  late: 'attention',
};
export const PRESS_COLOUR: Record<Press, 'Default' | 'Good' | 'Warning' | 'Attention'> = {
  none: 'Default',
  good: 'Good',
  soon: 'Warning',
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
