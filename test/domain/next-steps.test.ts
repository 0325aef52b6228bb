import { describe, expect, it } from '@jest/globals';
import { nextSteps, nextThing, waitingFor } from '../../src/domain/next-steps.js';
import type { Person } from '../../src/domain/person.js';
import { procedure } from '../../src/procedure/contents.js';
import { dev, dina, grant, ines, ola, omar, roadTo, rosa, sam, someone, type Road } from '../procedure/road.js';

const offered = (road: Road, person: Person): string[] =>
  nextSteps(procedure, road.view(person))
    .filter((offer) => !offer.refusal)
    .map((offer) => (offer.item === undefined ? offer.step.id : `${offer.step.id} ${offer.item}`));

describe('what a person may do now', () => {
  it('§2.4.1 offers each person the steps of their roles at this stage and no other', () => {
    const road = roadTo('VALIDATING');
    expect(offered(road, dev)).toEqual(
      expect.arrayContaining([
        'not-ours',
        'record-acknowledgement',
        'confirm-identity',
        'ask-for-what-is-missing',
        'add-a-note',
        'withdraw',
      ]),
    );
    expect(offered(road, dev)).not.toContain('name-case-officer');
    expect(offered(road, sam)).toEqual([
      'sent-to-the-wrong-person',
      'add-a-note',
      'correct-an-earlier-step',
      'send-the-request-form',
      'change-contact-details',
    ]);
    expect(offered(road, ola)).toEqual([]);
    expect(offered(road, someone('finn', grant('DIAO', 'FIN')))).toEqual([]);
  });

  it('offers a step on each entry of the case', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-for-a-search', { system: 'CRM', owner: 'ola', terms: 'x', answerBy: '2026-10-08' });
    expect(offered(road, omar)).toEqual(['answer-a-search t1', 'put-off-the-search-reminder t1']);
    expect(offered(road, ola)).toEqual(expect.arrayContaining(['answer-a-search t1', 'answer-a-search t2', 'ask-for-a-search']));
  });

  it('says of each step that is not offered why not, and under which clause', () => {
    for (const { step, refusal } of nextSteps(procedure, roadTo('APPROVAL').view(ola)).filter((offer) => offer.refusal)) {
      expect(refusal?.sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(refusal?.clause).toBeDefined();
      expect(step.id).not.toBe('add-a-note');
    }
  });

  it('offers nothing on a case but its beginning where there is none', () => {
    const none = { ...roadTo('REPORTED').view(rosa), request: null };
    expect(
      nextSteps(procedure, none)
        .filter((offer) => !offer.refusal)
        .map((offer) => offer.step.id),
    ).toEqual(['report-a-request']);
  });
});

describe('the one next thing', () => {
  it.each([
    ['REPORTED', 'log-and-allocate'],
    ['LOGGED', 'accept'],
    ['VALIDATING', 'confirm-identity'],
    ['AWAITING_REQUESTER', 'record-what-arrived'],
    ['ASSIGNED', 'ask-for-a-search'],
    ['SEARCHING', 'answer-a-search'],
    ['ASSESSING', 'add-records'],
    ['APPROVAL', 'approve'],
    ['READY_TO_SEND', 'record-as-sent'],
    ['DISPATCHED', 'close-the-case'],
  ])('§2.4.1 at %s is to %s, whoever looks', (stage, step) => {
    const road = roadTo(stage);
    for (const person of [dev, ola, sam]) expect(nextThing(procedure, road.view(person))?.step.id).toBe(step);
  });

  it('§2.4.1 moves on as what a step needs is met', () => {
    const road = roadTo('VALIDATING').takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(nextThing(procedure, road.view(dev))).toMatchObject({ sentence: 'Say that the request is valid, or ask for what is missing.' });
  });

  it('is none on a closed case, and none where there is no case', () => {
    expect(nextThing(procedure, roadTo('CLOSED').view(ola))).toBeNull();
    expect(nextThing(procedure, { ...roadTo('CLOSED').view(ola), request: null })).toBeNull();
  });

  it('is the first search still open', () => {
    const road = roadTo('SEARCHING')
      .takes(ola, 'ask-for-a-search', { system: 'CRM', owner: 'ola', terms: 'x', answerBy: '2026-10-08' })
      .takes(omar, 'answer-a-search', { answer: 'FOUND', minutes: '5' }, 't1');
    expect(nextThing(procedure, road.view(sam))).toMatchObject({ item: 't2', step: { id: 'answer-a-search' } });
  });
});

describe('whose move it is', () => {
  const marks = (road: Road) => waitingFor(nextThing(procedure, road.view(ines)), road.view(ines));

  it.each([
    ['REPORTED', ['role:CC', 'role:CCU']],
    ['LOGGED', ['role:DIAO:HOU']],
    ['AWAITING_REQUESTER', ['role:DIAO:HOU', 'role:CC']],
    ['ASSIGNED', ['person:ola']],
    ['SEARCHING', ['person:omar', 'person:ola']],
    ['ASSESSING', ['person:ola']],
    ['APPROVAL', ['role:DIAO:HOU']],
    ['DISPATCHED', ['person:ola', 'role:CC', 'role:DIAO:HOU']],
    ['CLOSED', []],
  ])('at %s it waits for %j', (stage, whom) => {
    expect(marks(roadTo(stage))).toEqual(whom);
  });

  it('names no directorate when the case has none', () => {
    const road = roadTo('LOGGED').takes(dev, 'not-ours', { reason: 'It is about a parking fine' });
    expect(marks(road)).toEqual(['role:CC', 'role:CCU']);
    expect(offered(road, dina)).toEqual([]);
  });

  it('names nobody when nothing is next', () => {
    expect(waitingFor(null, roadTo('ASSIGNED').view(ola))).toEqual([]);
  });
});
