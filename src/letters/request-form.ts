import { heading, list, paragraph } from './blocks.js';
import { closing, contactBlocks, opening, whatWasAsked } from './common-parts.js';
import type { Block, LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words } from './request-form.words.js';
import { writeDay } from './write-day.js';

const first = opening(words.title, ({ received }) => [words.opening(writeDay(received)), words.counts]);

const check: LetterPart = {
  id: 'check',
  says: 'check it; return it with a copy of identification if that is needed',
  write: (facts) => [heading(words.check), list(words.checkHow), paragraph(facts.helped?.known === true ? words.proofSeen : words.proof)],
};

const help: LetterPart = {
  id: 'help',
  says: 'how to get help',
  write: (facts, council) => [
    heading(words.help),
    ...(facts.helped?.help ? [paragraph(words.helpKnown(facts.helped.help))] : []),
    paragraph(words.helpHow),
    ...contactBlocks(facts, council),
  ],
};

const line = (label: string, value: string | undefined): { label: string; value: string } => ({ label, value: value || words.open });
const rowsOf = ({ reference, to, helped }: LetterFacts): Block => ({
  kind: 'rows',
  rows: [
    line(words.rows.reference, reference),
    line(words.rows.name, to.name),
    line(words.rows.contact, helped?.contact),
    line(words.rows.address, to.address.join(', ')),
  ],
});

const form: LetterPart = {
  id: 'form',
  says: 'the request form, filled in by staff',
  write: (facts) => [heading(words.form), rowsOf(facts)],
};
const asked = whatWasAsked([paragraph(words.rows.asked)], [paragraph(words.sign), ...words.lines.map(paragraph)]);

/** LTR-01, §1.2.1: for somebody who finds it hard to write: what they asked for, written down for them to check, and the form to send back. */
export const requestForm: LetterKind = {
  id: 'request-form',
  row: 'LTR-01',
  clause: '1.2',
  title: 'Request form, filled in for them',
  parts: [first, check, help, closing, form, asked],
};
