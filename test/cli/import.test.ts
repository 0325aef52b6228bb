import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../src/cli/audit.js';
import { runImport } from '../../src/cli/import.js';
import { importColumns, neededColumns } from '../../src/procedure/import-columns.js';
import { weeklyReports } from '../../src/procedure/reports.js';
import { makeReport } from '../../src/usecases/reports/make-report.js';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { CALLER, settle, type Town } from '../support/town.js';

const EXAMPLE = 'docs/import-example.csv';
let database: OwnDatabase;
let bot: Bot;
let town: Town;
let folder: string;
let more: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-import-'));
  more = join(folder, 'more.csv');
  writeFileSync(
    more,
    `${readFileSync(EXAMPLE, 'utf8').trimEnd()}\nOLD-99,Bo Example,020 7946 0009,my file,19/11/2026,Right of access,By post,Reported\n`,
  );
  database = await startDatabase();
  bot = await startBot('2026-11-20T10:00', { MONGODB_URI: database.uri });
  town = await settle(bot);
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await database.ends();
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ DATA_DIR: bot.dataDir, MONGODB_URI: database.uri, IG_ADMINS: 'ines' });
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runImport(args, env(), (line) => void lines.push(line));
  return { code, said: lines.join('\n') };
}
const header = 'external_reference,requester_name,contact,words,received,right,channel,stage,post,logged,diao,officer,identity_evidence,identity_asked,identity_arrived'; // prettier-ignore
const good = (ref: string, more: Record<string, string> = {}): string => {
  const cells: Record<string, string> = { external_reference: ref, requester_name: CALLER, contact: '020 7946 0000', words: 'my housing file', received: '2026-11-02', right: 'ACCESS', channel: 'EMAIL', stage: 'REPORTED', ...more }; // prettier-ignore
  return header.split(',').map((name) => cells[name] ?? '').join(','); // prettier-ignore
};
const file = (...rows: string[]): string => {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.csv`);
  writeFileSync(path, [header, ...rows].join('\r\n'));
  return path;
};
const stored = async (): Promise<number> => (await bot.rightsdesk.desk.register.allOpen({ from: '', before: '~3' })).length;

describe('npm run -s import', () => {
  it('MON-03 §4 names every bad row with its line, column and reason, and imports nothing, not even the good rows', async () => {
    const path = file(
      good('A-1'),
      good('A-2', { received: '2026-13-45', right: 'EVERYTHING' }),
      good('A-1'),
      good('A-4', { stage: 'LOGGED' }),
      good('A-5', { stage: 'ASSIGNED', post: 'HOU-3', logged: '3/11/2026', diao: 'Dev Diao', officer: 'Nobody Known', identity_evidence: 'ID_PASSPORT' }),
      good('A-6', { stage: 'AWAITING_REQUESTER', post: 'HOU-3', logged: '2026-11-01', diao: 'dev' }),
      good('A-7', { received: '2026-11-30' }),
    ); // prettier-ignore
    const { code, said } = await run(path);
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      'line 3, column received: Give a real date.',
      'line 3, column right: One of ACCESS, RECTIFY, ERASE, RESTRICT, OBJECT, PORT, WITHDRAW, ADM.',
      'line 4, column external_reference: Stands on line 2 too.',
      'line 5, column post: Needed at this stage.',
      'line 5, column logged: Needed at this stage.',
      'line 6, column officer: Nobody of that name or id holds the role in the directorate of the post.',
      'line 7, column logged: This is before the request was received.',
      'line 7, column stage: Nothing is awaited: give the day proof or an answer was asked for, and leave its arrival open.',
      'line 8, column received: This date is in the future.',
      'Nothing was imported: 9 faults.',
    ]);
    expect(await stored()).toBe(0);
  });

  it('names columns it does not know, lacks or sees twice, and files that are no CSV', async () => {
    const path = join(folder, 'columns.csv');
    writeFileSync(path, 'external_reference,name,received,received\nA,B,C,D\n');
    const { said } = await run(path);
    expect(said).toContain('line 1, column name: Unknown. The columns are external_reference, requester_name');
    expect(said).toContain('line 1, column received: Stands twice.');
    expect(said).toContain('line 1, column words: Missing.');
    writeFileSync(path, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    expect((await run(path)).said).toBe('Nothing was imported: The file is not UTF-8 text. Save it as “CSV UTF-8”.');
    writeFileSync(path, `${header}\n${good('A-1')},,too many\n`);
    expect((await run(path)).said).toContain('Line 2 has 17 cells for 15 columns.');
    expect(await run()).toMatchObject({ code: 2 });
    expect(await run('nowhere.csv')).toMatchObject({ code: 2, said: 'There is no file nowhere.csv.' });
  });

  it('MON-03 §4 a dry run checks and writes nothing', async () => {
    expect(await run(EXAMPLE, '--dry-run')).toEqual({ code: 0, said: 'All rows are sound: 5 would be imported.' });
    expect(await stored()).toBe(0);
  });

  it('MON-03 §4 imports the example, each case at its stage with its own dates, and a second run changes nothing', async () => {
    expect(await run(EXAMPLE)).toEqual({ code: 0, said: '5 imported, DR-2026-0001 to DR-2026-0005.' });
    const rows = await bot.rightsdesk.desk.register.allOpen({ from: '', before: '~3' });
    expect(rows.map(({ ref, index }) => [ref, index.stage, index.receivedOn, index.due, index.week])).toEqual([
      ['DR-2026-0003', 'ASSIGNED', '2026-10-05', '2026-11-12', '2026-W41'],
      ['DR-2026-0002', 'VALIDATING', '2026-10-26', '2026-11-26', '2026-W44'],
      ['DR-2026-0005', 'ASSIGNED', '2026-09-14', '2026-12-14', '2026-W38'],
      ['DR-2026-0001', 'LOGGED', '2026-11-18', '2026-12-18', '2026-W47'],
      ['DR-2026-0004', 'AWAITING_REQUESTER', '2026-10-30', null, '2026-W44'],
    ]);
    expect(await run(EXAMPLE)).toEqual({ code: 0, said: '0 imported. 5 were here already and left alone.' });
    expect(await stored()).toBe(5);
    expect((await run(more)).said).toBe('1 imported, DR-2026-0006 to DR-2026-0006. 5 were here already and left alone.');
  });

  it('MON-02 MON-03 §4 the first weekly reports are right: open cases outstanding, and received only what the week received', async () => {
    // Harmless when it has been run before.
    await run(EXAMPLE);
    await run(more);
    const made = await Promise.all(weeklyReports.map((report) => makeReport(bot.rightsdesk.desk, report, '2026-W47')));
    expect(made.map(({ report, council }) => [report, council.total])).toEqual([
      ['weekly-received', [2, 0, 0, 0]],
      ['weekly-outstanding', [6, 1, 1, 1]],
    ]);
  });

  it('MON-03 §4 goes on like any case: found by its old reference, opened by its officer, its next step in their work, nobody told', async () => {
    await bot.quiet();
    expect(town.housing.posts().filter(({ summary }) => /DR-/.test(summary ?? ''))).toEqual([]);
    await town.ola.says('my work');
    expect(town.ola.reads()).toContain('DR-2026-0003');
    await town.ines.says('search OLD-3');
    expect(town.ines.reads()).toContain('DR-2026-0003');
    await town.ola.takes('DR-2026-0003', 'ask-for-a-search', { system: 'HOUSING', owner: 'ola', terms: 'Jo Example' });
    await town.dev.takes('DR-2026-0004', 'record-what-arrived', { items: 'identity', arrivedOn: '2026-11-20' });
    await town.ines.says('case DR-2026-0003');
    await town.ines.does('History');
    expect(wordsIn(town.ines.seesLast())).toContain('took the case over from an earlier register');
  });

  it('SEC-05 §4 leaves the audit trail whole, and no personal word in the register', async () => {
    const lines: string[] = [];
    expect(await runAudit(['verify'], env(), (line) => void lines.push(line))).toBe(0);
    expect(lines.join('\n')).toContain('6 requests');
    const rows = await bot.rightsdesk.desk.requests.history((await bot.rightsdesk.desk.requests.byRef('DR-2026-0003'))?.id ?? '');
    expect(JSON.stringify(rows)).not.toMatch(/Example|020 7946|OLD-3/);
  });

  it('is for Information Governance and the Corporate Complaints Unit', async () => {
    const { code, said } = await run(file(good('B-1')), '--by', 'dev');
    expect([code, said]).toEqual([1, 'line 2: This is for the Information Governance team or Corporate Complaints Unit.\nNothing was imported: 1 fault.']); // prettier-ignore
  });
});

describe('the page that tells of the columns', () => {
  const page = readFileSync('docs/import.md', 'utf8');
  it('names each, and which are needed', () => {
    for (const { column, says } of importColumns)
      expect(page).toContain(`| \`${column}\` | ${(neededColumns as readonly string[]).includes(column) ? 'yes' : ''} | ${says} |`);
  });
});
