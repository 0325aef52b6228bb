import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RunningDatabase, Stats } from './engine.js';

export type WorkerCall = 'close' | 'stats' | 'resetStats';
export type WorkerReply = { ready: number } | { failed: string } | { id: number; result: unknown };

/** The file the worker runs, beside this one and with the same ending (.ts under tsx, .js when compiled). */
const workerFile = (): URL => new URL(`./worker-main${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Runs the database in a worker thread and passes the few calls on. */
export function runInWorker(dataDir: string, port: number): Promise<RunningDatabase> {
  const worker = new Worker(fileURLToPath(workerFile()), { workerData: { dataDir, port } });
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
      if ('ready' in message) resolve(database(message.ready));
      else if ('failed' in message) reject(new Error(message.failed));
      else waiting.get(message.id)?.(message.result);
    });
  });
}
