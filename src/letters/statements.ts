import { compareDays } from '../domain/local-date.js';
import { codeLines, readCode, statementKinds, type StatementKind } from '../procedure/statements.js';
import { paragraph } from './blocks.js';
import type { Statement } from './case-parts.js';
import { closing } from './common-parts.js';
import type { Block, LetterFacts, LetterKind } from './letter.js';
import { words } from './statements.words.js';
import { writeDay } from './write-day.js';

type Code = StatementKind['code'];
const quotes = (says: string): Block[] =>
  says
    .split('\n')
    .filter((line) => line.trim())
    .map((text) => ({ kind: 'quote', text }));

/** Whether it has gone by the day on the page, or goes later (OP-21). */
function tellGone(statement: Statement, { on }: LetterFacts, say: Record<'gone' | 'goes', (day: string) => string>): Block[] {
  const { goneOn } = statement;
  if (goneOn === null) return [];
  return [{ kind: 'key', text: (compareDays(goneOn, on) <= 0 ? say.gone : say.goes)(writeDay(goneOn)) }];
}

const page: Record<Code, { title: string; write(statement: Statement, facts: LetterFacts): Block[] }> = {
  WRONG: {
    title: words.wrong.title,
    write: ({ says, righted }) => [
      paragraph(words.wrong.sorry),
      ...quotes(says),
      paragraph(words.wrong.copy),
      ...(righted === null ? [] : [paragraph(words.wrong[righted])]),
    ],
  },
  KEPT_TOO_LONG: {
    title: words.keptTooLong.title,
    write: (statement, facts) => [
      paragraph(words.keptTooLong.sorry),
      ...quotes(statement.says),
      ...tellGone(statement, facts, words.keptTooLong),
      paragraph(words.keptTooLong.proof),
    ],
  },
  RECORDING: {
    title: words.recording.title,
    write: (statement, facts) => [
      paragraph(words.recording.which),
      ...quotes(statement.says),
      ...tellGone(statement, facts, words.recording),
    ],
  },
  CODES: {
    title: words.codes.title,
    write: ({ says }) => [
      paragraph(words.codes.intro),
      {
        kind: 'table',
        columns: words.codes.columns.map(([title, width]) => ({ title, width })),
        rows: codeLines(says).map((line) => [readCode(line)?.code ?? '', readCode(line)?.meaning ?? line]),
      },
      paragraph(words.codes.ask),
    ],
  },
};

const statementIn = ({ reply }: LetterFacts, code: Code): Statement | undefined => reply?.statements.find((s) => s.code === code);

/** DSP-07: pages that go beside the copies. They name nobody themselves: the covering letter lists them. */
export const statementPages: readonly LetterKind[] = statementKinds.map(({ code, letter, rows, clause, title }) => ({
  id: letter,
  row: rows[0] ?? '',
  clause,
  title,
  nameless: true,
  parts: [
    {
      id: 'statement',
      says: title.toLowerCase(),
      lacks: (facts) => (statementIn(facts, code)?.says.trim() ? null : `what is told of it: ${title.toLowerCase()}`),
      write: (facts) => {
        const statement = statementIn(facts, code);
        return [{ kind: 'title', text: page[code].title }, ...(statement ? page[code].write(statement, facts) : [])];
      },
    },
    closing,
  ],
}));

/** What the covering letter says of them. */
export const statementsEnclosed = ({ reply }: LetterFacts): string[] => (reply?.statements ?? []).map(({ code }) => words.enclosed[code]);
