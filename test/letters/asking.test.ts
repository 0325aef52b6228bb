import { describe, expect, it } from '@jest/globals';
import { asking, canAskFor } from '../../src/letters/asking.js';
import { words } from '../../src/letters/asking.words.js';
import type { Asking } from '../../src/letters/case-parts.js';
import { evidence, missingItems } from '../../src/procedure/evidence.js';
import { expectPlain, lacksOf, letterOf, openDocx, partsOf, textOf } from './text-of.js';

const services = [{ title: 'Housing', examples: ['rent', 'repairs'] }];
const asks = (change: Partial<Asking> = {}): { asking: Asking } => ({
  asking: { items: ['identity'], services: [], stops: false, sentOn: '2026-10-05', waitUntil: '2026-11-04', ...change },
});
const question = { question: 'Which of the three flats do you mean? We cannot tell from your letter.', services };
const variants: Record<string, Partial<Asking>> = {
  'one proof': {},
  'two proofs': { items: ['identity', 'address'] },
  'a question that stops the clock': { items: ['clarity'], ...question, stops: true },
  'a question that does not': { items: ['clarity'], ...question },
  'everything at once': { items: ['identity', 'address', 'clarity'], ...question, stops: true },
};
const written = (variant: string): string => textOf(letterOf(asking, asks(variants[variant])));

describe('the letter that asks for what is missing', () => {
  it('LTR-03 CLK-03 §2.6.2 one letter asks for several gaps: which, with what is accepted, the month held, the 30 days and what follows', async () => {
    const { words: said } = await openDocx(letterOf(asking, asks(variants['everything at once'])));
    for (const part of [
      'Proof of who you are',
      'a copy of your passport',
      'a copy of your driving licence',
      'Proof of where you live',
      'with your address on it',
      'Which of the three flats do you mean?',
      'The month starts on the day the last of these proofs reaches us.',
      'We wait for 30 days, until Wednesday 4 November 2026.',
      'we do not have to go on and may close your request',
      'DR-2026-0001',
    ])
      expect(said).toContain(part);
  });

  it('LTR-04 VAL-05 §2.4.2 a question says why it is needed, offers services, asks about mail and papers, and never only to ask for less', () => {
    const said = written('a question that stops the clock');
    expect(said).toContain('what we need to know, and why');
    expect(said).toContain('Housing: for example rent, repairs');
    expect(said).toContain('who wrote them or got them');
    expect(said).toContain('papers that are not in a file about you');
    expect(said).toContain('You may ask for everything');
    expect(said).toContain('our time to reply stands still. It stopped on 5 October 2026');
  });

  it('LTR-04 a question that stops nothing promises the date and threatens no closing', () => {
    const said = written('a question that does not');
    expect(said).toContain('We will reply by Monday 2 November 2026, also if you do not answer');
    expect(said).not.toMatch(/stands still|close your request|30 days/);
  });

  it('asks for nothing that is not missing', () => {
    expect(partsOf(letterOf(asking, asks()))).not.toContain('question');
    expect(written('one proof')).not.toContain('where you live');
    expect(written('a question that stops the clock')).not.toMatch(/passport|The month starts/);
  });

  it.each([
    [{ items: [] }, 'what is missing'],
    [{ items: ['fee'] }, 'the evidence accepted for fee'],
    [{ items: ['clarity'], services }, 'what you need to know, and why'],
    [{ items: ['clarity'], question: 'Which?', services: [] }, 'at least one service to choose from'],
    [{ waitUntil: '' }, 'the day until which we wait'],
  ])('LTR-03 cannot be made with %j, and says so', (change: Partial<Asking>, lacks) => {
    expect(lacksOf(asking, asks(change))).toContain(lacks);
  });

  it('LTR-03 T3 has words for everything that may be asked for, and for every kind of proof', () => {
    expect(missingItems.filter((i) => !canAskFor(i.value))).toEqual([]);
    expect(evidence.filter((e) => e.code !== 'ID_WORKMAIL' && words.evidence[e.code] === undefined)).toEqual([]);
  });

  it.each(Object.keys(variants))('GEN-05 uses short sentences and everyday words, %s', (variant) => expectPlain(written(variant)));
});
