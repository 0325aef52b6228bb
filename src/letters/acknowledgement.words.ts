import type { Council } from './council.js';

/*
 * The words of the acknowledgement, apart from its rules, so that a council can change them. Short sentences and everyday words:
 * a reader of about ten should follow them. Say "we" and "you"; say "information", not "data"; never name a law.
 */
export const words = {
  title: 'We have your request',
  opening: (received: string) => `Thank you for your request. We received it on ${received}. This letter tells you what happens next.`,
  openingFor: (about: string, received: string) =>
    `Thank you for the request you made for ${about}. We received it on ${received}. This letter tells you what happens next.`,
  asked: 'What you asked for',
  askedIntro: 'This is what we wrote down:',
  askedWrong: 'If this is not right, or something is missing, tell us as soon as you can.',
  when: 'When we will reply',
  due: (day: string) => `We will reply by ${day}.`,
  longer: 'If we need more time than that, we will write to you before then and tell you why.',
  needed: 'What we need from you',
  notStarted: 'We cannot start yet. First we need:',
  notStartedNext: 'Send us this as soon as you can. When we have it all, we have one month to reply. We will write and tell you the day.',
  paused: 'We have stopped for now, because we need something from you:',
  pausedNext: 'When we have it all, we will go on. We will write and tell you the day by which we will reply.',
  refusedTitle: 'The part we cannot do this way',
  refused: [
    'You also asked for adoption records. We cannot give you those as part of this request. Adoption records have their own rules, and there is another way to ask for them.',
    'We will still deal with the rest of your request.',
  ],
  route: ({ adoption }: Council) =>
    `How to ask for adoption records: phone the ${adoption.team} on ${adoption.phone} or write to ${adoption.email}. They can:`,
  unhappyRefused: 'If you do not agree',
} as const;
