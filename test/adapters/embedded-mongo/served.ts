import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CLI = join('src', 'adapters', 'embedded-mongo', 'cli.ts');

export interface Served {
  readonly process: ChildProcess;
  readonly uri: string;
  /** Ends the process with a signal and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** The database in a process of its own, as `npm run db` starts it. `before` is put in front, e.g. a limit of the shell. */
export async function serveInProcess(dataDir: string, before = ''): Promise<Served> {
  const line = `${before} exec ${process.execPath} --import tsx ${CLI} --data ${dataDir}`;
  const child = spawn('/bin/sh', ['-c', line], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const started = once(child.stdout, 'data').then(([text]) => String(text as Buffer).trim());
  const uri = await Promise.race([started, once(child, 'exit').then(() => Promise.reject(new Error(errors)))]);
  return {
    process: child,
    uri,
    end: async (signal) => {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Runs the command line to its end; answers what it printed and its exit code. */
export async function runCli(...args: string[]): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (out += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out: out.trim() };
}
