import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, parseInstant } from '../../src/domain/local-date.js';
import { sendDigests } from '../../src/usecases/reports/send-digests.js';
import { sendWeekly } from '../../src/usecases/reports/send-weekly.js';
import { serveInProcess, type Served } from '../adapters/embedded-mongo/served.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { bind, bringTo, CALLER, report, settle, type Town } from '../support/town.js';

const FINANCE = '19:finance@thread.tacv2';

describe('A rehearsed December, with two bots on one database in a process of its own', () => {
  let served: Served;
  let folder: string;
  let bots: [Bot, Bot];
  let town: Town;
  let ian: Clerk;
  let cara: Clerk;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rightsdesk-month-'));
    served = await serveInProcess(folder);
    const uri = /mongodb:\/\/\S+/.exec(served.uri)?.[0] ?? '';
    const first = await startBot('2026-12-02T10:00', { MONGODB_URI: uri });
    const second = await startBot('2026-12-02T10:00', { MONGODB_URI: uri, DATA_DIR: first.dataDir }, { connector: first.connector });
    bots = [first, second];
    town = await settle(first);
    await bind(first, town.ines, FINANCE, 'FIN');
    ian = await first.person({ id: 'ian', name: 'Ian Iao' }, [{ role: 'IAO', directorate: 'HOU' }]);
    cara = await first.person({ id: 'cara', name: 'Cara Ccu' }, [{ role: 'CCU' }]);
    for (const [heardOn, channel] of [
      ['2026-12-01', 'PHONE'],
      ['2026-12-01', 'EMAIL'],
      ['2026-11-05', 'POST'],
    ] as const)
      // prettier-ignore
      await bringTo('allocated', town, await report(town.rosa, { heardOn, heardAt: '09:00', channel }));
    await month();
  }, 300_000);
  afterAll(async () => {
    await bots[1].stop();
    await bots[0].stop();
    await served.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  /** Each morning both bots look what is due, at the same moment and twice. */
  async function month(): Promise<void> {
    const desks = bots.map((bot) => bot.rightsdesk.desk);
    for (let day = '2026-12-03'; day <= '2026-12-30'; day = addDays(day, 1)) {
      for (const desk of desks) await desk.clock.advanceTo?.(parseInstant(`${day}T09:00`) as Date);
      const look = () => Promise.all(desks.flatMap((desk) => [sendWeekly(desk), sendDigests(desk)]));
      await look();
      await look();
      await Promise.all(bots.map((bot) => bot.quiet()));
    }
  }

  const weekly = (posts: { summary?: string; card?: unknown }[]): string[] =>
    posts.flatMap(({ summary, card }) => (summary?.startsWith('Weekly report') ? [`${summary.slice(15)}: ${wordsIn(card).split('\n')[1]}`] : [])); // prettier-ignore

  it('MON-02 MON-03 MON-09 §4 each report stands once in each channel, four weeks of both, after Christmas on the Tuesday', () => {
    const received = (where: string) => ['Mon 30 Nov to Sun 6 Dec 2026', 'Mon 7 Dec to Sun 13 Dec 2026', 'Mon 14 Dec to Sun 20 Dec 2026', 'Mon 21 Dec to Sun 27 Dec 2026'].map((span) => `received, ${where}: ${span}`); // prettier-ignore
    const outstanding = (where: string) => ['Mon 7', 'Mon 14', 'Mon 21', 'Tue 29'].map((day) => `outstanding, ${where}: As at ${day} Dec, 09:00`); // prettier-ignore
    expect(weekly(town.housing.posts()).sort()).toEqual([...outstanding('Housing'), ...received('Housing')].sort());
    const finance = bots[0].teams.channel(FINANCE).posts();
    expect(weekly(finance).sort()).toEqual([...outstanding('Finance and Investment'), ...received('Finance and Investment')].sort());
    expect(weekly(ian.posts()).sort()).toEqual([...outstanding('Housing'), ...received('Housing')].sort());
    for (const whole of [town.ines, cara]) expect(weekly(whole.posts())).toHaveLength(8);
    expect(weekly(town.sam.posts())).toEqual([]);
  });

  it('MON-09 §4 no post in a channel names anybody, nor does a notification', () => {
    const posts = [...town.housing.posts(), ...bots[0].teams.channel(FINANCE).posts(), ...ian.posts()];
    const said = JSON.stringify(posts);
    for (const word of [CALLER, 'Jo', 'Rosa', 'Dev Diao', 'Ola', '020 7946', 'Everything you hold']) expect(said).not.toContain(word);
  });

  it('MON-05 ASG-05 §1.3 the DIAO had one digest each working day and none at the weekend or on a bank holiday', () => {
    const mornings = town.dev.posts().flatMap(({ summary, card }) => (summary?.startsWith('Your area') ? [wordsIn(card).split('\n')[0]] : [])); // prettier-ignore
    expect(new Set(mornings).size).toBe(mornings.length);
    expect(mornings[0]).toBe('Your area on Thu 3 Dec 2026');
    expect(mornings).toHaveLength(18);
    expect(mornings.filter((title) => /Sat|Sun|25 Dec|28 Dec/.test(title ?? ''))).toEqual([]);
  });
});
