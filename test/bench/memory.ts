import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './child.js';
import { measure, presser } from './measure.js';
import { welcome, type Bench } from './open-bench.js';
import { cloneCase, seedAllocated } from './seed-cases.js';

const PRESSES = 300;
/** Jobs of the timetable wake within this. */
const A_SWEEP_MS = 7_000;

/** Memory of the bot and of the database, each in its own process, in kilobytes: only what no file stands behind. */
export interface Memory {
  bot: number;
  database: number;
}

/** A fresh bot on what is stored now, after some presses, lists and a sweep. Null on a system that does not tell. */
export async function memoryNow(bench: Bench, run: string): Promise<Memory | null> {
  if (!existsSync('/proc/self/status')) return null;
  const bea = await welcome(bench.desk, 'bea', [{ role: 'CC' }, { role: 'DIAO', directorate: 'HOU' }]);
  const ids = await cloneCase(bench, await seedAllocated(bench.desk, bea), PRESSES, run);
  const bot = await startChild('src/main.ts', ['--local'], 'http://', bench.env);
  const press = presser(bot.said, 'http://127.0.0.1:9/', 'bea');
  await measure(PRESSES, 8, async (i) => void (await press('accept', { r: ids[i], v: 2, k: `k${i}` })));
  for (let i = 0; i < 20; i += 1) await press('my-work', { skip: i });
  await pause(A_SWEEP_MS);
  const memory = { bot: anonymous(bot.pid), database: anonymous(bench.db.pid) };
  await bot.stop();
  return memory;
}

const anonymous = (pid: number): number => Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

/** Memory with so many stored against memory with none (design §9). Prints one line. */
export function compareMemory(none: Memory, many: Memory, stored: number, print: (line: string) => void): void {
  const mb = (kb: number): string => `${(kb / 1024).toFixed(0)} MB`;
  const line = (name: keyof Memory): string => `${name} ${mb(none[name])} → ${mb(many[name])}, ×${(many[name] / none[name]).toFixed(2)}`;
  print(`memory with ${stored} stored against none: ${line('bot')}; ${line('database')} (aim 1.5)`);
}
