import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongoRequests, requestsModel, type RequestDocument } from '../../../src/adapters/mongo/requests.js';
import { mongoSeen } from '../../../src/adapters/mongo/seen.js';
import { mongoWorkLists } from '../../../src/adapters/mongo/work-lists.js';
import { replay } from '../../../src/domain/replay.js';
import type { WorkLists } from '../../../src/usecases/ports.js';
import { openDatabase, stillTime, type Database } from './open-database.js';

const HIS = 5;
const STORED = 2_000;
/** Case `i`: the first few are Ola's to do, the next Ola's though another's move; all the rest are nothing to Ola. */
function aCase(i: number): Partial<RequestDocument> {
  const [waits, works] = [i < HIS, i < 2 * HIS];
  const day = String((i % 28) + 1).padStart(2, '0');
  return {
    _id: `case-${i}`,
    ref: `DR-2026-${String(i).padStart(4, '0')}`,
    intakeKey: `key-${i}`,
    version: 1,
    mac: '',
    state: replay([]),
    index: {
      ...{ stage: 'ASSIGNED', open: true, directorate: 'HOU', right: 'ACCESS', due: `2026-11-${day}`, receivedOn: '2026-10-01' },
      ...{ reporter: 'sam', caseOfficer: works ? 'ola' : 'omar', workers: [works ? 'ola' : 'omar', 'dev'] },
      waitingFor: waits ? ['person:ola'] : ['person:omar', 'role:DIAO:HOU'],
      ...{ nextNoticeAt: null, restricted: false, week: '2026-W40', urgency: `2026-11-${day}`, ended: null, inTime: null },
    },
  };
}

describe('what somebody works on', () => {
  let database: Database;
  let work: WorkLists;
  beforeAll(async () => {
    database = await openDatabase();
    mongoRequests(database.connection);
    await requestsModel(database.connection).init();
    await requestsModel(database.connection).insertMany(Array.from({ length: STORED }, (_, i) => aCase(i)));
    work = mongoWorkLists(database.connection);
  }, 60_000);
  afterAll(() => database.close());

  it('MON-05 runs through both lists page by page, each nearest date first', async () => {
    const pages = [];
    for (let skip = 0; skip < 12; skip += 4) pages.push(await work.workOf('ola', ['person:ola'], { skip, limit: 4 }));
    expect(pages.map((p) => [p.rows.waiting.length, p.rows.others.length])).toEqual([
      [4, 0],
      [1, 3],
      [0, 2],
    ]);
    const ids = pages.flatMap((p) => [...p.rows.waiting, ...p.rows.others].map((r) => r.id));
    expect(ids).toEqual(Array.from({ length: 2 * HIS }, (_, i) => `case-${i}`));
    expect(pages[0]).toMatchObject({ waiting: HIS, others: HIS });
  });

  it('MON-05 looks at what is theirs and not at what is stored', async () => {
    await database.resetStats();
    await work.workOf('ola', ['person:ola'], { skip: 0, limit: 8 });
    const stats = await database.stats();
    expect(stats.docsExamined).toBeGreaterThan(0);
    expect(Math.max(stats.docsExamined, stats.keysExamined)).toBeLessThanOrEqual(12 * HIS);
  });

  it('MON-05 stops counting at a hundred', async () => {
    const { waiting, upTo } = await work.workOf('omar', ['person:omar'], { skip: 0, limit: 8 });
    expect([waiting, upTo]).toEqual([100, 100]);
  });
});

describe('what somebody has seen', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => database.close());

  it('MON-05 keeps the last version of each case for each person, and which was opened last, for a while', async () => {
    const time = stillTime();
    const seen = mongoSeen(database.connection, time);
    await Promise.all([seen.note('ola', 'a', 3), seen.note('ola', 'a', 3)]);
    time.pass(1);
    await seen.note('ola', 'b', 1);
    await seen.note('dev', 'a', 9);
    expect(await seen.versions('ola', ['a', 'b', 'c'])).toEqual({ a: 3, b: 1 });
    time.pass(1);
    await seen.note('ola', 'a', 5);
    expect(await seen.versions('ola', ['a'])).toEqual({ a: 5 });
    expect(await seen.lastOpened('ola', 30)).toBe('a');
    time.pass(31);
    expect(await seen.lastOpened('ola', 30)).toBeNull();
    expect(await seen.lastOpened('nobody', 30)).toBeNull();
  });
});
