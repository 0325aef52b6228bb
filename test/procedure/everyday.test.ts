import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusals.js';
import { cara, dev, dina, ola, omar, Road, roadTo, rosa, sam, report } from './road.js';

const joined = (same: string, on: string, at = '08:00') => ({ other: 'DR-2026-0002', sameRequest: same, receivedOn: on, receivedAt: at });
const effectsOf = (result: ReturnType<Road['tries']>) => {
  if (isRefusal(result) || 'faults' in result) throw new Error(JSON.stringify(result));
  return result.effects;
};

describe('hand-over and another post', () => {
  it('ASG-03 §2.3.3 the new officer is told, the DIAO when somebody else did it, and nobody gets what they have', () => {
    const road = roadTo('SEARCHING');
    const note = { handoverNote: 'Half done.' };
    expect(road.tries(ola, 'hand-over', { officer: 'ola', ...note })).toMatchObject({ faults: [{ field: 'officer' }] });
    const byOfficer = effectsOf(road.tries(ola, 'hand-over', { officer: 'omar', ...note }));
    expect(byOfficer.tell?.map((t) => [t.template, t.to])).toEqual([
      ['your-case', { person: 'omar' }],
      ['handed-over', { person: 'dev' }],
    ]);
    expect(effectsOf(road.tries(dev, 'hand-over', { officer: 'omar', ...note })).tell).toHaveLength(1);
    road.takes(dina, 'hand-over', { officer: 'omar', ...note });
    expect(road.stage).toBe('SEARCHING');
    expect(road.tries(ola, 'hand-over', { officer: 'ola', ...note })).toMatchObject({ code: 'not-your-step' });
    expect(isRefusal(road.tries(omar, 'hand-over', { officer: 'ola', ...note }))).toBe(false);
    expect(roadTo('VALIDATING').tries(dev, 'hand-over', { officer: 'ola', ...note })).toMatchObject({
      sentence: 'No case officer is named yet. The DIAO names one first.',
    });
  });

  it('ASG-14 §2.3.4 another post accepts afresh; the old hands have nothing more, and the due date stands', () => {
    const road = roadTo('SEARCHING');
    const due = road.view(cara).deadline?.due;
    expect(road.tries(cara, 'reallocate', { newPost: 'HOU-1', reallocationReason: 'x' })).toMatchObject({ faults: [{ field: 'newPost' }] });
    road.takes(cara, 'reallocate', { newPost: 'FIN-1', reallocationReason: 'He worked here.' });
    expect(road.stage).toBe('LOGGED');
    expect(road.state?.facts).toMatchObject({ post: 'FIN-1', directorate: 'FIN' });
    expect([road.state?.facts['diao'], road.state?.facts['caseOfficer']]).toEqual([undefined, undefined]);
    expect(road.view(cara).deadline?.due).toBe(due);
    expect(road.tries(dev, 'accept')).toMatchObject({ code: 'not-your-step' });
  });
});

describe('one request in two cases', () => {
  it('INT-16 §2.6.1 the earliest receipt of what is the same counts, by the hour, whatever order they are joined in', () => {
    const road = roadTo('ASSIGNED').takes(rosa, 'take-in-a-duplicate', joined('SAME', '2026-09-28'));
    expect(road.state?.timeline).toMatchObject({ received: '2026-09-28', receivedAt: '2026-09-28T07:00:00.000Z' });
    road.takes(rosa, 'take-in-a-duplicate', { ...joined('SAME', '2026-09-25'), other: 'DR-2026-0003' });
    road.takes(rosa, 'take-in-a-duplicate', { ...joined('AGAIN', '2026-09-01'), other: 'DR-2026-0004' });
    road.takes(rosa, 'take-in-a-duplicate', { ...joined('SAME', '2026-10-05'), other: 'DR-2026-0005' });
    expect(road.state?.timeline.received).toBe('2026-09-25');
    road.takes(rosa, 'let-a-duplicate-go', { other: 'DR-2026-0003' });
    expect(road.state?.timeline.received).toBe('2026-09-28');
    road.takes(rosa, 'let-a-duplicate-go', { other: 'DR-2026-0002' });
    expect(road.state?.timeline).toMatchObject({ received: '2026-10-01', receivedAt: '2026-10-01T08:15:00.000Z' });
  });

  it('INT-16 an earlier hour of the same day moves the 48 hours and no date', () => {
    const road = roadTo('REPORTED');
    const due = road.view(rosa).deadline?.due;
    road.takes(rosa, 'take-in-a-duplicate', joined('SAME', '2026-10-01', '07:30'));
    expect(road.view(rosa).deadline).toMatchObject({ due, logBy: '2026-10-03T06:30:00.000Z' });
  });

  it('INT-16 closing it as the same promises the other half, with the day and hour it was heard, and opening it again promises the undoing', () => {
    const road = new Road().takes(sam, 'report-a-request', { ...report, heardAt: '09:15' });
    const answers = { stays: 'dr-2026-0007', sameRequest: 'SAME', whySame: 'Same voice.' };
    expect(effectsOf(road.tries(rosa, 'same-as', answers)).also).toEqual({
      ref: 'DR-2026-0007',
      step: 'take-in-a-duplicate',
      answers: { sameRequest: 'SAME', receivedOn: '2026-10-01', receivedAt: '09:15' },
    });
    road.takes(rosa, 'same-as', answers);
    expect(road.state?.facts).toMatchObject({ outcome: 'MERGED', mergedInto: 'DR-2026-0007' });
    expect(effectsOf(road.tries(rosa, 'reopen', { reopenReason: 'Not so.' })).also).toMatchObject({ step: 'let-a-duplicate-go' });
    road.takes(rosa, 'reopen', { reopenReason: 'Not so.' });
    expect(road.state?.facts['mergedInto']).toBeUndefined();
  });

  it('INT-16 a case that others were joined to stays; it is not closed under them', () => {
    const road = roadTo('ASSIGNED').takes(rosa, 'take-in-a-duplicate', joined('SAME', '2026-10-01'));
    const answers = { stays: 'DR-2026-0007', sameRequest: 'SAME', whySame: 'x' };
    expect(road.tries(rosa, 'same-as', answers)).toMatchObject({ faults: [{ field: 'stays' }] });
    road.takes(rosa, 'let-a-duplicate-go', { other: 'DR-2026-0002' });
    expect(road.takes(rosa, 'same-as', answers).stage).toBe('CLOSED');
  });
});
