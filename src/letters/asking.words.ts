import type { LocalDate } from '../domain/local-date.js';
import { writeDay, writeDayInFull } from './write-day.js';

/* The words of the letter that asks for what is missing. A council may change them. The evidence itself stands in the procedure (T3). */
export const words = {
  title: 'We need something from you',
  opening: (received: string) => `Thank you for your request. We received it on ${received}. Before we can go on, we need your help.`,
  openingFor: (about: string, received: string) =>
    `Thank you for the request you made for ${about}. We received it on ${received}. Before we can go on, we need your help.`,
  identity: 'Proof of who you are',
  address: 'Proof of where you live',
  authority: 'Proof that you may act for somebody else',
  parental: 'Proof that you have parental responsibility',
  attorney: 'A power of attorney or a court order',
  why: {
    identity: 'We must not give your information to anybody else. So we need to be sure that it is you who asks.',
    address: 'We need to be sure that we write to the right person at the right place.',
    authority: 'You asked for somebody else. We may give you their information only if they agree.',
    parental: 'You asked for a child. We may give you their information only if you have parental responsibility for them.',
    attorney: 'You asked for somebody who cannot decide this for themselves. We need to see that you may decide it for them.',
  },
  oneOf: 'Send us one of these:',
  this: 'Send us this:',
  mustShow: 'It has to show this:',
  /** LTR-03: what makes the paper good enough, so that it need not be asked for twice. */
  must: {
    authority: [
      'it is signed by the person whose information it is',
      'it has a date on it',
      'it names you, and says that you may act for them',
      'with it come a copy of your own proof of who you are, and of theirs',
    ],
    attorney: ['what it may be used for', 'on each copy of a power of attorney: the stamp and signature of a solicitor, not copied'],
  } as Readonly<Record<string, readonly string[]>>,
  /** By the code of the evidence; what has no words of its own is named as staff name it. */
  evidence: {
    ID_PASSPORT: 'a copy of your passport',
    ID_LICENCE: 'a copy of your driving licence',
    ID_OTHER: 'a copy of another paper that only you would have',
    AUTH_LETTER: 'a letter from them that says that you may act for them',
    PR_BIRTH: 'a copy of the birth certificate of the child, or of an order or agreement',
    POA_CERT: 'a certified copy of the power of attorney',
    COP_ORDER: 'a copy of the order of the Court of Protection',
    ADDR: 'a copy of a recent bill, or of a recent letter from a bank or about tax, with your address on it',
  } as Readonly<Record<string, string>>,
  copy: 'Send copies, not originals. We look at them and write down what we saw. We do not keep the copies.',
  atCounter: 'You can also come and show us the paper.',
  question: 'Help us to find what you want',
  questionIntro: 'This is what we need to know, and why:',
  everything: 'You may ask for everything that we hold about you. If that is what you want, just say so.',
  services: 'You cannot know how we keep things. These are places where we could look. Tell us which you mean:',
  service: (title: string, examples: readonly string[]) => (examples.length > 0 ? `${title}: for example ${examples.join(', ')}` : title),
  mail: 'If you want e-mails: tell us who wrote them or got them, what they are about, and from about when.',
  paper: 'If you want papers that are not in a file about you, such as notes of a meeting: tell us the day, and what it was about.',
  time: 'What this means for our reply',
  starts: (several: boolean) =>
    `We have one month to reply. The month starts on the day ${several ? 'the last of these proofs' : 'the proof'} reaches us.`,
  stands: (sentOn: LocalDate) =>
    `Until we have your answer to the question, our time to reply stands still. It stopped on ${writeDay(sentOn)} and goes on when your answer reaches us.`,
  standsLater: 'Our time to reply also stands still until we have your answer to the question.',
  goesOn: (due: LocalDate) => `Meanwhile we go on. We will reply by ${writeDayInFull(due)}, also if you do not answer the question.`,
  goesOnUndated: 'Meanwhile we go on looking, also if you do not answer the question.',
  silence: 'If we do not hear from you',
  wait: (days: number, until: LocalDate) => `We wait for ${days} days, until ${writeDayInFull(until)}.`,
  after: 'If we have not heard from you by then, we do not have to go on and may close your request. We would write and tell you why.',
  again: 'You can ask again whenever you like.',
  tell: 'If you need more time, or cannot get what we ask for, tell us. We will look for another way.',
} as const;
