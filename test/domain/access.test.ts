import { describe, expect, it } from '@jest/globals';
import { holds, sightOf, type Sight } from '../../src/domain/access.js';
import type { Person } from '../../src/domain/person.js';
import type { Procedure, Role } from '../../src/domain/step.js';
import type { RequestState } from '../../src/domain/subject-request.js';
import { replay } from '../../src/domain/replay.js';
import { procedure } from '../../src/procedure/contents.js';
import { grant, someone } from '../procedure/road.js';

const today = '2026-10-15';
const request: RequestState = {
  ...replay([]),
  stage: 'SEARCHING',
  facts: { directorate: 'HOU', reporter: 'rita', caseOfficer: 'ola' },
  items: { tasks: { t1: { owner: 'omar' } } },
};
const role = (more: Partial<Role>): Role => ({
  code: 'R',
  title: 'role',
  clause: '1.3',
  scope: 'council',
  sees: 'whole',
  does: '',
  ...more,
});

describe('holding a role', () => {
  it('SEC-14 §1.3 everybody holds what is anyone’s, and nothing else without a grant', () => {
    const nobody = someone('sam');
    expect(holds(role({ scope: 'anyone' }), nobody, null, today)).toBe(true);
    expect(holds(role({ scope: 'council' }), nobody, request, today)).toBe(false);
    expect(holds(role({ scope: 'directorate' }), nobody, request, today)).toBe(false);
    expect(holds(role({ scope: 'case', fact: 'caseOfficer' }), nobody, request, today)).toBe(false);
    expect(holds(role({ scope: 'item', fact: 'owner' }), nobody, request, today, { owner: 'omar' })).toBe(false);
  });

  it('SEC-02 F-Q7 a grant counts to the end of its last day and not a day longer', () => {
    const until = (day: string) => holds(role({}), someone('ines', grant('R', undefined, day)), null, today);
    expect([until('2026-10-14'), until('2026-10-15'), until('2026-10-16')]).toEqual([false, true, true]);
  });

  it('SEC-14 §1.3 a directorate’s role is held for its own cases only', () => {
    const diao = role({ scope: 'directorate' });
    const of = (directorate?: string) => someone('dev', grant('R', directorate));
    expect(holds(diao, of('HOU'), request, today)).toBe(true);
    expect(holds(diao, of('FIN'), request, today)).toBe(false);
    expect(holds(diao, of('HOU'), null, today)).toBe(false);
    expect(holds(diao, of(undefined), { ...request, facts: {} }, today)).toBe(false);
    expect(holds(diao, of('HOU'), { ...request, facts: {} }, today)).toBe(false);
  });

  it('SEC-14 §2.3.3 a relation comes from the case, never from a grant', () => {
    const officer = role({ code: 'CO', scope: 'case', fact: 'caseOfficer' });
    expect(holds(officer, someone('ola'), request, today)).toBe(true);
    expect(holds(officer, someone('mallory', grant('CO'), grant('CO', 'HOU')), request, today)).toBe(false);
    const owner = role({ scope: 'item', fact: 'owner' });
    expect(holds(owner, someone('omar'), request, today, { owner: 'omar' })).toBe(true);
    expect(holds(owner, someone('omar'), request, today, { owner: 'ola' })).toBe(false);
    expect(holds(owner, someone('omar'), request, today)).toBe(false);
  });
});

describe('how much of a case somebody sees', () => {
  const sees = (person: Person, state = request): Sight => sightOf(procedure, person, state, today);

  it('SEC-14 INT-18 §1.3 each role sees what its work needs and no more', () => {
    const table: [Person, Sight][] = [
      [someone('sam'), 'nothing'],
      [someone('rita'), 'receipt'],
      [someone('omar'), 'task'],
      [someone('ola'), 'whole'],
      [someone('dev', grant('DIAO', 'HOU')), 'whole'],
      [someone('finn', grant('DIAO', 'FIN')), 'nothing'],
      [someone('olga', grant('OFFICER', 'HOU')), 'nothing'],
      [someone('iona', grant('IAO', 'HOU')), 'nothing'],
      [someone('fay', grant('FOIC')), 'nothing'],
      [someone('rosa', grant('CC')), 'whole'],
      [someone('cara', grant('CCU')), 'whole'],
      [someone('ines', grant('IG')), 'whole'],
      [someone('dora', grant('DPO')), 'whole'],
      [someone('old', grant('IG', undefined, '2026-10-14')), 'nothing'],
    ];
    expect(table.map(([person]) => [person.id, sees(person)])).toEqual(table.map(([person, sight]) => [person.id, sight]));
  });

  it('SEC-14 §1.3 somebody with several roles sees the most that one of them allows', () => {
    expect(sees(someone('rita', grant('CC')))).toBe('whole');
    expect(sees(someone('omar'), { ...request, facts: { ...request.facts, reporter: 'omar' } })).toBe('receipt');
  });

  it('SEC-14 §1.3 a case that goes back leaves the sight of the directorate that had it', () => {
    const { directorate: _gone, ...facts } = request.facts;
    expect(sees(someone('dev', grant('DIAO', 'HOU')), { ...request, facts })).toBe('nothing');
  });

  it('SEC-14 §1.3 a procedure that says nothing of a role lets its holder see nothing', () => {
    const none: Procedure = { ...procedure, roles: [] };
    expect(sightOf(none, someone('ines', grant('IG')), request, today)).toBe('nothing');
  });
});
