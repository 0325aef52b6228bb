import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/adapters/log.js';
import type { LogFields } from '../../src/usecases/ports.js';

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog({ to: { write: (line) => lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('keeps to the fixed fields, whatever an object carries', () => {
    const fields = { id: 'r1', step: 'accept', ms: 3, name: 'Jo Example', address: '1 Made Up Street' } as LogFields;
    const [line] = logged((log) => log.info('step-taken', fields));
    expect(line).toEqual({ level: 30, time: expect.any(String), msg: 'step-taken', id: 'r1', step: 'accept', ms: 3 });
  });

  it('tells of an error its name, code, place and cause, and none of its words', () => {
    const cause = Object.assign(new Error('E11000 dup key: { name: "Jo Example" }'), { code: 11000 });
    const [line] = logged((log) =>
      log.error('turn-failed', { reference: 'KITE-42', error: new TypeError('Jo Example\n    at home (1:2:3)', { cause }) }),
    );
    expect(line).toMatchObject({ reference: 'KITE-42', error: { name: 'TypeError', cause: { name: 'Error', code: 11000 } } });
    expect(JSON.stringify(line)).toContain('log.test.ts');
    expect(JSON.stringify(line)).not.toContain('Jo Example');
    expect(JSON.stringify(line)).not.toContain('home');
  });

  it('says only what kind of thing was thrown when it was no error', () => {
    const [line] = logged((log) => log.warn('odd', { error: 'Jo Example' }));
    expect(line?.['error']).toEqual({ name: 'string' });
  });
});
