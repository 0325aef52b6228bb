import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** One line per test file as it ends, the whole story of what failed, and the counts for run-all.mjs in the file COUNTS_FILE. */
export default class CountReporter {
  constructor() {
    this.passed = 0;
    this.failed = 0;
    this.skipped = [];
  }

  onTestResult(_test, result) {
    const file = path.relative(process.cwd(), result.testFilePath);
    const by = (...statuses) => result.testResults.filter((each) => statuses.includes(each.status));
    const failed = by('failed').length + (result.testExecError ? 1 : 0);
    const skipped = by('pending', 'todo', 'skipped', 'disabled');
    this.passed += by('passed').length;
    this.failed += failed;
    this.skipped.push(...skipped.map((each) => `${file}: ${each.fullName}`));
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
    const notes = [`${by('passed').length} passed`, failed && `${failed} FAILED`, skipped.length && `${skipped.length} skipped`];
    console.log(`  ${failed ? 'FAIL' : 'ok  '} ${file}  ${notes.filter(Boolean).join(', ')}  ${seconds} s`);
    if (failed) console.log(result.failureMessage ?? String(result.testExecError?.message));
  }

  // Suites that never ran (nothing matched, a worker died) are told only here.
  onRunComplete(_contexts, results) {
    const broken = results.runExecError ? 1 : 0;
    if (broken) console.log(results.runExecError.message);
    const counts = { passed: this.passed, failed: this.failed + broken, skipped: this.skipped, files: results.numTotalTestSuites };
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  }
}
