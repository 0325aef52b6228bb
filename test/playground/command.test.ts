import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The command itself, as somebody types it after `npm ci`: its own process, its own children. */
describe('npm run playground', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-command-'));
  const started: ChildProcess[] = [];
  afterAll(() => {
    for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (place: string, ...flags: string[]) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/playground/main.ts', ...flags], {
      env: { ...process.env, DATA_DIR: path.join(folder, place), PORT: '0', CLOCK_AT: undefined, CLOCK_SPEED: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { child, ended: new Promise<number | null>((resolve) => child.on('exit', resolve)), said: () => said };
  };

  it('prints four addresses that answer, and Ctrl-C stops all of it, twice over on the same data', async () => {
    for (const flags of [[], ['--at', '2026-11-20T09:00', '--speed', '8640']]) {
      const { child, ended, said } = run('council', '--port', '0', ...flags);
      await until(() => said().includes('Ctrl-C stops everything'), said);
      const addresses = said().match(/http:\/\/localhost:\d+/g) ?? [];
      expect(addresses).toHaveLength(4);
      for (const address of addresses) expect((await fetch(address)).status).toBe(200);
      expect(said().includes('rehearsal')).toBe(flags.length > 0);
      child.kill('SIGINT');
      expect(await ended).toBe(0);
      for (const address of addresses) await expect(fetch(address)).rejects.toThrow('fetch failed');
    }
  }, 180_000);

  it('ends with a sentence when a rehearsal has a speed and no beginning, or a beginning that is no time, or a flag is unknown', async () => {
    for (const [flags, sentence] of [
      [['--speed', '60'], '--speed is for a rehearsal: say when it begins'],
      [['--sped', '60'], "Unknown option '--sped'"],
      [['--at', 'tomorrow'], 'CLOCK_AT is no time: tomorrow'],
    ] as const) {
      const { ended, said } = run('faulty', ...flags);
      expect(await ended).toBe(1);
      expect(said()).toContain(sentence);
      expect(said()).not.toContain('    at ');
    }
  }, 60_000);
});

async function until(holds: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 900 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  if (!holds()) throw new Error(`The command does not get ready:\n${said()}`);
}
