import { describe, expect, it } from '@jest/globals';
import { isBareQuestion } from '../../src/procedure/clarifying.js';
import { sumTenSteps, tenSteps } from '../../src/procedure/ten-steps.js';
import { dev, ola, roadTo, rosa, valid, type Road } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const doubted = { doubt: 'the signatures differ', furtherItem: 'ID_LICENCE' };
const states = (road: Road): string[] =>
  tenSteps.map((row) => {
    if (!road.state) throw new Error('no case');
    const { state, result = '' } = row.stands(road.state);
    return `${state}${result && `: ${result}`}`;
  });

describe('§2.4.1 the ten general steps', () => {
  it('VAL-01 VAL-02 §2.4.1 each step shows its result once the case has it, and what is not needed is passed over', () => {
    expect(tenSteps).toHaveLength(10);
    const road = roadTo('VALIDATING');
    expect(states(road)).toEqual(['to-come', 'now: to be confirmed', ...Array<string>(8).fill('to-come')]);
    road.takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' }).takes(dev, 'confirm-the-request-is-valid', valid);
    expect(states(road).slice(0, 6)).toEqual([
      'done: there is enough to find it',
      'done: Passport copy',
      'done: Right of access',
      'not-needed: nothing suggested it',
      'not-needed: free of charge',
      'to-come',
    ]);
    expect(states(roadTo('SEARCHING'))[5]).toBe('now: 0 of 1 answered');
    expect(states(roadTo('APPROVAL')).slice(5)).toEqual([
      'done: 1 answered',
      'done: 1 decided',
      'not-needed: not asked for',
      'not-needed: all of it is given',
      'to-come',
    ]);
    expect(states(roadTo('CLOSED')).at(-1)).toBe('done: closed');
    expect(sumTenSteps(roadTo('CLOSED').state as NonNullable<Road['state']>)).toBe('10 of 10 done');
  });

  it('VAL-06 VAL-09 §2.4.1 what is in hand says so: proof awaited, a doubt, advice asked of Information Governance', () => {
    expect(states(roadTo('AWAITING_REQUESTER'))[1]).toBe('now: proof is awaited');
    const road = roadTo('VALIDATING').takes(dev, 'doubt-the-identity', doubted);
    expect(states(road)[1]).toBe('now: in doubt: more proof is asked for');
    const notes = { costNote: 'x', timeNote: 'x', difficultyNote: 'x', harmNote: 'x' };
    road.takes(dev, 'weigh-the-request', { ground: 'EXCESSIVE', ...notes, conclusion: 'ASK_IG' });
    expect(states(road)[3]).toBe('now: Information Governance is asked');
  });
});

describe('§1.2(11), §2.4.3 doubt about who is asking', () => {
  it('VAL-07 §1.2 opens the identity again, and then only a document settles it', () => {
    const road = roadTo('VALIDATING').takes(dev, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    road.takes(dev, 'confirm-the-request-is-valid', valid).takes(dev, 'doubt-the-identity', doubted);
    expect(road.state?.facts).toMatchObject({ identityDoubt: 'ID_LICENCE', identityDoubtOn: '2026-10-01' });
    for (const name of ['identity', 'validOn']) expect(road.state?.facts).not.toHaveProperty(name);
    expect(JSON.stringify(road.state)).not.toContain('signatures differ');
    const known = road.tries(dev, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    expect(faultsOf(known)).toEqual([{ field: 'evidence', sentence: 'There was a doubt, so a document is needed.' }]);
    road.takes(dev, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-01' });
    road.on('2026-10-07').takes(rosa, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-07', document: 'ID_LICENCE' });
    road.takes(dev, 'confirm-identity', { evidence: 'ID_LICENCE' });
    expect(road.state?.facts).not.toHaveProperty('identityDoubt');
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-07', due: '2026-11-09' });
  });

  it('VAL-08 §2.4.3 whoever is known to us shows a document all the same when the data is specially protected', () => {
    const road = roadTo('VALIDATING').takes(dev, 'mark-as-sensitive', { specialKinds: 'HEALTH' });
    const known = road.tries(dev, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' });
    expect(faultsOf(known).map((f) => f.field)).toEqual(['evidence']);
    expect(faultsOf(road.tries(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' }))).toEqual([]);
  });
});

describe('§2.4.2 a question that helps', () => {
  it.each([
    ['Please be more specific.', true],
    ['Can you narrow your request down, please? It is too broad', true],
    ['Tell us exactly what information you want', true],
    ['Please clarify', true],
    ['', true],
    ['Which flat do you mean?', false],
    ['We hold two tenancies under this name. Is it Mill Lane or Sample Street?', false],
    ['From about which year?', false],
    ['Czy chodzi o mieszkanie?', false],
  ])('VAL-04 §2.4.2 “%s” only asks to want less: %s', (question, bare) => expect(isBareQuestion(question)).toBe(bare));

  it('VAL-03 VAL-04 §2.4.2 a bare question is not taken, nor any when we know where it is and hold no great deal', () => {
    const road = roadTo('ASSIGNED');
    const asked = { items: 'clarity', sentOn: '2026-10-01', question: 'Which flat do you mean?', offered: 'HOU' };
    const faults = (answers: object) => faultsOf(road.tries(ola, 'ask-for-what-is-missing', { ...asked, ...answers })).map((f) => f.field);
    expect(faults({})).toEqual([]);
    expect(faults({ question: 'Please be more specific' })).toEqual(['question']);
    expect(faults({ whereKnown: 'true' })).toEqual(['whereKnown']);
    expect(faults({ whereKnown: 'true', holdsMuch: 'true' })).toEqual([]);
  });
});
