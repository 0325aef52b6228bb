import { describe, expect, it } from '@jest/globals';
import { renderLetter } from '../../src/adapters/documents/letter-file.js';
import { isRefusal } from '../../src/domain/refusals.js';
import type { Asking, DecidedRecord, Reply } from '../../src/letters/case-parts.js';
import { defaultCouncil } from '../../src/letters/council.js';
import { letterKind } from '../../src/letters/kinds.js';
import type { LetterFacts, LetterKind } from '../../src/letters/letter.js';
import { previewOf } from '../../src/letters/preview.js';
import { expectPlain, lacksOf, letterOf, linesOf, textOf } from './text-of.js';

const council = defaultCouncil();
const REGULATOR = council.regulator.name;
const RIGHTS = [council.review, REGULATOR, council.court];

const given: DecidedRecord = {
  dated: '3 March 2024',
  description: 'Letter about the rent',
  source: 'Housing systems',
  given: 'whole',
  place: '',
  exemption: null,
};
const kept: DecidedRecord = { ...given, given: 'none', exemption: { code: 'EX-REF', cite: true } };
const replyOf = (...records: DecidedRecord[]): Reply => ({
  ...{ records, undecided: [], statements: [], diao: { name: 'Dev Diao', post: 'Head of Samples' } },
  searched: [{ place: 'Housing systems: tenancy', answer: 'NOTHING', destroyed: false }],
});
const asking: Asking = {
  ...{ items: ['identity', 'clarity'], question: 'Which flat do you mean? We hold two under your name.', stops: false },
  ...{ services: [{ title: 'Housing', examples: ['rent'] }], sentOn: '2026-10-02', waitUntil: '2026-11-01' },
};
const unanswered = { items: ['identity'], askedOn: '2026-10-05', waitUntil: '2026-11-04' };
const fee = {
  ground: 'EXCESSIVE' as const,
  reasons: 'You ask for every page twice.',
  lines: [{ what: 'Copies: 200 pages at 10p each', pence: 2000 }],
  total: 2000,
};
const moreTime = { months: 2, reasons: 'There are files in three archives.', likelyOn: '2026-12-15', lastDay: '2027-01-04' };

interface Row {
  id: string;
  facts: Partial<LetterFacts>;
  /** What the list of letters says that it must contain, as it reads. */
  says: readonly string[];
  /** What makes it impossible, and what it then says is missing. */
  without?: [Partial<LetterFacts>, string];
}

/** The list of letters (chapter LTR): each with facts from which it can be made, and what must be in it. */
const table: readonly Row[] = [
  {
    id: 'acknowledgement',
    facts: {},
    says: ['1 October 2026', 'rent account', 'Monday 2 November 2026', REGULATOR],
    without: [{ asked: [] }, 'what was asked for'],
  },
  {
    id: 'asking-for-what-is-missing',
    facts: { asking },
    says: ['passport', 'Which flat', 'Housing', 'e-mails', 'not in a file', '30 days', '1 November 2026', REGULATOR],
    without: [{ asking: { ...asking, services: [] } }, 'at least one service to choose from'],
  },
  { id: 'fee-notice', facts: { fee }, says: ['every page twice', '200 pages', '£20.00', 'do not', REGULATOR], without: [{}, 'fee'] },
  {
    id: 'refusal-unfounded-or-excessive',
    facts: { refusal: { ground: 'EXCESSIVE', reasons: 'You sent forty requests this week.' } },
    says: ['forty requests', ...RIGHTS],
    without: [{ refusal: { ground: 'EXCESSIVE', reasons: ' ' } }, 'why the request is refused'],
  },
  {
    id: 'refusal',
    facts: { refusal: { ground: 'REPEAT', reasons: 'You had it in August.' } },
    says: ['in August', ...RIGHTS],
    without: [{}, 'a refusal that was decided on'],
  },
  {
    id: 'more-time',
    facts: { moreTime },
    says: ['three archives', '15 December 2026', REGULATOR],
    without: [{ moreTime: { ...moreTime, likelyOn: '' } }, 'the day on which'],
  },
  { id: 'reminder', facts: { unanswered }, says: ['4 November 2026', REGULATOR], without: [{}, 'what was asked for and has not come'] },
  { id: 'closed-no-reply', facts: { unanswered }, says: ['again', REGULATOR], without: [{}, 'what was asked for and has not come'] },
  {
    id: 'covering-letter',
    facts: { reply: replyOf(given, kept) },
    says: ['How we use your information', 'Dev Diao, Head of Samples', council.reviewSteps[0] ?? '', ...RIGHTS],
    without: [{ reply: { ...replyOf(given), undecided: [4] } }, 'a decision on record 4'],
  },
  {
    id: 'list-of-documents',
    facts: { reply: replyOf(given, kept) },
    says: ['3 March 2024', 'Letter about the rent', 'Housing systems', 'Kept back'],
    without: [{ reply: replyOf({ ...given, source: '' }) }, 'the description or the source of number 1'],
  },
  { id: 'how-we-use-your-information', facts: {}, says: [...council.sheet.purposes, ...council.sheet.rights, REGULATOR] },
  { id: 'nothing-held', facts: { reply: replyOf() }, says: ['Housing systems: tenancy', council.review, REGULATOR] },
  { id: 'request-form', facts: {}, says: ['rent account', 'Ann Example'], without: [{ asked: [] }, 'what was asked for'] },
  {
    id: 'member-notice',
    facts: { member: { for: 'WARD', purposes: 'To help with a repair.', leaves: true, security: 'A locked case.' } },
    says: ['To help with a repair.', 'A locked case.'],
    without: [{ member: { for: 'WARD', purposes: 'x', leaves: true } }, 'how it is kept safe outside the council'],
  },
  { id: 'about-the-dead', facts: { dead: { route: 'DISCRETE', result: 'PART' } }, says: ['rent account', REGULATOR], without: [{}, ''] },
  { id: 'slip', facts: {}, says: ['DR-2026-0001', '1 October 2026'], without: [{ received: '' }, 'the date the request was received'] },
];

const kindOf = ({ id }: Row): LetterKind => {
  const kind = letterKind(id);
  if (!kind) throw new Error(`no letter ${id}`);
  return kind;
};
const titled = table.map((row) => [row.id, row] as const);

describe('every letter of the list', () => {
  it.each(titled)('GEN-05 §1.2 %s has its mandatory contents, in short sentences and everyday words', (_id, row) => {
    const letter = letterOf(kindOf(row), row.facts);
    for (const said of row.says) expect(textOf(letter)).toContain(said);
    expectPlain(textOf(letter));
  });

  it.each(titled.filter(([, row]) => row.without))('%s cannot be made without one of them, and says which', (_id, row) => {
    const [facts, missing] = row.without ?? [{}, ''];
    const lacks = lacksOf(kindOf(row), facts);
    expect(lacks.join('; ')).toContain(missing);
    expect(lacks.length).toBeGreaterThan(0);
  });

  it.each(titled)('%s is made as a Word document and as a PDF, and reads the same in the chat', async (_id, row) => {
    const letter = letterOf(kindOf(row), row.facts);
    for (const format of ['docx', 'pdf'] as const) expect(isRefusal(await renderLetter(letter, format))).toBe(false);
    const chat = JSON.stringify(previewOf(letter));
    const lines = letter.parts.flatMap(({ blocks }) =>
      blocks.filter((b) => b.kind !== 'rows' && b.kind !== 'table' && b.kind !== 'sign').flatMap(linesOf),
    );
    expect(lines.filter((line) => !chat.includes(JSON.stringify(line).slice(1, -1)))).toEqual([]);
  });

  it.each(titled)('%s is about the case and nobody else: it bears the reference, and an address unless it names nobody', (_id, row) => {
    const letter = letterOf(kindOf(row), row.facts);
    expect(letter.reference).toBe('DR-2026-0001');
    expect(letter.to.length > 0).toBe(kindOf(row).nameless !== true);
  });
});
