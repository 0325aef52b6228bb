import { describe, expect, it } from '@jest/globals';
import { Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { parseExact, serialize, type Doc } from '../../../src/adapters/embedded-mongo/bson/values.js';
import { changer } from '../../../src/adapters/embedded-mongo/update/apply.js';
import { parseModifiers } from '../../../src/adapters/embedded-mongo/update/modifiers.js';
import { patchBytes, placesOf, type Places } from '../../../src/adapters/embedded-mongo/update/patch.js';

// Few names, so that updates often meet what is there: documents, arrays, plain values and nothing.
const name = fc.constantFrom('a', 'b', 'c', 'd', 'é', '');
const part = fc.constantFrom('a', 'b', 'c', 'd', 'é');
const plain = fc.oneof(
  fc.integer({ min: -5, max: 5 }).map((n) => new Int32(n)),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map((n) => Long.fromBigInt(n)),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.constant(new ObjectId('0123456789abcdef01234567')),
);
const { value } = fc.letrec<{ value: unknown; list: unknown[]; doc: Doc }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, plain, tie('doc'), tie('list')),
  list: fc.array(tie('value'), { maxLength: 12 }),
  doc: fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));
const stored = fc.dictionary(part, value, { maxKeys: 5, noNullPrototype: true }).map((doc): Doc => ({ _id: 'x', ...doc }));

const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
const each = fc.record({ $each: fc.array(value, { maxLength: 3 }) });
const ended = fc.record({ $each: fc.array(value, { maxLength: 3 }), $slice: fc.constantFrom(0, 2, -2).map((n) => new Int32(n)) });
const modifier = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$setOnInsert', '$min', '$max'), path, value),
  fc.tuple(
    fc.constantFrom('$inc', '$mul'),
    path,
    fc.oneof(
      fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n)),
      fc.constant(0.5),
    ),
  ),
  fc.tuple(fc.constant('$push'), path, fc.oneof(value, each, ended)),
  fc.tuple(fc.constant('$addToSet'), path, fc.oneof(value, each)),
  fc.tuple(fc.constant('$pull'), path, plain),
  fc.tuple(fc.constant('$pullAll'), path, fc.array(plain, { maxLength: 3 })),
  fc.tuple(fc.constant('$pop'), path, fc.constantFrom(new Int32(1), new Int32(-1))),
  fc.tuple(fc.constant('$unset'), path, fc.constant('')),
);
const update = fc.array(modifier, { minLength: 1, maxLength: 6 }).map((modifiers) => {
  const made: Record<string, Doc> = {};
  for (const [op, at, v] of modifiers) (made[op] ??= {})[at] = v;
  return parseExact(serialize(made));
});
const now = new Date('2026-11-23T09:00:00Z');

/** What is stored afterwards, or null when the update is refused. */
function outcome(change: () => Buffer | undefined): string | null | undefined {
  try {
    return change()?.toString('hex');
  } catch {
    return null;
  }
}

function modifiersOf(doc: Doc): ReturnType<typeof parseModifiers> | null {
  try {
    return parseModifiers(doc);
  } catch {
    return null;
  }
}

describe('an update of stored bytes', () => {
  it('gives the same bytes as an update of the parsed document, or leaves it to that', () => {
    let patched = 0;
    fc.assert(
      fc.property(stored, update, (doc, change) => {
        const modifiers = modifiersOf(change);
        fc.pre(modifiers !== null);
        const before = serialize(doc);
        const byBytes = outcome(() => patchBytes(before, placesOf(modifiers ?? []) as Places, now));
        const parsed = outcome(() => serialize(changer(modifiers ?? [], undefined)(parseExact(before), {}, now)));
        if (byBytes !== undefined) expect(byBytes).toBe(parsed);
        if (typeof byBytes === 'string') patched += 1;
      }),
      { numRuns: 2000 },
    );
    expect(patched).toBeGreaterThan(500);
  });

  it('keeps the order of names that look like numbers, which a parsed document loses', () => {
    const before = Buffer.concat([
      Buffer.from([26, 0, 0, 0]),
      Buffer.from('\x10' + '9\0\x01\0\0\0\x10' + '1\0\x02\0\0\0\x10n\0\x03\0\0\0\0', 'latin1'),
    ]);
    const after = patchBytes(before, placesOf(parseModifiers({ $inc: { n: new Int32(1) } })) as Places, now);
    expect(after?.subarray(4, 18)).toEqual(before.subarray(4, 18));
    expect(parseExact(after ?? before)['n']).toEqual(new Int32(4));
  });

  it.each(['a.0', 'a.$', 'a.$[]', '_id', '_id.b'])('leaves the path %s to the parsed document', (at) => {
    expect(placesOf(parseModifiers({ $set: { [at]: 1 } }))).toBeUndefined();
  });
  it('leaves $rename to the parsed document', () => {
    expect(placesOf(parseModifiers({ $rename: { a: 'b' } }))).toBeUndefined();
  });
});
