import { words } from './about-the-dead.words.js';
import { heading, paragraph } from './blocks.js';
import { closing, complaint, contact, opening, whatWasAsked } from './common-parts.js';
import type { LetterKind, LetterPart } from './letter.js';
import { writeDay } from './write-day.js';

const received = opening(words.title, ({ about, received: day }) => [
  about ? words.openingFor(about, writeDay(day)) : words.opening(writeDay(day)),
]);

const route: LetterPart = {
  id: 'route',
  says: 'that it is no subject request, and the route used',
  lacks: ({ dead }) => (dead ? null : 'what Information Governance decided'),
  write: ({ dead }) => [heading(words.why), paragraph(words.noRight), paragraph(words.route[dead?.route ?? 'DISCRETE'])],
};

const outcome: LetterPart = {
  id: 'outcome',
  says: 'the outcome',
  lacks: ({ dead }) => {
    if (dead?.route === 'FOI') return dead.foiReference?.trim() ? null : 'the reference of the freedom of information request';
    return dead?.result ? null : 'what came of it';
  },
  write: ({ dead }) => [
    heading(words.outcome),
    ...(dead?.route === 'FOI'
      ? [{ kind: 'key' as const, text: words.goesOn(dead.foiReference ?? '') }]
      : [
          { kind: 'key' as const, text: words.result[dead?.result ?? 'NOT_GIVEN'] },
          ...(dead?.result === 'NOT_GIVEN' ? [] : [paragraph(words.living)]),
        ]),
  ],
};

/** LTR-31, App. 2: the reply to whoever asks about somebody who has died. */
export const aboutTheDead: LetterKind = {
  id: 'about-the-dead',
  row: 'LTR-31',
  clause: 'App. 2',
  title: 'Reply about somebody who has died',
  parts: [received, whatWasAsked([paragraph(words.asked)]), route, outcome, contact, complaint, closing],
};
