import type { Limit } from '../domain/clock.js';

/** Limits of §3 that run while a reply is made. */
export const healthOpinion = {
  id: 'health-opinion',
  n: 6,
  unit: 'months',
  from: 'opinion of the health professional',
  clause: '3.5',
  sentence: 'The opinion of {from} counts until {by}. After that the health professional is asked again.',
  rows: ['EXM-05'],
} as const satisfies Limit;
