import { parseLocalDate } from '../domain/local-date.js';
import { heading, list, paragraph } from './blocks.js';
import { closing, complaint, contact, opening } from './common-parts.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words } from './no-reply.words.js';
import { writeDay } from './write-day.js';

const itemsOf = ({ unanswered }: LetterFacts): readonly string[] => unanswered?.items ?? [];
const unnamed = (facts: LetterFacts): string[] => itemsOf(facts).filter((item) => words.items[item] === undefined);

const reminded = opening(words.reminderTitle, ({ about, received }) => [
  about ? words.reminderOpeningFor(about, writeDay(received)) : words.reminderOpening(writeDay(received)),
]);
const told = opening(words.closedTitle, ({ about, received }) => [
  about ? words.closedOpeningFor(about, writeDay(received)) : words.closedOpening(writeDay(received)),
]);

const items = (title: string): LetterPart => ({
  id: 'items',
  says: 'what was asked for and has not come',
  lacks: (facts) => {
    if (itemsOf(facts).length === 0) return 'what was asked for and has not come';
    if (unnamed(facts).length > 0) return `words for ${unnamed(facts).join(', ')}`;
    return parseLocalDate(facts.unanswered?.askedOn ?? '') ? null : 'the day on which it was asked for';
  },
  write: (facts) => [
    heading(title),
    paragraph(words.asked(facts.unanswered?.askedOn ?? '')),
    list(itemsOf(facts).map((item) => words.items[item] ?? item)),
  ],
});

const lacksWait = ({ unanswered }: LetterFacts): string | null =>
  unanswered === undefined || parseLocalDate(unanswered.waitUntil) ? null : 'the day until which we wait';

const until: LetterPart = {
  id: 'until',
  says: 'the day after which it may be closed',
  lacks: lacksWait,
  write: ({ unanswered }) => [
    heading(words.when),
    { kind: 'key', text: words.wait(unanswered?.waitUntil ?? '') },
    paragraph(words.after),
    paragraph(words.tell),
  ],
};

const silence: LetterPart = {
  id: 'reason',
  says: 'the reason',
  lacks: lacksWait,
  write: ({ unanswered }) => [paragraph(words.silence(unanswered?.waitUntil ?? ''))],
};

const again: LetterPart = {
  id: 'again',
  says: 'how to start again',
  write: () => [heading(words.again), paragraph(words.againHow)],
};

/** LTR-10: before a request may be closed because nobody answers. */
export const reminder: LetterKind = {
  id: 'reminder',
  row: 'LTR-10',
  clause: '2.6.5',
  title: 'Reminder: something is still missing',
  parts: [reminded, items(words.needed), until, contact, complaint, closing],
};

/** LTR-11, §2.6.5: closed because nobody answered. */
export const closedForNoReply: LetterKind = {
  id: 'closed-no-reply',
  row: 'LTR-11',
  clause: '2.6.5',
  title: 'Closed: no reply came',
  parts: [told, items(words.why), silence, again, contact, complaint, closing],
};
