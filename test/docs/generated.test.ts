import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { generateDocs } from '../../src/cli/docs.js';
import { readSentences, writeRefusals } from '../../src/cli/docs/write-refusals.js';
import { procedure } from '../../src/procedure/contents.js';
import { cite } from '../../src/cli/docs/write-procedure.js';
import * as needs from '../../src/procedure/needs.js';

const pages = generateDocs();
const text = (path: string): string => pages[path] ?? '';

describe('the generated pages', () => {
  it.each(Object.keys(pages))('%s is up to date; if not, run npm run -s docs', (path) => {
    expect(readFileSync(path, 'utf8')).toBe(pages[path]);
  });

  it('tell of every step: its title, clause, rows and who', () => {
    const lacking = procedure.steps.filter(
      (s) => !text('docs/procedure.md').includes(`### ${s.title}\n\n- **Clause** ${cite(s.clause)}, `),
    );
    expect(lacking.map((s) => s.id)).toEqual([]);
    const rows = [...new Set(procedure.steps.flatMap((s) => s.rows))];
    expect(rows.filter((row) => !text('docs/procedure.md').includes(row))).toEqual([]);
  });

  it('draw the road as the steps lead, found by walking them', () => {
    const chart = text('docs/procedure.md').split('```')[1] ?? '';
    for (const [from, title, to] of [
      ['REPORTED', 'Log and allocate', 'LOGGED'],
      ['AWAITING_REQUESTER', 'Record what arrived', 'VALIDATING'],
      ['CLOSED', 'Reopen', 'ASSIGNED'],
    ])
      expect(chart).toMatch(new RegExp(`^  ${from} -->\\|"(.*<br>)?${title}(<br>.*)?"\\| ${to}$`, 'm'));
    expect(chart).not.toMatch(/^ {2}(\w+) -->.* \1$/m);
    for (const stage of procedure.stages) expect(chart).toMatch(new RegExp(`\\| ${stage.code}$`, 'm'));
  });

  it('hold every sentence that says what must hold first, with its clause', () => {
    for (const { sentence, clause } of Object.values(needs)) expect(text('docs/refusals.md')).toContain(`| ${sentence} | §${clause} |`);
  });

  it('hold no sentence of a kind the reader would not understand', () => {
    const sentences = text('docs/refusals.md')
      .split('\n')
      .filter((line) => /^(\| |- )/.test(line) && !/^\| (Sentence|---)/.test(line))
      .map((line) => line.replace(/^- |^\| /, '').replace(/ \|.*/, ''));
    expect(sentences.length).toBeGreaterThan(40);
    expect(sentences.filter((s) => !/^[\p{Lu}…].*[.…]$/u.test(s) || s.includes('!'))).toEqual([]);
  });
});

describe('reading sentences from the source', () => {
  it('finds refusals, needs and faults, with clauses, and `…` for what is filled in', () => {
    const source = `
      const refusal = () => refuse('stale', \`Gone to \${name}.\`, { clause: '2.7' });
      const where = stage ? \`It stands at \${stage}\` : 'It is nowhere';
      const other = () => refuse('stale', \`\${where}.\`, { clause: step.clause });
      export const paid = need({ code: 'paid', clause: '2.4.4', sentence: 'Not paid.', holds: () => true });
      const check = () => [{ field: 'on', sentence: 'Too late.' }];
      const read = () => (sound ? { value } : { fault: 'Give a day.' });
      const shown = { sentence: 'Not a refusal.', rows: [] };`;
    expect(readSentences('a.ts', source)).toEqual([
      { kind: 'refusal', code: 'stale', sentence: 'Gone to ….', clause: '2.7' },
      { kind: 'refusal', code: 'stale', sentence: 'It stands at ….', clause: 'that of the step' },
      { kind: 'need', code: 'paid', sentence: 'Not paid.', clause: '2.4.4' },
      { kind: 'answer', code: '', sentence: 'Too late.', clause: '' },
      { kind: 'answer', code: '', sentence: 'Give a day.', clause: '' },
    ]);
  });

  it('writes the same sentence once', () => {
    const source = { file: 'a.ts', text: "refuse('stale', 'Gone.'); refuse('stale', 'Gone.');" };
    expect(writeRefusals([source, source]).match(/Gone\./g)).toHaveLength(1);
  });
});
