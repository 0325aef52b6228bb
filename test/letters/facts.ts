import type { LetterFacts } from '../../src/letters/letter.js';

/** Facts of an ordinary spoken request, changed where a test needs it. */
export function someFacts(change: Partial<LetterFacts> = {}): LetterFacts {
  return {
    reference: 'DR-2026-0001',
    on: '2026-10-02',
    to: { name: 'Ann Example', address: ['9 Sample Street', 'Exampleton', 'EX1 2ZZ'] },
    received: '2026-10-01',
    asked: ['I want everything you hold on me about my rent account.'],
    due: '2026-11-02',
    awaited: [],
    officer: { name: 'Sam Sample', team: 'Housing Information Team' },
    ...change,
  };
}
