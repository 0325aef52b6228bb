import { describe, expect, it } from '@jest/globals';
import { holds, sightOf } from '../../src/domain/access.js';
import { waitingFor } from '../../src/domain/next-steps.js';
import type { Facts, RequestState } from '../../src/domain/subject-request.js';
import { procedure } from '../../src/procedure/contents.js';
import * as roles from '../../src/procedure/roles.js';
import { cara, dev, dina, grant, ines, ola, omar, rosa, sam, someone } from '../procedure/road.js';

const TODAY = '2026-11-23';
const caseWith = (facts: Facts): RequestState =>
  ({
    stage: 'VALIDATING',
    facts: { reporter: 'sam', directorate: 'HOU', ...facts },
    details: {},
    items: {},
    actors: [],
    took: {},
  }) as never;
const hanna = someone('hanna', grant('HIST'));
const all = [sam, rosa, cara, dev, dina, ola, omar, ines, hanna];
const whoSees = (facts: Facts): string[] => all.filter((p) => sightOf(procedure, p, caseWith(facts), TODAY) === 'whole').map((p) => p.id);

describe('a restricted case', () => {
  it('SEC-14 §1.3 is open to those named on it and to the posts it lets in, and to nobody else by a post', () => {
    expect(whoSees({ diao: 'dev' })).toEqual(['rosa', 'cara', 'dev', 'dina', 'ines']);
    expect(whoSees({ diao: 'dev', restricted: true, letIn: ['IG'] })).toEqual(['dev', 'ines']);
    expect(whoSees({ diao: 'dev', caseOfficer: 'ola', restricted: true, letIn: ['IG'] })).toEqual(['dev', 'ola', 'ines']);
    expect(whoSees({ diao: 'dev', team: ['dina', 'omar'], restricted: true, letIn: ['IG'] })).toEqual(['dev', 'dina', 'omar', 'ines']);
    expect(whoSees({ restricted: true, letIn: ['HIST'] })).toEqual(['hanna']);
  });

  it('SEC-14 §1.3 lets a post in only until somebody is named in its place', () => {
    const letIn = ['IG', 'CC', 'DIAO'];
    const before = caseWith({ restricted: true, letIn });
    delete before.facts['directorate'];
    expect(sightOf(procedure, rosa, before, TODAY)).toBe('whole');
    expect(whoSees({ restricted: true, letIn })).toEqual(['dev', 'dina', 'ines']);
    expect(whoSees({ restricted: true, letIn, diao: 'dina' })).toEqual(['dina', 'ines']);
  });

  it('SEC-14 §1.3 gives whoever is named the rights of their own post and of no other', () => {
    const named = caseWith({ restricted: true, letIn: ['IG'], diao: 'dev', team: ['dina', 'omar'] });
    expect(holds(roles.diao, dina, named, TODAY)).toBe(true);
    expect(holds(roles.diao, omar, named, TODAY)).toBe(false);
    expect(holds(roles.historicTeam, hanna, named, TODAY)).toBe(false);
    expect(holds(roles.reporter, sam, named, TODAY)).toBe(true);
  });

  it('SEC-14 §1.3 stands in nobody’s list who may not open it', () => {
    const state = caseWith({ restricted: true, letIn: ['IG'], diao: 'dev' });
    const next = { step: procedure.steps.find((s) => s.id === 'confirm-identity')!, sentence: '', whose: [roles.diao] };
    const view = { request: state, person: dev, now: new Date(), today: TODAY, deadline: null, mark: String };
    expect(waitingFor(next, view)).toEqual(['person:dev']);
    expect(waitingFor({ ...next, whose: [roles.igTeam] }, view)).toEqual(['role:IG']);
    expect(waitingFor({ ...next, whose: [roles.callCentre] }, view)).toEqual(['person:dev']);
  });
});
