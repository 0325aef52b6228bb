import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runJobs, type RunningJobs } from '../../../src/adapters/agenda/run-jobs.js';
import { createLog } from '../../../src/adapters/log.js';
import { onEveryServer, type ContractDatabase } from './on-every-server.js';

onEveryServer((open) => {
  let database: ContractDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(async () => database.close());

  describe('jobs', () => {
    it('run on their rhythm, on one of two bots at a time, and again after one failed', async () => {
      const ran: string[] = [];
      let running = 0;
      let together = 0;
      const job = (bot: string) => ({
        name: 'sweep',
        every: '1 second',
        run: async () => {
          running += 1;
          together = Math.max(together, running);
          ran.push(bot);
          await new Promise((wake) => setTimeout(wake, 50));
          running -= 1;
          if (ran.length === 1) throw new Error('the first time it fails');
        },
      });
      const db = database.connection.db as never;
      const bots: RunningJobs[] = [];
      for (const bot of ['a', 'b']) bots.push(await runJobs(db, [job(bot)], createLog({ level: 'silent' })));
      for (let i = 0; i < 200 && ran.length < 3; i += 1) await new Promise((wake) => setTimeout(wake, 100));
      for (const bot of bots) await bot.stop();
      expect(ran.length).toBeGreaterThanOrEqual(3);
      expect(together).toBe(1);
      expect(await database.connection.collection('agendaJobs').countDocuments()).toBe(1);
    });
  });
});
