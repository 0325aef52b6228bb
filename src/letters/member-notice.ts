import { heading, paragraph } from './blocks.js';
import { closing, contact, opening } from './common-parts.js';
import type { LetterKind, LetterPart } from './letter.js';
import { words } from './member-notice.words.js';
import { writeDay } from './write-day.js';

const received = opening(words.title, ({ about, received: day }) => [
  about ? words.openingFor(about, writeDay(day)) : words.opening(writeDay(day)),
]);

const purposes: LetterPart = {
  id: 'purposes',
  says: 'the purposes of use and of passing it on',
  lacks: ({ member }) => (member?.purposes.trim() ? null : 'what the member may use it for'),
  write: ({ member }) => [heading(words.purposes), paragraph(words.purposesIntro), { kind: 'quote', text: member?.purposes ?? '' }],
};

const only: LetterPart = {
  id: 'only',
  says: 'only to help the person, and no other use; a record is kept',
  write: ({ member }) => [
    heading(words.only),
    { kind: 'key', text: words.onlyFor[member?.for ?? 'WARD'] },
    paragraph(words.politics),
    paragraph(words.record),
  ],
};

const security: LetterPart = {
  id: 'security',
  says: 'the steps that keep it safe',
  lacks: ({ member }) => (member?.leaves && !member.security?.trim() ? 'how it is kept safe outside the council' : null),
  write: ({ member }) => [
    heading(words.safe),
    ...(member?.leaves
      ? [paragraph(words.safeIntro), { kind: 'quote' as const, text: member.security ?? '' }]
      : [paragraph(words.safeHere)]),
    paragraph(words.after),
  ],
};

/** LTR-30, App. 1: goes with what an elected member is given. */
export const memberNotice: LetterKind = {
  id: 'member-notice',
  row: 'LTR-30',
  clause: 'App. 1',
  title: 'Notice for an elected member',
  parts: [received, purposes, only, security, contact, closing],
};
