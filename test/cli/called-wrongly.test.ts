import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a command says on the screen and with which code it leaves. */
function run(args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, said })));
}

const DB = 'src/adapters/embedded-mongo/cli.ts';

describe('a command called wrongly says so in one plain line', () => {
  it.each([
    ['npm run local with a flag it does not know', ['src/main.ts', '--local', '--foo'], '--foo cannot be read here.', 2],
    ['npm run local with a word too many', ['src/main.ts', '--local', 'extra'], 'extra cannot be read here.', 2],
    ['npm run db with no port', [DB, '--port', 'abc'], '--port is no port: abc.', 2],
    ['npm run db with a port too high', [DB, '--port', '65536'], '--port is no port: 65536.', 2],
    ['npm run db with a flag it does not know', [DB, '--foo'], '--foo cannot be read here.', 2],
    ['audit with too little of a head', ['src/cli/audit.ts', 'verify', '--head', 'abc'], '--head needs at least 12 characters', 2],
  ])(
    '%s',
    async (_what, args, words, code) => {
      const left = await run(args);
      expect(left).toEqual({ code, said: expect.stringContaining(words) });
      expect(left.said.trim().split('\n')).toHaveLength(1);
    },
    120_000,
  );

  it('npm run db with a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const left = await run([
      DB,
      '--port',
      String((other.address() as AddressInfo).port),
      '--data',
      `${process.env['TMPDIR'] ?? '/tmp'}/taken-${process.pid}`,
    ]);
    await new Promise((done) => other.close(done));
    expect(left).toEqual({ code: 1, said: expect.stringMatching(/^The port is taken by another program\.[^\n]*\n$/) });
  }, 120_000);
});
