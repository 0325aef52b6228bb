import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { proveRows } from './trace/prove-rows.js';
import { readDeclarations, readProofs } from './trace/read-code.js';
import { readRows } from './trace/read-rows.js';
import { isMissing, printRows, strangers, summarise, traceRows } from './trace/trace-rows.js';

/**
 * `npm run -s trace [-- --chapters INT,REP --missing --prove 30 --seed 1 --procedure FILE]`: which rows of the procedure are
 * declared where, and proved by which tests. Exit 1 when a row with force M, N or S among the chosen has no declaration or no
 * test; with `--prove`, when no test that names a row goes red while its declarations are off. Exit 2: no catalogue to read.
 */
const { values } = parseArgs({
  options: {
    chapters: { type: 'string', default: '' },
    missing: { type: 'boolean', default: false },
    prove: { type: 'string' },
    seed: { type: 'string', default: '1' },
    procedure: { type: 'string', default: '../shared/procedure.md' },
    root: { type: 'string', default: '.' },
  },
});
const root = path.resolve(values.root);

async function main(): Promise<number> {
  const markdown = readCatalogue(path.resolve(root, values.procedure));
  if (markdown === null) return 2;
  const rows = readRows(markdown);
  const declarations = readDeclarations(root, 'src');
  const proofs = readProofs(root, 'test');
  const traced = traceRows(rows, declarations, proofs, values.chapters.split(',').filter(Boolean));
  if (values.prove !== undefined)
    return proveRows(root, traced, { count: Number(values.prove), seed: Number(values.seed), say: console.log });

  const missing = traced.filter(isMissing);
  for (const line of printRows(values.missing ? missing : traced)) console.log(line);
  const unknown = strangers(rows, [...declarations, ...proofs]);
  for (const at of unknown) console.log(`${at.row} is not in the procedure: ${at.file}:${at.line}`);
  console.log(summarise(traced));
  return missing.length + unknown.length > 0 ? 1 : 0;
}

function readCatalogue(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    console.error(`There is no procedure to trace at ${file}: name it with --procedure`);
    return null;
  }
}

process.exitCode = await main();
