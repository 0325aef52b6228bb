import { parseLocalDate } from '../domain/local-date.js';
import { heading, list, paragraph } from './blocks.js';
import { words } from './letter.words.js';
import type { Council } from './council.js';
import type { Block, LetterFacts, LetterPart } from './letter.js';

/** `Dear …`, the heading of the letter, and its first sentences. Every reply to a request says when that came. */
export function opening(title: string, first: (facts: LetterFacts) => string[]): LetterPart {
  return {
    id: 'received',
    says: 'which request, and the day it was received',
    lacks: (facts) => (parseLocalDate(facts.received) ? null : 'the date the request was received'),
    write: (facts) => [paragraph(words.greeting(facts)), { kind: 'title', text: title }, ...first(facts).map(paragraph)],
  };
}

/** Phone and mail, the number to quote, and other formats. */
export function contactBlocks(facts: LetterFacts, council: Council): Block[] {
  return [
    {
      kind: 'rows',
      rows: [
        { label: 'Phone', value: `${facts.officer.phone ?? council.phone} (${council.hours})` },
        { label: 'E-mail', value: facts.officer.email ?? council.email },
      ],
    },
    paragraph(words.quote(facts.reference)),
    paragraph(council.otherFormats),
  ];
}

/** Who deals with the request and how to reach them. */
export const contact: LetterPart = {
  id: 'contact',
  says: 'contact, and who deals with it',
  lacks: (facts) => (facts.officer.team.trim() ? null : 'who deals with the request'),
  write: (facts, council) => [heading(words.who), paragraph(words.officer(facts)), ...contactBlocks(facts, council)],
};

/** What was asked, in the words recorded, under the given sentence. */
export const whatWasAsked = (lead: Block[], after: Block[] = []): LetterPart => ({
  id: 'asked',
  says: 'what was asked',
  lacks: (facts) => (facts.asked.some((line) => line.trim()) ? null : 'what was asked for'),
  write: (facts) => [...lead, ...facts.asked.filter((line) => line.trim()).map((text): Block => ({ kind: 'quote', text })), ...after],
});

/** §2.12.1(5): questions about a reply go to the DIAO. */
export const queries: LetterPart = {
  id: 'queries',
  says: 'queries to the DIAO',
  lacks: ({ reply }) => (reply?.diao.post.trim() ? null : 'the DIAO who answers questions about the reply'),
  write: (facts, council) => [
    heading(words.queries),
    paragraph(words.diao(facts.reply?.diao.name, facts.reply?.diao.post ?? '')),
    ...contactBlocks(facts, council),
  ],
};

/** For letters that decide nothing: complain to us, or to the regulator. */
export const complaint: LetterPart = {
  id: 'rights',
  says: 'how to complain and to whom',
  write: (_facts, council) => [
    heading(words.unhappy),
    paragraph(council.complaint),
    paragraph(words.complain(council)),
    paragraph(words.reachRegulator(council)),
  ],
};

const procedure = (council: Council): Block[] => [paragraph(words.review), list(council.reviewSteps)];

/** For replies: first the internal review, then the regulator; the court where something is refused (OP-29). */
export function reviewThenRegulator(refuses: (facts: LetterFacts) => boolean): LetterPart {
  return {
    id: 'rights',
    says: 'internal review, with its procedure; the regulator after it',
    lacks: (_facts, council) => {
      const has = council.review.trim() && council.reviewSteps.some((line) => line.trim());
      return has ? null : 'the internal review and its procedure, in the council’s own file';
    },
    write: (facts, council) => [
      heading(words.unhappyReply),
      paragraph(council.review),
      ...procedure(council),
      paragraph(words.afterReview(council)),
      paragraph(words.reachRegulator(council)),
      ...(refuses(facts) ? [paragraph(council.court)] : []),
    ],
  };
}

/** Who writes. */
export const closing: LetterPart = {
  id: 'closing',
  says: 'who writes',
  write: (facts, council) => [
    { kind: 'sign', closing: words.closing, lines: [facts.officer.name ?? '', facts.officer.team, council.name].filter(Boolean) },
  ],
};
