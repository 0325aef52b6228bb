import { describe, expect, it } from '@jest/globals';
import { nextThing, waitingFor } from '../../src/domain/next-steps.js';
import { tasks } from '../../src/procedure/collections.js';
import { procedure } from '../../src/procedure/contents.js';
import { ola, omar, roadTo } from './road.js';

const ask = { system: 'CRM', owner: 'omar', terms: 'Jo Example', answerBy: '2026-10-08' };
const found = { answer: 'FOUND', pages: '12', minutes: '30' };
const searched = { nilReason: 'NEVER', termsUsed: 'Jo Example', datesSearched: '2019 to 2026', placesSearched: 'mailboxes' };
const notOurs = { answer: 'NOT_OURS', minutes: '5', whoMight: 'the benefits team' };
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const fieldsOf = (result: object) => faultsOf(result).map((f) => f.field);
const tellOf = (result: object) => ('effects' in result ? (result.effects as { tell?: unknown }).tell : undefined);

describe('answering a search', () => {
  it('SRC-14 §2.7 holds the case in SEARCHING while a search is open, and moves it on with the last', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', ask);
    expect(road.takes(omar, 'answer-a-search', found, 't1').stage).toBe('SEARCHING');
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ item: 't2' });
    expect(road.tries(ola, 'submit-for-approval', { result: 'GRANTED_FULL' })).toMatchObject({ code: 'not-at-this-stage' });
    expect(road.takes(omar, 'answer-a-search', found, 't2').stage).toBe('ASSESSING');
  });

  it('SRC-14 §2.7 states why nothing is held and what was searched', () => {
    const road = roadTo('SEARCHING');
    const nothing = { answer: 'NOTHING', minutes: '10' };
    expect(fieldsOf(road.tries(omar, 'answer-a-search', nothing, 't1'))).toEqual(Object.keys(searched));
    road.takes(omar, 'answer-a-search', { ...nothing, ...searched, pages: '9' }, 't1');
    expect(road.stage).toBe('ASSESSING');
    expect(road.state?.items['tasks']?.['t1']).toMatchObject({ answer: 'NOTHING', nilReason: 'NEVER' });
    expect(road.state?.items['tasks']?.['t1']).not.toHaveProperty('pages');
  });

  it('SRC-13 §2.12.2 takes the minutes spent, in whole minutes, and adds them up over several hands', () => {
    const road = roadTo('SEARCHING');
    expect(faultsOf(road.tries(omar, 'answer-a-search', { answer: 'FOUND' }, 't1'))).toEqual([
      { field: 'minutes', sentence: 'An answer is needed.' },
    ]);
    road.takes(omar, 'answer-a-search', notOurs, 't1').takes(ola, 'pass-a-search-on', { owner: 'ola', answerBy: '2026-10-09' }, 't1');
    road.takes(ola, 'answer-a-search', found, 't1');
    expect(road.state?.items['tasks']?.['t1']).toMatchObject({ answer: 'FOUND', minutes: 35, pages: 12, answeredOn: '2026-10-01' });
  });

  it('SRC-09 §2.7.1 found mail is copied and forwarded, and counted', () => {
    const road = roadTo('ASSIGNED')
      .takes(ola, 'scope-the-mail', { saysMail: 'true', staffKnow: 'false', correspondents: 'x', subjects: 'y' })
      .takes(ola, 'ask-for-a-search', { ...ask, system: 'EMAIL' });
    expect(faultsOf(road.tries(omar, 'answer-a-search', found, 't1'))).toEqual([
      { field: 'forwarded', sentence: 'Say how many mails you copied and forwarded.' },
    ]);
    expect(road.takes(omar, 'answer-a-search', { ...found, forwarded: '14' }, 't1').state?.items['tasks']?.['t1']).toMatchObject({
      forwarded: 14,
    });
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

describe('a search that is not theirs', () => {
  it('SRC-14 §2.7 says who might hold it, tells the officer, and stays open', () => {
    const road = roadTo('SEARCHING');
    expect(fieldsOf(road.tries(omar, 'answer-a-search', { ...notOurs, whoMight: '' }, 't1'))).toEqual(['whoMight']);
    const decided = road.tries(omar, 'answer-a-search', notOurs, 't1');
    expect(tellOf(decided)).toEqual([{ template: 'search-not-theirs', to: { person: 'ola' }, args: { item: 't1' } }]);
    road.takes(omar, 'answer-a-search', notOurs, 't1');
    expect(road.stage).toBe('SEARCHING');
    expect(tasks.settled(road.state!.items['tasks']!['t1']!)).toBe(false);
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ step: { id: 'pass-a-search-on' }, item: 't1' });
    expect(waitingFor(nextThing(procedure, road.view(ola)), road.view(ola))).toEqual(['person:ola']);
    expect(road.tries(omar, 'answer-a-search', found, 't1')).toMatchObject({
      sentence: 'This search was answered as not theirs. The case officer passes it on or withdraws it.',
    });
    expect(JSON.stringify(road.state)).not.toContain('benefits team');
  });

  it('SRC-01 SRC-14 §2.7 is passed to somebody else, who hears of it; the first no longer has it', () => {
    const road = roadTo('SEARCHING').takes(omar, 'answer-a-search', notOurs, 't1');
    expect(fieldsOf(road.tries(ola, 'pass-a-search-on', { owner: 'omar', answerBy: '2026-09-01' }, 't1'))).toEqual(['answerBy', 'owner']);
    const pass = { owner: 'dev', answerBy: '2026-10-12' };
    expect(tellOf(road.tries(ola, 'pass-a-search-on', pass, 't1'))).toEqual([
      { template: 'your-search', to: { person: 'dev' }, args: { item: 't1' } },
    ]);
    road.takes(ola, 'pass-a-search-on', pass, 't1');
    expect(road.state?.items['tasks']?.['t1']).toEqual({
      system: 'HOUSING',
      owner: 'dev',
      answerBy: '2026-10-12',
      askedOn: '2026-10-01',
      minutes: 5,
    });
    expect(road.tries(omar, 'answer-a-search', found, 't1')).toMatchObject({ code: 'not-your-step' });
  });

  it('SRC-14 §2.7 or withdrawn with a reason; when nothing else was searched, the case waits for a search again', () => {
    const road = roadTo('SEARCHING').takes(omar, 'answer-a-search', notOurs, 't1');
    expect(fieldsOf(road.tries(ola, 'withdraw-a-search', {}, 't1'))).toEqual(['withdrawnWhy']);
    road.takes(ola, 'withdraw-a-search', { withdrawnWhy: 'asked the wrong team' }, 't1');
    expect(road.stage).toBe('ASSIGNED');
    road.takes(ola, 'ask-for-a-search', ask).takes(omar, 'answer-a-search', found, 't2');
    expect(road.stage).toBe('ASSESSING');
  });

  it('SRC-14 §2.7 the last open search withdrawn moves the case on when others were answered', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', ask).takes(omar, 'answer-a-search', found, 't1');
    expect(tellOf(road.tries(ola, 'withdraw-a-search', { withdrawnWhy: 'x' }, 't2'))).toEqual([
      { template: 'searches-answered', to: { person: 'ola' } },
    ]);
    expect(road.takes(ola, 'withdraw-a-search', { withdrawnWhy: 'x' }, 't2').stage).toBe('ASSESSING');
  });
});

describe('the board of searches', () => {
  it('SRC-14 §2.7 counts what is answered and what was found', () => {
    const all = [{ answer: 'FOUND', pages: 200 }, { answer: 'NOTHING' }, { answer: 'NOT_OURS' }, {}, { answer: 'FOUND', pages: 14 }];
    expect(tasks.sum?.(all as never)).toBe('3 of 5 answered, 214 pages');
  });
});
