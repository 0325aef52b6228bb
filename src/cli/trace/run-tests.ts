import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** How one test file went. */
export interface FileRun {
  file: string;
  /** Why none of its tests could start; null when they could. */
  unloadable: string | null;
  tests: { name: string; status: 'passed' | 'failed' | 'left out' }[];
}

interface JestResult {
  name: string;
  message: string;
  assertionResults: { fullName: string; status: string }[];
}

/** Longest wait for one run of the tests; one that hangs proves nothing. */
const patienceMs = 900_000;

/**
 * Runs whole test files of a project, one after another in one process. Whole files, because the tests of a journey go on from one another.
 * A file of which nothing was heard counts as one that could not be loaded.
 */
export function runTests(root: string, files: readonly string[]): FileRun[] {
  const heard = path.join(root, 'heard.json');
  rmSync(heard, { force: true });
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--json', `--outputFile=${heard}`, '--silent', '--runInBand', '--coverage=false', '--runTestsByPath', ...files];
  spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...flags], {
    cwd: root,
    stdio: 'ignore',
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  const results = readResults(heard);
  return files.map((file) =>
    toRun(
      file,
      results.find((each) => each.name.endsWith(`/${file}`)),
    ),
  );
}

function readResults(file: string): JestResult[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { testResults: JestResult[] }).testResults;
  } catch {
    return [];
  }
}

function toRun(file: string, result: JestResult | undefined): FileRun {
  if (!result) return { file, unloadable: 'the run did not end', tests: [] };
  const tests = result.assertionResults.map(({ fullName, status }) => ({ name: fullName, status: toStatus(status) }));
  const unloadable = tests.length === 0 ? firstWords(result.message) : null;
  return { file, unloadable, tests };
}

const toStatus = (status: string): FileRun['tests'][number]['status'] => (status === 'passed' || status === 'failed' ? status : 'left out');

/** The first line of what went wrong, below the heading, and what follows its colon. */
function firstWords(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const [first = 'no test was found', next = ''] = lines.filter((line) => line !== '' && !line.startsWith('●'));
  return first.endsWith(':') ? `${first} ${next}` : first;
}
