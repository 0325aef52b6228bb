import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { merge, type Operations } from './operations.js';

/* Writes used-operations.json from the lines that record-operations.ts left. */
const lines = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n');
const list = merge(lines.map((line) => JSON.parse(line) as Operations));
writeFileSync(join(import.meta.dirname, 'used-operations.json'), `${JSON.stringify(list, null, 2)}\n`);
