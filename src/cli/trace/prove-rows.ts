import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { switchOff } from './switch-off.js';
import type { TracedRow } from './trace-rows.js';

/** What of the project the copy needs. The packages are linked. */
const copied = ['src', 'test', 'cards', 'manifest', 'docs', 'package.json', 'tsconfig.json', 'jest.config.js'];

interface Verdict {
  row: string;
  fault: string | null;
}

/**
 * Switches off the declarations of some proved rows in a copy of the project, one row at a time, and runs the tests that name it.
 * Answers 0 when each made such a test fail, 1 when one did not. The same seed takes the same rows.
 */
export function proveRows(root: string, rows: TracedRow[], how: { count: number; seed: number; say: (line: string) => void }): number {
  const candidates = rows.filter((row) => row.declared.length > 0 && row.proved.length > 0);
  const chosen = shuffle(candidates, how.seed).slice(0, how.count);
  const copy = mkdtempSync(path.join(tmpdir(), 'rightsdesk-prove-'));
  try {
    for (const each of copied) cpSync(path.join(root, each), path.join(copy, each), { recursive: true, errorOnExist: false, force: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const verdicts = chosen.map((row) => {
      const verdict = proveRow(copy, row);
      how.say(`${verdict.row} ${verdict.fault ?? 'red, as it should be'}`);
      return verdict;
    });
    const faults = verdicts.filter((each) => each.fault !== null);
    how.say(
      `${verdicts.length} of ${candidates.length} proved rows switched off: ${verdicts.length - faults.length} went red, ${faults.length} did not`,
    );
    return faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function proveRow(copy: string, row: TracedRow): Verdict {
  const verdict = (fault: string | null) => ({ row: row.id, fault });
  const before = runTests(copy, row);
  if (before !== 'green') return verdict(`its tests are ${before} already`);
  const originals = new Map(
    [...new Set(row.declared.map((each) => each.file))].map((file) => [file, readFileSync(path.join(copy, file), 'utf8')]),
  );
  try {
    for (const [file, source] of originals) {
      const off = switchOff(source, row.id);
      if (off === null) return verdict(`cannot be switched off in ${file}`);
      writeFileSync(path.join(copy, file), off);
    }
    const after = runTests(copy, row);
    return verdict(after === 'red' ? null : `stays ${after} when its declarations are off`);
  } finally {
    for (const [file, source] of originals) writeFileSync(path.join(copy, file), source);
  }
}

/** `red`: a test that names the row failed. `unloadable`: the tests could not even start, which proves nothing. */
function runTests(copy: string, row: TracedRow): 'green' | 'red' | 'unloadable' {
  const files = [...new Set(row.proved.map((each) => each.file))];
  const jest = path.join(copy, 'node_modules/jest/bin/jest.js');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--json',
    '--silent',
    '--testNamePattern',
    `\\b${row.id}\\b`,
    '--runTestsByPath',
    ...files,
  ];
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000 });
  try {
    // A bot that is stopped may write a line to its log before.
    const { numFailedTests, numPassedTests } = JSON.parse(stdout.slice(stdout.indexOf('{"numFailedTestSuites"'))) as {
      numFailedTests: number;
      numPassedTests: number;
    };
    if (numFailedTests > 0) return 'red';
    return numPassedTests > 0 ? 'green' : 'unloadable';
  } catch {
    return 'unloadable';
  }
}

/** Fisher–Yates with a small generator of its own, so that a seed means the same rows everywhere. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  const mixed = [...items];
  let state = seed >>> 0 || 1;
  for (let last = mixed.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
