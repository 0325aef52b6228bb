import type { LocalDate } from '../domain/local-date.js';
import type { Block, LetterFacts, LetterPart } from './letter.js';
import { heading, paragraph } from './blocks.js';

/** What a special route adds to the facts of a letter; each only where the case has it. */
export interface RouteParts {
  /** How the person can be reached, for those who answer in our place. */
  contact: string;
  /** Another controller, in words; and which part is whose when it is mixed. */
  controller?: string;
  otherPart?: string;
  ourPart?: string;
  passedOn: LocalDate;
  /** Another law: its subject, the law as cited, and the words that Information Governance confirmed. */
  law?: { title: string; cited: string; words: string; part?: string };
  register?: { name: string; enactment: string };
  trust?: { contact: string; by?: LocalDate };
  viewing?: { worker: boolean; counselling: boolean };
  /** Asked for by name: alone, or among other things. */
  named?: 'ALONE' | 'AMONG_OTHERS';
}

/** What somebody else needs in order to answer in our place: who asks, for what, since when, how to reach them. */
export const theRequest = (
  words: { request: string; name: string; contact: string; received: string; asked: string },
  day: (on: string) => string,
): LetterPart => ({
  id: 'request',
  says: 'the request, the day it was received, and how to reach the person',
  lacks: ({ route, asked }) =>
    [route?.contact.trim() ? '' : 'how to reach the person', asked.some((line) => line.trim()) ? '' : 'what was asked for']
      .filter(Boolean)
      .join('; ') || null,
  write: (facts: LetterFacts): Block[] => [
    heading(words.request),
    {
      kind: 'rows',
      rows: [
        { label: words.name, value: facts.about === undefined ? facts.to.name : `${facts.to.name}, for ${facts.about}` },
        { label: words.contact, value: [facts.route?.contact ?? '', ...facts.to.address].filter(Boolean).join(', ') },
        { label: words.received, value: day(facts.received) },
      ],
    },
    paragraph(words.asked),
    ...(facts.route?.otherPart ? [facts.route.otherPart] : facts.asked)
      .filter((line) => line.trim())
      .map((text): Block => ({ kind: 'quote', text })),
  ],
});
