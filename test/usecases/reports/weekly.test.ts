import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { weeklyReports } from '../../../src/procedure/reports.js';
import { makeReport } from '../../../src/usecases/reports/make-report.js';
import { sendWeekly } from '../../../src/usecases/reports/send-weekly.js';
import { tellReport } from '../../../src/usecases/reports/tell-report.js';
import { generateCases } from '../../bench/generate.js';
import { aDesk, type ADesk } from './a-desk.js';

let on: ADesk;
beforeEach(async () => {
  on = await aDesk('2026-11-18T10:00');
  await on.desk.reports.begin(on.desk.clock.now());
});
afterEach(() => on.close());

const weekly = (id: string) => weeklyReports.find((r) => r.id === id)!;
const bound = async (...codes: string[]): Promise<void> => {
  for (const code of codes) await on.desk.channels.bind(`19:${code}`, code, 'ines');
};
/** The keys of one week, without the name of the report. */
const keysOf = async (report: string): Promise<string[]> =>
  Object.keys(await on.ledger()).flatMap((key) => (key.startsWith(`${report}:`) ? [key.slice(report.length + 1)] : [])).sort(); // prettier-ignore

describe('when the weekly reports are sent', () => {
  it('MON-02 MON-03 §4 nothing before Monday nine o’clock, each once at nine, nothing more that week', async () => {
    await bound('HOU');
    await on.goTo('2026-11-23T08:59');
    expect(await sendWeekly(on.desk)).toBe(0);
    await on.goTo('2026-11-23T09:00');
    expect(await sendWeekly(on.desk)).toBe(2);
    expect(await keysOf('weekly-received')).toEqual(['2026-W47', '2026-W47:HOU']);
    await on.goTo('2026-11-29T23:00');
    expect(await sendWeekly(on.desk)).toBe(0);
    expect(await keysOf('weekly-outstanding')).toEqual(['2026-W47', '2026-W47:HOU']);
  });

  it('MON-02 MON-03 §4 after a missed Monday the bot that comes back on Thursday sends it, once, with two bots at the same moment', async () => {
    await bound('HOU', 'FIN');
    await on.goTo('2026-11-26T15:00');
    const other = on.another();
    await Promise.all([sendWeekly(on.desk), sendWeekly(other)]);
    await Promise.all([sendWeekly(on.desk), sendWeekly(other)]);
    expect(await keysOf('weekly-outstanding')).toEqual(['2026-W47', '2026-W47:FIN', '2026-W47:HOU']);
    expect(await on.connection.collection('reports').countDocuments({ made: { $exists: true } })).toBe(2);
  });

  it('MON-02 §4 after a long jump only the newest week is sent and the older ones are marked superseded', async () => {
    await bound('HOU');
    await on.goTo('2026-12-16T12:00');
    expect(await sendWeekly(on.desk)).toBe(2);
    const ledger = await on.ledger();
    expect(Object.keys(ledger).filter((key) => key.startsWith('weekly-received')).map((key) => [key.slice(16), ledger[key]])).toEqual([
      ['2026-W49', 'superseded'],
      ['2026-W48', 'superseded'],
      ['2026-W47', 'superseded'],
      ['2026-W50:HOU', 'queued'],
      ['2026-W50', 'queued'],
    ]); // prettier-ignore
  });

  it('MON-03 §4 a report that could not leave all week is overtaken by the next', async () => {
    await on.goTo('2026-11-23T09:00');
    await sendWeekly(on.desk);
    const message = await on.desk.outbox.byKey('weekly-outstanding:2026-W47');
    expect(await tellReport(on.desk, message!, { person: 'ines' })).toHaveProperty('shown');
    await on.goTo('2026-11-30T09:00');
    await sendWeekly(on.desk);
    expect(await tellReport(on.desk, message!, { person: 'ines' })).toEqual({ dropped: 'overtaken' });
  });

  it('MON-02 §4 Mondays before the product was there are not made up for', async () => {
    expect(await sendWeekly(on.desk)).toBe(0);
    expect(await on.ledger()).toEqual({});
  });

  it('MON-02 MON-03 §4 goes to the IAO of the area and, for what is outstanding, its DIAO; to the CCU for the council; to each person once', async () => {
    await on.person('ian', { role: 'IAO', directorate: 'HOU' }, { role: 'DIAO', directorate: 'HOU' });
    await on.person('flo', { role: 'IAO', directorate: 'FIN' }, { role: 'IAO', directorate: 'RES', until: '2026-11-19' });
    await on.person('cara', { role: 'CCU' });
    await on.goTo('2026-11-23T09:00');
    await sendWeekly(on.desk);
    expect(await keysOf('weekly-received')).toEqual(['2026-W47', '2026-W47/cara', '2026-W47:FIN/flo', '2026-W47:HOU/ian']);
    expect(await keysOf('weekly-outstanding')).toEqual(['2026-W47', '2026-W47/cara', '2026-W47:FIN/flo', '2026-W47:HOU/ian']);
    expect(await on.desk.outbox.byKey('weekly-received:2026-W47')).toMatchObject({ to: { role: 'IG' } });
  });
});

describe('what a weekly report costs', () => {
  let open = 0;
  beforeEach(async () => {
    ({ open } = await generateCases(on.requests, 1000, 7, { today: '2026-11-23', perWeek: 40 }));
    await on.goTo('2026-11-23T09:00');
    await on.resetStats();
  }, 60_000);
  const looked = async (): Promise<number> => {
    const { docsExamined, keysExamined } = await on.stats();
    await on.resetStats();
    return Math.max(docsExamined, keysExamined);
  };

  it('MON-02 MON-03 §4 follows what is reported, not what is stored', async () => {
    const received = await makeReport(on.desk, weekly('weekly-received'), '2026-W47');
    expect(received.council.total[0]).toBe(40);
    expect(await looked()).toBeLessThanOrEqual(1.2 * 40);
    await makeReport(on.desk, weekly('weekly-outstanding'), '2026-W47');
    expect(open).toBeGreaterThan(40);
    expect(await looked()).toBeLessThanOrEqual(1.2 * open);
  });

  it('MON-07 §4 so do a page of a directorate’s outstanding cases and the answers of twelve weeks', async () => {
    const page = await on.desk.register.open({ directorates: ['HOU'], from: '', before: '~3' }, { skip: 0, limit: 4 });
    expect(page.rows).toHaveLength(4);
    expect(await looked()).toBeLessThanOrEqual(5);
    const order = page.rows.map((row) => row.index.urgency);
    expect(order).toEqual([...order].sort());
    const { answered, inTime } = await on.desk.register.answeredSince('2026-10-01');
    expect([answered > 100, inTime > 0, inTime <= answered]).toEqual([true, true, true]);
    expect(await looked()).toBeLessThanOrEqual(2 * 1.2 * answered);
  });
});

describe('what is printed under a weekly report', () => {
  it('SEC-05 MON-02 §4 the newest head of the audit trail, as it was when the report was made', async () => {
    await on.desk.audit.record({ what: 'viewed', by: 'ines' });
    await on.seal();
    const head = await on.desk.newestSeal();
    await on.goTo('2026-11-23T09:00');
    await sendWeekly(on.desk);
    await on.desk.audit.record({ what: 'viewed', by: 'ines' });
    await on.seal();
    const message = await on.desk.outbox.byKey('weekly-received:2026-W47');
    const told = await tellReport(on.desk, message!, { person: 'ines' });
    expect(JSON.stringify(told)).toContain(`Audit trail: block 1, ${head?.head.slice(0, 16)}`);
    expect((await on.desk.newestSeal())?.n).toBe(2);
  });
});

describe('what a weekly report counts', () => {
  it('MON-06 §4 by directorate, right, channel and route; what was reported in error counts as nothing received', async () => {
    await generateCases(on.requests, 200, 3, { today: '2026-11-23', perWeek: 200 });
    const some = await on.requests.find({}).sort({ _id: 1 }).limit(3).toArray();
    await on.requests.updateOne({ _id: some[0]!._id }, { $set: { 'state.facts.outcome': 'REPORTED_IN_ERROR' } });
    await on.requests.updateOne(
      { _id: some[1]!._id },
      { $set: { 'index.restricted': true, 'state.facts.route': 'ADOPTION', 'index.directorate': 'CHILD' } },
    );
    await on.goTo('2026-11-23T09:00');
    const made = await makeReport(on.desk, weekly('weekly-received'), '2026-W47');
    expect(made.council.total[0]).toBe(199);
    const size = (rows: { figures: number[] }[] = []): number => rows.reduce((n, r) => n + (r.figures[0] ?? 0), 0);
    for (const dimension of ['directorate', 'right', 'channel', 'route'] as const) expect(size(made.council.by[dimension])).toBe(199);
    expect(made.council.by.route).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'OTHER' })]));
    expect(JSON.stringify(made)).not.toContain('ADOPTION');
    expect(made.council.total[1]).toBe(size(made.council.by.channel?.filter((r) => ['PHONE', 'FACE_TO_FACE'].includes(r.code))) + (['PHONE', 'FACE_TO_FACE'].includes(String(some[1]!.state.facts['channel'])) ? 1 : 0)); // prettier-ignore
  });
});
