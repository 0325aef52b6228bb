import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { makeFieldCipher } from '../../../src/adapters/crypto/field-cipher.js';
import { mongoDetails } from '../../../src/adapters/mongo/details.js';
import type { DetailsDoc } from '../../../src/adapters/mongo/details.js';
import type { DetailFields } from '../../../src/usecases/ports.js';
import { onEveryServer, type ContractDatabase } from './on-every-server.js';
import { stillTime } from './open-database.js';

onEveryServer((open) => {
  let database: ContractDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(async () => database.close());

  const ring = { current: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
  const cipher = makeFieldCipher(ring);
  const fields: DetailFields = {
    requesterName: { kind: 'name', value: 'Zoë Example' },
    words: { kind: 'text', value: 'Everything about my $rent.\n“Please”' },
  };
  const store = () => mongoDetails(database.connection, cipher, stillTime());
  const stored = () => database.connection.collection<DetailsDoc>('details');

  describe('encrypted details', () => {
    it('come back as they were written, by id, many at once; unknown ids are left out', async () => {
      const details = store();
      const [a, b] = [await details.write('r1', fields), await details.write('r1', { note: { kind: 'text', value: '' } })];
      expect(await details.read([a.id, b.id, 'nowhere', a.id])).toEqual({
        [a.id]: { requesterName: 'Zoë Example', words: 'Everything about my $rent.\n“Please”' },
        [b.id]: { note: '' },
      });
      expect(await details.read([])).toEqual({});
    });

    it('are stored without a readable word, under the hash the audit chain keeps', async () => {
      const { id, hash } = await store().write('r1', fields);
      expect(id).toBe(hash);
      const doc = await stored().findOne({ _id: id });
      expect(doc?.requestId).toBe('r1');
      expect(JSON.stringify(doc)).not.toMatch(/Example|rent|Please/);
      expect(doc?.fields.map(({ f, k }) => [f, k])).toEqual([
        ['requesterName', 'name'],
        ['words', 'text'],
      ]);
    });

    it('give another hash for the same words each time, so that nobody can guess a name from what stays after deletion', async () => {
      expect((await store().write('r1', fields)).hash).not.toBe((await store().write('r1', fields)).hash);
    });

    it('cannot be read when a document was moved to another request', async () => {
      const { id } = await store().write('r1', fields);
      await stored().updateOne({ _id: id }, { $set: { requestId: 'r2' } });
      await expect(store().read([id])).rejects.toThrow('Field requesterName cannot be read: moved-or-changed.');
    });

    it('are found by request through an index', async () => {
      const indexes = await stored().listIndexes().toArray();
      expect(indexes.map(({ key }) => Object.keys(key as object))).toContainEqual(['requestId']);
    });
  });
});
