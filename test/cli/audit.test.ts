import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeLocalKeys } from '../../src/adapters/keys/local-keys.js';
import { runAudit } from '../../src/cli/audit.js';
import { openStore } from '../../src/cli/open-store.js';
import { aRegister } from '../adapters/mongo/a-register.js';

let dataDir: string;
let lines: string[];
const audit = (args: string[], env = { DATA_DIR: dataDir }) => runAudit(args, env, (line) => void lines.push(line));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
  lines = [];
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function inDatabase(
  work: (register: Awaited<ReturnType<typeof aRegister>>, collection: (name: string) => Collection) => Promise<unknown>,
) {
  const store = await openStore({ DATA_DIR: dataDir });
  await work(await aRegister(store, makeLocalKeys(dataDir)), (name) => store.connection.collection(name));
  await store.close();
}
type Collection = ReturnType<Awaited<ReturnType<typeof openStore>>['connection']['collection']>;

describe('npm run -s audit -- verify (SEC-05)', () => {
  it('prints the counts, the newest head and "whole", and exits 0', async () => {
    await inDatabase(async (register) => {
      await register.report('a');
      await register.note('a');
      await register.audit.record({ what: 'view', by: 'p-bea', requestId: 'a' });
      await register.seal();
      await register.report('b');
    });
    expect(await audit(['verify'])).toBe(0);
    expect(lines[0]).toBe('2 requests, 3 steps, 3 details (0 deleted), 1 events, 1 blocks; 1 waiting to be sealed');
    expect(lines[1]).toMatch(/^newest head: [\w-]{43} \(block 1\)$/);
    expect(lines[2]).toBe('whole');
    const head = lines[1]!.split(' ')[2]!;
    expect(await audit(['verify', '--head', head])).toBe(0);
    expect(await audit(['verify', '--head', 'x'.repeat(43)])).toBe(1);
    expect(lines.at(-1)).toMatch(/^BROKEN: No block has the head x+: blocks were cut off at the end/);
  });

  it('prints the first broken link in a plain sentence and exits 1', async () => {
    await inDatabase(async (register, collection) => {
      await register.report('a');
      await register.seal();
      await collection('requests').updateOne({}, { $set: { 'steps.0.by': 'p-eve' } });
    });
    expect(await audit(['verify'])).toBe(1);
    expect(lines.at(-1)).toBe('BROKEN: Step 1 of DR-2026-a was changed, or a step before it was changed or removed.');
  });

  it('is whole on an empty register, and says that nothing is sealed yet', async () => {
    makeLocalKeys(dataDir);
    expect(await audit(['verify'])).toBe(0);
    expect(lines.slice(1)).toEqual(['no block is sealed yet', 'whole']);
  });

  it('says why nothing was checked: no keys, a database in use, a wrong call', async () => {
    expect(await audit(['verify'])).toBe(1);
    expect(lines[0]).toMatch(/^Nothing was checked: no keys in the environment/);
    expect(await audit(['verify', 'all'])).toBe(2);
    expect(await audit(['verify', '--heads', 'x'])).toBe(2);
    expect(lines.at(-1)).toBe('npm run -s audit -- verify [--head HEAD]');
    makeLocalKeys(dataDir);
    const inUse = await openStore({ DATA_DIR: dataDir });
    expect(await audit(['verify'])).toBe(1);
    expect(lines.at(-1)).toMatch(/^Nothing was checked: /);
    await inUse.close();
  });

  it('is a command of its own', async () => {
    makeLocalKeys(dataDir);
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/audit.ts', 'verify'], {
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    });
    expect((await run).stdout).toMatch(/^0 requests.*\nno block is sealed yet\nwhole\n$/);
  });
});
