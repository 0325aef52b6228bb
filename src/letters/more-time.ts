import { parseLocalDate } from '../domain/local-date.js';
import { heading, paragraph } from './blocks.js';
import { closing, complaint, contact, opening } from './common-parts.js';
import type { LetterKind, LetterPart } from './letter.js';
import { words } from './more-time.words.js';
import { writeDay } from './write-day.js';

const received = opening(words.title, ({ about, received: day }) => [
  about ? words.openingFor(about, writeDay(day)) : words.opening(writeDay(day)),
]);

const why: LetterPart = {
  id: 'why',
  says: 'the reason for more time',
  lacks: ({ moreTime }) => (moreTime?.reasons.trim() ? null : 'why more time is needed, confirmed by Information Governance'),
  write: ({ moreTime }) => [heading(words.why), ...(moreTime?.reasons ?? '').split('\n').filter(Boolean).map(paragraph)],
};

const when: LetterPart = {
  id: 'when',
  says: 'the likely date, at most two months after the first',
  lacks: ({ moreTime }) =>
    !moreTime || parseLocalDate(moreTime.likelyOn) ? null : 'the day on which the information will likely be given',
  write: ({ moreTime }) => [
    heading(words.when),
    { kind: 'key', text: words.likely(moreTime?.likelyOn ?? '') },
    ...(moreTime?.lastDay ? [paragraph(words.last(moreTime.months, moreTime.lastDay))] : []),
    paragraph(words.once),
    paragraph(words.sooner),
  ],
};

/** LTR-09, §1.2(7), §2.6.4: tells of more time and why, within the first month; the day it leaves is the day that counts. */
export const moreTime: LetterKind = {
  id: 'more-time',
  row: 'LTR-09',
  clause: '2.6.4',
  title: 'We need more time',
  parts: [received, why, when, contact, complaint, closing],
};
