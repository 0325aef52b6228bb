import { describe, expect, it } from '@jest/globals';
import { glossary } from '../../src/procedure/glossary.js';
import { rights } from '../../src/procedure/rights.js';
import { triage, triageAsks, triageOutcomes } from '../../src/procedure/triage.js';
import { readAnswers } from '../../src/domain/read-answers.js';

const code = (subject: string, wants: string, everyday = false) => triage({ subject, wants, everyday }).code;

describe('§2.2 is this a subject request?', () => {
  it('INT-02 §2.2 tells access, another right, freedom of information, a complaint and a review apart', () => {
    expect(code('PERSON', 'ACCESS')).toBe('ACCESS');
    for (const right of rights.slice(1)) expect(code('PERSON', right.code)).toBe('ANOTHER_RIGHT');
    expect(code('COUNCIL', 'ACCESS')).toBe('FOI');
    expect(code('PERSON', 'UNHAPPY')).toBe('COMPLAINT');
    expect(code('PERSON', 'REVIEW')).toBe('REVIEW');
    expect(code('DEAD', 'ACCESS')).toBe('DECEASED');
  });

  it('RTE-82 INT-02 App. 2 what a service tells every day is ordinary business; another right never is', () => {
    expect(code('PERSON', 'ACCESS', true)).toBe('BAU');
    expect(code('PERSON', 'SERVICE')).toBe('BAU');
    expect(code('OTHER', 'SERVICE')).toBe('BAU');
    expect(code('PERSON', 'ERASE', true)).toBe('ANOTHER_RIGHT');
  });

  it('INT-02 §2.2 each answer has its reason and what to do next, and every pair of answers has an answer', () => {
    const values = (field: keyof typeof triageAsks) => (triageAsks[field].options as unknown as { value: string }[]).map((o) => o.value);
    const all = values('subject').flatMap((s) => values('wants').map((w) => code(s, w)));
    expect(new Set(all)).toEqual(new Set(triageOutcomes.map((o) => o.code)));
    expect(triageOutcomes.filter((o) => !o.reason.endsWith('.') || !o.next.endsWith('.'))).toEqual([]);
    const read = readAnswers(triageAsks, { subject: 'PERSON', wants: 'ACCESS' }, { today: '2026-10-01', received: null, facts: {} });
    expect(read.faults).toEqual([]);
  });

  it('GEN-03 §1.1 the glossary has every word of the procedure that staff meet, each in one plain sentence', () => {
    const terms = glossary.map((g) => g.term).join(' ');
    for (const word of [
      'Controller',
      'Processor',
      'DPO',
      'Personal data',
      'Identifiable',
      'Special category',
      'Breach',
      'SAR',
      'Subject request',
      'Supervisory',
    ])
      expect(terms).toContain(word);
    expect(glossary.filter((g) => !/^[^.]+\.( [^.]+\.)?$/.test(g.means))).toEqual([]);
  });
});
