// `npm test`: types, lint, format, then every test. The last line is `N passed, N failed, N skipped`: scripts read it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'rightsdesk-tests-'));
const total = { passed: 0, failed: 0, skipped: [] };
/** A run that has told its counts and does not end within this time keeps something open: that is a fault too. */
const lingerMs = 20_000;

const bin = (file) => path.join(root, 'node_modules', file);

function start(args, { env = {}, show = false } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: String(error) }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, said: signal ? `${said}ended by ${signal}` : said }));
  });
  return { child, ended };
}

/** A check without counts of its own is one test, passed or failed. */
async function check(name, args) {
  const begun = performance.now();
  const { code, said } = await start(args).ended;
  total[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) console.log(said.trim());
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}  ${seconds(begun)}`);
}

async function tests(name, timeZone, only = []) {
  const begun = performance.now();
  console.log(`     ${name}`);
  const countsFile = path.join(scratch, `${timeZone.replace('/', '-')}.json`);
  const run = start(
    ['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js'), ...only, '--reporters=./test/support/count-reporter.mjs'],
    { env: { TZ: timeZone, COUNTS_FILE: countsFile }, show: true },
  );
  const { code } = await withinReason(run, countsFile);
  add(readCounts(countsFile), code, name);
  console.log(`     ${name}  ${seconds(begun)}`);
}

/** Waits for the run; ends it by its own id when it lingers after its counts are there. */
function withinReason({ child, ended }, countsFile) {
  let told = 0;
  const watch = setInterval(() => {
    if (!readCounts(countsFile)) return;
    told ||= performance.now();
    if (performance.now() - told < lingerMs) return;
    console.log('the tests are over but their process does not end: something was left open');
    child.kill('SIGKILL');
  }, 1000);
  return ended.finally(() => clearInterval(watch));
}

function add(counts, code, name) {
  const ours = counts ?? { passed: 0, failed: 0, skipped: [], files: 0 };
  const silent = ours.failed === 0 && (code !== 0 || ours.files === 0);
  if (silent) console.log(`FAIL ${name}: ended with code ${code} after ${ours.files} files`);
  total.passed += ours.passed;
  total.failed += ours.failed + (silent ? 1 : 0);
  total.skipped.push(...ours.skipped);
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

await Promise.all([
  check('types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']),
  check('lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']),
]);
await check('format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
await tests('tests', 'UTC');
await tests('dates again, half a world away', 'Pacific/Auckland', ['test/domain']);

rmSync(scratch, { recursive: true, force: true });
for (const each of total.skipped) console.log(`skipped: ${each}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
