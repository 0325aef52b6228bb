import { parseLocalDate } from '../domain/local-date.js';
import type { Block, LetterKind, LetterPart } from './letter.js';
import { words } from './slip.words.js';
import { writeDay, writeDayInFull } from './write-day.js';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const opening: LetterPart = {
  id: 'reference',
  says: 'case reference and the day the request was made',
  lacks: (facts) => (parseLocalDate(facts.received) ? null : 'the date the request was received'),
  write: ({ reference, received }) => [
    { kind: 'title', text: words.title },
    { kind: 'key', text: words.reference(reference) },
    paragraph(words.received(writeDay(received))),
    paragraph(words.keep),
  ],
};

// A date is never promised while something is awaited: it would move (design §6 rule 6).
const next: LetterPart = {
  id: 'next',
  says: 'what happens next, and by when we reply if that is known',
  write: ({ due, awaited }) => [
    { kind: 'heading', text: words.next },
    { kind: 'list', items: [...words.steps] },
    due && awaited.length === 0 ? { kind: 'key', text: words.due(writeDayInFull(due)) } : paragraph(words.awaited),
  ],
};

const contact: LetterPart = {
  id: 'contact',
  says: 'contact',
  write: (_facts, council) => [
    { kind: 'heading', text: words.who },
    {
      kind: 'rows',
      rows: [
        { label: 'Phone', value: words.hours(council) },
        { label: 'E-mail', value: council.email },
      ],
    },
    paragraph(council.otherFormats),
  ],
};

/** INT-06, §2.2.4: a slip with the reference for somebody at a counter. It names nobody: it may be left on a bus. */
export const slip: LetterKind = {
  id: 'slip',
  row: 'INT-06',
  clause: '2.2.4',
  title: 'Slip for the caller',
  nameless: true,
  parts: [opening, next, contact],
};
