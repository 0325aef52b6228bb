import { describe, expect, it } from '@jest/globals';
import { offenceWarning } from '../../src/procedure/steps/search.js';
import { systems } from '../../src/procedure/records.js';
import { procedure } from '../../src/procedure/contents.js';
import { nextThing } from '../../src/domain/next-steps.js';
import { ola, omar, roadTo } from './road.js';

const ask = { system: 'CRM', owner: 'omar', terms: 'Jo Example, since 2019', answerBy: '2026-10-08' };
const found = { answer: 'FOUND', pages: '12', minutes: '30' };
const searched = { termsUsed: 'Jo Example', datesSearched: '2019 to 2026', placesSearched: 'mailboxes' };
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);

describe('asking for a search', () => {
  it('SRC-01 SRC-02 §2.7 makes one task a place, each with its owner, its day and its own terms', () => {
    const road = roadTo('ASSIGNED')
      .takes(ola, 'ask-for-a-search', { ...ask, owner: 'ola' })
      .takes(ola, 'ask-for-a-search', { ...ask, system: 'EMAIL', terms: 'rent' });
    expect(road.stage).toBe('SEARCHING');
    expect(road.state?.items['tasks']).toEqual({
      t1: { system: 'CRM', owner: 'ola', answerBy: '2026-10-08', askedOn: '2026-10-01' },
      t2: { system: 'EMAIL', owner: 'omar', answerBy: '2026-10-08', askedOn: '2026-10-01' },
    });
    expect(road.state?.details).toMatchObject({ 'tasks/t1/terms': 'details-9', 'tasks/t2/terms': 'details-10' });
  });

  it('SRC-01 §2.7 tells the owner, and offers every place that records are held', () => {
    const decided = roadTo('ASSIGNED').tries(ola, 'ask-for-a-search', ask);
    expect(decided).toMatchObject({ effects: { tell: [{ template: 'your-search', to: { person: 'omar' }, args: { item: 't1' } }] } });
    expect(systems).toHaveLength(21);
  });

  it('SRC-01 §2.7 wants a day that has not passed', () => {
    const result = roadTo('ASSIGNED').tries(ola, 'ask-for-a-search', { ...ask, answerBy: '2026-09-30' });
    expect(faultsOf(result)).toEqual([{ field: 'answerBy', sentence: 'This date has passed.' }]);
  });

  it('SRC-11 SEC-10 §2.11 warns everybody who searches that altering or destroying is a crime', () => {
    for (const id of ['ask-for-a-search', 'answer-a-search']) {
      const about = procedure.steps.find((s) => s.id === id)?.about ?? '';
      expect(about).toBe(offenceWarning.sentence);
      expect(about).toMatch(/altered.*destroyed.*crime/);
    }
  });
});

describe('answering a search', () => {
  it('SRC-14 §2.7 holds the case in SEARCHING while a search is open, and moves it on with the last', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', ask);
    expect(road.takes(omar, 'answer-a-search', found, 't1').stage).toBe('SEARCHING');
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ item: 't2' });
    expect(road.tries(ola, 'submit-for-approval', { result: 'GRANTED_FULL' })).toMatchObject({ code: 'not-at-this-stage' });
    expect(road.takes(omar, 'answer-a-search', found, 't2').stage).toBe('ASSESSING');
  });

  it('SRC-14 §2.7 states what was searched when nothing is held', () => {
    const road = roadTo('SEARCHING');
    const nothing = { answer: 'NOTHING', minutes: '10' };
    expect(faultsOf(road.tries(omar, 'answer-a-search', nothing, 't1')).map((f) => f.field)).toEqual([
      'termsUsed',
      'datesSearched',
      'placesSearched',
    ]);
    expect(road.takes(omar, 'answer-a-search', { ...nothing, ...searched }, 't1').stage).toBe('ASSESSING');
  });

  it('SRC-13 §2.12.2 takes the minutes spent, in whole minutes', () => {
    const road = roadTo('SEARCHING');
    expect(faultsOf(road.tries(omar, 'answer-a-search', { answer: 'FOUND' }, 't1'))).toEqual([
      { field: 'minutes', sentence: 'An answer is needed.' },
    ]);
    road.takes(omar, 'answer-a-search', found, 't1');
    expect(road.state?.items['tasks']?.['t1']).toMatchObject({ answer: 'FOUND', minutes: 30, pages: 12, answeredOn: '2026-10-01' });
  });

  it('SRC-02 §2.7 is for its owner or the case officer, once', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', { ...ask, owner: 'ola' });
    expect(road.tries(omar, 'answer-a-search', found, 't2')).toMatchObject({ code: 'not-your-step' });
    road.takes(ola, 'answer-a-search', found, 't1');
    expect(road.tries(omar, 'answer-a-search', found, 't1')).toMatchObject({
      code: 'needs-something-first',
      sentence: 'This search has been answered already. Correct the earlier step if the answer is wrong.',
    });
  });

  it('SRC-02 §2.7 knows no search that was never asked for', () => {
    const road = roadTo('SEARCHING');
    for (const item of ['t2', 'constructor', '__proto__'])
      expect(road.tries(ola, 'answer-a-search', found, item)).toMatchObject({ code: 'no-such-step' });
  });

  it('SRC-14 §2.7 a search asked for after the others were answered takes the case back to SEARCHING', () => {
    const road = roadTo('ASSESSING').takes(ola, 'ask-for-a-search', ask);
    expect(road.stage).toBe('SEARCHING');
    expect(road.takes(omar, 'answer-a-search', found, 't2').stage).toBe('ASSESSING');
  });
});
