import { exemptionTitle } from '../procedure/exemption-choices.js';
import { heading, list, paragraph } from './blocks.js';
import { closing, contact, opening, reviewThenRegulator, whatWasAsked } from './common-parts.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words } from './refusal.words.js';
import { lacksDecision, sayReason, toldRecords } from './told.js';
import { writeDay } from './write-day.js';

const MANIFEST = ['UNFOUNDED', 'EXCESSIVE'];
const isManifest = ({ refusal }: LetterFacts): boolean => MANIFEST.includes(refusal?.ground ?? '');
const isExempt = ({ refusal }: LetterFacts): boolean => refusal?.ground === 'EXEMPT';
/** The exemptions that may be named, each once; none when everything is kept back in silence. */
const named = (facts: LetterFacts): string[] => [...new Set(toldRecords(facts.reply).flatMap(({ reason }) => reason ?? []))];
const isSilent = (facts: LetterFacts): boolean => isExempt(facts) && named(facts).length === 0;

const received = opening(words.title, ({ about, received: day }) => [
  about ? words.openingFor(about, writeDay(day)) : words.opening(writeDay(day)),
]);

const asked = whatWasAsked([paragraph(words.asked)]);

const decision = (belongs: (facts: LetterFacts) => boolean, missing: string): LetterPart => ({
  id: 'decision',
  says: 'the decision',
  lacks: (facts) => (belongs(facts) ? null : missing),
  write: (facts) => [
    heading(words.decision),
    { kind: 'key', text: words.decided[isSilent(facts) ? 'SILENT' : (facts.refusal?.ground ?? 'EXEMPT')] },
  ],
});

const inWords: LetterPart = {
  id: 'reason',
  says: 'the reason',
  belongs: (facts) => !isExempt(facts),
  lacks: ({ refusal }) =>
    refusal === undefined || refusal.reasons.trim() ? null : 'why the request is refused, in words for the requester',
  write: ({ refusal }) => [
    heading(words.why),
    ...(refusal?.reasons ?? '').split('\n').filter(Boolean).map(paragraph),
    ...(refusal?.ground === 'REPEAT' ? [paragraph(words.later)] : []),
  ],
};

/** The exemptions relied on, unless naming one would do the harm it guards against (§3.12, OP-15). */
const grounds: LetterPart = {
  id: 'ground',
  says: 'the ground, unless silent, and the reason',
  belongs: isExempt,
  lacks: ({ reply }) => {
    if ((reply?.records.length ?? 0) === 0) return lacksDecision(reply) ?? 'the records that are kept back';
    return (
      lacksDecision(reply) ??
      (reply?.records.every((r) => r.given === 'none') ? null : 'a refusal: something is given, so the covering letter is the right one')
    );
  },
  write: (facts) => [
    heading(words.why),
    ...(isSilent(facts)
      ? [paragraph(words.silentWhy)]
      : [paragraph(words.reasonsIntro), list(named(facts).map((code) => `${exemptionTitle(code)}. ${sayReason(code)}`))]),
  ],
};

/** LTR-07, §2.4.4: unfounded or excessive. Every refusal names the review, the regulator and the court (OP-29). */
export const refusalManifest: LetterKind = {
  id: 'refusal-unfounded-or-excessive',
  row: 'LTR-07',
  clause: '2.4.4',
  title: 'Refusal: unfounded or excessive',
  parts: [
    received,
    asked,
    decision(isManifest, 'a decision that it is unfounded or excessive'),
    inWords,
    contact,
    reviewThenRegulator(() => true),
    closing,
  ],
};

/** LTR-08, §1.2(9), §3.12: too soon after another, or all of it exempt; also when nothing may be named. */
export const refusalOther: LetterKind = {
  id: 'refusal',
  row: 'LTR-08',
  clause: '1.2',
  title: 'Refusal: nothing can be given',
  parts: [
    ...[received, asked, decision((facts) => facts.refusal !== undefined && !isManifest(facts), 'a refusal that was decided on')],
    ...[inWords, grounds, contact, reviewThenRegulator(() => true), closing],
  ],
};
