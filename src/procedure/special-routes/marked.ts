import type { Need } from '../../domain/step.js';

/** Fact of a record to which the rules of §3.7 apply: it is never given (RTE-51). */
export const MARKED = 'sealed';
export const notMarked: Need = {
  code: 'not-marked',
  clause: '3.7',
  sentence: 'Other rules apply to this record, so it cannot be given. Information Governance takes the mark off if that is wrong.',
  holds: (view) => view.item?.facts[MARKED] !== true,
};
