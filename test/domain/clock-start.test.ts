import { describe, expect, it } from '@jest/globals';
import { heldItemsOf } from '../../src/domain/clock.js';
import { reckon, timeline } from './clock-given.js';

describe('when the time to answer starts', () => {
  it('CLK-01 §1.2.6 is the day of receipt by any member of staff, also a Sunday or a bank holiday', () => {
    expect(reckon('2026-11-22')).toMatchObject({ start: '2026-11-22', due: '2026-12-22', state: 'running' });
    expect(reckon('2026-12-25')).toMatchObject({ start: '2026-12-25', due: '2027-01-25' });
  });

  it.each([
    ['plain, weekend', '2026-09-03', '2026-10-05'],
    ['short month', '2026-01-31', '2026-03-02'],
    ['holidays', '2026-11-25', '2026-12-29'],
    ['Easter', '2026-03-03', '2026-04-07'],
    ['last day before a leap day', '2028-01-31', '2028-02-29'],
    ['leap day', '2028-02-29', '2028-03-29'],
    ['rolled into the new year', '2022-11-30', '2022-12-30'],
    ['substitute day', '2027-11-25', '2027-12-29'],
  ])('CLK-01 CLK-12 worked example, %s: received %s is due %s', (_, received, due) => expect(reckon(received).due).toBe(due));

  it('CLK-02 §2.6.1 starts when the asked-for identity arrives, not when it is checked', () => {
    const events = ['id_requested 2026-10-05', 'id_received 2026-10-12', 'id_validated 2026-10-14'];
    expect(reckon('2026-10-01', events)).toMatchObject({ start: '2026-10-12', due: '2026-11-12' });
  });

  it.each([
    ['identity', 'id_requested', 'id_received'],
    ['authority', 'authority_requested', 'authority_received'],
    ['attorney', 'poa_requested', 'poa_received'],
    ['fee', 'fee_requested', 'fee_paid'],
  ])(
    'CLK-02 §2.6.1 while the %s that was asked for is awaited there is no due date, and it starts the clock when it comes',
    (item, asks, brings) => {
      const waiting = reckon('2026-10-01', [`${asks} 2026-10-05`]);
      expect(waiting).toMatchObject({ start: null, due: null, latestArguable: null, state: 'not-started', extensionNoticeBy: null });
      const here = timeline('2026-10-01', [`${asks} 2026-10-05`, `${brings} 2026-10-20`]);
      expect(reckon(here.received, here.events)).toMatchObject({ start: '2026-10-20', due: '2026-11-20', state: 'running' });
      expect(heldItemsOf(here)).toEqual([{ item, asked: '2026-10-05', arrived: '2026-10-20' }]);
    },
  );

  it('CLK-02 §2.6.1 starts when the last asked-for item arrives', () => {
    const events = ['id_requested 2026-10-05', 'authority_requested 2026-10-05', 'authority_received 2026-10-09', 'id_received 2026-10-07'];
    expect(reckon('2026-10-01', events)).toMatchObject({ start: '2026-10-09', due: '2026-11-09' });
    expect(reckon('2026-10-01', [...events, 'fee_requested 2026-10-06'])).toMatchObject({ start: null, state: 'not-started' });
  });

  it('CLK-02 §2.6.1 of proof that comes in parts the last part starts the clock, whichever was recorded last', () => {
    const asked = 'id_requested 2026-10-05';
    expect(reckon('2026-10-01', [asked, 'id_part_received 2026-10-07']).state).toBe('not-started');
    expect(reckon('2026-10-01', [asked, 'id_part_received 2026-10-12', 'id_received 2026-10-08']).start).toBe('2026-10-12');
    expect(reckon('2026-10-01', [asked, 'id_part_received 2026-10-07', 'id_received 2026-10-08']).start).toBe('2026-10-08');
    expect(reckon('2026-10-01', [asked, 'id_part_received 2026-10-04', 'id_received 2026-10-08']).start).toBe('2026-10-08');
    expect(reckon('2026-10-01', ['id_part_received 2026-10-07']).start).toBe('2026-10-01');
  });

  it('CLK-02 §2.6.1 an item that arrives unasked changes nothing', () => {
    expect(reckon('2026-10-01', ['id_received 2026-10-12', 'fee_paid 2026-10-13']).start).toBe('2026-10-01');
  });

  it('CLK-02 an item that came before it was asked for is awaited again', () => {
    expect(reckon('2026-10-01', ['id_received 2026-10-02', 'id_requested 2026-10-05']).state).toBe('not-started');
  });

  it('CLK-02 an item asked for twice starts the clock with its first arrival', () => {
    const events = ['id_requested 2026-10-05', 'id_requested 2026-10-07', 'id_received 2026-10-12', 'id_received 2026-10-19'];
    expect(reckon('2026-10-01', events).start).toBe('2026-10-12');
  });

  it('CLK-02 VAL-07 an item asked for again on doubt holds the clock until it comes again', () => {
    const events = ['id_requested 2026-10-05', 'id_received 2026-10-12', 'id_requested 2026-10-14'];
    expect(reckon('2026-10-01', events)).toMatchObject({ start: null, state: 'not-started' });
    expect(reckon('2026-10-01', [...events, 'id_received 2026-10-21']).start).toBe('2026-10-21');
  });

  it('CLK-02 identity asked for after weeks moves the start to its arrival', () => {
    expect(reckon('2026-10-01', ['id_requested 2026-10-26', 'id_received 2026-10-28'])).toMatchObject({
      start: '2026-10-28',
      due: '2026-11-30',
    });
  });

  it('CLK-02 asked for and brought on the day of receipt, the day of receipt stands', () => {
    expect(reckon('2026-10-01', ['id_received 2026-10-01', 'id_requested 2026-10-01']).start).toBe('2026-10-01');
  });

  it('CLK-02 §2.6.1 a request passed on, or repeated in writing, keeps its day', () => {
    expect(reckon('2026-10-01', ['forwarded 2026-10-05', 'written_followup_received 2026-10-09']).start).toBe('2026-10-01');
  });
});
