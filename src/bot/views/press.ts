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
