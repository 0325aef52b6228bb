import { describe, expect, it } from '@jest/globals';
import { deadlineOf } from '../../src/domain/clock.js';
import { answer, given, timeline } from './clock-given.js';

const asked = 'clarification_requested 2026-10-08';

describe('a timeline that cannot be true is a value of one line that names the fault', () => {
  it.each<[string, ...Parameters<typeof timeline>]>([
    ['received: "2026-02-30" is no day', '2026-02-30'],
    ['id_requested (event 1): "2026-10-32" is no day', '2026-10-01', ['id_requested 2026-10-32']],
    ['allocated: "soon" is no day', '2026-10-01', [], { allocated: 'soon' }],
    ['asOf: "2026-11-31" is no day', '2026-10-01', [], { asOf: '2026-11-31' }],
    ['id_received (event 2): Wed 30 Sep 2026 is before the request', '2026-10-01', ['id_requested 2026-10-01', 'id_received 2026-09-30']],
    ['forwarded (event 1): Wed 30 Sep 2026 is before', '2026-10-01', ['forwarded 2026-09-30']],
    ['allocated: Wed 30 Sep 2026 is before', '2026-10-01', [], { allocated: '2026-09-30' }],
    ['reviewReceived: Wed 30 Sep 2026 is before', '2026-10-01', [], { reviewReceived: '2026-09-30' }],
    ['complaintReceived: Wed 30 Sep 2026 is before', '2026-10-01', [], { complaintReceived: '2026-09-30' }],
    ['receivedAt: "2026-10-01T23:30:00Z" is Fri 2 Oct 2026 in London', '2026-10-01', [], { receivedAt: '2026-10-01T23:30:00Z' }],
    ['receivedAt: "noon" is no time', '2026-10-01', [], { receivedAt: 'noon' }],
    [
      'clarification_received (event 1): on Mon 5 Oct 2026 no question had been asked',
      '2026-10-01',
      ['clarification_received 2026-10-05', asked],
    ],
    ['no question number 2 had been asked', '2026-10-01', [asked, answer('2026-10-09', 2)]],
    ['no question number 0 had been asked', '2026-10-01', [asked, answer('2026-10-09', 0)]],
    ['no question number 2 had', '2026-10-01', [asked, 'clarification_requested 2026-10-12', answer('2026-10-10', 2)]],
  ])('CLK-12 %s', (words, ...written) => {
    const result = deadlineOf(timeline(...written), given);
    expect(result).toEqual({ fault: expect.stringContaining(words) });
    expect((result as { fault: string }).fault).toMatch(/^[^\n]+\.$/);
  });

  it('CLK-12 a day on which the state is asked that lies before receipt is no fault', () => {
    expect(deadlineOf(timeline('2026-10-01', [], { asOf: '2026-09-01' }), given)).toMatchObject({ due: '2026-11-02', state: 'running' });
  });
});
