import { parseLocalDate } from '../domain/local-date.js';
import { words } from './acknowledgement.words.js';
import type { Block, LetterFacts, LetterKind, LetterPart } from './letter.js';
import { writeDay, writeDayInFull } from './write-day.js';

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const isRefusing = (facts: LetterFacts): boolean => facts.refused === 'adoption-records';

const opening: LetterPart = {
  id: 'received',
  says: 'date received',
  lacks: (facts) => (parseLocalDate(facts.received) ? null : 'the date the request was received'),
  write: ({ about, received, ...facts }) => [
    paragraph(words.greeting({ received, ...facts })),
    { kind: 'title', text: words.title },
    paragraph(about ? words.openingFor(about, writeDay(received)) : words.opening(writeDay(received))),
  ],
};

const asked: LetterPart = {
  id: 'asked',
  says: 'what was asked',
  lacks: (facts) => (facts.asked.some((line) => line.trim()) ? null : 'what was asked for'),
  write: (facts) => [
    heading(words.asked),
    paragraph(words.askedIntro),
    ...facts.asked.filter((line) => line.trim()).map((text): Block => ({ kind: 'quote', text })),
    paragraph(words.askedWrong),
  ],
};

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

const contact: LetterPart = {
  id: 'contact',
  says: 'contact, and who deals with it',
  lacks: (facts) => (facts.officer.team.trim() ? null : 'who deals with the request'),
  write: (facts, council) => [
    heading(words.who),
    paragraph(words.officer(facts)),
    {
      kind: 'rows',
      rows: [
        { label: 'Phone', value: `${facts.officer.phone ?? council.phone} (${council.hours})` },
        { label: 'E-mail', value: facts.officer.email ?? council.email },
      ],
    },
    paragraph(words.quote(facts.reference)),
    paragraph(council.otherFormats),
  ],
};

const rights: LetterPart = {
  id: 'rights',
  says: 'rights paragraph where refusing; how to complain and to whom in any case',
  write: (facts, council) => [
    heading(isRefusing(facts) ? words.unhappyRefused : words.unhappy),
    paragraph(isRefusing(facts) ? council.review : council.complaint),
    paragraph(words.regulator(council)),
    paragraph(words.reachRegulator(council)),
    ...(isRefusing(facts) ? [paragraph(council.court)] : []),
  ],
};

const closing: LetterPart = {
  id: 'closing',
  says: 'who writes',
  write: (facts, council) => [
    { kind: 'sign', closing: words.closing, lines: [facts.officer.name ?? '', facts.officer.team, council.name].filter(Boolean) },
  ],
};

/** LTR-02, §3.7: tells the requester that the request is there, when, what it was, and when an answer comes or what is awaited. Within two working days (INT-17). */
export const acknowledgement: LetterKind = {
  id: 'acknowledgement',
  row: 'LTR-02',
  clause: '3.7',
  title: 'Acknowledgement',
  parts: [opening, asked, due, awaited, refusal, contact, rights, closing],
};
