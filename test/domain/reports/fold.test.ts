import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countCases, countReceived, countOpen } from '../../../src/domain/reports/figures.js';
import { foldSmall, OTHER, type CountRow } from '../../../src/domain/reports/fold.js';
import type { ReportedCase } from '../../../src/domain/reports/reported-case.js';
import { channelSummary } from '../../../src/procedure/reports.js';

const LEAST = channelSummary.leastShown;
const row = (code: string, n: number): CountRow => ({ code, figures: [n, 1] });
const one = (change: Partial<ReportedCase> = {}): ReportedCase => ({
  ...{ ref: 'DR-2026-0001', right: 'ACCESS', channel: 'PHONE', route: null, restricted: false, directorate: 'HOU', post: 'HOU-1' },
  ...{ stage: 'SEARCHING', received: '2026-11-17', loggedLate: false, start: '2026-11-17', due: '2026-12-17', left: 24, still: null },
  ...{ heldFor: [], extendedTo: null, next: [], caseOfficer: null },
  ...change,
});

describe('small counts', () => {
  it('MON-09 §4 a row of five stands by itself, one of four goes into “other”', () => {
    expect(foldSmall([row('ACCESS', 9), row('ERASE', 5)], LEAST).map((r) => r.code)).toEqual(['ACCESS', 'ERASE']);
    expect(foldSmall([row('ACCESS', 9), row('ERASE', 4), row('PORT', 3)], LEAST)).toEqual([
      row('ACCESS', 9),
      { code: OTHER, figures: [7, 2] },
    ]);
  });

  it('MON-09 §4 a single small row takes the next smallest with it, so that “other” never stands for few', () => {
    expect(foldSmall([row('ACCESS', 9), row('ERASE', 6), row('PORT', 1)], LEAST)).toEqual([
      row('ACCESS', 9),
      { code: OTHER, figures: [7, 2] },
    ]);
  });

  it('MON-09 §4 when nothing but “other” would be left there is no breakdown', () => {
    expect(foldSmall([row('ACCESS', 3), row('ERASE', 1)], LEAST)).toEqual([]);
    expect(foldSmall([row('ACCESS', 6), row('PORT', 1)], LEAST)).toEqual([]);
  });

  it('MON-09 §4 whatever the rows are, none under five is shown, nothing is lost, and “other” is not one hidden row alone', () => {
    const anyRows = fc
      .array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E', OTHER), fc.nat({ max: 20 })), { maxLength: 6 })
      .map((pairs) => [...new Map(pairs.filter(([, n]) => n > 0))].map(([code, n]) => row(code, n)));
    fc.assert(
      fc.property(anyRows, (rows) => {
        const folded = foldSmall(rows, LEAST);
        const size = (all: CountRow[]): number => all.reduce((n, r) => n + (r.figures[0] ?? 0), 0);
        if (folded.length === 0) return;
        expect(size(folded)).toBe(size(rows));
        expect(folded.every((r) => (r.figures[0] ?? 0) >= LEAST)).toBe(true);
      }),
    );
  });
});

describe('what is counted', () => {
  it('MON-06 §4 received: new, spoken, logged late, held for proof', () => {
    const counting = countReceived(['PHONE', 'FACE_TO_FACE']);
    const cases = [one(), one({ channel: 'EMAIL', loggedLate: true }), one({ right: 'ERASE', still: 'held', left: null })];
    const figures = countCases(cases, counting, { dimensions: ['right', 'channel'], discreet: true });
    expect(figures.total).toEqual([3, 2, 1, 1]);
    expect(figures.by['right']).toEqual([
      { code: 'ACCESS', figures: [2, 1, 1, 0] },
      { code: 'ERASE', figures: [1, 1, 0, 1] },
    ]);
    expect(figures.by['channel']?.map((r) => r.code)).toEqual(['PHONE', 'EMAIL']);
  });

  it('MON-03 MON-07 §4 open: due within seven days with the seventh, overdue from the day after, waiting', () => {
    const cases = [0, 7, 8, -1]
      .map((left) => one({ left }))
      .concat(one({ left: null, still: 'paused' }), one({ left: null, still: 'held' }));
    expect(countCases(cases, countOpen(7), { dimensions: [], discreet: false }).total).toEqual([6, 2, 1, 2]);
  });

  it('MON-09 §4 a restricted route is under “other” whatever the breakdown, and adds nothing but itself where others read', () => {
    const secret = one({ restricted: true, route: 'ADOPTION', right: 'ERASE', directorate: 'CHILD', left: -5, channel: 'POST' });
    const dimensions = ['directorate', 'right', 'channel', 'route', 'stage'] as const;
    const shown = countCases([one(), secret], countOpen(7), { dimensions, discreet: true });
    expect(shown.total).toEqual([2, 0, 0, 0]);
    for (const dimension of dimensions) expect(shown.by[dimension]?.find((r) => r.code === OTHER)?.figures).toEqual([1, 0, 0, 0]);
    expect(JSON.stringify(shown)).not.toMatch(/ADOPTION|CHILD|ERASE|POST/);
    expect(countCases([secret], countOpen(7), { dimensions, discreet: false }).total).toEqual([1, 0, 1, 0]);
  });
});
