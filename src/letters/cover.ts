import { heading, list, paragraph } from './blocks.js';
import { closing, opening, queries, reviewThenRegulator, whatWasAsked } from './common-parts.js';
import { words as common } from './letter.words.js';
import { words } from './cover.words.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { statementsEnclosed } from './statements.js';
import { lacksDecision, sayReasons, toldRecords, type ToldRecord } from './told.js';
import { writeDay } from './write-day.js';

const told = (facts: LetterFacts): ToldRecord[] => toldRecords(facts.reply);
const copies = (facts: LetterFacts): ToldRecord[] => told(facts).filter((r) => r.given !== 'none');
const keepsBack = (facts: LetterFacts): boolean => told(facts).some((r) => r.reason !== null);

const received = opening(words.title, (facts) => [
  common.replyTo(facts.about, writeDay(facts.received)),
  copies(facts).length > 0 ? words.here : words.none,
]);

const NOTHING = 'what is enclosed: no record is given, and none is kept back for a reason that the requester may be told';

const enclosed: LetterPart = {
  id: 'enclosed',
  says: 'what is enclosed',
  // The same words whether there is nothing, or nothing that may be told: what to say then is for people, not for a template.
  lacks: (facts) => lacksDecision(facts.reply) ?? (told(facts).length > 0 ? null : NOTHING),
  write: (facts) => [
    heading(words.enclosed),
    list([
      ...(copies(facts).length > 0 ? [words.copies(copies(facts).length)] : []),
      words.schedule(told(facts).length),
      words.sheet,
      ...statementsEnclosed(facts),
      words.review,
    ]),
    ...(copies(facts).length > 0 ? [paragraph(words.codes)] : []),
  ],
};

const keptBack: LetterPart = {
  id: 'kept-back',
  says: 'exemptions relied on, unless telling would prejudice',
  belongs: keepsBack,
  write: (facts) => {
    const kept = told(facts).filter((r) => r.reason !== null);
    const parts = kept.filter((r) => r.given === 'part').length;
    const how = parts === 0 ? 'whole' : parts === kept.length ? 'part' : 'both';
    return [heading(words.keptBack), paragraph(words.keptBackIntro[how]), list(sayReasons(kept))];
  },
};

/** LTR-22, §2.12.1(5): goes with the information. */
export const cover: LetterKind = {
  id: 'covering-letter',
  row: 'LTR-22',
  clause: '2.12.1',
  title: 'Covering letter',
  parts: [received, whatWasAsked([paragraph(common.askedLead)]), enclosed, keptBack, queries, reviewThenRegulator(keepsBack), closing],
};
