import type { Collection } from 'mongodb';
import type { RequestDocument } from '../../src/adapters/mongo/requests.js';
import { addDays } from '../../src/domain/local-date.js';
import { sendNotices } from '../../src/usecases/send-notices.js';
import { generateCases } from './generate.js';
import { costOf, TODAY, type Bench } from './open-bench.js';

const DUE = 1000;

/** The sweep for notices, with 1,000 cases due among `stored`: documents and keys examined against those due (design §9). Prints a line each. */
export async function benchSweep(bench: Bench, stored: number, print: (line: string) => void): Promise<void> {
  const requests = bench.client.db(bench.database).collection<RequestDocument>('requests');
  await generateCases(requests, stored, 1, { today: TODAY });
  await makeDue(requests);
  const now = bench.desk.clock.now();
  const found = await costOf(bench.client, async () => (await bench.desk.requests.noticesDue(now, DUE + 1)).length);
  print(lineOf('finding what is due', found.answer, found));
  const sent = await costOf(bench.client, () => sendNotices(bench.desk));
  print(`${lineOf('the whole sweep', sent.answer, sent)}, each case read, its notices entered and its next one set`);
}

/** Every open case waits until tomorrow, but for a thousand whose notice is due now. */
async function makeDue(requests: Collection<RequestDocument>): Promise<void> {
  const waiting = { 'index.nextNoticeAt': { $type: 'date' as const } };
  await requests.updateMany(waiting, { $set: { 'index.nextNoticeAt': new Date(`${addDays(TODAY, 1)}T09:00:00Z`) } });
  const first = await requests.find(waiting, { projection: { _id: 1 }, limit: DUE }).toArray();
  const ids = first.map(({ _id }) => _id);
  await requests.updateMany({ _id: { $in: ids } }, { $set: { 'index.nextNoticeAt': new Date(`${TODAY}T09:00:00Z`) } });
}

function lineOf(what: string, due: number, { docs, keys, ms }: { docs: number; keys: number; ms: number }): string {
  const ratio = (n: number): string => (n / Math.max(due, 1)).toFixed(2);
  return `${what.padEnd(24)} ${due} due; documents ×${ratio(docs)}, keys ×${ratio(keys)} (aim 1.2); ${ms.toFixed(0)} ms`;
}
