import { describe, expect, it } from '@jest/globals';
import { offenceWarning, searchRequest } from '../../src/procedure/steps/search.js';
import { proposedSystems, systems, systemsFromWords } from '../../src/procedure/records.js';
import { procedure } from '../../src/procedure/contents.js';
import { contextOf } from '../../src/domain/decide.js';
import { ola, omar, report, Road, roadTo, sam } from './road.js';

const ask = { system: 'CRM', owner: 'omar', terms: 'Jo Example, since 2019', answerBy: '2026-10-08' };
const mail = { saysMail: 'true', staffKnow: 'false', correspondents: 'the rent team', subjects: 'arrears' };
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const tellOf = (result: object) => ('effects' in result ? (result.effects as { tell?: unknown }).tell : undefined);
const stepOf = (id: string) => procedure.steps.find((s) => s.id === id)!;

describe('asking for searches', () => {
  it('SRC-01 SRC-02 §2.7 makes one task a place, several at once, each with its owner, its day and its terms', () => {
    const road = roadTo('ASSIGNED')
      .takes(ola, 'ask-for-a-search', { ...ask, owner: 'ola' })
      .takes(ola, 'ask-for-a-search', { ...ask, system: 'HOUSING,ANITE', terms: 'rent', where: 'the rent folders' });
    const asked = { answerBy: '2026-10-08', askedOn: '2026-10-01' };
    expect(road.stage).toBe('SEARCHING');
    expect(road.state?.items['tasks']).toEqual({
      t1: { system: 'CRM', owner: 'ola', ...asked },
      t2: { system: 'HOUSING', owner: 'omar', ...asked },
      t3: { system: 'ANITE', owner: 'omar', ...asked },
    });
    const { details } = road.state!;
    expect(details['tasks/t2/terms']).toBe(details['tasks/t3/terms']);
    expect(details['tasks/t2/where']).toBeDefined();
    expect(details['tasks/t1/terms']).not.toBe(details['tasks/t2/terms']);
  });

  it('SRC-01 §2.7 tells the owner once, and offers every place that records are held', () => {
    const decided = roadTo('ASSIGNED').tries(ola, 'ask-for-a-search', { ...ask, system: 'CRM,HOUSING' });
    expect(tellOf(decided)).toEqual([{ template: 'your-search', to: { person: 'omar' }, args: { item: 't1' } }]);
    expect(systems).toHaveLength(21);
  });

  it('SRC-01 §2.7 wants a day to answer by that has not passed, and a recording that exists', () => {
    const result = roadTo('ASSIGNED').tries(ola, 'ask-for-a-search', { ...ask, answerBy: '2026-09-30', recordedOn: '2026-10-02' });
    expect(faultsOf(result).map((f) => f.field)).toEqual(['answerBy', 'recordedOn']);
  });

  it('SRC-07 SRC-08 §2.7.1 mailboxes wait for the questions about mail; staff are asked first', () => {
    const road = roadTo('ASSIGNED');
    expect(faultsOf(road.tries(ola, 'ask-for-a-search', { ...ask, system: 'CRM,EMAIL' }))).toEqual([
      { field: 'system', sentence: 'Before mailboxes are searched, the questions about mail are answered.' },
    ]);
    expect(stepOf('scope-the-mail').about).toMatch(/^Mail is in scope. First ask the staff/);
    expect(faultsOf(road.tries(ola, 'scope-the-mail', {})).map((f) => f.field)).toEqual(Object.keys(mail));
    road.takes(ola, 'scope-the-mail', mail).takes(ola, 'ask-for-a-search', { ...ask, system: 'EMAIL' });
    expect(road.state?.facts).toMatchObject({ mailScopedOn: '2026-10-01', saysMail: true, staffKnow: false });
    expect(JSON.stringify(road.state)).not.toContain('arrears');
  });

  it('SRC-11 SEC-10 §2.11 warns everybody who searches that altering or destroying is a crime', () => {
    for (const id of ['ask-for-a-search', 'answer-a-search', 'confirm-it-is-kept'])
      expect(stepOf(id).about).toContain(offenceWarning.sentence);
    expect(offenceWarning.sentence).toMatch(/altered.*destroyed.*crime/);
    expect(searchRequest.nil).toMatch(/also when nothing is held/);
  });
});

describe('what is proposed', () => {
  const presetOn = (road: Road) => {
    const preset = stepOf('ask-for-a-search').asks?.['system']?.preset as (about: object) => string;
    return preset(contextOf(road.view(ola))).split(',');
  };

  it('SRC-03 SRC-05 §2.7.1 the systems of the directorate, the contact system, and those the words point at', () => {
    expect(systemsFromWords('My parking fine and the damp in my flat')).toEqual(['HOUSING', 'ANITE', 'ICPS']);
    expect(systemsFromWords('everything')).toEqual([]);
    expect(proposedSystems({ directorate: 'HOU', suggestedSystems: ['ICPS'] })).toEqual(['HOUSING', 'ANITE', 'CRM', 'ICPS']);
    expect(proposedSystems({ directorate: 'GROW' })).toEqual(['CRM']);
    expect(presetOn(roadTo('ASSIGNED'))).toEqual(['HOUSING', 'ANITE', 'CRM']);
  });

  it('SRC-03 §2.7.1 no word of the request goes with them into the register', () => {
    const road = new Road().takes(sam, 'report-a-request', { ...report, words: 'My complaint about the parking fine' });
    expect(road.state?.facts['suggestedSystems']).toEqual(['ICPS', 'CASEWORK']);
  });

  it('SRC-05 §2.7.1 what was asked for, and what was ruled out with a reason, is proposed no more', () => {
    const road = roadTo('ASSIGNED').takes(ola, 'ask-for-a-search', { ...ask, system: 'HOUSING,CRM' });
    expect(presetOn(road)).toEqual(['ANITE']);
    expect(faultsOf(road.tries(ola, 'rule-out-a-place', { system: 'ANITE' })).map((f) => f.field)).toEqual(['ruledOutWhy']);
    road.takes(ola, 'rule-out-a-place', { system: 'ANITE', ruledOutWhy: 'No tenancy before 2024' });
    expect(road.state?.facts['ruledOut']).toEqual(['ANITE']);
    expect(presetOn(road)).toEqual(['']);
    expect(faultsOf(road.tries(ola, 'rule-out-a-place', { system: 'CRM', ruledOutWhy: 'x' })).map((f) => f.field)).toEqual(['system']);
  });

  it('SRC-03 §2.7.1 a search that points elsewhere adds to what is proposed', () => {
    const road = roadTo('SEARCHING').takes(omar, 'answer-a-search', { answer: 'FOUND', minutes: '5', leads: 'MANUAL,CASEWORK' }, 't1');
    expect(presetOn(road)).toEqual(['ANITE', 'CRM', 'MANUAL', 'CASEWORK']);
  });

  it('SRC-07 §2.7.1 mailboxes are proposed once the questions about them are answered', () => {
    const road = roadTo('SEARCHING').takes(omar, 'answer-a-search', { answer: 'FOUND', minutes: '5', leads: 'EMAIL' }, 't1');
    expect(presetOn(road)).toEqual(['ANITE', 'CRM']);
    expect(presetOn(road.takes(ola, 'scope-the-mail', mail))).toEqual(['ANITE', 'CRM', 'EMAIL']);
  });
});
