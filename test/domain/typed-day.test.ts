import { describe, expect, it } from '@jest/globals';
import { readTypedDay } from '../../src/domain/typed-day.js';

describe('a day in somebody’s words', () => {
  it.each([
    ['identity arrives on 12 Oct', '2026-10-12'],
    ['on the 3rd of November 2026', '2026-11-03'],
    ['on 1/2/2027', '2027-02-01'],
    ['2026-10-31', '2026-10-31'],
    ['we ask today', '2026-12-20'],
    ['tomorrow', '2026-12-21'],
    ['yesterday', '2026-12-19'],
    ['12 January', '2027-01-12'],
    ['31 February', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['we extend by two months', null],
  ])('“%s” is %s when today is 20 December 2026', (words, day) => expect(readTypedDay(words, '2026-12-20')).toBe(day));
});
