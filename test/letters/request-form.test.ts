import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusals.js';
import { defaultCouncil } from '../../src/letters/council.js';
import { writeLetter, type LetterFacts } from '../../src/letters/letter.js';
import { requestForm } from '../../src/letters/request-form.js';

const facts: LetterFacts = {
  reference: 'DR-2026-0001',
  on: '2026-11-24',
  to: { name: 'Jo Example', address: ['1 Sample Street', 'EX1 1AA'] },
  received: '2026-11-23',
  asked: ['Everything about my rent'],
  due: '2026-12-23',
  awaited: [],
  officer: { team: 'Housing' },
  helped: { contact: '020 7946 0000', help: 'Polish', known: false },
};
const write = (more: Partial<LetterFacts> = {}): string => {
  const letter = writeLetter(requestForm, { ...facts, ...more }, defaultCouncil());
  return JSON.stringify(isRefusal(letter) ? letter.sentence : letter.parts);
};

describe('LTR-01 the request form filled in for somebody, with its covering note', () => {
  it('LTR-01 INT-07 §1.2.1 says what was asked, to check it, to send it back and how to get help', () => {
    const said = write();
    for (const words of [
      'Everything about my rent',
      'Please check it',
      'send it back',
      'copy of something',
      'How to get help',
      'Polish',
      '020 7946 0000',
    ])
      expect(said).toContain(words);
  });

  it('LTR-01 §1.2.1 asks for a copy of identification only where it is needed, and never says that nothing happens without the form', () => {
    expect(write({ helped: { known: true } })).not.toContain('copy of something');
    expect(write()).toContain('whether or not you send this form back');
  });

  it('LTR-01 §1.2.1 cannot be made without what was asked for', () => {
    expect(write({ asked: [] })).toContain('Missing: what was asked for');
  });
});
