import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecidedRecord, Reply, SearchedPlace } from '../../src/letters/case-parts.js';
import { cover } from '../../src/letters/cover.js';
import { defaultCouncil } from '../../src/letters/council.js';
import type { LetterKind } from '../../src/letters/letter.js';
import { nothingHeld } from '../../src/letters/nothing-held.js';
import { schedule } from '../../src/letters/schedule.js';
import { words as reasons } from '../../src/letters/reasons.words.js';
import { sheet } from '../../src/letters/sheet.js';
import { exemptions } from '../../src/procedure/exemptions.js';
import { expectPlain, lacksOf, letterOf, openDocx, textOf } from './text-of.js';

const record = (change: Partial<DecidedRecord> = {}): DecidedRecord => ({
  dated: '3 March 2024',
  description: 'Letter to you about the rent',
  source: 'Housing systems',
  given: 'whole',
  place: '',
  exemption: null,
  ...change,
});
const part = (code: string, cite = true): DecidedRecord => record({ given: 'part', place: 'page 3', exemption: { code, cite } });
const none = (code: string, cite = true): DecidedRecord => record({ given: 'none', exemption: { code, cite } });
const searched: SearchedPlace[] = [
  { place: 'Housing systems: tenancy, repairs', answer: 'NOTHING', destroyed: false },
  { place: 'Call recordings: calls', answer: 'NOTHING', destroyed: true },
];
const replyWith = (change: Partial<Reply> = {}): { reply: Reply } => ({
  reply: { records: [], undecided: [], searched, statements: [], diao: { name: 'Dev Diao', post: 'Head of Samples' }, ...change },
});
const giving = (...records: DecidedRecord[]) => replyWith({ records });

describe('the covering letter', () => {
  it('LTR-22 DSP-06 §2.12.1 says what is enclosed, whom to ask, what was kept back and why, the review, and the regulator after it', async () => {
    const { words } = await openDocx(letterOf(cover, giving(record(), part('EX-TP'), none('EX-LPP'), part('EX-TP'))));
    const order = ['copies of 3 documents', 'How we use your information', 'About somebody else', 'Ask Dev Diao, Head of Samples.', 'look at this decision again', 'within 20 working days', 'If you are still not happy after that', 'ask a court']; // prettier-ignore
    for (const said of order) expect(words).toContain(said);
    expect(order.map((said) => words.indexOf(said))).toEqual([...order.map((said) => words.indexOf(said))].sort((a, b) => a - b));
    expect(words).toContain('See numbers 2 and 4 in the list.');
    expect(words).toContain('Legal privilege. It passed between the council and its lawyers');
  });

  it('LTR-22 ENT-01 has no word of keeping back when everything is given', () => {
    const text = textOf(letterOf(cover, giving(record())));
    expect(text).toContain('a copy of one document');
    expect(text).not.toMatch(/kept back|covered|reasons|court/);
  });

  it.each([
    [{ records: [] }, 'what is enclosed: no record is given, and none is kept back for a reason that the requester may be told'],
    [{ records: [none('EX-CRIME', false)] }, 'what is enclosed: no record is given, and none is kept back for a reason that the requester may be told'], // prettier-ignore
    [{ records: [record()], undecided: [4, 7] }, 'a decision on record 4, 7'],
    [{ records: [record()], diao: { post: '' } }, 'the DIAO who answers questions about the reply'],
  ])('LTR-22 cannot be made with %j, and says so', (change: Partial<Reply>, lacks) => {
    expect(lacksOf(cover, replyWith(change))).toContain(lacks);
  });

  it('LTR-22 cannot be made while the council’s own file has no review procedure', () => {
    expect(lacksOf(cover, giving(record()), { ...defaultCouncil(), reviewSteps: [' '] })).toEqual([
      'the internal review and its procedure, in the council’s own file',
    ]);
  });

  it('EXM-06 GEN-05 every exemption that may be named has its own plain sentence, and it names nobody', () => {
    for (const { code, refusalGround } of exemptions) {
      if (refusalGround) continue;
      expect(Object.keys(reasons.why)).toContain(code);
      expectPlain(textOf(letterOf(cover, giving(record(), part(code), none(code)))));
    }
  });
});

describe('the list of documents', () => {
  it('LTR-22B DSP-05 §2.12.1 has number, date, description, source and what was done, in a table whose head stands again on each page', async () => {
    const { part: xml, words } = await openDocx(letterOf(schedule, giving(record(), part('EX-TP'), none('EX-REF'), record({ dated: '' }))));
    const table = xml('word/document.xml');
    expect(table.match(/<w:tbl>/g)).toHaveLength(1);
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(5);
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]+>/g, '')),
    );
    expect(rows[0]).toEqual(['No.', 'Date', 'What it is', 'Found in', 'What you get']);
    expect(rows[1]).toEqual(['1', '3 March 2024', 'Letter to you about the rent', 'Housing systems', 'A copy.']);
    expect(rows[2]?.[4]).toBe(`A copy with words covered on page 3. ${reasons.why['EX-TP']}`);
    expect(rows[3]?.[4]).toBe(`Kept back. ${reasons.why['EX-REF']}`);
    expect(rows[4]?.slice(0, 2)).toEqual(['4', 'not dated']);
    expect(words).not.toContain('Ann Example');
  });

  it.each([
    [{ records: [] }, 'a record that was given, or kept back for a reason that the requester may be told'],
    [{ records: [record(), record({ description: ' ' })] }, 'the description or the source of number 2'],
    [{ records: [record()], undecided: [2] }, 'a decision on record 2'],
  ])('LTR-22B cannot be made with %j, and says so', (change: Partial<Reply>, lacks) => {
    expect(lacksOf(schedule, replyWith(change))).toContain(lacks);
  });
});

describe('what is kept back in silence', () => {
  const codes = exemptions.filter((e) => !e.refusalGround).map((e) => e.code);
  const anyRecord = fc.record<DecidedRecord>({
    dated: fc.constantFrom('', '3 March 2024', '2019 to 2022'),
    description: fc.integer({ min: 1, max: 9999 }).map((n) => `Paper ${n} of the file`),
    source: fc.constantFrom('Housing systems', 'Staff mailboxes'),
    given: fc.constantFrom<DecidedRecord['given']>('whole', 'part', 'none'),
    place: fc.constantFrom('', 'pages 3 to 4'),
    exemption: fc.option(fc.record({ code: fc.constantFrom(...codes), cite: fc.boolean() })),
  });
  /** The case as it would be if nothing had been kept back in silence. */
  const withoutSilence = (records: DecidedRecord[]): DecidedRecord[] =>
    records
      .filter((r) => r.given !== 'none' || r.exemption?.cite)
      .map((r) => (r.given === 'part' && !r.exemption?.cite ? { ...r, given: 'whole', place: '', exemption: null } : r));
  const said = (kind: LetterKind, records: DecidedRecord[]): string | string[] => {
    const lacks = lacksOf(kind, giving(...records));
    return lacks.length > 0 ? lacks : textOf(letterOf(kind, giving(...records)));
  };

  it.each([
    ['covering letter', cover],
    ['list of documents', schedule],
  ])('LTR-22 LTR-22B EXM-06 leaves no trace in the %s: the same words as if it had never been', (_name, kind) => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), (records) => {
        expect(said(kind, records)).toEqual(said(kind, withoutSilence(records)));
      }),
      { numRuns: 300 },
    );
  });

  it('LTR-22B OP-15 a silent record leaves no gap in the numbers, no description and no mark', async () => {
    const secret = record({ description: 'Report of the fraud team', given: 'none', exemption: { code: 'EX-CRIME', cite: false } });
    const { words } = await openDocx(letterOf(schedule, giving(record(), secret, part('EX-TAX', false), record())));
    expect(words).not.toMatch(/fraud|covered|Kept back|crime|tax/i);
    expect(words).toContain('3 documents');
  });
});

describe('the supplementary information sheet', () => {
  it('LTR-23 ENT-02 §1.2.5 has purposes, kinds, recipients, keeping, rights, the regulator, sources and its version', async () => {
    const { sheet: own } = defaultCouncil();
    const { words } = await openDocx(letterOf(sheet));
    const plain = words.replaceAll('&apos;', "'");
    for (const line of [
      ...own.purposes,
      ...own.categories,
      ...own.recipients,
      ...own.retention,
      ...own.rights,
      ...own.sources,
      ...own.automated,
    ])
      expect(plain).toContain(line);
    expect(plain).toContain(`Version of ${own.version}`);
    expect(plain).toContain('Information Commissioner’s Office');
    expect(plain).not.toContain('Ann Example');
    expectPlain(textOf(letterOf(sheet)));
  });

  it.each(['purposes', 'categories', 'recipients', 'retention', 'sources', 'automated', 'rights'] as const)(
    'LTR-23 ENT-02 cannot be made while the council’s own file says nothing of %s',
    (name) => {
      const council = defaultCouncil();
      expect(lacksOf(sheet, {}, { ...council, sheet: { ...council.sheet, [name]: [] } })).toHaveLength(1);
    },
  );
});

describe('the reply that nothing is held', () => {
  it('LTR-24 ENT-05 §2.4.1 says so, where we looked, how to ask for a review, and the regulator', async () => {
    const { words } = await openDocx(letterOf(nothingHeld, replyWith()));
    for (const line of [
      'We have looked, and we do not hold this information.',
      'Housing systems: tenancy, repairs',
      'It was destroyed when its time was over.',
      'look at this decision again',
      'Information Commissioner’s Office',
      'Ask Dev Diao, Head of Samples.',
    ])
      expect(words).toContain(line);
    expectPlain(textOf(letterOf(nothingHeld, replyWith())));
  });

  it.each([
    [{ searched: [] }, 'the places that were searched'],
    [{ searched: [{ place: 'Mail', answer: 'OPEN', destroyed: false }] }, 'the answer to every search'],
    [
      { searched: [{ place: 'Mail', answer: 'FOUND', destroyed: false }] },
      'an empty search: something was found, so this letter would not be true',
    ],
    [{ records: [none('EX-CRIME', false)] }, 'an empty search: something was found, so this letter would not be true'],
  ] as [Partial<Reply>, string][])('LTR-24 is never made when it would not be true: %j', (change, lacks) => {
    expect(lacksOf(nothingHeld, replyWith(change))).toEqual([lacks]);
  });
});
