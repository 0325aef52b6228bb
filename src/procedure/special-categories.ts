import type { Option } from '../domain/fields.js';

/** §1.1: kinds of personal data that need extra protection. */
export const specialKinds: readonly Option[] = [
  { value: 'ORIGIN', title: 'Race or ethnic origin' },
  { value: 'POLITICS', title: 'Politics, or membership of a union' },
  { value: 'RELIGION', title: 'Religion or belief' },
  { value: 'HEALTH', title: 'Physical or mental health' },
  { value: 'SEX', title: 'Sex life or sexual orientation' },
  { value: 'GENETIC', title: 'Genetic or biometric data' },
];

/** What the card of such a case says. */
export const specialBadge = {
  clause: '1.1',
  title: 'Special category data',
  sentence: 'Extra protection: reply only by a way that fits.',
} as const;
export const specialTitles = (kept: string): string =>
  kept
    .split(',')
    .flatMap((code) => specialKinds.find((k) => k.value === code.trim())?.title ?? [])
    .join('; ');
