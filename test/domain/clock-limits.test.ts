import { describe, expect, it } from '@jest/globals';
import { daysLeft, type ClockState } from '../../src/domain/clock.js';
import { reckon } from './clock-given.js';

describe('the other limits', () => {
  it('CLK-03 VAL-03 §2.6.2 worked example: received 1 Oct, ask by 8 Oct', () => {
    expect(reckon('2026-10-01').askForMissingBy).toBe('2026-10-08');
    expect(reckon('2026-10-03').askForMissingBy).toBe('2026-10-10');
  });

  it('CLK-04 §2.6.5 worked example: asked 8 Oct, wait until 7 Nov, closable the day after', () => {
    for (const ask of ['info_letter_sent 2026-10-08', 'id_requested 2026-10-08', 'clarification_requested 2026-10-08']) {
      const { noReplyUntil, why } = reckon('2026-10-01', [ask]);
      expect(noReplyUntil).toBe('2026-11-07');
      expect(why.find(({ of }) => of === 'noReplyUntil')?.text).toContain('closed from Sun 8 Nov 2026');
    }
  });

  it('CLK-04 §2.6.5 the wait is counted from the last letter or ask still unanswered', () => {
    expect(reckon('2026-10-01', ['id_requested 2026-10-05', 'info_letter_sent 2026-10-08']).noReplyUntil).toBe('2026-11-07');
    expect(reckon('2026-10-01', ['info_letter_sent 2026-10-08', 'fee_requested 2026-10-12']).noReplyUntil).toBe('2026-11-11');
    expect(reckon('2026-10-01', ['id_requested 2026-10-05', 'id_requested 2026-10-12']).noReplyUntil).toBe('2026-11-11');
  });

  it('CLK-04 §2.6.5 does not apply when nothing was asked, when the answer came, or for a question the clock does not wait for', () => {
    expect(reckon('2026-10-01').noReplyUntil).toBeNull();
    expect(
      reckon('2026-10-01', ['id_requested 2026-10-05', 'info_letter_sent 2026-10-08', 'id_received 2026-10-12']).noReplyUntil,
    ).toBeNull();
    expect(reckon('2026-10-01', ['clarification_requested 2026-10-05', 'clarification_received 2026-10-09']).noReplyUntil).toBeNull();
    expect(reckon('2026-10-01', [{ type: 'clarification_requested', date: '2026-10-05', stopsClock: false }]).noReplyUntil).toBeNull();
    expect(reckon('2026-10-01', ['id_received 2026-10-08', 'info_letter_sent 2026-10-08']).noReplyUntil).toBeNull();
    const half = ['id_requested 2026-10-05', 'fee_requested 2026-10-05', 'id_received 2026-10-09'];
    expect(reckon('2026-10-01', half).noReplyUntil).toBe('2026-11-04');
  });

  it('INT-12 §2.3.2 is logged within 48 elapsed hours, also when the clocks change', () => {
    expect(reckon('2026-10-24', [], { receivedAt: '2026-10-24T10:00' }).logBy).toBe('2026-10-26T09:00:00.000Z');
    expect(reckon('2026-07-02', [], { receivedAt: '2026-07-01T23:30:00Z' }).logBy).toBe('2026-07-03T23:30:00.000Z');
    expect(reckon('2026-10-24').logBy).toBeNull();
  });

  it('ASG-07 §1.3 worked example: allocated 22 Dec, notify by 31 Dec', () => {
    expect(reckon('2026-12-18', [], { allocated: '2026-12-22' }).flagBy).toBe('2026-12-31');
  });

  it('REV-05 REV-06 App. 4 worked example: review of 18 Dec, acknowledge by 22 Dec and decide by 20 Jan', () => {
    const { reviewAckBy, reviewDueBy } = reckon('2026-10-01', ['responded 2026-10-30'], { reviewReceived: '2026-12-18' });
    expect([reviewAckBy, reviewDueBy]).toEqual(['2026-12-22', '2027-01-20']);
  });

  it('REV-05 a complaint is acknowledged within 30 days, rolled, once the law of June 2026 is in force', () => {
    expect(reckon('2026-06-01', [], { complaintReceived: '2026-06-19' }).complaintAckBy).toBe('2026-07-20');
    expect(reckon('2026-06-01', [], { complaintReceived: '2026-06-18' }).complaintAckBy).toBeNull();
  });

  it('a limit that does not apply is null and gives no reason', () => {
    const { flagBy, reviewAckBy, reviewDueBy, complaintAckBy, why } = reckon('2026-10-01');
    expect([flagBy, reviewAckBy, reviewDueBy, complaintAckBy]).toEqual([null, null, null, null]);
    expect(new Set(why.map(({ of }) => of))).toEqual(new Set(['due', 'extensionNoticeBy', 'askForMissingBy']));
  });
});

describe('the state of the clock', () => {
  it.each<[string, ClockState, number]>([
    ['2026-10-04', 'running', 1],
    ['2026-10-05', 'due-today', 0],
    ['2026-10-06', 'overdue', -1],
    ['2026-11-05', 'overdue', -31],
    ['2026-09-01', 'running', 34],
  ])('CLK-09 CLK-14 on %s is %s with %i days left', (asOf, state, left) => {
    const deadline = reckon('2026-09-03', [], { asOf });
    expect([deadline.state, daysLeft(deadline, asOf)]).toEqual([state, left]);
  });

  it('CLK-11 §2.12.2 is stopped once answered or closed, and keeps the date it had', () => {
    for (const end of ['responded', 'closed']) {
      const deadline = reckon('2026-09-03', [`${end} 2026-10-01`], { asOf: '2027-01-01' });
      expect(deadline).toMatchObject({ state: 'stopped', due: '2026-10-05' });
      expect(daysLeft(deadline, '2027-01-01')).toBeNull();
    }
  });

  it('CLK-11 what arrives after the answer moves no date', () => {
    const answered = ['id_requested 2026-10-05', 'responded 2026-10-10'];
    expect(reckon('2026-10-01', answered)).toMatchObject({ start: null, due: null, state: 'stopped' });
    expect(reckon('2026-10-01', [...answered, 'id_received 2026-10-12'])).toMatchObject({ start: null, due: null, state: 'stopped' });
    expect(reckon('2026-10-01', ['responded 2026-10-10', 'id_requested 2026-10-12'])).toMatchObject({
      start: '2026-10-01',
      due: '2026-11-02',
    });
  });

  it('CLK-14 nothing is left to count while the clock is paused or has not started', () => {
    expect(daysLeft(reckon('2026-10-01', ['clarification_requested 2026-10-02']), '2026-10-05')).toBeNull();
    expect(daysLeft(reckon('2026-10-01', ['fee_requested 2026-10-02']), '2026-10-05')).toBeNull();
  });
});
