import type { LocalDate } from '../domain/local-date.js';
import { writeDayInFull } from './write-day.js';

/* The words of the letter that tells of more time. A council may change them. */
export const words = {
  title: 'We need more time',
  opening: (received: string) =>
    `On ${received} you asked us for information about you. We are working on it, and we need longer than one month.`,
  openingFor: (about: string, received: string) =>
    `On ${received} you asked us for information about ${about}. We are working on it, and we need longer than one month.`,
  why: 'Why',
  when: 'When you will hear from us',
  likely: (day: LocalDate) => `We expect to give you the information by ${writeDayInFull(day)}.`,
  last: (months: number, day: LocalDate) =>
    `The law gives us ${months === 1 ? 'one more month' : 'two more months'} for a request like this. We will reply by ${writeDayInFull(day)} at the latest.`,
  once: 'We can only do this once. We will not ask you for more time again.',
  sooner: 'If a part is ready before then, we send it to you.',
} as const;
