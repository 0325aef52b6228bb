import { describe, expect, it } from '@jest/globals';
import { leftToCheck } from '../../src/procedure/checklist.js';
import { CHECKED, dev, dina, ines, ola, oneRecord, roadTo, valid, rosa, sam, type Road } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const tellOf = (result: object) => ('effects' in result ? (result.effects as { tell?: unknown }).tell : undefined);
const sent = { sentOn: '2026-10-01', method: 'SPECIAL_DELIVERY', proof: 'AB 1234 GB', filedAt: 'folder 7' };

describe('§2.12 approval', () => {
  it('DSP-11 §2.12 the DIAO of the case is asked to approve, and the officer hears of it', () => {
    const road = roadTo('ASSESSING').takes(ola, 'add-records', oneRecord);
    expect(tellOf(road.tries(ola, 'submit-for-approval', { result: 'GRANTED_FULL' }))).toEqual([
      { template: 'approve-this', to: { person: 'dev' } },
    ]);
    road.takes(ola, 'submit-for-approval', { result: 'GRANTED_FULL', summary: 'They looked through it here' });
    expect(tellOf(road.tries(dina, 'approve'))).toEqual([{ template: 'approved', to: { person: 'ola' } }]);
    expect(road.takes(dina, 'approve').state).toMatchObject({
      stage: 'READY_TO_SEND',
      facts: { result: 'GRANTED_FULL', approvedOn: '2026-10-01' },
    });
  });

  it('DSP-11 SEC-12 §2.12 when the DIAO leads the case, the other DIAOs of the directorate are asked', () => {
    const road = roadTo('VALIDATING')
      .takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' })
      .takes(dev, 'confirm-the-request-is-valid', valid)
      .takes(dev, 'name-case-officer', { officer: 'dev' })
      .takes(dev, 'ask-for-a-search', { system: 'CRM', owner: 'dev', terms: 'Jo Example', answerBy: '2026-10-08' })
      .takes(dev, 'answer-a-search', { answer: 'FOUND', minutes: '5' }, 't1')
      .takes(dev, 'add-records', oneRecord);
    expect(tellOf(road.tries(dev, 'submit-for-approval', { result: 'GRANTED_FULL' }))).toEqual([
      { template: 'approve-this', to: { role: 'DIAO', directorate: 'HOU' } },
    ]);
  });

  it('DSP-11 §2.12 a reply is returned with reasons, and comes back to be assessed', () => {
    const road = roadTo('APPROVAL');
    expect(faultsOf(road.tries(dev, 'return-to-the-officer')).map((f) => f.field)).toEqual(['reasons']);
    road.takes(dev, 'return-to-the-officer', { reasons: 'Redact the neighbour' });
    expect(road.stage).toBe('ASSESSING');
    expect(road.state?.facts).not.toHaveProperty('result');
  });
});

/** Approved on that day, checked, and its address typed by two people. */
const readyOn = (day: string) =>
  roadTo('APPROVAL')
    .on(day)
    .takes(dev, 'approve')
    .takes(ola, 'check-before-sending', { checks: CHECKED })
    .takes(ola, 'type-the-address', { destination: '1 Sample Street' })
    .takes(dev, 'type-the-address-again', { destinationAgain: '1 Sample Street' });

describe('§2.12.1 checks before sending', () => {
  const approved = () => roadTo('APPROVAL').takes(dev, 'approve');

  it('DSP-01 DSP-03 ASS-12 what the record does not show is ticked by the officer, all of it', () => {
    const faults = faultsOf(approved().tries(ola, 'check-before-sending', { checks: 'CONSENT' }));
    expect(faults[0]?.sentence).toContain('codes and abbreviations explained');
    expect(faults[0]?.sentence).not.toContain('approved by the DIAO');
    expect(approved().takes(ola, 'check-before-sending', { checks: CHECKED }).state?.facts['checkedOn']).toBe('2026-10-01');
  });

  /** What is still asked for when only this much is ticked. */
  const stillAsked = (without: string): string => {
    const checks = CHECKED.split(',').filter((code) => code !== without);
    return faultsOf(approved().tries(ola, 'check-before-sending', { checks: checks.join(',') }))[0]?.sentence ?? '';
  };

  it('GEN-05 ASS-13 §1.2 the reply is in plain English, and simpler for a child', () => {
    expect(stillAsked('PLAIN')).toBe('Still to check: plain English; simpler for a child.');
  });

  it('ASS-14 ASS-16 §2.11 the officer says that nothing was altered or destroyed before it leaves', () => {
    expect(stillAsked('UNALTERED')).toBe('Still to check: nothing altered or destroyed; notes on wrong or overdue records enclosed.');
  });

  it('ASS-12 ASS-11 §2.10 codes are explained, and names of staff are considered', () => {
    expect(stillAsked('CODES')).toBe('Still to check: codes and abbreviations explained.');
    expect(stillAsked('STAFF_NAMES')).toBe('Still to check: names of staff considered.');
  });

  it('DSP-05 DSP-06 DSP-07 §2.12.1 copies are complete, with their schedule, the covering letter and the information sheet', () => {
    expect(stillAsked('COMPLETE')).toBe('Still to check: edited copies are complete, with a schedule if there is much.');
    expect(stillAsked('COVER')).toBe('Still to check: covering letter: who to ask, exemptions, review, the regulator.');
    expect(stillAsked('SUPPLEMENT')).toBe('Still to check: supplementary information sheet enclosed.');
  });

  it('GEN-07 §1.2 the format is looked at when one was wished for', () => {
    const asked = (formatWish: string) => leftToCheck({ facts: { formatWish } }).map((c) => c.value);
    expect(asked('PAPER')).toContain('FORMAT');
    expect(asked('NO_WISH')).not.toContain('FORMAT');
  });

  it('DSP-04 §2.12.1 the address is typed by two people and a mismatch blocks, without either being kept in the open', () => {
    const road = approved().takes(ola, 'check-before-sending', { checks: CHECKED });
    expect(road.tries(ola, 'record-as-sent', sent)).toMatchObject({ code: 'needs-something-first' });
    road.takes(ola, 'type-the-address', { destination: '1 Sample Street' });
    expect(road.tries(ola, 'type-the-address-again', { destinationAgain: '1 Sample Street' })).toMatchObject({ code: 'not-your-step' });
    expect(faultsOf(road.tries(dina, 'type-the-address-again', { destinationAgain: '7 Sample Street' }))).toHaveLength(1);
    expect(road.takes(dina, 'type-the-address-again', { destinationAgain: '1 Sample Street' }).stage).toBe('READY_TO_SEND');
    expect(faultsOf(road.tries(ola, 'record-as-sent', sent))).toEqual([]);
  });
});

describe('§2.12 sending', () => {
  it('DSP-02 DSP-08 §2.12 records the day, the secure way and the proof, and the clock stops', () => {
    const road = roadTo('READY_TO_SEND').takes(ola, 'record-as-sent', sent);
    expect(road.state).toMatchObject({ stage: 'DISPATCHED', facts: { sentOn: '2026-10-01', method: 'SPECIAL_DELIVERY' } });
    expect(road.view(ola).deadline?.state).toBe('stopped');
    expect(JSON.stringify(road.state)).not.toContain(sent.proof);
  });

  it('DSP-02 §2.12 no reply leaves without proof, by another way, or before it was approved', () => {
    const road = readyOn('2026-10-09');
    const faults = faultsOf(road.tries(ola, 'record-as-sent', { sentOn: '2026-10-09', method: 'WHATEVER' }));
    expect(faults.map((f) => f.field)).toEqual(['method', 'proof', 'filedAt']);
    expect(faultsOf(road.tries(ola, 'record-as-sent', sent))).toEqual([
      { field: 'sentOn', sentence: 'This is before the reply was approved.' },
    ]);
  });
});

describe('§2.12.2 completing', () => {
  const done = { outcome: 'GRANTED_PART', minutes: '300' };

  it('DSP-08 DSP-10 DSP-12 §2.12.2 closes with an outcome and the minutes spent', () => {
    const road = roadTo('DISPATCHED').takes(rosa, 'close-the-case', done);
    expect(road.state).toMatchObject({ stage: 'CLOSED', facts: { outcome: 'GRANTED_PART', minutes: 300, late: false } });
    expect(road.view(ola).deadline?.state).toBe('stopped');
  });

  it('DSP-08 §2.12.2 the minutes are kept by activity and add up, with the team that held it up', () => {
    const split = { ...done, minutesReading: '120', minutesSending: '30', lateTeam: 'HOU' };
    const road = roadTo('DISPATCHED');
    expect(faultsOf(road.tries(ola, 'close-the-case', { ...split, minutes: '149' }))).toEqual([
      { field: 'minutes', sentence: 'The parts are more than the whole.' },
    ]);
    expect(road.takes(ola, 'close-the-case', split).state?.facts).toMatchObject({
      minutesReading: 120,
      minutesSending: 30,
      lateTeam: 'HOU',
    });
  });

  it('CLK-11 CLK-09 §2.12.2 a reply that left after the due date says why it was late', () => {
    const late = (sentOn: string): Road =>
      roadTo('READY_TO_SEND')
        .on('2026-11-05')
        .takes(ola, 'record-as-sent', { ...sent, sentOn })
        .on('2026-11-06');
    expect(faultsOf(late('2026-11-03').tries(ola, 'close-the-case', done))).toEqual([
      { field: 'lateReason', sentence: 'The reply left after the due date. Say why it was late.' },
    ]);
    expect(late('2026-11-03').takes(ola, 'close-the-case', { ...done, lateReason: 'The archive was flooded' }).state?.facts['late']).toBe(
      true,
    );
    expect(late('2026-11-02').takes(ola, 'close-the-case', done).state?.facts['late']).toBe(false);
  });
});

describe('at any time', () => {
  it('DSP-09 §2.12.2 a dated note is kept at any stage, its words apart', () => {
    for (const stage of ['REPORTED', 'APPROVAL', 'CLOSED']) {
      const road = roadTo(stage).takes(sam, 'add-a-note', { note: 'They rang again', noteOn: '2026-10-01' });
      expect(road.state).toMatchObject({ stage, facts: { lastNoteOn: '2026-10-01' } });
      expect(JSON.stringify(road.state)).not.toContain('They rang');
    }
  });

  it('DSP-12 §2.12.2 a request taken back is closed on the day they said so', () => {
    const road = roadTo('ASSIGNED').on('2026-10-09').takes(ola, 'withdraw', { withdrawnOn: '2026-10-08', withdrawal: 'by e-mail' });
    expect(road.state).toMatchObject({ stage: 'CLOSED', facts: { outcome: 'WITHDRAWN' } });
    expect(road.state?.timeline.events).toContainEqual({ type: 'closed', date: '2026-10-08' });
  });

  it.each([
    ['REPORTED', 'REPORTED'],
    ['VALIDATING', 'VALIDATING'],
    ['SEARCHING', 'ASSIGNED'],
  ])('DSP-12 §2.12.2 a case withdrawn at %s and reopened stands at %s, its clock counting from the first receipt', (stage, back) => {
    const road = roadTo(stage);
    const before = road.view(ines).deadline;
    road
      .takes(rosa, 'withdraw', { withdrawnOn: '2026-10-01', withdrawal: 'by phone' })
      .takes(ines, 'reopen', { reopenReason: 'A mistake' });
    expect(road.state).toMatchObject({ stage: back });
    expect(road.state?.facts).not.toHaveProperty('outcome');
    expect(road.view(ines).deadline).toMatchObject({ start: before?.start, due: before?.due, state: before?.state });
  });
});
