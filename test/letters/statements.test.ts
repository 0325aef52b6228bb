import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../../src/letters/case-parts.js';
import { cover } from '../../src/letters/cover.js';
import type { LetterFacts } from '../../src/letters/letter.js';
import { statementPages } from '../../src/letters/statements.js';
import { expectPlain, lacksOf, letterOf, openDocx, textOf } from './text-of.js';

const given = { dated: '', description: 'Rent card', source: 'Housing systems', given: 'whole' as const, place: '', exemption: null };
const withStatements = (...statements: Statement[]): Partial<LetterFacts> => ({
  reply: { records: [given], undecided: [], searched: [], statements, diao: { post: 'Head of Samples' } },
});
const statement = (code: Statement['code'], says: string, more: Partial<Statement> = {}): Statement => ({
  ...{ code, says, righted: null, goneOn: null },
  ...more,
});
const pageOf = (row: string) => statementPages.find((kind) => kind.row === row) ?? cover;

describe('pages that go beside the copies', () => {
  it('LTR-25 ASS-15 §2.11 says sorry, what was wrong, that it is corrected and that the copy is as it was', () => {
    const wrong = (righted: Statement['righted']) => textOf(letterOf(pageOf('LTR-25'), withStatements(statement('WRONG', 'Your date of birth was not right', { righted })))); // prettier-ignore
    for (const said of ['We are sorry', 'Your date of birth was not right', 'as it was', 'A corrected copy is with this page'])
      expect(wrong('AMENDED')).toContain(said);
    expect(wrong('ANNOTATED')).toContain('put a note beside it');
    expectPlain(wrong('AMENDED'));
  });

  it('LTR-26 ASS-17 §2.11 says that it should not have been kept and when it was or will be destroyed', () => {
    const on = (goneOn: string) => textOf(letterOf(pageOf('LTR-26'), withStatements(statement('KEPT_TOO_LONG', 'Rent cards of 1998', { goneOn })))); // prettier-ignore
    expect(on('2026-10-01')).toContain('It was safely destroyed on 1 October 2026.');
    expect(on('2027-01-04')).toContain('It will be safely destroyed on 4 January 2027.');
    expect(on('2027-01-04')).toContain('We should not have kept it so long');
    expectPlain(on('2027-01-04'));
  });

  it('LTR-27 §2.7.1 says which recording goes and when', () => {
    const text = textOf(
      letterOf(pageOf('LTR-27'), withStatements(statement('RECORDING', 'Lobby camera, 3 March', { goneOn: '2027-01-04' }))),
    );
    for (const said of ['Lobby camera, 3 March', 'will be deleted on 4 January 2027']) expect(text).toContain(said);
    expectPlain(text);
  });

  it('LTR-28 ASS-12 §2.10 has each code with its meaning in a table', async () => {
    const { words } = await openDocx(
      letterOf(pageOf('LTR-28'), withStatements(statement('CODES', 'LTA = left the address\n\nNFA: no further action'))),
    );
    for (const said of ['LTA', 'left the address', 'NFA', 'no further action']) expect(words).toContain(said);
  });

  it('DSP-07 LTR-22 the covering letter names what goes along, and no page is made of nothing', () => {
    const text = textOf(letterOf(cover, withStatements(statement('WRONG', 'x'), statement('CODES', 'A = b'))));
    for (const said of ['a page about something that was wrong', 'a page that says what the codes mean']) expect(text).toContain(said);
    expect(text).not.toContain('kept too long');
    for (const kind of statementPages) expect(lacksOf(kind, withStatements())).toHaveLength(1);
  });
});
