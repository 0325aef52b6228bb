import { parentPort, workerData } from 'node:worker_threads';
import { runHere } from './engine.js';
import type { WorkerCall, WorkerReply } from './in-worker.js';

const { dataDir, port } = workerData as { dataDir: string; port: number };
const tell = (reply: WorkerReply): void => parentPort?.postMessage(reply);

try {
  const database = await runHere(dataDir, port);
  parentPort?.on('message', ({ id, method }: { id: number; method: WorkerCall }) => {
    void database[method]().then((result) => tell({ id, result }));
  });
  tell({ ready: database.port });
} catch (e) {
  tell({ failed: (e as Error).message });
}
