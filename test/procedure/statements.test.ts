import { describe, expect, it } from '@jest/globals';
import { letterOffers } from '../../src/procedure/letters.js';
import { statementsOf } from '../../src/procedure/statements.js';
import { ola, oneRecord, roadTo, type Road } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string }[]).map((f) => f.field) : []);
const wrong = { statement: 'WRONG', says: 'The date of birth was not right', righted: 'AMENDED' };
const late = { statement: 'KEPT_TOO_LONG', says: 'Rent cards of 1998', goneOn: '2026-11-01' };
const told = (road: Road) => (road.state ? statementsOf(road.state).map(({ kind }) => kind.code) : []);

describe('§2.11 statements that go with a reply', () => {
  const assessing = () => roadTo('ASSESSING').takes(ola, 'add-records', oneRecord);

  it('DSP-07 ASS-15 ASS-17 §2.11 each stands once, with its day and its words apart, and a new one takes the place of the old', () => {
    const road = assessing().takes(ola, 'add-a-statement', late).takes(ola, 'add-a-statement', wrong);
    expect(told(road)).toEqual(['WRONG', 'KEPT_TOO_LONG']);
    expect(road.state?.items['statements']).toMatchObject({ WRONG: { righted: 'AMENDED' }, KEPT_TOO_LONG: { goneOn: '2026-11-01' } });
    const before = road.state?.details['statements/WRONG/says'];
    road.takes(ola, 'add-a-statement', { ...wrong, righted: 'ANNOTATED' });
    expect(road.state?.items['statements']?.['WRONG']).toMatchObject({ righted: 'ANNOTATED' });
    expect(road.state?.details['statements/WRONG/says']).not.toBe(before);
    expect(JSON.stringify(road.state)).not.toContain('Rent cards');
  });

  it('DSP-07 §2.11 nothing half said: the words, how it was put right, the day it goes, one code a line', () => {
    const tries = (answers: Record<string, string>) => faultsOf(assessing().tries(ola, 'add-a-statement', answers));
    expect(tries({ statement: 'WRONG' })).toEqual(['says', 'righted']);
    expect(tries({ ...late, goneOn: '' })).toEqual(['goneOn']);
    expect(tries({ statement: 'RECORDING', says: 'Lobby camera' })).toEqual(['goneOn']);
    expect(tries({ statement: 'CODES', says: 'LTA = left the address\nNFA' })).toEqual(['says']);
    expect(tries({ statement: 'CODES', says: 'LTA = left the address\nNFA: no further action' })).toEqual([]);
    expect(tries({ statement: 'CODES', takeOff: 'true' })).toEqual(['takeOff']);
  });

  it('DSP-07 a statement is taken off again, and its letter with it', () => {
    const road = assessing().takes(ola, 'add-a-statement', wrong);
    const offered = () => letterOffers.filter((o) => o.id.startsWith('note-on') && road.state && o.when?.(road.state)).map((o) => o.id);
    expect(offered()).toEqual(['note-on-what-was-wrong']);
    road.takes(ola, 'add-a-statement', { statement: 'WRONG', takeOff: 'true' });
    expect([told(road), offered()]).toEqual([[], []]);
  });
});
