import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { clauseOf } from '../../src/domain/check-procedure.js';
import { clauses } from '../../src/procedure/clauses.js';
import { listFiles } from '../support/source-files.js';

/** Every `clause` below a value, whatever it is nested in. */
function citationsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'clause' && typeof each === 'string' ? [each] : citationsIn(each, seen),
  );
}

const modules = readdirSync('src/procedure', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const declared: object[] = [];
// One after another: loaded at once, modules that share another may not find it.
for (const file of modules) declared.push({ ...((await import(`../../src/procedure/${file.replace(/\.ts$/, '.js')}`)) as object) });
/** Refusals of use cases and letters cite too; their clauses are read from the source. */
const spoken = ['src/usecases', 'src/letters', 'src/bot', 'src/domain']
  .flatMap(listFiles)
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/clause: '([^']+)'/g)].map((found) => found[1] as string));
const cited = [...citationsIn(declared), ...spoken];

describe('the clauses that are cited', () => {
  it('are all in the list, with a heading', () => {
    expect(cited.length).toBeGreaterThan(100);
    expect([...new Set(cited)].filter((citation) => !Object.hasOwn(clauses, clauseOf(citation)))).toEqual([]);
    expect(Object.entries(clauses).filter(([, { heading }]) => !/^\p{Lu}[^.]+$/u.test(heading))).toEqual([]);
  });

  it('are all the rules in the list', () => {
    const used = new Set(cited.map(clauseOf));
    const rules = Object.keys(clauses).filter((clause) => !clauses[clause]?.guidance);
    expect(rules.filter((clause) => !used.has(clause))).toEqual([]);
  });

  it('stand in the order of the document', () => {
    const sections = Object.keys(clauses).filter((clause) => /^\d/.test(clause));
    expect(sections).toEqual([...sections].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  });
});
