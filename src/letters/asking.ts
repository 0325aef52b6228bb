import { parseLocalDate } from '../domain/local-date.js';
import { evidence } from '../procedure/evidence.js';
import { limits } from '../procedure/limits.js';
import { words } from './asking.words.js';
import { heading, list, paragraph } from './blocks.js';
import { closing, complaint, contact, opening } from './common-parts.js';
import type { Block, LetterFacts, LetterKind, LetterPart } from './letter.js';
import { writeDay } from './write-day.js';

/** The proofs that there are words for; a question is no proof. */
const PROOFS = ['identity', 'address', 'authority', 'parental', 'attorney'] as const;
type Proof = (typeof PROOFS)[number];

const itemsOf = ({ asking }: LetterFacts): readonly string[] => asking?.items ?? [];
const proofsOf = (facts: LetterFacts): Proof[] => PROOFS.filter((proof) => itemsOf(facts).includes(proof));
const asksQuestion = (facts: LetterFacts): boolean => itemsOf(facts).includes('clarity');
const stops = ({ asking }: LetterFacts): boolean => asking?.stops === true;
const unknown = (facts: LetterFacts): string[] => itemsOf(facts).filter((item) => item !== 'clarity' && !PROOFS.includes(item as Proof));

const received = opening(words.title, ({ about, received: day }) => [
  about ? words.openingFor(about, writeDay(day)) : words.opening(writeDay(day)),
]);

/** One letter for every gap: each kind of proof under its heading, with what is accepted for it (T3). */
const proofs: LetterPart = {
  id: 'proofs',
  says: 'which of the things that the month waits for, and the evidence accepted',
  belongs: (facts) => itemsOf(facts).length === 0 || proofsOf(facts).length > 0 || unknown(facts).length > 0,
  lacks: (facts) => {
    if (itemsOf(facts).length === 0) return 'what is missing';
    return unknown(facts).length > 0 ? `the evidence accepted for ${unknown(facts).join(', ')}` : null;
  },
  write: (facts) => [...proofsOf(facts).flatMap(proofBlocks), paragraph(words.copy), paragraph(words.atCounter)],
};

function proofBlocks(proof: Proof): Block[] {
  // What we know already cannot be sent in.
  const accepted = evidence.filter((e) => e.purpose === proof && e.code !== 'ID_WORKMAIL').map((e) => words.evidence[e.code] ?? e.title);
  const must = words.must[proof];
  return [
    heading(words[proof]),
    paragraph(words.why[proof]),
    paragraph(accepted.length > 1 ? words.oneOf : words.this),
    list(accepted),
    ...(must === undefined ? [] : [paragraph(words.mustShow), list(must)]),
  ];
}

const question: LetterPart = {
  id: 'question',
  says: 'why it is needed; options by service; mail; papers outside any file',
  belongs: asksQuestion,
  lacks: ({ asking }) => {
    if (!asking?.question?.trim()) return 'what you need to know, and why';
    return asking.services.length === 0 ? 'at least one service to choose from' : null;
  },
  write: ({ asking }) => [
    heading(words.question),
    paragraph(words.questionIntro),
    { kind: 'quote', text: asking?.question ?? '' },
    paragraph(words.everything),
    paragraph(words.services),
    list((asking?.services ?? []).map((s) => words.service(s.title, s.examples))),
    paragraph(words.mail),
    paragraph(words.paper),
  ],
};

const time: LetterPart = {
  id: 'time',
  says: 'that the clock is held, or not',
  write: (facts) => [heading(words.time), ...timeLines(facts).map(paragraph)],
};

function timeLines(facts: LetterFacts): string[] {
  const held = proofsOf(facts).length > 0;
  const start = held ? [words.starts(proofsOf(facts).length > 1)] : [];
  if (!asksQuestion(facts)) return start;
  if (stops(facts)) return [...start, held ? words.standsLater : words.stands(facts.asking?.sentOn ?? facts.on)];
  if (held) return start;
  return [facts.due ? words.goesOn(facts.due) : words.goesOnUndated];
}

/** A question that stops nothing has no day after which we close: we go on without the answer. */
const silence: LetterPart = {
  id: 'silence',
  says: 'the 30 days and what follows',
  belongs: (facts) => proofsOf(facts).length > 0 || stops(facts),
  lacks: ({ asking }) => (asking && parseLocalDate(asking.waitUntil) ? null : 'the day until which we wait'),
  write: ({ asking }) => [
    heading(words.silence),
    { kind: 'key', text: words.wait(limits.noReply.n, asking?.waitUntil ?? '') },
    paragraph(`${words.after} ${words.again}`),
    paragraph(words.tell),
  ],
};

/** LTR-03 and LTR-04, §2.6.2, §2.4.2: one letter asks for everything that is missing, proof and question alike. */
export const asking: LetterKind = {
  id: 'asking-for-what-is-missing',
  row: 'LTR-03',
  clause: '2.6.2',
  title: 'Asking for what is missing',
  parts: [received, proofs, question, time, silence, contact, complaint, closing],
};

/** Whether an item that may be asked for has words here; the letter refuses those that have none. */
export const canAskFor = (item: string): boolean => item === 'clarity' || PROOFS.includes(item as Proof);
