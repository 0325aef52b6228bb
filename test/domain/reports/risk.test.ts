import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../src/domain/local-date.js';
import { spareDays, usualTimesOf, type Course } from '../../../src/domain/reports/risk.js';

/** Came to searching on 1 October and was answered so many days later. */
const took = (days: number): Course => ({ stages: { SEARCHING: '2026-10-01' }, answered: addDays('2026-10-01', days) });

describe('how a case stands against the usual time of the remaining stages', () => {
  it('MON-05 §1.3 tells nothing before ten cases have closed', () => {
    const nine = [5, 6, 7, 8, 9, 10, 11, 12, 13].map(took);
    expect(usualTimesOf(nine, 10)).toEqual({});
    expect(usualTimesOf([...nine, took(40)], 10)).toEqual({ SEARCHING: 10 });
  });

  it('MON-05 §1.3 a stage that few cases came through has no usual time', () => {
    const ten = Array.from({ length: 10 }, () => took(12));
    const one = { stages: { SEARCHING: '2026-10-01', APPROVAL: '2026-10-08' }, answered: '2026-10-10' };
    expect(usualTimesOf([...ten, one], 10)).toEqual({ SEARCHING: 12 });
  });

  it('MON-05 §1.3 what is left over is days left less what the rest usually takes', () => {
    expect(spareDays({ left: 9, stage: 'SEARCHING' }, { SEARCHING: 12 })).toBe(-3);
    expect(spareDays({ left: 9, stage: 'APPROVAL' }, { SEARCHING: 12 })).toBe(9);
    expect(spareDays({ left: null, stage: 'SEARCHING' }, { SEARCHING: 12 })).toBeNull();
  });
});
