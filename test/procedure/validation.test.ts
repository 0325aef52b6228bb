import { describe, expect, it } from '@jest/globals';
import { choosable, dev, roadTo, rosa, type Road } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const due = (road: Road) => road.view(dev).deadline?.due;

describe('§2.4.3, §2.6.2 proof of identity', () => {
  it('CLK-03 VAL-01 §2.6.2 one letter asks for everything missing, and the clock waits', () => {
    const road = roadTo('VALIDATING')
      .on('2026-10-05')
      .takes(dev, 'ask-for-what-is-missing', { items: 'identity,address', sentOn: '2026-10-05' });
    expect(road.state).toMatchObject({ stage: 'AWAITING_REQUESTER', facts: { awaiting: ['identity', 'address'], askedOn: '2026-10-05' } });
    expect(road.view(dev).deadline).toMatchObject({ state: 'not-started', due: null, noReplyUntil: '2026-11-04' });
  });

  it('CLK-02 §2.6.1 the month starts on the day the last of it arrives, whenever that is recorded', () => {
    const road = roadTo('VALIDATING')
      .takes(dev, 'ask-for-what-is-missing', { items: 'identity,address', sentOn: '2026-10-01' })
      .on('2026-10-20');
    road.takes(rosa, 'record-what-arrived', { items: 'address', arrivedOn: '2026-10-12' });
    expect(road.state).toMatchObject({ stage: 'AWAITING_REQUESTER', facts: { awaiting: ['identity'] } });
    expect(due(road)).toBeNull();
    road.takes(rosa, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-09', document: 'ID_PASSPORT' });
    expect(road.state).toMatchObject({ stage: 'VALIDATING', facts: { awaiting: [], documentSeen: 'ID_PASSPORT' } });
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-12', due: '2026-11-12' });
  });

  it('CLK-02 §2.6.1 only what was asked for arrives, and not before it was asked', () => {
    const road = roadTo('VALIDATING').on('2026-10-05').takes(dev, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-05' });
    expect(faultsOf(road.tries(dev, 'record-what-arrived', { items: 'address', arrivedOn: '2026-10-04' })).map((f) => f.field)).toEqual([
      'arrivedOn',
      'items',
    ]);
  });

  it('VAL-06 VAL-17 §2.4.3 keeps what kind of proof was seen, when and by whom, and the day it is checked moves nothing', () => {
    const road = roadTo('AWAITING_REQUESTER')
      .on('2026-10-06')
      .takes(dev, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-06' });
    const before = due(road);
    road.on('2026-10-16').takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(road.state?.facts).toMatchObject({ identity: 'ID_PASSPORT', identityOn: '2026-10-16' });
    expect(road.state?.took['confirm-identity']).toMatchObject({ by: 'dev' });
    expect([before, due(road)]).toEqual(['2026-11-06', '2026-11-06']);
  });

  it('VAL-08 §2.4.3 somebody known to us needs no document, and how they are known is said', () => {
    const road = roadTo('VALIDATING');
    expect(faultsOf(road.tries(dev, 'confirm-identity', { evidence: 'ID_WORKMAIL' }))).toEqual([
      { field: 'basis', sentence: 'Say how this person is known to us.' },
    ]);
    road.takes(dev, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    expect(JSON.stringify(road.state)).not.toContain('tenant since 2014');
  });

  it('CLK-02 §2.6.1 a request whose proof was never asked for starts on the day of receipt', () => {
    const road = roadTo('VALIDATING').on('2026-10-20').takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-01', due: '2026-11-02' });
  });
});

describe('§2.3.3 the case officer', () => {
  it('ASG-03 ASG-12 is named by the DIAO from those offered, and told', () => {
    const road = roadTo('VALIDATING').takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(choosable.officer.map((o) => o.value)).not.toContain('mallory');
    expect(faultsOf(road.tries(dev, 'name-case-officer', { officer: 'mallory' }))).toHaveLength(1);
    expect(road.tries(dev, 'name-case-officer', { officer: 'ola' })).toMatchObject({
      effects: { tell: [{ template: 'your-case', to: { person: 'ola' } }] },
    });
    expect(road.takes(dev, 'name-case-officer', { officer: 'ola' }).state).toMatchObject({
      stage: 'ASSIGNED',
      facts: { caseOfficer: 'ola' },
    });
  });
});
