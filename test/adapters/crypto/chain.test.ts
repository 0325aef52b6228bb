import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../../src/adapters/crypto/canonical-json.js';
import { makeChain, makeSeals } from '../../../src/adapters/crypto/chain.js';
import type { StepTaken } from '../../../src/domain/subject-request.js';

const step: StepTaken = {
  n: 1,
  id: 'report',
  clause: '§2.2',
  policy: 'v7.2',
  at: '2026-10-01T09:00:00.000Z',
  by: 'p1',
  as: 'STAFF',
  answers: { right: 'ACCESS' },
  outcome: { stage: 'REPORTED' },
  key: 'k1',
};
const key = randomBytes(32);
const chain = makeChain(key);

describe('canonical JSON', () => {
  it('spells a value one way, whatever the order of its keys, and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, { z: null, y: 'é' }], a: true, c: undefined })).toBe('{"a":true,"b":[1,{"y":"é","z":null}]}');
    expect(canonicalJson({ a: true, b: [1, { y: 'é', z: null }] })).toBe('{"a":true,"b":[1,{"y":"é","z":null}]}');
  });

  it.each([[new Date(0)], [NaN], [[undefined]], [() => 1], [1n]])('takes no %p', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});

describe('the chain of one request (SEC-05)', () => {
  it('gives the same mark for the same history, and a new one for any other step, request, hash or key', () => {
    const mark = chain.first('r1', step, 'hash');
    expect(chain.first('r1', JSON.parse(JSON.stringify(step)) as StepTaken, 'hash')).toBe(mark);
    const others = [
      chain.first('r2', step, 'hash'),
      chain.first('r1', step, null),
      chain.first('r1', { ...step, by: 'p2' }, 'hash'),
      chain.first('r1', { ...step, outcome: {} }, 'hash'),
      makeChain(randomBytes(32)).first('r1', step, 'hash'),
    ];
    expect(new Set([mark, ...others]).size).toBe(6);
  });

  it('links each step to the one before', () => {
    const second = { ...step, n: 2, id: 'accept' };
    const [a, b] = [chain.first('r1', step, null), chain.first('r1', { ...step, at: '2026-10-02T09:00:00.000Z' }, null)];
    expect(chain.next(a, second, null)).not.toBe(chain.next(b, second, null));
  });
});

describe('seals of events and blocks', () => {
  it('count only the named parts, so what the store adds does not matter', () => {
    const seals = makeSeals(key);
    const event = { id: 'e1', at: '2026-10-01T09:00:00.000Z', written: '2026-10-01T09:00:00.000Z', what: 'download', by: 'p1' };
    expect(seals.event({ ...event, unsealed: true } as typeof event)).toBe(seals.event(event));
    expect(seals.event({ ...event, codes: { n: 1 } })).not.toBe(seals.event(event));
    const block = { n: 1, previous: '', at: event.at, steps: [{ request: 'r1', mac: 'm' }], events: [] };
    expect(seals.head(block)).not.toBe(seals.head({ ...block, n: 2 }));
    expect(seals.head(block)).not.toBe(seals.head({ ...block, steps: [] }));
  });
});
