import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  choice,
  choices,
  date,
  longText,
  number,
  optionalText,
  person,
  text,
  time,
  yesNo,
  type Field,
  type FieldContext,
} from '../../src/domain/fields.js';
import { readAnswers } from '../../src/domain/read-answers.js';

const about: FieldContext = { today: '2026-10-15', received: '2026-10-01', facts: {} };
const options = [
  { value: 'A', title: 'First' },
  { value: 'B', title: 'Second' },
];
const kinds: Record<string, Field> = {
  text: text('Name'),
  'long-text': longText('Words'),
  date: date('Day'),
  time: time('Hour'),
  number: number('Minutes', { max: 600 }),
  choice: choice('Pick', { options }),
  choices: choices('Pick some', { options }),
  'yes-no': yesNo('Agreed'),
  person: person('Who', { holding: 'OFFICER' }),
};

/** What one field makes of one input: its value, or the sentence of its fault. */
function read(field: Field, raw: unknown, more: Partial<FieldContext> = {}): unknown {
  const { all, faults } = readAnswers({ it: field }, { it: raw }, { ...about, ...more });
  return faults[0]?.sentence ?? all['it'];
}

describe('reading what was typed', () => {
  it.each([
    ['text', ' Jo Example ', 'Jo Example'],
    ['text', 'Jo\nExample', 'Jo Example'],
    ['long-text', 'one\r\ntwo', 'one\ntwo'],
    ['date', '2026-10-14', '2026-10-14'],
    ['time', '09:05', '09:05'],
    ['number', '45', 45],
    ['number', 45, 45],
    ['choice', 'B', 'B'],
    ['choices', 'A,B,A', ['A', 'B']],
    ['yes-no', 'false', false],
    ['yes-no', true, true],
  ])('reads %s from %j', (kind, raw, value) => {
    expect(read(kinds[kind]!, raw)).toEqual(value);
  });

  it('takes a person only from those the store offers, not from the card', () => {
    const people = { it: [{ value: 'ola', title: 'Ola Officer' }] };
    expect(read(kinds['person']!, 'ola', { people })).toBe('ola');
    expect(read(kinds['person']!, 'mallory', { people })).toBe('Choose one of those offered.');
    expect(read(kinds['person']!, 'ola')).toBe('Choose one of those offered.');
  });

  it.each([
    ['date', '2026-02-30', 'Give a real date.'],
    ['date', '15/10/2026', 'Give a real date.'],
    ['time', '24:00', 'Give a time such as 09:30.'],
    ['time', '9.30', 'Give a time such as 09:30.'],
    ['number', 'many', 'Give a whole number.'],
    ['number', '1.5', 'Give a whole number.'],
    ['number', '0x10', 'Give a whole number.'],
    ['number', '1e2', 'Give a whole number.'],
    ['number', '9'.repeat(400), 'Give a whole number.'],
    ['number', '-1', 'At least 0.'],
    ['number', '601', 'At most 600.'],
    ['choice', 'C', 'Choose one of those offered.'],
    ['choice', 'a', 'Choose one of those offered.'],
    ['choices', 'A,C', 'Choose from those offered.'],
    ['yes-no', 'perhaps', 'Answer yes or no.'],
  ])('finds fault with %s %j', (kind, raw, sentence) => {
    expect(read(kinds[kind]!, raw)).toBe(sentence);
  });

  const MISSING: Record<string, string> = {
    choice: 'Choose one.',
    person: 'Choose one.',
    choices: 'Choose at least one.',
    'yes-no': 'Answer yes or no.',
  };
  it.each(Object.keys(kinds))('names a missing %s, however it is missing', (kind) => {
    const field = kinds[kind]!;
    for (const raw of [undefined, null, '', '   ', '\u200b', '\u0007'])
      expect(read(field, raw)).toBe(MISSING[kind] ?? 'An answer is needed.');
  });

  it.each([
    ['Persian, after a letter', 'علی\u200cرضا', 'علی\u200cرضا'],
    ['Sinhala, after a mark', 'ශ්\u200dරී ලංකා', 'ශ්\u200dරී ලංකා'],
    ['Malayalam, at the end of a word', 'അവന്\u200d', 'അവന്\u200d'],
    ['a joiner before any letter', '\u200dJo Example', 'Jo Example'],
    ['a joiner after a space or a figure', 'Jo \u200cExample 7\u200d', 'Jo Example 7'],
    ['several joiners in a row', 'Jo\u200c\u200d\u200cE', 'Jo\u200cE'],
    ['what nobody sees otherwise', 'J\u200bo\u200e E\u2060x\ufeffample', 'Jo Example'],
  ])('INT-06 keeps the joiners that belong to a name and no other invisible character: %s', (_what, typed, kept) => {
    expect(read(kinds['text']!, typed)).toBe(kept.normalize('NFC'));
  });

  it('takes a list of nothing but commas for no answer', () => {
    expect(read(kinds['choices']!, ',')).toBe('Choose at least one.');
    expect(read(choices('Pick some', { options, optional: true }), ' , ,')).toBeUndefined();
  });

  it('leaves an optional answer that was not given out', () => {
    expect(readAnswers({ it: optionalText('Note') }, {}, about)).toEqual({ all: {}, open: {}, kept: {}, faults: [] });
  });

  it.each([[['A']], [{ value: 'A' }], [() => 'A'], [Symbol('A')], [12n]])('says that %p cannot be read, of any kind', (raw) => {
    for (const field of Object.values(kinds)) expect(read(field, raw)).toBe('This answer cannot be read.');
  });

  it('counts 6,000 characters and says how many fit', () => {
    expect(read(kinds['long-text']!, 'x'.repeat(6000))).toBe('6000 characters; at most 4000 fit. Shorten it, or add the rest as a note.');
    expect(read(kinds['long-text']!, 'x'.repeat(4000))).toHaveLength(4000);
  });

  it.each([
    '**bold** [link](https://example.org)',
    '<at>Everyone</at>',
    '${requester.name}',
    '$' + '{{x}}',
    "O'Example & Söns <jo@example.org>",
  ])('keeps %j as it was typed', (words) => {
    expect(read(kinds['long-text']!, words)).toBe(words);
  });

  it('drops control and direction-changing characters and keeps the words around them', () => {
    expect(read(kinds['text']!, 'Jo\u0000 \u202eExample\u202c\u2066\u2069\u061c\ufeff')).toBe('Jo Example');
  });

  it.each(['\u000b', '\u000c', '\u0085', '\u2028', '\u2029', '\r'])('reads %j, which word processors paste, as a new line', (mark) => {
    expect(read(kinds['long-text']!, `one${mark}two`)).toBe('one\ntwo');
    expect(read(kinds['text']!, `one${mark}two`)).toBe('one two');
  });

  it('stores one spelling of a letter, and no half of a character', () => {
    expect(read(kinds['text']!, 'Zoe\u0308')).toBe('Zo\u00eb');
    expect(read(kinds['text']!, 'Jo\ud800')).toBe('Jo\ufffd');
  });

  it('checks a date against today and the day of receipt where the field says so', () => {
    const field = date('Sent on', { notAfterToday: true, notBeforeReceipt: true });
    expect(read(field, '2026-10-16')).toBe('This date is in the future.');
    expect(read(field, '2026-09-30')).toBe('This is before the request was received.');
    expect(read(field, '2026-09-30', { received: null })).toBe('2026-09-30');
    expect(read(field, '2026-10-01')).toBe('2026-10-01');
    expect(read(field, '2026-10-15')).toBe('2026-10-15');
    expect(read(kinds['date']!, '2031-01-01')).toBe('2031-01-01');
  });
});

describe('sorting what was typed', () => {
  it('keeps what is personal apart from what may stand in the register', () => {
    const fields = {
      name: text('Name', { private: 'name' }),
      born: date('Born', { private: 'birth-date' }),
      how: choice('How', { options }),
    };
    const read = readAnswers(fields, { name: 'Jo Example', born: '1980-02-03', how: 'A' }, about);
    expect(read.open).toEqual({ how: 'A' });
    expect(read.kept).toEqual({ name: { kind: 'name', value: 'Jo Example' }, born: { kind: 'birth-date', value: '1980-02-03' } });
    expect(read.all).toEqual({ name: 'Jo Example', born: '1980-02-03', how: 'A' });
  });

  it('names every fault, and reads the rest', () => {
    const read = readAnswers(kinds, { text: 'Jo', date: 'soon', number: 'few', choice: 'A' }, about);
    expect(read.faults.map((f) => f.field)).toEqual(['long-text', 'date', 'time', 'number', 'choices', 'yes-no', 'person']);
    expect(read.all).toEqual({ text: 'Jo', choice: 'A' });
  });

  it('ignores inputs that the form never asked for', () => {
    const raw = JSON.parse('{"it":"Jo","stage":"CLOSED","__proto__":{"by":"x"},"constructor":"x"}') as Record<string, unknown>;
    expect(readAnswers({ it: text('Name') }, raw, about).all).toEqual({ it: 'Jo' });
    expect(readAnswers({ it: text('Name') }, Object.create({ it: 'inherited' }) as Record<string, unknown>, about).faults).toHaveLength(1);
  });

  it('never throws and never lets anything through that its kind does not allow', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(kinds)),
        fc.oneof(fc.anything(), fc.string({ unit: 'binary' })),
        ([kind, field], raw) => {
          const { all, faults } = readAnswers({ it: field }, { it: raw }, about);
          if (faults.length > 0) return;
          const value = all['it'];
          if (kind === 'number') expect(Number.isInteger(value)).toBe(true);
          if (kind === 'yes-no') expect(typeof value).toBe('boolean');

          if (kind.includes('text')) expect(value).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u061c\u202a-\u202e\u2066-\u2069]/);
          if (['choice', 'person', 'date', 'time'].includes(kind)) expect(value).toMatch(/^[AB]$|^[\d:-]+$/);
        },
      ),
    );
  });
});
