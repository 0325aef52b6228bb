import { describe, expect, it } from '@jest/globals';
import { reasons } from '../../src/procedure/clock-reasons.js';
import { limits } from '../../src/procedure/limits.js';
import type { timeline } from './clock-given.js';
import { extended, reckon } from './clock-given.js';

const chain = (...of: Parameters<typeof timeline>): string[] =>
  reckon(...of)
    .why.filter((link) => link.of === 'due' || link.of === 'latestArguable')
    .map(({ text }) => text);

describe('why this date', () => {
  it('CLK-12 §2.6.1 is a chain from the day of receipt to the next working day', () => {
    expect(chain('2026-11-21')).toEqual([
      'The council received the request on Sat 21 Nov 2026. The time to answer starts that day.',
      'One month from Sat 21 Nov 2026 is Mon 21 Dec 2026.',
    ]);
    expect(chain('2026-11-25').at(-1)).toBe('That is a bank holiday, so the next working day is Tue 29 Dec 2026.');
    expect(chain('2026-01-31').slice(1)).toEqual([
      'One month from Sat 31 Jan 2026 is Sat 28 Feb 2026, because that month has no day 31.',
      'That is a Saturday, so the next working day is Mon 2 Mar 2026.',
    ]);
  });

  it('CLK-02 §2.6.1 names every item that was asked for', () => {
    const events = ['id_requested 2026-10-05', 'id_received 2026-10-12', 'poa_requested 2026-10-05', 'poa_received 2026-10-09'];
    expect(chain('2026-10-01', events)).toEqual([
      'The council received the request on Thu 1 Oct 2026.',
      'Proof of identity was asked for on Mon 5 Oct 2026 and arrived on Mon 12 Oct 2026.',
      'The power of attorney or court order was asked for on Mon 5 Oct 2026 and arrived on Fri 9 Oct 2026.',
      'The time to answer starts on Mon 12 Oct 2026, when the last thing we asked for arrived.',
      'One month from Mon 12 Oct 2026 is Thu 12 Nov 2026.',
    ]);
  });

  it.each([
    ['id_requested', 'Proof of identity was asked for on Mon 5 Oct 2026 and has not arrived, so the time to answer has not started.'],
    [
      'authority_requested',
      'Written authority was asked for on Mon 5 Oct 2026 and has not arrived, so the time to answer has not started.',
    ],
    [
      'poa_requested',
      'The power of attorney or court order was asked for on Mon 5 Oct 2026 and has not arrived, so the time to answer has not started.',
    ],
    ['fee_requested', 'The fee was asked for on Mon 5 Oct 2026 and has not been paid, so the time to answer has not started.'],
    [
      'clarification_requested',
      'Clarification was asked for on Mon 5 Oct 2026 and has not come. The clock is paused, so there is no due date until it does.',
    ],
  ])('CLK-02 CLK-13 says why there is no date after %s', (type, text) => {
    expect(chain('2026-10-01', [`${type} 2026-10-05`]).at(-1)).toBe(text);
  });

  it('CLK-13 shows the days stopped, and the date that could be argued beside the safe one', () => {
    expect(chain('2026-10-05', ['clarification_requested 2026-10-08', 'clarification_received 2026-10-15']).slice(1)).toEqual([
      'One month from Mon 5 Oct 2026 is Thu 5 Nov 2026.',
      'The clock was paused from Thu 8 Oct 2026 to Thu 15 Oct 2026 while we waited for clarification: seven days added.',
      'With the time paused, the date is Thu 12 Nov 2026.',
      'If the day of the question and the day of the answer both count, it could be Fri 13 Nov 2026. Work to the earlier date.',
    ]);
  });

  it('CLK-13 says of a question that the clock runs on', () => {
    const question = { type: 'clarification_requested', date: '2026-10-08', stopsClock: false } as const;
    expect(chain('2026-10-05', [question])).toContain('The question of Thu 8 Oct 2026 does not stop the clock.');
  });

  it('CLK-13 §2.6.1 in restart mode names the clarification as the thing that came last', () => {
    const events = ['clarification_requested 2026-10-08', 'clarification_received 2026-10-15'];
    expect(chain('2026-10-01', events, { clarification: 'restart' })).toEqual(
      expect.arrayContaining(['Clarification was asked for on Thu 8 Oct 2026 and came on Thu 15 Oct 2026.']),
    );
  });

  it('CLK-05 CLK-11 shows the extension and the end', () => {
    const said = chain('2026-11-30', [extended('2026-12-10', 2), 'responded 2027-02-01']);
    expect(said).toContain(
      'The requester was told on Thu 10 Dec 2026 that we need two months more, which makes three months from the start.',
    );
    expect(said.at(-1)).toBe('The request was answered on Mon 1 Feb 2027, which stopped the clock.');
    expect(chain('2026-11-30', ['closed 2026-12-10']).at(-1)).toBe('The request was closed on Thu 10 Dec 2026, which stopped the clock.');
  });

  it('INT-12 names the hour by which it must be logged', () => {
    const { why } = reckon('2026-10-24', [], { receivedAt: '2026-10-24T10:00' });
    expect(why.at(-1)).toEqual({
      of: 'logBy',
      date: '2026-10-26',
      text: 'It must be logged within 48 hours of being received, so by Mon 26 Oct, 09:00.',
      clause: '2.3.2',
    });
  });

  it('leaves no placeholder unfilled, and gives each sentence its clause', () => {
    const full = reckon(
      '2026-10-01',
      ['id_requested 2026-10-02', 'id_received 2026-10-03', 'info_letter_sent 2026-10-04', extended('2026-10-05', 1)],
      { receivedAt: '2026-10-01T09:00', allocated: '2026-10-02', reviewReceived: '2026-12-18', complaintReceived: '2026-12-18' },
    );
    for (const { text, clause } of full.why) {
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(clause).not.toBe('');
    }
  });
});

describe('the table of limits', () => {
  it('gives each limit one row with its number, clause and sentence', () => {
    const rows = Object.values(limits);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { n, clause, sentence } of [...rows, ...Object.values(reasons).map((reason) => ({ n: 1, ...reason }))]) {
      expect(n).toBeGreaterThan(0);
      expect(clause).toMatch(/^(\d|App\. |F-Q|UK GDPR|DPA 2018)/);
      expect(sentence).toMatch(/^[{A-Z].*[.]$/);
    }
  });
});
