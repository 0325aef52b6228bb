import type { Council } from './council.js';

/* The words of the slip for somebody at a counter, apart from its rules, so that a council can change them. Short, and nothing about the person. */
export const words = {
  title: 'We have your request',
  reference: (reference: string) => `Your reference is ${reference}.`,
  keep: 'Keep this slip. Tell us this number when you ask about your request.',
  received: (day: string) => `You made a request about your personal information on ${day}.`,
  next: 'What happens next',
  steps: [
    'A team looks at your request.',
    'We may ask for proof of who you are. If we do, our month to reply starts when it reaches us.',
    'You do not have to put your request in writing, but you may.',
  ],
  due: (day: string) => `We will reply by ${day}.`,
  awaited: 'We need something from you before we can go on. We have written to you, or will, to tell you what it is.',
  who: 'Who to ask',
  hours: ({ phone, hours }: Council) => `${phone} (${hours})`,
} as const;
