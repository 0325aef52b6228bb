import { Worker } from 'node:worker_threads';
import type { RunningDatabase, Stats } from './engine.js';

export type WorkerCall = 'close' | 'stats' | 'resetStats';
export type WorkerReply = { ready: number } | { failed: string } | { id: number; result: unknown };

/**
 * Starts the thread on the file beside this one. Under tsx that is TypeScript, and as a worker does not inherit tsx's loader on Node 20,
 * a line of script registers it first.
 */
function startThread(workerData: { dataDir: string; port: number }): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker-main.js', import.meta.url), { workerData });
  const main = new URL('./worker-main.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then((tsx) => { tsx.register(); return import('${main}'); })`;
  return new Worker(script, { workerData, eval: true });
}

/** Runs the database in a worker thread and passes the few calls on. */
export function runInWorker(dataDir: string, port: number): Promise<RunningDatabase> {
  const worker = startThread({ dataDir, port });
  const waiting = new Map<number, (result: unknown) => void>();
  let nextId = 0;
  const call = <T>(method: WorkerCall): Promise<T> =>
    new Promise<T>((resolve) => {
      waiting.set(++nextId, resolve as (result: unknown) => void);
      worker.postMessage({ id: nextId, method });
    });
  const database = (ready: number): RunningDatabase => ({
    port: ready,
    close: async () => {
      await call('close');
      await worker.terminate();
    },
    stats: () => call<Stats>('stats'),
    resetStats: () => call<void>('resetStats'),
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: WorkerReply) => {
      if ('ready' in message) {
        // From now on a crash of the thread is not to be swallowed: it goes up as an uncaught error.
        worker.off('error', reject);
        resolve(database(message.ready));
      } else if ('failed' in message) reject(new Error(message.failed));
      else waiting.get(message.id)?.(message.result);
    });
  });
}
