import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Connection } from 'mongoose';
import { mongoRequests } from '../../../src/adapters/mongo/requests.js';
import { stateChanges } from '../../../src/adapters/mongo/state-changes.js';
import { replay } from '../../../src/domain/replay.js';
import type { Facts, RequestState, StepTaken } from '../../../src/domain/subject-request.js';
import { roadTo } from '../../procedure/road.js';
import { openDatabase } from './open-database.js';

const empty = replay([]);
const withRecords = (count: number): RequestState => {
  const records = Array.from({ length: count }, (_, i) => [`r${i + 1}`, { pages: 3, decision: 'OPEN' }] as const);
  return { ...empty, stage: 'ASSESSING', items: { records: Object.fromEntries(records) } };
};

describe('What a step writes of a state', () => {
  it('is the one record of four hundred that changed, and nothing that stayed', () => {
    const before = withRecords(400);
    const records = { ...before.items['records'], r7: { pages: 3, decision: 'GIVE' } };
    const { set, unset } = stateChanges(before, { ...before, items: { ...before.items, records } });
    expect(set).toEqual({ 'state.items.records.r7': { pages: 3, decision: 'GIVE' } });
    expect(unset).toEqual({});
  });

  it('is nothing when another object says the same', () => {
    const before = withRecords(3);
    expect(stateChanges(before, JSON.parse(JSON.stringify(before)) as RequestState)).toEqual({ set: {}, unset: {} });
  });

  it('is the whole part when a name could be read as a path, or several entries are new', () => {
    const before = { ...empty, facts: { a: 1 } };
    const dotted: Facts = { a: 1, 'ann.example': true };
    expect(stateChanges(before, { ...empty, facts: dotted }).set).toEqual({ 'state.facts': dotted });
    const several = withRecords(12);
    expect(stateChanges({ ...several, items: {} }, several).set).toEqual({ 'state.items.records': several.items['records'] });
  });
});

describe('A state that was changed on disk', () => {
  let on: { connection: Connection; close: () => Promise<void> };
  beforeAll(async () => {
    on = await openDatabase();
  });
  afterAll(() => on.close());

  const names = fc.constantFrom('r1', 'r2', 'r10', 'a.b', '$x', 'note', 'records/r1/words');
  const facts = fc.dictionary(names, fc.oneof(fc.constantFrom('GIVE', 'KEEP'), fc.integer(), fc.boolean()), { maxKeys: 4 });
  const state: fc.Arbitrary<RequestState> = fc.record({
    stage: fc.constantFrom('LOGGED', 'ASSESSING'),
    facts,
    details: fc.dictionary(names, fc.constantFrom('d1', 'd2'), { maxKeys: 4 }),
    items: fc.dictionary(fc.constantFrom('records', 'tasks'), fc.dictionary(names, facts, { maxKeys: 4 }), { maxKeys: 2 }),
    timeline: fc.constant({ received: '2026-10-01', events: [] }),
    took: fc.constant({}),
    actors: fc.subarray(['ann', 'bo']),
  });

  it('is the state that follows', async () => {
    const requests = mongoRequests(on.connection);
    const step = roadTo('REPORTED').history[0] as StepTaken;
    const rest = { ref: '', version: 1, mac: 'm', steps: [step] as [StepTaken], macs: ['m'] as [string], intents: [], tokens: [] };
    const index = {} as never;
    let n = 0;
    await fc.assert(
      fc.asyncProperty(state, state, async (before, after) => {
        const id = `case-${(n += 1)}`;
        await requests.insert({ ...rest, id, ref: id, intakeKey: id, state: before, index, at: new Date(0) });
        await requests.commit({ id, expectedVersion: 1, before, state: after, step, mac: 'm', intents: [], index, tokens: [] });
        const stored = (await requests.byId(id))?.state;
        expect(stored).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });
});
