import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests, type FileRun } from './run-tests.js';
import { switchOff } from './switch-off.js';
import type { TracedRow } from './trace-rows.js';

/** What of the project the copy needs. The packages are linked. */
const copied = ['src', 'test', 'cards', 'manifest', 'docs', 'package.json', 'tsconfig.json', 'jest.config.js'];

/** Tests of a whole bot: they take long, so they are asked only where the others stay green. */
const isSlow = (file: string): boolean => /\/(journeys|adapters|usecases|cli|playground)\//.test(file);

interface Verdict {
  red: boolean;
  words: string;
}

/** A copy of the project, and how its test files went before anything was switched off. */
interface Copy {
  root: string;
  before: Map<string, FileRun>;
}

/**
 * Switches off the declarations of some proved rows in a copy of the project, one row at a time, and runs the tests that name it.
 * Answers 0 when each made such a test fail that passes otherwise, 1 when one did not. The same seed takes the same rows.
 */
export function proveRows(root: string, rows: TracedRow[], how: { count: number; seed: number; say: (line: string) => void }): number {
  const candidates = rows.filter((row) => row.declared.length > 0 && row.proved.length > 0);
  const chosen = shuffle(candidates, how.seed).slice(0, how.count);
  const copy = { root: mkdtempSync(path.join(tmpdir(), 'rightsdesk-prove-')), before: new Map<string, FileRun>() };
  try {
    fillCopy(root, copy.root);
    runBefore(
      copy,
      [...new Set(chosen.flatMap(filesOf))].filter((file) => !isSlow(file)),
    );
    const reds = chosen.filter((row) => {
      const { red, words } = proveRow(copy, row);
      how.say(`${row.id} ${words}`);
      return red;
    }).length;
    how.say(`${chosen.length} of ${candidates.length} proved rows switched off: ${reds} went red, ${chosen.length - reds} did not`);
    return reds < chosen.length ? 1 : 0;
  } finally {
    rmSync(copy.root, { recursive: true, force: true });
  }
}

function fillCopy(root: string, copy: string): void {
  for (const each of copied) cpSync(path.join(root, each), path.join(copy, each), { recursive: true, errorOnExist: false, force: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
}

function runBefore({ root, before }: Copy, files: readonly string[]): void {
  const unknown = files.filter((file) => !before.has(file));
  if (unknown.length > 0) for (const run of runTests(root, unknown)) before.set(run.file, run);
}

const filesOf = (row: TracedRow): string[] => [...new Set(row.proved.map((each) => each.file))];

function proveRow(copy: Copy, row: TracedRow): Verdict {
  const files = filesOf(row);
  const batches = [files.filter((file) => !isSlow(file)), ...files.filter(isSlow).map((file) => [file])];
  const greens: string[] = [];
  for (const batch of batches.filter((each) => each.length > 0)) {
    const after = whileOff(copy, row, () => runTests(copy.root, batch));
    if (after === null) return { red: false, words: 'cannot be switched off where it is declared' };
    const failed = naming(after, row.id).filter((test) => test.status === 'failed');
    if (failed.length > 0) runBefore(copy, batch);
    const proof = failed.find((test) => naming(copy.before.values(), row.id).some((b) => b.name === test.name && b.status === 'passed'));
    if (proof) return { red: true, words: `red, as it should be: ${proof.name}` };
    greens.push(...failed.map((test) => `is red already: ${test.name}`), ...after.flatMap(unstartedIn));
  }
  return { red: false, words: greens[0] ?? 'stays green when its declarations are off' };
}

/** Tests that cannot even start prove nothing about the row. */
const unstartedIn = ({ file, unloadable }: FileRun): string[] =>
  unloadable === null ? [] : [`cannot be tried when its declarations are off: ${file}: ${unloadable}`];

/** Null when there is no way to switch the row off. */
function whileOff<T>(copy: Copy, row: TracedRow, work: () => T): T | null {
  const files = [...new Set(row.declared.map((each) => path.join(copy.root, each.file)))];
  const originals = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }));
  const offs = originals.map(({ file, source }) => ({ file, source: switchOff(source, row.id) }));
  try {
    for (const { file, source } of offs) {
      if (source === null) return null;
      writeFileSync(file, source);
    }
    return work();
  } finally {
    for (const { file, source } of originals) writeFileSync(file, source);
  }
}

const naming = (runs: Iterable<FileRun>, id: string) => {
  const named = new RegExp(`\\b${id}\\b`);
  return [...runs].flatMap((run) => run.tests).filter((test) => named.test(test.name));
};

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
