import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mongoCounters } from '../../../src/adapters/mongo/counters.js';
import { connectMongo } from '../../../src/adapters/mongo/connect.js';
import { onEveryServer, type ContractDatabase } from './on-every-server.js';

onEveryServer((open) => {
  let database: ContractDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(async () => database.close());

  describe('numbers of a series', () => {
    it('begin at 1 and go up, each series for itself', async () => {
      const counters = mongoCounters(database.connection);
      expect([await counters.next('DR-2026'), await counters.next('DR-2026'), await counters.next('DR-2027')]).toEqual([1, 2, 1]);
    });

    it('are never given twice, also for the first numbers asked for by two bots at once', async () => {
      const other = await connectMongo(database.uri);
      const both = [mongoCounters(database.connection), mongoCounters(other)];
      const numbers = await Promise.all(Array.from({ length: 60 }, (_, i) => both[i % 2]!.next('DR-2030')));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      await other.close();
    });

    it('are asked for once more when another bot made the series in the same moment, and only once', async () => {
      const counters = mongoCounters(database.connection);
      const taken = { lean: () => Promise.reject(Object.assign(new Error('taken'), { code: 11000 })) };
      const update = jest.spyOn(database.connection.models['Counter']!, 'findOneAndUpdate');
      update.mockReturnValueOnce(taken as never);
      expect(await counters.next('DR-2031')).toBe(1);
      update.mockReturnValueOnce(taken as never).mockReturnValueOnce(taken as never);
      await expect(counters.next('DR-2031')).rejects.toThrow('taken');
    });
  });
});
