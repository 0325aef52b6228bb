import { describe, expect, it } from '@jest/globals';
import { apply, replay } from '../../src/domain/replay.js';
import type { Outcome, StepTaken } from '../../src/domain/subject-request.js';

/** Step number `n` of a history: `does(2, 'accept', { stage: 'VALIDATING' })`. */
function does(n: number, id: string, outcome: Outcome = {}, more: Partial<StepTaken> = {}): StepTaken {
  const at = `2026-10-${String(n).padStart(2, '0')}T09:00:00.000Z`;
  return { n, id, clause: '1.1', policy: '7.2', at, by: 'rosa', as: 'CC', answers: {}, outcome, key: `k${n}`, ...more };
}
const first = does(1, 'report', {
  stage: 'REPORTED',
  received: { on: '2026-10-01', at: '2026-10-01T08:15:00.000Z' },
  set: { right: 'ACCESS' },
});
const corrects = (n: number, of: number, outcome: Outcome, more: Partial<StepTaken> = {}): StepTaken =>
  does(n, 'correct', outcome, { corrects: of, ...more });

describe('the state that a history gives', () => {
  it('is nothing yet without a step', () => {
    expect(replay([])).toMatchObject({ stage: 'START', facts: {}, items: {}, actors: [], timeline: { received: '', events: [] } });
  });

  it('sets facts, forgets those set to null, and stays where it stands when a step leads nowhere', () => {
    const state = replay([first, does(2, 'log', { stage: 'LOGGED', set: { post: 'HOU-1' } }), does(3, 'note', { set: { post: null } })]);
    expect(state.stage).toBe('LOGGED');
    expect(state.facts).toEqual({ right: 'ACCESS' });
  });

  it('adds to the entries of a list without losing what stood there', () => {
    const state = replay([
      first,
      does(2, 'ask', { items: { tasks: { t1: { owner: 'omar', system: 'CRM' } } } }),
      does(3, 'ask', { items: { tasks: { t2: { owner: 'ola' } } } }),
      does(4, 'answer', { items: { tasks: { t1: { answer: 'FOUND' } } } }),
    ]);
    expect(state.items).toEqual({ tasks: { t1: { owner: 'omar', system: 'CRM', answer: 'FOUND' }, t2: { owner: 'ola' } } });
  });

  it('takes a fact of an entry away again when it is set to null', () => {
    const state = replay([
      first,
      does(2, 'ask', { items: { tasks: { t1: { owner: 'omar', answer: 'NOT_OURS' } } } }),
      does(3, 'pass', { items: { tasks: { t1: { owner: 'ola', answer: null } } } }),
    ]);
    expect(state.items).toEqual({ tasks: { t1: { owner: 'ola' } } });
  });

  it('points at the same details from the case and from several entries, when a step is about them all', () => {
    const state = replay([
      does(1, 'ask', { about: ['tasks/t1', 'tasks/t2'] }, { details: 'd1', kept: ['terms'] }),
      does(2, 'return', { about: ['', 'records/r1'] }, { details: 'd2', kept: ['why'] }),
      does(3, 'decide', { about: 'consults/c1' }, { details: 'd3', kept: ['who'], item: 'records/r1' }),
    ]);
    expect(state.details).toEqual({
      'tasks/t1/terms': 'd1',
      'tasks/t2/terms': 'd1',
      why: 'd2',
      'records/r1/why': 'd2',
      'records/r1/who': 'd3',
      'consults/c1/who': 'd3',
    });
  });

  it('points at the latest details of each field, an entry’s own under its name', () => {
    const state = replay([
      does(1, 'report', {}, { details: 'd1', kept: ['words', 'contact'] }),
      does(2, 'note', {}, { details: 'd2', kept: ['words'] }),
      does(3, 'answer', {}, { details: 'd3', kept: ['terms'], item: 'tasks/t1' }),
      does(4, 'ask', { about: 'tasks/t2' }, { details: 'd4', kept: ['terms'] }),
    ]);
    expect(state.details).toEqual({ words: 'd2', contact: 'd1', 'tasks/t1/terms': 'd3', 'tasks/t2/terms': 'd4' });
  });

  it('keeps the dated facts for the clock, and the days of receipt and allocation', () => {
    const state = replay([first, does(2, 'log', { clock: [{ type: 'logged', date: '2026-10-02' }], allocated: '2026-10-02' })]);
    expect(state.timeline).toEqual({
      received: '2026-10-01',
      receivedAt: '2026-10-01T08:15:00.000Z',
      allocated: '2026-10-02',
      events: [{ type: 'logged', date: '2026-10-02' }],
    });
  });

  it('SEC-12 App. 4 remembers who took each step last, and everybody who ever acted', () => {
    const state = replay([first, does(2, 'note', {}, { by: 'dev', as: 'DIAO' }), does(3, 'note')]);
    expect(state.took['note']).toEqual({ by: 'rosa', as: 'CC', n: 3, on: '2026-10-03T09:00:00.000Z' });
    expect(state.actors).toEqual(['rosa', 'dev']);
  });
});

describe('a step put right by a later one', () => {
  const sent = does(2, 'ask', { stage: 'AWAITING', set: { askedOn: '2026-10-02' }, clock: [{ type: 'id_requested', date: '2026-10-02' }] });
  const arrived = does(3, 'arrive', { stage: 'VALIDATING', set: { awaiting: [] } });

  it('§2.11 counts in the place of the earlier step, and what came after still comes after', () => {
    const right = corrects(4, 2, {
      stage: 'AWAITING',
      set: { askedOn: '2026-10-01' },
      clock: [{ type: 'id_requested', date: '2026-10-01' }],
    });
    const state = replay([first, sent, arrived, right]);
    expect(state.stage).toBe('VALIDATING');
    expect(state.facts).toMatchObject({ askedOn: '2026-10-01', awaiting: [] });
    expect(state.timeline.events).toEqual([{ type: 'id_requested', date: '2026-10-01' }]);
  });

  it('§2.11 keeps who took the step and when, and records who put it right', () => {
    const state = replay([first, sent, corrects(3, 2, { stage: 'AWAITING' }, { by: 'ines', as: 'IG' })]);
    expect(state.took['ask']).toMatchObject({ by: 'rosa', n: 2 });
    expect(state.took['correct']).toMatchObject({ by: 'ines', n: 3 });
    expect(state.actors).toEqual(['rosa', 'ines']);
  });

  it('§2.11 takes the corrected words for those recorded, and not the reason for correcting', () => {
    const told = { ...first, details: 'd1', kept: ['words', 'contact', 'address'] };
    const right = corrects(2, 1, first.outcome, { details: 'd2', kept: ['words', 'contact', 'correctionReason'] });
    expect(replay([told, right]).details).toEqual({ words: 'd2', contact: 'd2' });
    const reasonOnly = corrects(2, 1, first.outcome, { details: 'd2', kept: ['correctionReason'] });
    expect(replay([told, reasonOnly]).details).toEqual({});
  });

  it('§2.11 lets the last of two corrections count', () => {
    const twice = [corrects(4, 2, { set: { askedOn: '2026-10-05' } }), corrects(5, 2, { set: { askedOn: '2026-10-03' } })];
    expect(replay([first, sent, arrived, ...twice]).facts['askedOn']).toBe('2026-10-03');
  });

  it('§2.11 changes an entry of a list in place', () => {
    const ask = does(2, 'ask', { items: { tasks: { t1: { owner: 'omar' } } } });
    const answer = does(
      3,
      'answer',
      { items: { tasks: { t1: { answer: 'FOUND', pages: 12 } } } },
      { item: 'tasks/t1', details: 'd3', kept: ['terms'] },
    );
    const right = corrects(4, 3, { items: { tasks: { t1: { answer: 'NOTHING' } } } }, { details: 'd4', kept: ['terms'] });
    const state = replay([first, ask, answer, right]);
    expect(state.items).toEqual({ tasks: { t1: { owner: 'omar', answer: 'NOTHING' } } });
    expect(state.details).toEqual({ 'tasks/t1/terms': 'd4' });
  });
});

describe('a case that is reopened', () => {
  const history = [
    first,
    does(2, 'send', { stage: 'DISPATCHED', set: { sentOn: '2026-10-02' }, clock: [{ type: 'responded', date: '2026-10-02' }] }),
    does(3, 'close', { stage: 'CLOSED', set: { outcome: 'NOT_HELD' }, clock: [{ type: 'closed', date: '2026-10-03' }] }),
    does(4, 'reopen', { stage: 'ASSIGNED', set: { outcome: null, sentOn: null }, lifts: ['responded', 'closed'] }),
  ];

  it('DSP-12 §2.12.2 is neither answered nor closed any more', () => {
    const state = replay(history);
    expect(state.timeline.events).toEqual([]);
    expect(state.facts).toEqual({ right: 'ACCESS' });
  });

  it('DSP-12 §2.12.2 stays so when a step before the closing is put right, and ends again with the next answer', () => {
    const corrected = [
      ...history,
      corrects(5, 2, { stage: 'DISPATCHED', set: { sentOn: '2026-10-01' }, clock: [{ type: 'responded', date: '2026-10-01' }] }),
    ];
    expect(replay(corrected)).toMatchObject({ stage: 'ASSIGNED', timeline: { events: [] } });
    const again = replay([...history, does(5, 'send', { stage: 'DISPATCHED', clock: [{ type: 'responded', date: '2026-10-05' }] })]);
    expect(again.timeline.events).toEqual([{ type: 'responded', date: '2026-10-05' }]);
  });
});

describe('applying steps one by one', () => {
  it('gives what replaying them gives, and leaves the state before as it was', () => {
    const before = replay([first]);
    const frozen = structuredClone(before);
    const next = does(2, 'log', {
      stage: 'LOGGED',
      set: { post: 'HOU-1', right: null },
      items: { tasks: { t1: { a: 1 } } },
      lifts: ['closed'],
    });
    expect(apply(before, next)).toEqual(replay([first, next]));
    expect(before).toEqual(frozen);
  });
});
