import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCells } from '../../src/domain/read-cells.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { replay } from '../../src/domain/replay.js';
import { MOST_ROWS } from '../../src/procedure/schedule-file.js';
import { dev, ola, roadTo, type Road } from './road.js';

const HEAD = 'kind,description,date,pages,where,identifies,give';
const sheet = (...rows: string[]): { pasted: string } => ({ pasted: [HEAD, ...rows].join('\n') });
const told = (road: Road, pasted: string): string => {
  const result = road.tries(ola, 'take-in-a-schedule', { pasted });
  return 'faults' in result ? result.faults.map((f) => f.sentence).join() : '';
};

describe('cells as they are pasted', () => {
  it('are read with tabs or commas, quotes and line breaks inside them, each row with the line it begins on', () => {
    const text = 'Kind,Description\n"Letter","a ""big"" one,\nof two lines"\n\n Note , short \n';
    expect(readCells(text)).toEqual({
      columns: ['kind', 'description'],
      rows: [
        { line: 2, cells: { kind: 'Letter', description: 'a "big" one,\nof two lines' } },
        { line: 5, cells: { kind: 'Note', description: 'short' } },
      ],
    });
    expect(readCells('a\tb\n1\t2, 3')).toMatchObject({ rows: [{ line: 2, cells: { a: '1', b: '2, 3' } }] });
    expect(readCells('a\n"1')).toEqual({ fault: 'A quotation mark is opened and never closed.' });
  });

  it('never fail, whatever is pasted, and come back as they were written', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => expect(readCells(text)).toBeDefined()));
    const cell = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }).filter((s) => s.trim() === s);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const text = `a\n${cells.map((c) => `"${c.replace(/"/g, '""')}"`).join('\n')}`;
        expect(readCells(text)).toMatchObject({ rows: cells.map((a) => ({ cells: { a } })) });
      }),
    );
  });
});

describe('a schedule taken in from a spreadsheet', () => {
  it('ASS-01 §2.8 takes hundreds of rows in one step, numbered on from what is there, words apart from codes', () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => `Letter,letter ${i} about the rent,May 2019,2,Housing systems,,${i % 2 ? 'yes' : ''}`,
    );
    const road = roadTo('ASSESSING').takes(ola, 'take-in-a-schedule', sheet(...rows));
    const records = Object.values(road.state?.items['records'] ?? {});
    expect(records).toHaveLength(400);
    expect(records[0]).toEqual({ no: 1, kind: 'LETTER', source: 't1', pages: 2, about: 'PERSON' });
    expect(records[399]).toMatchObject({ no: 400, decision: 'GIVE', decidedBy: 'ola' });
    expect(road.state?.details['records/r400/description']).toBe(road.state?.details['records/r1/dated']);
    expect(JSON.stringify(road.state)).not.toContain('about the rent');
    expect(replay(road.history)).toEqual(road.state);
    road.takes(ola, 'take-in-a-schedule', sheet('Note,a note,,1,,,'));
    expect(road.state?.items['records']?.['r401']).toMatchObject({ no: 401, source: 'OTHER' });
  });

  it('ASS-01 §2.8 tells every bad row with its line and column, and takes nothing in', () => {
    const road = roadTo('ASSESSING');
    const bad = [
      'Letter,good,,2,,,',
      'Parchment,x,,1,,,',
      'Letter,,,0,,,',
      'Letter,x,,1,SENATE,,',
      'Letter,x,,1,,a neighbour,perhaps',
      'Letter,x,,1,,Also somebody else,yes',
    ];
    const words = told(road, sheet(...bad).pasted);
    for (const fault of [
      'Nothing was taken in. Line 3, kind: One of Letter,',
      'Line 4, description: Needed. Line 4, pages: Give the number of pages.',
      'Line 5, where: No search of this case there has found anything.',
      'Line 6, identifies: One of Only the person asked about,',
      'Line 6, give: Yes or no.',
      'Line 7, give: What identifies somebody else is weighed first.',
    ])
      expect(words).toContain(fault);
    expect(words).not.toContain('Line 2');
    expect(road.state?.items['records']).toBeUndefined();
    expect(told(road, 'kind,colour,kind\nLetter,x,y')).toContain('Line 1, colour: Unknown.');
    expect(told(road, 'kind,pages\nLetter,1')).toContain('Line 1, description: Missing.');
    expect(told(road, HEAD)).toContain('There is no row below the titles.');
    expect(told(road, sheet(...Array.from({ length: MOST_ROWS + 1 }, () => 'Letter,x,,1,,,')).pasted)).toContain('at most 1000 at once');
    expect(told(road, sheet(...Array.from({ length: 60 }, () => 'Letter,,,1,,,')).pasted)).toContain('40 more.');
    expect(isRefusal(road.tries(dev, 'take-in-a-schedule', sheet('Letter,x,,1,,,')))).toBe(true);
  });
});
