import { heading, list, paragraph } from './blocks.js';
import { closing, complaint, contact, opening, reviewThenRegulator } from './common-parts.js';
import type { LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words } from './other-ways.words.js';
import { writeDay } from './write-day.js';

/** LTR-18, §3.7: only where they were asked for by name, branches A and B; the id is part of a file name and says nothing. */
const notThisWay: LetterPart = {
  id: 'decision',
  says: 'not available as a subject request; the right procedure, counselling, the Contact Register',
  lacks: ({ route }) => (route?.named === undefined ? 'that they were asked for by name' : null),
  write: ({ route }, council) => [
    heading(words.adoption.decision),
    { kind: 'key', text: route?.named === 'ALONE' ? words.adoption.alone : words.adoption.among },
    paragraph(words.adoption.route(council)),
    list(council.adoption.offers),
    paragraph(words.adoption.varies),
  ],
};
export const anotherProcedure: LetterKind = {
  id: 'another-procedure',
  row: 'LTR-18',
  clause: '3.7',
  title: 'Another procedure',
  parts: [
    opening(words.adoption.title, ({ received }) => [words.adoption.opening(writeDay(received))]),
    notThisWay,
    contact,
    reviewThenRegulator(() => true),
    closing,
  ],
};

const otherLaw: LetterPart = {
  id: 'law',
  says: 'the regime and where to apply',
  belongs: ({ route }) => route?.law !== undefined,
  write: ({ route }) => [
    {
      kind: 'key',
      text: route?.law?.part ? words.law.part(route.law.title.toLowerCase()) : words.law.all(route?.law?.title.toLowerCase() ?? ''),
    },
    ...(route?.law?.words ?? '').split('\n').filter(Boolean).map(paragraph),
    ...(route?.law?.part ? [heading(words.law.which), { kind: 'quote' as const, text: route.law.part }, paragraph(words.law.rest)] : []),
  ],
};
const register: LetterPart = {
  id: 'register',
  says: 'the public register, and what is still handled here',
  belongs: ({ route }) => route?.register !== undefined,
  write: ({ route }) => [paragraph(words.law.register), { kind: 'quote', text: route?.register?.name ?? '' }, paragraph(words.law.beyond)],
};
const somewhere: LetterPart = {
  id: 'somewhere',
  says: 'where to go',
  belongs: ({ route }) => route?.law === undefined && route?.register === undefined,
  lacks: () => 'the other law, with the wording that Information Governance confirmed, or the public register',
  write: () => [],
};
const refuses = ({ route }: LetterFacts): boolean => route?.law !== undefined;

/** LTR-43, §2.12.2: another law, or a register that is open to all. */
export const anotherLaw: LetterKind = {
  id: 'another-way',
  row: 'LTR-43',
  clause: '2.12.2',
  title: 'Another way to ask',
  parts: [
    opening(words.law.title, ({ received }) => [words.law.opening(writeDay(received))]),
    ...[somewhere, otherLaw, register, contact, reviewThenRegulator(refuses), closing],
  ],
};

const offer: LetterPart = {
  id: 'offer',
  says: 'in place of copies, voluntary; needs, interpreter, support worker',
  write: ({ route }) => [
    { kind: 'key', text: words.viewing.instead },
    paragraph(words.viewing.with),
    list([
      ...(route?.viewing?.worker === false ? [] : [words.viewing.worker]),
      words.viewing.interpreter,
      words.viewing.access,
      ...(route?.viewing?.counselling === false ? [] : [words.viewing.counselling]),
    ]),
    paragraph(words.viewing.checked),
    heading(words.viewing.answer),
    ...words.viewing.form.map(paragraph),
  ],
};
/** LTR-21, §1.2.6: an offer, with the agreement to be signed. */
export const viewingOffer: LetterKind = {
  id: 'viewing',
  row: 'LTR-21',
  clause: '1.2.6',
  title: 'Viewing: offer and agreement',
  parts: [opening(words.viewing.title, ({ received }) => [words.viewing.opening(writeDay(received))]), offer, contact, complaint, closing],
};

const form: LetterPart = {
  id: 'form',
  says: 'date, place, approximate time, description, other identifying help',
  write: () => [
    paragraph(words.cctv.soon),
    heading(words.cctv.form),
    { kind: 'rows', rows: words.cctv.fields.map(([label, value]) => ({ label, value })) },
  ],
};
/** LTR-05, §2.7.1(d). */
export const cctvForm: LetterKind = {
  id: 'cctv-form',
  row: 'LTR-05',
  clause: '2.7.1',
  title: 'CCTV form',
  parts: [opening(words.cctv.title, ({ received }) => [words.cctv.opening(writeDay(received))]), form, contact, complaint, closing],
};
