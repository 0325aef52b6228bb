import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aMessage, startDelivery, type Delivery } from '../../support/delivery.js';
import { onEveryServer } from './on-every-server.js';

onEveryServer((open) => {
  let town: Delivery;
  beforeAll(async () => {
    town = await startDelivery(open);
  });
  afterAll(() => town.close());
  beforeEach(() => town.reset());

  const to = (person: string): { person: string } => ({ person });

  describe('the outbox', () => {
    it('accepts a key once, for ever, and keeps what was put first', async () => {
      await town.outbox.put([aMessage('a', to('jo'), { args: { n: 1 } }), aMessage('b', to('jo'))]);
      await town.outbox.put([aMessage('a', to('kim'), { args: { n: 2 } })]);
      await town.outbox.settle('a', { status: 'sent', messageId: '7' });
      await town.outbox.put([aMessage('a', to('kim'))]);
      expect(await town.outbox.byKey('a')).toMatchObject({ to: to('jo'), args: { n: 1 }, status: 'sent', messageId: '7' });
      expect(await town.outbox.known(['a', 'b', 'c'])).toEqual(new Set(['a', 'b']));
    });

    it('accepts one key from two bots in the same moment', async () => {
      const rival = town.bot().outbox;
      await Promise.all(
        [town.outbox, rival].flatMap((outbox) => Array.from({ length: 10 }, (_, i) => outbox.put([aMessage(`k${i}`, to('jo'))]))),
      );
      expect((await town.outbox.known(Array.from({ length: 10 }, (_, i) => `k${i}`))).size).toBe(10);
    });

    it('gives back exactly what was put, empty arguments too', async () => {
      const message = aMessage('a', { role: 'DIAO', directorate: 'HOU' }, { requestId: 'r1', asHolder: { role: 'IG' } });
      await town.outbox.put([message]);
      expect(await town.outbox.byKey('a')).toMatchObject({ ...message, status: 'queued', lane: 'role:DIAO:HOU', attempts: 0 });
    });

    it('answers the first waiting message of every lane, oldest first, in the order they were put', async () => {
      await town.outbox.put([
        aMessage('z', to('zoe')),
        aMessage('b', to('ann')),
        aMessage('a', to('ann')),
        aMessage('c', { directorate: 'HOU' }),
      ]);
      expect((await town.outbox.heads()).map(({ key }) => key)).toEqual(['z', 'b', 'c']);
      await town.outbox.settle('b', { status: 'dropped', reason: 'not-visible' });
      expect((await town.outbox.head('person:ann'))?.key).toBe('a');
      expect(await town.outbox.head('person:nobody')).toBeNull();
    });

    it('lets only one of two claim a message, and another again when the time of the first is over', async () => {
      await town.outbox.put([aMessage('a', to('jo'))]);
      const now = town.machine();
      const until = new Date(now.getTime() + 30_000);
      const claims = await Promise.all([1, 2, 3].map(() => town.outbox.claim('a', now, until)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await town.outbox.byKey('a')).toMatchObject({ status: 'sending', attempts: 1 });
      expect(await town.outbox.claim('a', until, new Date(until.getTime() + 1))).toBe(true);
      await town.outbox.settle('a', { status: 'sent' });
      expect(await town.outbox.claim('a', new Date(until.getTime() + 9e6), until)).toBe(false);
    });

    it('takes overtaken messages off the queue and enters others in the ledger unsent', async () => {
      await town.outbox.put([aMessage('a', to('jo')), aMessage('b', to('jo'))]);
      await town.outbox.put([aMessage('old', to('jo'))], 'superseded');
      await town.outbox.supersede(['a']);
      expect((await town.outbox.heads()).map(({ key }) => key)).toEqual(['b']);
      expect((await town.outbox.byKey('old'))?.status).toBe('superseded');
    });

    it('holds a lane and releases it in its old order', async () => {
      await town.outbox.put([aMessage('b', to('jo')), aMessage('a', to('jo')), aMessage('c', to('kim'))]);
      await town.outbox.hold('person:jo', 'no-chat');
      expect([(await town.outbox.heads()).map(({ key }) => key), await town.outbox.heldLanes()]).toEqual([['c'], ['person:jo']]);
      await town.outbox.put([aMessage('d', to('jo'))]);
      await town.outbox.release('person:jo');
      expect([(await town.outbox.head('person:jo'))?.key, await town.outbox.heldLanes()]).toEqual(['b', []]);
    });

    it('keeps the ledger for 13 months and looks only at what it needs, however much is stored', async () => {
      const rows = town.connection.collection('outbox');
      const old = Array.from({ length: 500 }, (_, i) => ({
        _id: `old-${i}` as never,
        waiting: null,
        held: null,
        place: i,
        status: 'sent',
      }));
      await rows.insertMany(old);
      await town.outbox.put([...Array.from({ length: 40 }, (_, i) => aMessage(`q${i}`, to('jo'))), aMessage('x', to('kim'))]);
      await town.resetStats();
      await town.outbox.heads();
      await town.outbox.head('person:jo');
      await town.outbox.heldLanes();
      const { docsExamined, keysExamined } = await town.stats();
      expect(docsExamined).toBeLessThanOrEqual(5);
      expect(keysExamined).toBeLessThanOrEqual(12);
      const indexes = await rows.indexes();
      expect(indexes.find(({ key }) => 'expireAt' in key)).toMatchObject({ expireAfterSeconds: 0 });
      const row = await rows.findOne({ _id: 'q0' as never });
      expect((row?.['expireAt'] as Date).toISOString().slice(0, 10)).toBe('2027-12-04');
    });
  });

  describe('the lease of a conversation', () => {
    it('belongs to one at a time, carries the pace over, and falls free when its time is over', async () => {
      const now = town.machine();
      const at = (ms: number): Date => new Date(now.getTime() + ms);
      const takes = await Promise.all(['one', 'two', 'three'].map((holder) => town.leases.take('a:jo', holder, now, at(30_000))));
      expect(takes.filter((pace) => pace !== null)).toEqual([{ notBefore: 0, minutes: [] }]);
      const holder = ['one', 'two', 'three'][takes.findIndex((pace) => pace !== null)] ?? '';
      const pace = { notBefore: now.getTime() + 1_000, minutes: [{ minute: 1, count: 2 }] };
      await town.leases.release('a:jo', 'somebody else', { notBefore: 0, minutes: [] });
      expect(await town.leases.take('a:jo', 'four', at(1), at(2))).toBeNull();
      await town.leases.release('a:jo', holder, pace);
      expect(await town.leases.take('a:jo', 'four', at(1), at(30_000))).toEqual(pace);
      expect(await town.leases.take('a:jo', 'five', at(30_000), at(60_000))).toEqual(pace);
    });
  });
});
