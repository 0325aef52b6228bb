import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../src/domain/person.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { choosable, dev, ola, roadTo, rosa, valid, type Road } from './road.js';

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
    const wrong = (answers: object) =>
      faultsOf(road.tries(dev, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-05', ...answers }));
    expect(wrong({ items: 'address' }).map((f) => f.field)).toEqual(['items']);
    expect(wrong({ arrivedOn: '2026-10-04' }).map((f) => f.field)).toEqual(['arrivedOn']);
    expect(wrong({})).toEqual([]);
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
    const road = roadTo('VALIDATING')
      .takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' })
      .takes(dev, 'confirm-the-request-is-valid', valid);
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

describe('§2.4.2 a question about what they want', () => {
  const asked = { items: 'clarity', sentOn: '2026-10-08', question: 'Which tenancy do you mean, and from when?', offered: 'HOU' };

  it('VAL-04 VAL-05 SRC-10 §2.4.2 refuses a bare “be more specific”: the question is written down and places are offered', () => {
    const road = roadTo('VALIDATING').on('2026-10-08');
    const faults = (answers: object) => faultsOf(road.tries(dev, 'ask-for-what-is-missing', { ...asked, ...answers })).map((f) => f.field);
    expect(faults({ question: '' })).toEqual(['question']);
    expect(faults({ offered: '' })).toEqual(['offered']);
    expect(faults({})).toEqual([]);
  });

  it('CLK-13 §2.4.2 pauses the clock only when we hold a great deal, and the answer starts it again', () => {
    const road = roadTo('VALIDATING')
      .on('2026-10-08')
      .takes(dev, 'ask-for-what-is-missing', { ...asked, holdsMuch: 'true' });
    expect(road.view(dev).deadline).toMatchObject({ state: 'paused', due: null });
    road.on('2026-10-15').takes(rosa, 'record-what-arrived', { items: 'clarity', arrivedOn: '2026-10-15', answer: 'the one in Mill Lane' });
    expect(road.view(dev).deadline).toMatchObject({ due: '2026-11-09', latestArguable: '2026-11-09' });
    const running = roadTo('VALIDATING').on('2026-10-08').takes(dev, 'ask-for-what-is-missing', asked);
    expect(running.view(dev).deadline).toMatchObject({ state: 'running', due: '2026-11-02' });
  });

  it('CLK-02 VAL-03 §2.6.2 several gaps are asked for in one letter and each arrival is recorded by itself', () => {
    const road = roadTo('VALIDATING').on('2026-10-08');
    road.takes(dev, 'ask-for-what-is-missing', { ...asked, items: 'identity,clarity', holdsMuch: 'true' });
    road.on('2026-10-20').takes(rosa, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-12', document: 'ID_PASSPORT' });
    expect(road.state).toMatchObject({ stage: 'AWAITING_REQUESTER', facts: { awaiting: ['clarity'] } });
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-12', state: 'paused' });
    road.takes(rosa, 'record-what-arrived', { items: 'clarity', arrivedOn: '2026-10-15', answer: 'Mill Lane' });
    expect(road.stage).toBe('VALIDATING');
  });

  it('VAL-02 §2.4.1 the general steps come in their order: none is taken before the one it follows from', () => {
    const road = roadTo('VALIDATING');
    const inOrder: [Person, string, object][] = [
      [dev, 'confirm-identity', { evidence: 'ID_PASSPORT' }],
      [dev, 'confirm-the-request-is-valid', valid],
      [dev, 'name-case-officer', { officer: 'ola' }],
      [ola, 'ask-for-a-search', { system: 'HOUSING', owner: 'ola', terms: 'Jo Example', answerBy: '2026-10-08' }],
    ];
    inOrder.forEach(([person, step, answers], at) => {
      const refused = inOrder.slice(at + 1).filter(([who, later, how]) => isRefusal(road.tries(who, later, { ...how })));
      expect(refused).toHaveLength(inOrder.length - at - 1);
      road.takes(person, step, { ...answers });
    });
    expect(road.stage).toBe('SEARCHING');
    for (const later of ['add-records', 'submit-for-approval', 'record-as-sent']) expect(isRefusal(road.tries(ola, later))).toBe(true);
  });

  it('INT-09 INT-13 §2.4.1 the DIAO confirms all three checks before the case officer is named', () => {
    const road = roadTo('VALIDATING').takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(faultsOf(road.tries(dev, 'confirm-the-request-is-valid', { ...valid, checks: 'VERIFIED' })).map((f) => f.field)).toEqual([
      'checks',
    ]);
    expect(road.takes(dev, 'confirm-the-request-is-valid', { ...valid, right: 'ERASE' }).state?.facts).toMatchObject({ right: 'ERASE' });
  });
});

describe('§2.6.5 no reply', () => {
  it('CLK-04 §2.6.5 closes with reasons from the day after 30 days, and no day sooner', () => {
    const road = roadTo('VALIDATING').on('2026-10-08').takes(dev, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-08' });
    expect(road.on('2026-11-07').tries(dev, 'close-for-no-reply', { noReplyReason: 'x' })).toMatchObject({ code: 'needs-something-first' });
    road.on('2026-11-08').takes(dev, 'close-for-no-reply', { noReplyReason: 'asked twice' });
    expect(road.state).toMatchObject({ stage: 'CLOSED', facts: { outcome: 'CLOSED_NO_REPLY' } });
  });
});
