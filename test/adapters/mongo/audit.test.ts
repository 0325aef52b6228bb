import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sweepOrphanDetails } from '../../../src/adapters/mongo/orphan-details.js';
import { latestHead } from '../../../src/usecases/seal-audit.js';
import { aRegister } from './a-register.js';
import type { Register } from './a-register.js';
import { onEveryServer, type ContractDatabase } from './on-every-server.js';

onEveryServer((open) => {
  type Doc = Record<string, unknown> & { _id: string };
  let database: ContractDatabase;
  let register: Register;
  const collection = (name: string) => database.connection.collection<Doc>(name);
  const numbered = () => database.connection.collection<{ _id: number; head: string }>('auditblocks');
  const first = async (name: string) => (await collection(name).find().sort({ _id: 1 }).limit(1).toArray())[0]!;

  beforeAll(async () => void (database = await open()));
  afterAll(async () => database.close());
  beforeEach(async () => {
    for (const name of ['requests', 'details', 'audit', 'auditblocks']) await collection(name).deleteMany({});
    register = await aRegister(database);
    await register.report('a');
    await register.note('a');
    await register.report('b');
    await register.audit.record({ what: 'view', by: 'p-bea', requestId: 'a', codes: { card: 'case', whole: true, n: 2 } });
    await register.audit.record({ what: 'refused', by: 'p-cal' });
  });

  describe('sealing the audit trail (SEC-05)', () => {
    it('puts each moved request and each new event into a block once, and then has nothing to do', async () => {
      expect(await register.seal()).toBe(4);
      expect(await register.seal()).toBe(0);
      expect(await register.verify()).toMatchObject({
        broken: null,
        counts: { requests: 2, steps: 3, details: 3, detailsGone: 0, events: 2, blocks: 1, waiting: 0 },
      });
    });

    it('numbers blocks without a gap, each carrying the head before it, however small they are', async () => {
      await register.seal(1);
      await register.note('b');
      await register.seal(1);
      const blocks = await collection('auditblocks').find().sort({ _id: 1 }).toArray();
      expect(blocks.map(({ _id }) => _id as unknown)).toEqual(blocks.map((_, i) => i + 1));
      expect(blocks.map(({ previous }) => previous)).toEqual(['start', ...blocks.slice(0, -1).map(({ head }) => head)]);
      expect(await latestHead(register.blocks)).toEqual({ n: blocks.length, head: blocks.at(-1)!['head'] });
      expect((await register.verify()).broken).toBeNull();
    });

    it('keeps a request on the list when a step is taken between reading and marking', async () => {
      const block = { n: 1, previous: 'start', at: '', steps: await register.blocks.unsealedSteps(10), events: [], head: 'x' };
      await register.note('a');
      await register.blocks.markSealed(block);
      expect((await register.blocks.unsealedSteps(10)).map(({ request }) => request)).toEqual(['a']);
    });

    it('lets one of two bots write a number and loses nothing when both seal at once', async () => {
      await Promise.all([register.seal(), register.seal()]);
      await register.seal();
      expect(await register.verify()).toMatchObject({ broken: null, counts: { waiting: 0 } });
    });

    it('is whole after a crash between writing a block and taking the marks off', async () => {
      const { blocks } = register;
      const marks = blocks.markSealed.bind(blocks);
      register.blocks.markSealed = async () => Promise.reject(new Error('killed'));
      await expect(register.seal()).rejects.toThrow('killed');
      register.blocks.markSealed = marks;
      expect(await register.seal()).toBe(4);
      expect((await register.verify()).broken).toBeNull();
    });

    it('makes one block of what there is; what comes meanwhile waits for the next minute', async () => {
      const { blocks } = register;
      const mark = blocks.markSealed.bind(blocks);
      blocks.markSealed = async (block) => (await mark(block), register.note('a'));
      expect(await register.seal()).toBe(4);
      blocks.markSealed = mark;
      expect((await register.verify()).counts).toMatchObject({ blocks: 1, waiting: 1 });
      expect(await register.seal()).toBe(1);
    });

    it('looks at what is new, not at what is stored', async () => {
      for (let n = 0; n < 40; n += 1) await register.report(`old-${n}`);
      await register.seal();
      await register.note('a');
      await database.resetStats();
      expect(await register.seal()).toBe(1);
      const { docsExamined, keysExamined } = await database.stats();
      expect(docsExamined).toBeLessThan(15);
      expect(keysExamined).toBeLessThan(15);
    });

    it('stores no words and no name in events or blocks', async () => {
      await register.seal();
      const kept = await Promise.all(['audit', 'auditblocks', 'requests'].map((name) => collection(name).find().toArray()));
      expect(JSON.stringify(kept)).not.toMatch(/Ann|Words/);
    });
  });

  describe('details of a step that was never taken', () => {
    const tomorrow = () => new Date('2026-10-02T10:00:00.000Z');
    const orphan = () => register.details.write('a', { note: { kind: 'text', value: 'never committed' } });
    beforeEach(async () => collection('sweeps').deleteMany({}));

    it('are deleted after 24 hours, and those of steps never are', async () => {
      const { id } = await orphan();
      await register.details.write('no-such-request', { note: { kind: 'text', value: 'never reported' } });
      expect(await sweepOrphanDetails(database.connection, () => new Date('2026-10-02T08:59:00.000Z'))).toBe(0);
      expect(await sweepOrphanDetails(database.connection, tomorrow, 2)).toBe(2);
      expect(await register.details.read([id])).toEqual({});
      expect(await register.verify()).toMatchObject({ broken: null, counts: { details: 3, detailsGone: 0 } });
    });

    it('are looked at once: the next sweep goes on from there', async () => {
      expect(await sweepOrphanDetails(database.connection, tomorrow)).toBe(0);
      await database.resetStats();
      expect(await sweepOrphanDetails(database.connection, () => new Date('2026-10-02T10:01:00.000Z'))).toBe(0);
      expect((await database.stats()).docsExamined).toBeLessThan(5);
    });
  });

  describe('checking the audit trail (SEC-05)', () => {
    it('is whole before anything is sealed, counting what waits', async () => {
      expect(await register.verify()).toMatchObject({ broken: null, newest: null, counts: { blocks: 0, waiting: 4 } });
    });

    it('stays whole when the details of a case are deleted, and counts them', async () => {
      await register.seal();
      await collection('details').deleteMany({ requestId: 'a' });
      expect(await register.verify()).toMatchObject({ broken: null, counts: { details: 1, detailsGone: 2 } });
    });

    it.each<[string, () => Promise<unknown>, RegExp]>([
      [
        'a changed step',
        () => collection('requests').updateOne({ _id: 'a' }, { $set: { 'steps.1.by': 'p-eve' } }),
        /^Step 2 of DR-2026-a was changed/,
      ],
      [
        'a changed first step',
        () => collection('requests').updateOne({ _id: 'a' }, { $set: { 'steps.0.at': '2026-09-01T09:00:00.000Z' } }),
        /^Step 1 of DR-2026-a was changed/,
      ],
      ['a removed request', () => collection('requests').deleteOne({ _id: 'b' }), /^Request b, sealed in block 1, is no longer there\.$/],
      [
        'a changed state',
        () => collection('requests').updateOne({ _id: 'b' }, { $set: { 'state.stage': 'CLOSED' } }),
        /^The stored state of DR-2026-b is not what its history gives \(stage\)\.$/,
      ],
      [
        'a changed event',
        () => collection('audit').updateOne({ by: 'p-cal' }, { $set: { by: 'p-eve' } }),
        /^Audit event \S+ of 2026-10-01 was changed\.$/,
      ],
      [
        'a changed code of an event',
        () => collection('audit').updateOne({ by: 'p-bea' }, { $set: { 'codes.n': 3 } }),
        /^Audit event \S+ of 2026-10-01 was changed\.$/,
      ],
      [
        'a removed event',
        () => collection('audit').deleteOne({ by: 'p-cal' }),
        /^Audit event \S+, sealed in block 1, is no longer there\.$/,
      ],
      [
        'details replaced',
        () => collection('details').updateOne({ requestId: 'b' }, { $set: { fields: [] } }),
        /^The details of step 1 of DR-2026-b are not what was recorded/,
      ],
      [
        'details made unreadable',
        () => collection('details').updateOne({ requestId: 'b' }, { $set: { salt: 'v1.k1.x.x.x' } }),
        /^The details of step 1 of DR-2026-b are not what was recorded, or cannot be read/,
      ],
      [
        'a changed block',
        () => collection('auditblocks').updateOne({}, { $set: { at: 'another time' } }),
        /^Block 1 was changed after it was sealed\.$/,
      ],
      ['a removed first block', () => collection('auditblocks').deleteOne({}), /in no block and not waiting for one\.$/],
    ])('finds %s', async (_what, damage, sentence) => {
      await register.seal();
      expect((await register.verify()).broken).toBeNull();
      await damage();
      expect((await register.verify()).broken).toMatch(sentence);
    });

    it('finds steps cut off the end of a history, also when marks and state were cut to fit', async () => {
      await register.seal();
      const { steps, macs } = (await collection('requests').findOne({ _id: 'a' })) as unknown as { steps: unknown[]; macs: string[] };
      const { replay } = await import('../../../src/domain/replay.js');
      const cut = {
        steps: steps.slice(0, 1),
        macs: macs.slice(0, 1),
        mac: macs[0],
        state: replay(steps.slice(0, 1) as never),
        unsealed: true,
      };
      await collection('requests').updateOne({ _id: 'a' }, { $set: cut });
      expect((await register.verify()).broken).toBe('Steps of request a that were sealed in block 1 were removed or changed.');
    });

    it('finds a step cut off before anything was sealed, when its mark stayed', async () => {
      await collection('requests').updateOne({ _id: 'a' }, { $pop: { steps: 1 } as never });
      expect((await register.verify()).broken).toBe('The history of DR-2026-a does not end where its chain ends: a step was removed.');
    });

    it('finds a history moved to another request, and a forged event that nobody marked', async () => {
      const stranger = { ...(await first('requests')), _id: 'c', ref: 'DR-2026-c', intakeKey: 'intake-c' };
      await collection('requests').insertOne(stranger);
      expect((await register.verify()).broken).toMatch(/^Step 1 of DR-2026-c was changed/);
      await collection('requests').deleteOne({ _id: 'c' });
      await collection('audit').insertOne({ ...(await first('audit')), _id: 'forged' });
      expect((await register.verify()).broken).toBe('Audit event forged of 2026-10-01 was changed.');
    });

    it('finds a missing block in the middle', async () => {
      await register.report('c');
      await register.seal(1);
      await numbered().deleteOne({ _id: 2 });
      expect((await register.verify()).broken).toBe('Block 2 is missing: the next one there is block 3.');
    });

    it('finds the newest blocks cut off, with everything in them, when it is told a head noted earlier', async () => {
      await register.seal();
      const old = await latestHead(register.blocks);
      await register.report('c');
      await register.seal();
      const noted = await latestHead(register.blocks);
      expect((await register.verify(noted!.head)).broken).toBeNull();
      expect((await register.verify(old!.head.slice(0, 12))).broken).toBeNull();
      await collection('requests').deleteOne({ _id: 'c' });
      await numbered().deleteOne({ _id: 2 });
      expect((await register.verify()).broken).toBeNull();
      expect((await register.verify(noted!.head)).broken).toMatch(/^No block has the head \S+: blocks were cut off at the end/);
      expect((await register.verify('abc')).broken).toBe('The head to look for needs at least 12 characters.');
    });

    it('does not call a working bot broken: steps taken and sealed while it walks', async () => {
      await register.seal();
      const trail = register.trail;
      const walk = trail.requests.bind(trail);
      trail.requests = async function* () {
        await register.note('b');
        await register.seal();
        yield* walk();
      };
      expect(await register.verify()).toMatchObject({ broken: null, counts: { steps: 4, blocks: 2 } });
    });
  });
});
