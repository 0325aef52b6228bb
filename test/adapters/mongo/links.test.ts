import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mongoLinks } from '../../../src/adapters/mongo/links.js';
import { onEveryServer, type ContractDatabase } from './on-every-server.js';
import { stillTime } from './open-database.js';

onEveryServer((open) => {
  let database: ContractDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(async () => database.close());

  const secret = randomBytes(32);
  const link = { person: 'p-ann', requestId: 'r1', letter: 'acknowledgement' };
  const swap = (token: string, at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);

  describe('download links', () => {
    it('stand for what they were made for, can be looked at often and used once', async () => {
      const links = mongoLinks(database.connection, secret, stillTime());
      const token = await links.make(link);
      expect([await links.peek(token), await links.peek(token)]).toEqual([link, link]);
      expect(await links.use(token)).toEqual(link);
      expect([await links.use(token), await links.peek(token)]).toEqual([null, null]);
    });

    it('hold neither person nor case in the address', async () => {
      const token = await mongoLinks(database.connection, secret, stillTime()).make(link);
      expect(token).toMatch(/^[\w-]{24}\.[\w-]{43}$/);
    });

    it('are used by one of many presses at the same moment', async () => {
      const links = mongoLinks(database.connection, secret, stillTime());
      const token = await links.make(link);
      const uses = await Promise.all(Array.from({ length: 8 }, () => links.use(token)));
      expect(uses.filter((use) => use !== null)).toEqual([link]);
    });

    it('are good for 15 minutes of machine time', async () => {
      const time = stillTime();
      const links = mongoLinks(database.connection, secret, time);
      const token = await links.make(link);
      time.pass(14.9);
      expect(await links.peek(token)).toEqual(link);
      time.pass(0.1);
      expect([await links.peek(token), await links.use(token)]).toEqual([null, null]);
    });

    it('are refused when forged, cut, made under another secret, or no text a link could have; the true one still works', async () => {
      const links = mongoLinks(database.connection, secret, stillTime());
      const token = await links.make(link);
      const bad = [swap(token, 3), swap(token, 30), token.slice(0, -1), `${token}x`, '', '.', '$ne', `${token.split('.')[0]}.`];
      for (const one of bad) expect([await links.peek(one), await links.use(one)]).toEqual([null, null]);
      expect(await mongoLinks(database.connection, randomBytes(32), stillTime()).use(token)).toBeNull();
      expect(await links.use(token)).toEqual(link);
    });

    it('are refused when what they stand for was changed in the database', async () => {
      const links = mongoLinks(database.connection, secret, stillTime());
      const collection = database.connection.collection<{ _id: string }>('links');
      for (const change of [{ requestId: 'r2' }, { person: 'p-bea' }, { letter: 'response' }, { expires: new Date('2027-01-01') }]) {
        const token = await links.make(link);
        await collection.updateOne({ _id: token.split('.')[0]! }, { $set: change });
        expect([await links.peek(token), await links.use(token)]).toEqual([null, null]);
      }
    });

    it('are deleted by the database a day after their end', async () => {
      const indexes = await database.connection.collection('links').listIndexes().toArray();
      expect(indexes).toContainEqual(expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 86_400 }));
    });
  });
});
