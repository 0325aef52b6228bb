import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  /** What it printed after the awaited word. */
  said: string;
  pid: number;
  stop(): Promise<void>;
}

/** `BENCH_PROFILE=DIR npm run bench …` leaves a profile of every process there. */
const folder = process.env['BENCH_PROFILE'];
const profiling = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];

/** Starts a TypeScript entry in a process of its own and waits until it prints `word`. */
export async function startChild(entry: string, args: string[], word: string, env: Record<string, string> = {}): Promise<Child> {
  const child = spawn(process.execPath, [...profiling, '--import', 'tsx', entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code}: ${text}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split('\n').find((l) => l.includes(word));
      if (line && text.endsWith('\n')) resolve(line.slice(line.indexOf(word)).trim());
    });
  });
  return {
    said,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
