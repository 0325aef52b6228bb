/** A "no" is a value: a code, a plain sentence, and the clause it rests on. */
export interface Refusal {
  refused: true;
  code: RefusalCode;
  sentence: string;
  clause?: string;
  /** The field at fault, when the answers were wrong. */
  field?: string;
  /** Further things that stand in the way, each with whom to move. */
  also?: string[];
}

export type RefusalCode =
  | 'not-your-step'
  | 'not-at-this-stage'
  | 'needs-something-first'
  | 'answer-at-fault'
  | 'stale'
  | 'no-such-step'
  | 'no-such-request'
  | 'not-visible'
  | 'wrong-place'
  | 'not-known'
  | 'nothing-to-do';

export function refuse(code: RefusalCode, sentence: string, more: Partial<Omit<Refusal, 'refused' | 'code' | 'sentence'>> = {}): Refusal {
  return { refused: true, code, sentence, ...more };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
