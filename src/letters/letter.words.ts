import type { Council } from './council.js';
import type { LetterFacts } from './letter.js';

/*
 * Words that several letters share, so that a council changes them once. Short sentences and everyday words: a reader of about ten should
 * follow them. Say "we" and "you"; say "information", not "data"; never name a law.
 */
export const words = {
  greeting: (facts: LetterFacts) => `Dear ${facts.to.name}`,
  who: 'Who to ask',
  officer: ({ officer }: LetterFacts) =>
    officer.name ? `${officer.name}, ${officer.team}, is dealing with your request.` : `The ${officer.team} is dealing with your request.`,
  quote: (reference: string) => `Tell us this number, so that we can find your request: ${reference}.`,
  askedLead: 'This is what you asked for:',
  replyTo: (about: string | undefined, received: string) =>
    `On ${received} you asked us for information about ${about ?? 'you'}. This is our reply.`,
  queries: 'If you have a question',
  diao: (name: string | undefined, post: string) => `Ask ${name ? `${name}, ${post}` : `the ${post}`}.`,
  unhappy: 'If you are not happy with us',
  unhappyReply: 'If you are not happy with this reply',
  complain: ({ regulator }: Council) => `You can also complain to the ${regulator.name}. ${regulator.whatItIs}`,
  afterReview: ({ regulator }: Council) =>
    `If you are still not happy after that, you can complain to the ${regulator.name}. ${regulator.whatItIs}`,
  reachRegulator: ({ regulator }: Council) =>
    `Phone ${regulator.phone}. Website ${regulator.website}. Write to ${[regulator.name, ...regulator.address].join(', ')}.`,
  review: 'This is how a review works:',
  closing: 'Yours sincerely',
} as const;
