import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusals.js';
import { acknowledgement } from '../../src/letters/acknowledgement.js';
import { defaultCouncil, parseCouncil } from '../../src/letters/council.js';
import { nameFile, writeLetter } from '../../src/letters/letter.js';
import type { Letter, LetterFacts } from '../../src/letters/letter.js';
import { someFacts } from './facts.js';
import { linesOf } from './text-of.js';

const council = defaultCouncil();
const awaiting = { due: null, awaited: ['proof of who you are', 'proof of where you live'], waiting: 'not-started' } as const;
const variants: Record<string, Partial<LetterFacts>> = {
  'with a due date': {},
  'waiting for papers': { ...awaiting, awaited: [...awaiting.awaited] },
  'stopped for a question': { due: null, awaited: ['which repairs you mean'], waiting: 'paused' },
  'with adoption records refused': { refused: 'adoption-records' },
  'to somebody acting for another': { about: 'Bea Example' },
};

function letterOf(change: Partial<LetterFacts> = {}): Letter {
  const letter = writeLetter(acknowledgement, someFacts(change), council);
  if (isRefusal(letter)) throw new Error(letter.sentence);
  return letter;
}
const textOf = (letter: Letter): string => letter.parts.flatMap(({ blocks }) => blocks.flatMap(linesOf)).join('\n');
const partsOf = (letter: Letter): string[] => letter.parts.map(({ id }) => id);

describe('the acknowledgement', () => {
  it('INT-17 LTR-02 §3.7 says when the request came, what was asked, by when we reply, who deals with it and how to reach them', () => {
    const letter = letterOf();
    expect([letter.row, letter.reference, letter.writtenOn]).toEqual(['LTR-02', 'DR-2026-0001', '2 October 2026']);
    expect(letter.to).toEqual(['Ann Example', '9 Sample Street', 'Exampleton', 'EX1 2ZZ']);
    const text = textOf(letter);
    for (const part of [
      'We received it on 1 October 2026',
      'I want everything you hold on me about my rent account.',
      'We will reply by Monday 2 November 2026.',
      'Sam Sample, Housing Information Team, is dealing with your request.',
      'Phone: 01632 960 100 (Monday to Friday, 9am to 5pm)',
      'DR-2026-0001',
      'Information Commissioner’s Office',
      '0303 123 1113',
    ])
      expect(text).toContain(part);
  });

  it('LTR-02 names what is awaited instead of a date, and promises no date while something is awaited', () => {
    const letter = letterOf({ ...awaiting, awaited: [...awaiting.awaited] });
    expect(partsOf(letter)).toContain('awaited');
    expect(partsOf(letter)).not.toContain('due');
    expect(textOf(letter)).toContain('We cannot start yet. First we need:\nproof of who you are\nproof of where you live');
    expect(textOf(letterOf({ due: '2026-11-02', awaited: ['proof of who you are'] }))).not.toContain('November');
  });

  it('says that we stopped, not that we cannot start, when a question is open', () => {
    expect(textOf(letterOf(variants['stopped for a question']))).toContain('We have stopped for now, because we need something from you:');
  });

  it('RTE-53 §3.7 refuses the adoption part only in branch B, with the right way, the review, the regulator and the court', () => {
    const text = textOf(letterOf({ refused: 'adoption-records' }));
    expect(text).toContain('We cannot give you those as part of this request.');
    expect(text).toContain('We will still deal with the rest of your request.');
    expect(text).toContain(`${council.adoption.team} on ${council.adoption.phone}`);
    expect(text).toContain(council.review);
    expect(text).toContain(council.court);
  });

  it.each(Object.keys(variants).filter((name) => !name.includes('adoption')))(
    'RTE-54 SEC-11 has no refusal part and no word on adoption, %s',
    (name) => {
      const letter = letterOf(variants[name]);
      expect(partsOf(letter)).not.toContain('refusal');
      expect(textOf(letter)).not.toMatch(/adopt|refus|cannot give/i);
    },
  );

  it('thanks somebody who acts for another for the request made for that person', () => {
    expect(textOf(letterOf({ about: 'Bea Example' }))).toContain('Thank you for the request you made for Bea Example.');
  });

  it.each([
    [{ received: '' }, 'the date the request was received'],
    [{ received: '2026-02-30' }, 'the date the request was received'],
    [{ asked: ['  '] }, 'what was asked for'],
    [{ due: null }, 'the date by which the council must answer, or what it waits for'],
    [{ officer: { team: '' } }, 'who deals with the request'],
    [{ reference: ' ' }, 'the case reference'],
    [{ on: 'today' }, 'the date of the letter'],
    [{ to: { name: '', address: [] } }, 'the name of the person it goes to'],
  ])('cannot be made with %j, and says so', (change: Partial<LetterFacts>, missing) => {
    const refusal = writeLetter(acknowledgement, someFacts(change), council);
    if (!isRefusal(refusal)) throw new Error('a letter was made');
    expect(refusal).toMatchObject({ code: 'needs-something-first', clause: '3.7', also: [missing] });
    expect(refusal.sentence).toBe(`The letter “Acknowledgement” (LTR-02) cannot be made yet. Missing: ${missing}.`);
  });

  it('names everything that is missing at once', () => {
    const refusal = writeLetter(acknowledgement, someFacts({ asked: [], due: null }), council);
    expect(isRefusal(refusal) && refusal.also).toHaveLength(2);
  });

  it.each(Object.keys(variants))('uses short sentences and everyday words, %s', (name) => {
    const text = textOf(letterOf(variants[name]));
    expect(text).not.toMatch(
      /data subject|controller|pursuant|statutory|hereby|in respect of|prior to|UK GDPR|legislation|undefined|null/i,
    );
    const sentences = text.split(/[.:]\s|\n/).filter((line) => /^[A-Z].*[a-z]/.test(line) && !line.startsWith('Write to'));
    const lengths = sentences.map((sentence) => sentence.split(/\s+/).length);
    expect(lengths.reduce((sum, n) => sum + n, 0) / lengths.length).toBeLessThan(12);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(22);
  });

  it('gets a file name that says which letter and never whose', () => {
    expect(nameFile(letterOf())).toBe('DR-2026-0001-acknowledgement.docx');
    expect(nameFile({ reference: '../DR"2026\r\n', id: 'x' })).toBe('---DR-2026---x.docx');
  });
});

describe('the council’s own file', () => {
  it('is taken when it has every entry', () => {
    const own = { ...council, name: 'Sampleford Borough Council' };
    expect(parseCouncil(JSON.stringify(own))).toEqual({ council: own });
  });

  it('is refused with every missing, wrong and unknown entry named', () => {
    const { phone: _phone, ...rest } = council;
    const own = { ...rest, address: [], regulator: { ...council.regulator, phone: 3 }, colour: 'red' };
    expect(parseCouncil(JSON.stringify(own))).toEqual({
      faults: ['address must be a list of text', 'phone must be text', 'regulator.phone must be text', 'colour is not an entry we know'],
    });
    expect(parseCouncil('{')).toEqual({ faults: ['the file is not JSON'] });
    expect(parseCouncil('null')).toEqual({ faults: ['the file must be a group of entries'] });
  });
});
