import { describe, expect, it } from '@jest/globals';
import { extended, reckon } from './clock-given.js';

describe('an extension', () => {
  it('CLK-05 worked example: received 30 Nov and extended by two months is due 1 Mar', () => {
    expect(reckon('2026-11-30', [extended('2026-12-10', 2)])).toMatchObject({
      due: '2027-03-01',
      latestArguable: '2027-03-01',
      refused: [],
    });
  });

  it('CLK-05 runs from the start, never from a clamped or rolled date', () => {
    expect(reckon('2026-01-31', [extended('2026-02-10', 2)]).due).toBe('2026-04-30');
    expect(reckon('2026-01-31', [extended('2026-02-10', 1)]).due).toBe('2026-03-31');
    expect(reckon('2026-10-01', ['id_requested 2026-10-05', 'id_received 2026-10-12', extended('2026-10-20', 2)]).due).toBe('2027-01-12');
  });

  it('CLK-06 §1.2.7 counts when the requester was told within one month of the start, not rolled, pauses ignored', () => {
    const pause = ['clarification_requested 2026-10-08', 'clarification_received 2026-10-15'];
    expect(reckon('2026-10-01', [...pause, extended('2026-11-01', 2)])).toMatchObject({
      extensionNoticeBy: '2026-11-01',
      refused: [],
      due: '2027-01-08',
    });
    const late = reckon('2026-10-01', [...pause, extended('2026-11-02', 2)]);
    expect(late.due).toBe('2026-11-09');
    expect(late.refused).toEqual([
      { event: extended('2026-11-02', 2), why: expect.stringMatching(/Mon 2 Nov 2026.*Sun 1 Nov 2026.*\(§1\.2\(7\)\)$/) },
    ]);
  });

  it('CLK-06 the last day to tell is clamped like the month', () => {
    expect(reckon('2026-01-31').extensionNoticeBy).toBe('2026-02-28');
    expect(reckon('2026-01-31', [extended('2026-02-28', 1)]).refused).toEqual([]);
    expect(reckon('2026-01-31', [extended('2026-03-01', 1)]).refused).toHaveLength(1);
  });

  it('CLK-15 is granted once', () => {
    const twice = reckon('2026-10-01', [extended('2026-10-20', 1), extended('2026-10-10', 1)]);
    expect(twice.due).toBe('2026-12-01');
    expect(twice.refused).toEqual([{ event: extended('2026-10-20', 1), why: expect.stringContaining('only once') }]);
  });

  it('CLK-15 of two on one day the shorter counts, whichever was entered first', () => {
    const [one, two] = [extended('2026-10-10', 1), extended('2026-10-10', 2)];
    expect(reckon('2026-10-01', [one, two])).toMatchObject({ due: '2026-12-01', refused: [{ event: two }] });
    expect(reckon('2026-10-01', [two, one])).toMatchObject({ due: '2026-12-01', refused: [{ event: two }] });
  });

  it.each([0, 3, -1, 1.5])('CLK-15 of %p months is refused, past the start plus three months or no extension at all', (months) => {
    const { due, refused } = reckon('2026-10-01', [extended('2026-10-10', months)]);
    expect([due, refused.length]).toEqual(['2026-11-02', 1]);
    expect(refused[0]?.why).toContain(`not ${months}.`);
  });

  it('CLK-15 a refused one does not stand in the way of a good one', () => {
    expect(reckon('2026-10-01', [extended('2026-10-10', 3), extended('2026-10-12', 2)])).toMatchObject({ due: '2027-01-04' });
  });

  it('CLK-05 may be taken back, and made again in time', () => {
    const removed = [extended('2026-10-10', 2), 'extension_removed 2026-10-12'];
    expect(reckon('2026-10-01', removed).due).toBe('2026-11-02');
    expect(reckon('2026-10-01', [...removed, extended('2026-10-20', 1)])).toMatchObject({ due: '2026-12-01', refused: [] });
    expect(reckon('2026-10-01', [...removed, extended('2026-11-03', 1)])).toMatchObject({ due: '2026-11-02', refused: [{}] });
  });

  it('CLK-05 removed and made on one day: the old one gives way to the new; a first one is undone', () => {
    const sameDay = [extended('2026-10-12', 1), 'extension_removed 2026-10-12'];
    expect(reckon('2026-10-01', [extended('2026-10-10', 2), ...sameDay])).toMatchObject({ due: '2026-12-01', refused: [] });
    expect(reckon('2026-10-01', sameDay)).toMatchObject({ due: '2026-11-02', refused: [] });
    expect(reckon('2026-10-01', ['extension_removed 2026-10-12'])).toMatchObject({ due: '2026-11-02', refused: [] });
  });

  it('CLK-06 told before the asked-for identity came counts from the later start', () => {
    const told = ['id_requested 2026-10-05', extended('2026-10-06', 2)];
    expect(reckon('2026-10-01', told)).toMatchObject({ due: null, state: 'not-started', refused: [] });
    expect(reckon('2026-10-01', [...told, 'id_received 2026-10-12']).due).toBe('2027-01-12');
  });

  it('CLK-15 after the answer nothing is left to extend', () => {
    const { due, refused } = reckon('2026-10-01', ['responded 2026-10-20', extended('2026-10-21', 1)]);
    expect([due, refused[0]?.why]).toEqual(['2026-11-02', expect.stringContaining('Tue 20 Oct 2026')]);
  });

  it('CLK-13 is added to before the days stopped', () => {
    const events = ['clarification_requested 2026-10-08', 'clarification_received 2026-10-15', extended('2026-10-20', 1)];
    expect(reckon('2026-10-05', events)).toMatchObject({ due: '2026-12-14', latestArguable: '2026-12-14' });
  });
});
