import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serialize, type Doc } from '../../../src/adapters/embedded-mongo/bson/values.js';
import { openEngine } from '../../../src/adapters/embedded-mongo/server/engine.js';
import { checkStore } from '../../../src/adapters/embedded-mongo/tools/check.js';

const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-indexes-'));
let opened: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  opened = await openEngine(folder);
});
afterAll(async () => {
  await opened.release();
  rmSync(folder, { recursive: true, force: true });
});

const KEYS: { key: Record<string, 1 | -1>; rest?: Doc }[] = [
  { key: { a: 1 } },
  { key: { 'b.c': 1, a: -1 } },
  { key: { 'b.d': 1 }, rest: { sparse: true } },
  { key: { 'b.c.e': 1 } },
  { key: { a: 1, f: 1 }, rest: { partialFilterExpression: { 'b.d': { $gt: 1 } } } },
];

const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', null));
const below = fc.oneof(leaf, fc.record({ e: leaf }, { requiredKeys: [] }), fc.array(fc.record({ e: leaf }), { maxLength: 2 }));
const inner = fc.record({ c: below, d: leaf, z: leaf }, { requiredKeys: [] });
const doc = fc.record({ a: leaf, b: fc.oneof(leaf, inner, fc.array(inner, { maxLength: 2 })), f: leaf, g: leaf }, { requiredKeys: [] });

it('leaves every index as if it were built afresh, whatever an update changed', async () => {
  const { store, writer, commits } = opened.engine;
  const collection = await commits.run(() => {
    const made = store.catalog.create('test.upkeep');
    for (const [at, { key, rest }] of KEYS.entries()) writer.build(made, { id: store.catalog.takeId(), name: `i${at}`, key, ...rest });
    writer.insert(made, serialize({ _id: 'x' }));
    return made;
  });
  const change = async (to: Doc): Promise<void> => {
    const key = store.dataKey(collection, 'x');
    await commits.run(() => writer.replace(collection, key, store.read(key) as Buffer, serialize({ _id: 'x', ...to })));
  };
  await fc.assert(
    fc.asyncProperty(fc.array(doc, { minLength: 1, maxLength: 4 }), async (versions) => {
      for (const version of versions) await change(version).catch((e: unknown) => expect(String(e)).toContain('parallel arrays'));
      expect(checkStore(store).problems).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
