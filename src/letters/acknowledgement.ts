import { parseLocalDate } from '../domain/local-date.js';
import { words } from './acknowledgement.words.js';
import { heading, paragraph } from './blocks.js';
import { closing, complaint, contact, opening, whatWasAsked } from './common-parts.js';
import { words as common } from './letter.words.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { writeDay, writeDayInFull } from './write-day.js';

const isRefusing = (facts: LetterFacts): boolean => facts.refused === 'adoption-records';

const received = opening(words.title, ({ about, received }) => [
  about ? words.openingFor(about, writeDay(received)) : words.opening(writeDay(received)),
]);

const asked = whatWasAsked([heading(words.asked), paragraph(words.askedIntro)], [paragraph(words.askedWrong)]);

const due: LetterPart = {
  id: 'due',
  says: 'due date, or what is awaited',
  belongs: (facts) => facts.awaited.length === 0,
  lacks: (facts) => (facts.due && parseLocalDate(facts.due) ? null : 'the date by which the council must answer, or what it waits for'),
  write: (facts) => [heading(words.when), { kind: 'key', text: words.due(writeDayInFull(facts.due ?? '')) }, paragraph(words.longer)],
};

// A date is never promised while something is awaited: it would move (design §6 rule 6).
const awaited: LetterPart = {
  id: 'awaited',
  says: 'due date, or what is awaited',
  belongs: (facts) => facts.awaited.length > 0,
  write: (facts) => [
    heading(words.needed),
    paragraph(facts.waiting === 'paused' ? words.paused : words.notStarted),
    { kind: 'list', items: facts.awaited },
    paragraph(facts.waiting === 'paused' ? words.pausedNext : words.notStartedNext),
  ],
};

// Branch B of §3.7 only (RTE-53). In branches C and D any hint would betray that records exist (SEC-11).
const refusal: LetterPart = {
  id: 'refusal',
  says: 'refusal part and route, branch B only',
  belongs: isRefusing,
  write: (_facts, council) => [
    heading(words.refusedTitle),
    ...words.refused.map(paragraph),
    paragraph(words.route(council)),
    { kind: 'list', items: council.adoption.offers },
  ],
};

const rights: LetterPart = {
  id: 'rights',
  says: 'rights paragraph where refusing; how to complain and to whom in any case',
  write: (facts, council) =>
    isRefusing(facts)
      ? [
          heading(words.unhappyRefused),
          paragraph(council.review),
          paragraph(common.complain(council)),
          paragraph(common.reachRegulator(council)),
          paragraph(council.court),
        ]
      : complaint.write(facts, council),
};

/** LTR-02, §3.7: tells the requester that the request is there, when, what it was, and when an answer comes or what is awaited. Within two working days (INT-17). */
export const acknowledgement: LetterKind = {
  id: 'acknowledgement',
  row: 'LTR-02',
  clause: '3.7',
  title: 'Acknowledgement',
  parts: [received, asked, due, awaited, refusal, contact, rights, closing],
};
