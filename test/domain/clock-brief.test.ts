import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { briefDatesOf } from '../../src/domain/clock/brief.js';
import { deadlineOf } from '../../src/domain/clock.js';
import { given } from './clock-given.js';
import { anyTimeline } from './clock-arbitraries.js';

describe('the dates that lists and reports tell', () => {
  it('CLK-01 MON-07 §2.6.1 are those of the clock, for every timeline', () => {
    fc.assert(
      fc.property(anyTimeline, (one) => {
        const [brief, whole] = [briefDatesOf(one, given), deadlineOf(one, given)];
        if ('fault' in whole) expect(brief).toEqual({ fault: whole.fault });
        else expect(brief).toMatchObject({ start: whole.start, due: whole.due, state: whole.state });
        if (!('fault' in whole) && !('fault' in brief)) expect(brief.logBy?.toISOString() ?? null).toBe(whole.logBy);
      }),
      { numRuns: 1000 },
    );
  });

  it('CLK-05 MON-07 §1.2 say whether an extension that counts moved them, and what is still awaited', () => {
    const told = { type: 'extended' as const, date: '2017-10-20', months: 2 };
    const late = { ...told, date: '2018-01-02' };
    const asked = { type: 'id_requested' as const, date: '2017-10-03' };
    const brief = (events: object[]) => briefDatesOf({ received: '2017-10-02', events: events as never }, given);
    expect([brief([told]), brief([late]), brief([])]).toMatchObject([{ extended: true }, { extended: false }, { extended: false }]);
    expect(brief([asked])).toMatchObject({ state: 'not-started', awaited: ['identity'], due: null });
  });
});
