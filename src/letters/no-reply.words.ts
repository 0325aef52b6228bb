import type { LocalDate } from '../domain/local-date.js';
import { writeDay, writeDayInFull } from './write-day.js';

/* The words of the reminder, and of the letter that a request is closed. A council may change them. */
export const words = {
  reminderTitle: 'We still need something from you',
  closedTitle: 'We have closed your request',
  reminderOpening: (received: string) => `You sent us a request that we received on ${received}. We cannot go on without you.`,
  reminderOpeningFor: (about: string, received: string) =>
    `You sent us a request for ${about} that we received on ${received}. We cannot go on without you.`,
  closedOpening: (received: string) =>
    `You sent us a request that we received on ${received}. We have closed it. This letter tells you why.`,
  closedOpeningFor: (about: string, received: string) =>
    `You sent us a request for ${about} that we received on ${received}. We have closed it. This letter tells you why.`,
  needed: 'What we need',
  asked: (day: LocalDate) => `We wrote to you on ${writeDay(day)} and asked for this:`,
  items: {
    identity: 'proof of who you are',
    address: 'proof of where you live',
    clarity: 'an answer to our question',
    authority: 'proof that you may act for the other person',
    parental: 'proof that you have parental responsibility for the child',
    attorney: 'the power of attorney, or the order of a court',
    fee: 'the fee',
  } as Readonly<Record<string, string>>,
  when: 'By when',
  wait: (until: LocalDate) => `We wait until ${writeDayInFull(until)}.`,
  after: 'If we have not heard from you by then, we may close your request. You can ask again whenever you like.',
  tell: 'If you need more time, or cannot get what we ask for, tell us. We will look for another way.',
  why: 'Why',
  silence: (until: LocalDate) => `We waited until ${writeDay(until)}. It has not reached us, and without it we cannot go on.`,
  again: 'How to start again',
  againHow:
    'You can ask again whenever you like, in any way you like: phone us, write to us or come to see us. Send what we asked for with it, or tell us that you need help with it.',
} as const;
