import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { makeFieldCipher } from '../../../src/adapters/crypto/field-cipher.js';
import { mongoDrafts } from '../../../src/adapters/mongo/drafts.js';
import type { DraftDoc } from '../../../src/adapters/mongo/drafts.js';
import { onEveryServer, type ContractDatabase } from './on-every-server.js';
import { stillTime } from './open-database.js';

onEveryServer((open) => {
  let database: ContractDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(async () => database.close());

  const cipher = makeFieldCipher({ current: 'k1', keys: new Map([['k1', randomBytes(32)]]) });
  const words = { requesterName: 'Ann Example', words: 'All of it' };

  describe('drafts of a report', () => {
    it('come back to their owner only, the newest words, and are gone when removed', async () => {
      const drafts = mongoDrafts(database.connection, cipher, stillTime());
      await drafts.save('d1', 'p-ann', { requesterName: 'An' });
      await drafts.save('d1', 'p-ann', words);
      expect(await drafts.read('d1', 'p-ann')).toEqual(words);
      expect(await drafts.read('d1', 'p-bea')).toBeNull();
      expect(await drafts.read('d2', 'p-ann')).toBeNull();
      await drafts.remove('d1');
      expect(await drafts.read('d1', 'p-ann')).toBeNull();
    });

    it('cannot be taken over by another person who knows the id', async () => {
      const drafts = mongoDrafts(database.connection, cipher, stillTime());
      await drafts.save('d3', 'p-ann', words);
      expect(await drafts.save('d3', 'p-bea', { words: 'mine now' })).toBe(false);
      await database.connection.collection<DraftDoc>('drafts').updateOne({ _id: 'd3' }, { $set: { owner: 'p-bea' } });
      await expect(drafts.read('d3', 'p-bea')).rejects.toThrow('moved-or-changed');
    });

    it('last 24 hours of machine time from the last save, to the minute', async () => {
      const time = stillTime();
      const drafts = mongoDrafts(database.connection, cipher, time);
      await drafts.save('d4', 'p-ann', words);
      time.pass(24 * 60 - 1);
      expect(await drafts.read('d4', 'p-ann')).toEqual(words);
      time.pass(1);
      expect(await drafts.read('d4', 'p-ann')).toBeNull();
    });

    it('are stored without a readable word, and deleted by the database at their end', async () => {
      await mongoDrafts(database.connection, cipher, stillTime()).save('d5', 'p-ann', words);
      const collection = database.connection.collection<DraftDoc>('drafts');
      expect(JSON.stringify(await collection.findOne({ _id: 'd5' }))).not.toMatch(/Example|All of it|words/);
      expect(await collection.listIndexes().toArray()).toContainEqual(
        expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 0 }),
      );
    });
  });
});
