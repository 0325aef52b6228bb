import type { Option } from '../domain/fields.js';
import type { Facts, RequestState } from '../domain/subject-request.js';

/** What is told beside the copies when something about the records is not as it should be, or not clear (§2.10, §2.11, §2.7.1). */
export interface StatementKind {
  code: 'WRONG' | 'KEPT_TOO_LONG' | 'RECORDING' | 'CODES';
  title: string;
  /** Id of the letter that says it. */
  letter: string;
  about: string;
  clause: string;
  rows: readonly string[];
  /** A day has to be told: when the data goes, or has gone. */
  dated: boolean;
}

export const statementKinds: readonly StatementKind[] = [
  {
    code: 'WRONG',
    title: 'Something was wrong',
    letter: 'note-on-what-was-wrong',
    about: 'Says sorry, what was wrong, and how it was put right. The copy is given as it was.',
    clause: '2.11',
    rows: ['LTR-25', 'ASS-15'],
    dated: false,
  },
  {
    code: 'KEPT_TOO_LONG',
    title: 'Something was kept too long',
    letter: 'note-on-what-was-kept-too-long',
    about: 'Says that it should not have been kept, and when it is destroyed. The copy is given.',
    clause: '2.11',
    rows: ['LTR-26', 'ASS-17'],
    dated: true,
  },
  {
    code: 'RECORDING',
    title: 'A recording is deleted',
    letter: 'note-on-a-recording',
    about: 'Says which footage or recording has been or will be deleted, and when.',
    clause: '2.7.1',
    rows: ['LTR-27'],
    dated: true,
  },
  {
    code: 'CODES',
    title: 'Codes and abbreviations',
    letter: 'what-the-codes-mean',
    about: 'Each code or abbreviation in the copies, with its meaning.',
    clause: '2.10',
    rows: ['LTR-28', 'ASS-12'],
    dated: false,
  },
];
export const statementChoices: readonly Option[] = statementKinds.map(({ code, title }) => ({ value: code, title }));

/** OP-21: how a wrong record was put right. The copy as it was stays with the reply. */
export const righted = [
  { value: 'AMENDED', title: 'Corrected; a corrected copy goes along' },
  { value: 'ANNOTATED', title: 'A note stands beside it' },
] as const;

/** The statements that go with this reply, in the order of the list. */
export const statementsOf = (state: Pick<RequestState, 'items'>): { kind: StatementKind; facts: Facts }[] =>
  statementKinds.flatMap((kind) => {
    const facts = state.items['statements']?.[kind.code];
    return facts?.['on'] === undefined ? [] : [{ kind, facts }];
  });

/** `LTA: left the address`: one code and its meaning, or null. */
export function readCode(line: string): { code: string; meaning: string } | null {
  const [, code = '', meaning = ''] = /^\s*([^=:]+?)\s*[=:]\s*(.+?)\s*$/.exec(line) ?? [];
  return code && meaning ? { code, meaning } : null;
}
export const codeLines = (text: string): string[] => text.split('\n').filter((line) => line.trim());
