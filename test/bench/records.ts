import { welcome, type Bench } from './open-bench.js';
import { startChild } from './child.js';
import { cpuOf, measure, median, presser } from './measure.js';
import { seedWithRecords } from './seed-cases.js';

const SIZES = [4, 400] as const;

/** A press on a case with 400 records on its schedule, against the same press on a case with four (design §9). Prints one line. */
export async function benchRecords(bench: Bench, rounds: number, print: (line: string) => void): Promise<void> {
  const officer = await welcome(bench.desk, 'olive', [{ role: 'OFFICER', directorate: 'HOU' }]);
  const bot = await startChild('src/main.ts', ['--local'], 'http://', bench.env);
  const press = presser(bot.said, 'http://127.0.0.1:9/', officer.id);
  const results: Record<number, { p50: number; cpu: number }[]> = { 4: [], 400: [] };
  const cases = new Map<number, { id: string; version: number }>();
  for (const size of SIZES) cases.set(size, await seedWithRecords(bench.desk, officer, size));
  for (let round = 0; round <= rounds; round += 1)
    for (const size of SIZES) {
      const on = cases.get(size) ?? { id: '', version: 0 };
      const before = cpuOf([bot.pid, bench.db.pid]);
      // A press and its reverse, so that the case stays as it is.
      const { p50 } = await measure(20, 1, async (i) => {
        const verb = i % 2 === 0 ? 'give-a-record' : 'decide-again';
        const said = await press(verb, { r: on.id, v: on.version, k: `${round}:${i}`, i: 'r3' });
        on.version += 1;
        if (!said.includes(`${size} records`)) throw new Error(`a press took no step: ${said.slice(0, 600)}`);
      });
      if (round > 0) results[size]?.push({ p50, cpu: (cpuOf([bot.pid, bench.db.pid]) - before) / 20 });
    }
  const of = (size: number, pick: 'p50' | 'cpu'): number => median((results[size] ?? []).map((r) => r[pick]));
  const ratio = (pick: 'p50' | 'cpu'): string => (of(400, pick) / of(4, pick)).toFixed(2);
  print(
    `a press on a case with 400 records ${of(400, 'p50').toFixed(2)} ms, with 4 ${of(4, 'p50').toFixed(2)} ms: ×${ratio('p50')} (aim 1.5); processor ×${ratio('cpu')}`,
  );
  await bot.stop();
}
