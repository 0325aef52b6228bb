import { paragraph } from './blocks.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words } from './schedule.words.js';
import { lacksDecision, sayReason, toldRecords, type ToldRecord } from './told.js';

const told = (facts: LetterFacts): ToldRecord[] => toldRecords(facts.reply);
const says = ({ given, place, reason }: ToldRecord): string =>
  [words.given[given](place), reason === null ? '' : sayReason(reason)].filter(Boolean).join(' ');

const opening: LetterPart = {
  id: 'what-it-is',
  says: 'what the list is',
  write: (facts) => [{ kind: 'title', text: words.title }, paragraph(words.intro(told(facts).length))],
};

const documents: LetterPart = {
  id: 'documents',
  says: 'number, date, description, source, whether given, redacted or withheld (unless silent)',
  lacks: (facts) => {
    const undecided = lacksDecision(facts.reply);
    if (undecided !== null) return undecided;
    if (told(facts).length === 0) return 'a record that was given, or kept back for a reason that the requester may be told';
    const bare = told(facts).filter((r) => !r.description.trim() || !r.source.trim());
    return bare.length > 0 ? `the description or the source of number ${bare.map((r) => r.number).join(', ')}` : null;
  },
  write: (facts) => [
    {
      kind: 'table',
      columns: words.columns.map(([title, width]) => ({ title, width })),
      rows: told(facts).map((r) => [String(r.number), r.dated || words.undated, r.description, r.source, says(r)]),
    },
  ],
};

/** LTR-22B, §2.12.1(3): the list of what is enclosed. It goes with the covering letter, so it names nobody itself. */
export const schedule: LetterKind = {
  id: 'list-of-documents',
  row: 'LTR-22B',
  clause: '2.12.1',
  title: 'List of documents',
  nameless: true,
  parts: [opening, documents],
};
