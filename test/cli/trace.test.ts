import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRows } from '../../src/cli/trace/read-rows.js';
import { switchOff } from '../../src/cli/trace/switch-off.js';

const catalogue = `# Catalogue
| id | F | Source | Who |
|---|---|---|---|
| ABC-01 | M | §1 | all |
| ABC-02 | i | §1 | all |
| ABC-03 | N | §2 | all |
| XYZ-01 | M/S | §3 | all |
| XYZ-02 | S | §3 | all |

| Case | Input | Due |
|---|---|---|
| ABC-99 | not a row of requirements | — |
## Letters
| id | Source | Letter/form | Must contain |
|---|---|---|---|
| LTR-01 | §1 | Form | words |
| LTR-02B | D | Reminder | words |
## Open points
| id | Where | Problem | Implement |
|---|---|---|---|
| OPN-01 | §2.1 | missing | later |
`;

describe('the catalogue', () => {
  it('is read row by row with its force; a letter without one is a must, or a default of ours', () => {
    expect(readRows(catalogue).map(({ id, force }) => `${id} ${force}`)).toEqual([
      'ABC-01 M',
      'ABC-02 i',
      'ABC-03 N',
      'XYZ-01 M/S',
      'XYZ-02 S',
      'LTR-01 M',
      'LTR-02B D',
    ]);
  });
});

describe('switching a declaration off', () => {
  const off = (source: string) => switchOff(source, 'ABC-01');

  it('leaves a step that nobody may take', () => {
    expect(off("export const a = step({ rows: ['ABC-01'], by: [staff, diao], at: 'open' });")).toBe(
      "export const a = step({ rows: ['ABC-01'], by: [], at: 'open' });",
    );
  });

  it('leaves a message that nobody gets', () => {
    expect(off("const reminder = { rows: ['ABC-01'], clause: '2', to: [staff] };")).toBe(
      "const reminder = { rows: ['ABC-01'], clause: '2', to: [] };",
    );
  });

  it('changes the length of a limit, opens a need, drops a row of a table, empties words', () => {
    expect(off("const limits = { log: { id: 'log', n: 48, rows: ['ABC-01'] } };")).toContain('n: 49');
    expect(off("const n = { rows: ['ABC-01'], holds: (v) => v.proved };")).toContain('holds: () => true');
    expect(off("const table = [{ rows: ['ABC-01'], n: 1 }, { rows: ['ABC-02'], n: 2 }];")).toBe(
      "const table = [...[], { rows: ['ABC-02'], n: 2 }];",
    );
    expect(off("const timers = [timer({ rows: ['ABC-01'], running: (v) => [v] }), timer({ rows: [] })];")).toBe(
      'const timers = [...[], timer({ rows: [] })];',
    );
    expect(off("const s = { rows: ['ABC-01'], clause: '2', said: (x) => `read ${x}` };")).toBe(
      "const s = { rows: ['ABC-01'], clause: '2', said: (x) => '' };",
    );
  });

  it('empties the table that a bare citation speaks for', () => {
    expect(off("const rights = [1, 2] as const;\nconst rightsRow = { rows: ['ABC-01'], clause: '2' };")).toBe(
      "const rights = [] as const;\nconst rightsRow = { rows: ['ABC-01'], clause: '2' };",
    );
  });

  it('changes the numbers that a bare citation speaks for', () => {
    expect(off("const rates = { hour: 2500, page: 10 } as const;\nconst ratesRow = { rows: ['ABC-01'], clause: '2' };")).toBe(
      "const rates = { hour: 2501, page: 11 } as const;\nconst ratesRow = { rows: ['ABC-01'], clause: '2' };",
    );
  });

  it('takes what follows from a rule for nothing when a bare citation speaks for a rule', () => {
    expect(
      off("const days = [1];\nconst lastDay = (from) => add(from, days);\nconst lastDayRow = { rows: ['ABC-01'], clause: '2' };"),
    ).toBe("const days = [1];\nconst lastDay = (from) => undefined;\nconst lastDayRow = { rows: ['ABC-01'], clause: '2' };");
  });

  it('says so when there is no way, and leaves other rows alone', () => {
    expect(off("const bare = { rows: ['ABC-01'] };")).toBeNull();
    expect(off("const other = { rows: ['ABC-02'], by: [staff] };")).toBeNull();
  });
});

describe('npm run trace', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'rightsdesk-trace-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('catalogue.md', catalogue);
  write(
    'src/steps.ts',
    "export const open = { rows: ['ABC-01', 'XYZ-01'], by: ['all'] };\nexport const shut = { rows: ['ABC-03'], by: ['all'] };\n",
  );
  write(
    'test/steps.test.ts',
    [
      "import { describe, expect, it } from '@jest/globals';",
      "import { open, shut } from '../src/steps.js';",
      "describe('ABC-01 opening', () => { it('may be done by all', () => expect(open.by).toEqual(['all'])); });",
      "it.each([1, 2])('XYZ-01 ABC-03 holds for %s', () => expect(shut).toBeDefined());",
      "const title = 'ABC-02 in a string is no test';",
    ].join('\n'),
  );
  write(
    'src/letters.ts',
    [
      "export const form = { id: 'form', rows: ['LTR-01'], words: 'Dear' };",
      "if (!form.words) throw new Error('a letter needs its words');",
      "export const reminder = { id: 'reminder', rows: ['LTR-02B'], words: 'Dear' };",
    ].join('\n'),
  );
  write(
    'test/letters.test.ts',
    [
      "import { expect, it } from '@jest/globals';",
      "import { form, reminder } from '../src/letters.js';",
      "it('LTR-01 has its words', () => expect(form.words).toBe('Dear'));",
      "it('LTR-02B is made', () => expect(reminder.words).toBe('Yours'));",
    ].join('\n'),
  );
  for (const folder of ['cards', 'manifest', 'docs']) mkdirSync(path.join(root, folder));
  for (const file of ['package.json', 'tsconfig.json', 'jest.config.js']) symlinkSync(path.resolve(file), path.join(root, file));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));

  const trace = (...flags: string[]) => {
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/trace.ts', '--root', root, '--procedure', 'catalogue.md', ...flags],
      { encoding: 'utf8' },
    );
    return { lines: run.stdout.trimEnd().split('\n'), status: run.status, stderr: run.stderr };
  };

  it('says where a row is declared and which tests name it, also by the group around them', () => {
    const { lines, status } = trace('--chapters', 'ABC,XYZ');
    expect(lines).toEqual([
      'ABC-01 M',
      '  declared src/steps.ts:1 open',
      '  proved   test/steps.test.ts:3 may be done by all',
      'ABC-02 i',
      '  not declared',
      '  not proved',
      'ABC-03 N',
      '  declared src/steps.ts:2 shut',
      '  proved   test/steps.test.ts:4 XYZ-01 ABC-03 holds for %s',
      'XYZ-01 M/S',
      '  declared src/steps.ts:1 open',
      '  proved   test/steps.test.ts:4 XYZ-01 ABC-03 holds for %s',
      'XYZ-02 S',
      '  not declared',
      '  not proved',
      '5 rows: 3 declared, 3 proved; of 4 with force M, N or S 3 both, 1 missing',
    ]);
    expect(status).toBe(1);
    expect(trace('--chapters', 'ABC').status).toBe(0);
  });

  it('lists what is missing and fails', () => {
    const { lines, status } = trace('--missing');
    expect(lines).toEqual([
      'XYZ-02 S',
      '  not declared',
      '  not proved',
      '7 rows: 5 declared, 5 proved; of 5 with force M, N or S 4 both, 1 missing',
    ]);
    expect(status).toBe(1);
  });

  it('fails without a catalogue to read', () => {
    const { status, stderr } = trace('--procedure', 'none.md');
    expect(status).toBe(2);
    expect(stderr).toContain('name it with --procedure');
  });

  it('finds the rows whose tests stay green, cannot start or fail already, whatever is switched off', () => {
    const { lines, status } = trace('--prove', '9', '--seed', '3', '--chapters', 'ABC,XYZ,LTR');
    expect([...lines].sort()).toEqual([
      '5 of 5 proved rows switched off: 1 went red, 4 did not',
      'ABC-01 red, as it should be: ABC-01 opening may be done by all',
      'ABC-03 stays green when its declarations are off',
      'LTR-01 cannot be tried when its declarations are off: test/letters.test.ts: a letter needs its words',
      'LTR-02B is red already: LTR-02B is made',
      'XYZ-01 stays green when its declarations are off',
    ]);
    expect(status).toBe(1);
  }, 120_000);
});
