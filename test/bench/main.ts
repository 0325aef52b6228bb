import { benchDatabase } from './db.js';
import { openBench } from './open-bench.js';
import { compareMemory, memoryNow } from './memory.js';
import { benchPresses } from './presses.js';
import { benchRecords } from './records.js';
import { benchReports } from './reports.js';
import { benchSweep } from './sweep.js';
import { settings } from './settings.js';

/* npm run bench -- [--cases N] [--stored N] [--rounds N] [--only presses|records|reports|sweep|memory|db], or npm run bench -- db: the measurements of design §9, each against a floor or a count in the same run. */
const wants = (section: string): boolean => settings.only === '' || settings.only.split(',').includes(section);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (wants('presses') || wants('records')) {
  const bench = await openBench();
  if (wants('presses')) await benchPresses(bench, settings, print);
  if (wants('records')) await benchRecords(bench, settings.rounds, print);
  await bench.close();
}
if (wants('sweep') || wants('memory')) {
  const bench = await openBench();
  const none = wants('memory') ? await memoryNow(bench, 'none') : null;
  await benchSweep(bench, settings.stored, print);
  if (none) await bench.restart();
  const many = none ? await memoryNow(bench, 'many') : null;
  if (none && many) compareMemory(none, many, settings.stored, print);
  await bench.close();
}
if (wants('reports')) await benchReports(settings.stored, print);
if (wants('db')) await benchDatabase(settings.stored, print);
process.exit(0);
