import { heading, list, paragraph } from './blocks.js';
import { closing, opening, queries, reviewThenRegulator, whatWasAsked } from './common-parts.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words as common } from './letter.words.js';
import { words } from './nothing-held.words.js';
import { writeDay } from './write-day.js';

const searched = ({ reply }: LetterFacts) => reply?.searched ?? [];

const received = opening(words.title, (facts) => [common.replyTo(facts.about, writeDay(facts.received))]);

/** ENT-05: says plainly that nothing is held. So it is never made for a case in which something was found, whatever became of it. */
const result: LetterPart = {
  id: 'result',
  says: 'result',
  lacks: (facts) => {
    if (searched(facts).some((s) => s.answer === 'OPEN')) return 'the answer to every search';
    const found =
      searched(facts).some((s) => s.answer === 'FOUND') || (facts.reply?.records.length ?? 0) + (facts.reply?.undecided.length ?? 0) > 0;
    return found ? 'an empty search: something was found, so this letter would not be true' : null;
  },
  write: () => [{ kind: 'key', text: words.result }],
};

const places: LetterPart = {
  id: 'places',
  says: 'places searched',
  lacks: (facts) => (searched(facts).length > 0 ? null : 'the places that were searched'),
  write: (facts) => [
    heading(words.searched),
    paragraph(words.searchedIntro),
    list(searched(facts).map((s) => words.place(s.place, s.destroyed))),
    paragraph(words.elsewhere),
  ],
};

/** LTR-24, §2.4.1: the reply confirms or denies, also when nothing is held. */
export const nothingHeld: LetterKind = {
  id: 'nothing-held',
  row: 'LTR-24',
  clause: '2.4.1',
  title: 'Reply: nothing held',
  parts: [received, whatWasAsked([paragraph(common.askedLead)]), result, places, queries, reviewThenRegulator(() => false), closing],
};
