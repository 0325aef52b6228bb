import { realpathSync } from 'node:fs';
import { Cursors } from '../commands/cursors.js';
import { transact, type Engine } from '../commands/context.js';
import { openEnvironment, prepareFolder } from '../store/environment.js';
import { lockFolder } from '../store/owner-lock.js';
import { GroupCommit } from '../store/group-commit.js';
import { Store } from '../store/store.js';
import { Writer } from '../store/writer.js';
import { sweepExpired } from '../store/expiry.js';
import { listen } from './listen.js';

export interface Stats {
  readonly docsExamined: number;
  readonly keysExamined: number;
}

export interface RunningDatabase {
  readonly port: number;
  close(): Promise<void>;
  stats(): Promise<Stats>;
  resetStats(): Promise<void>;
}

const SWEEP_MS = 60_000;

/** Opens the folder as its only owner; `release` closes the file and gives the folder back. */
export async function openEngine(dataDir: string): Promise<{ engine: Engine; release: () => Promise<void> }> {
  prepareFolder(dataDir);
  const unlock = await lockFolder(realpathSync(dataDir));
  try {
    const env = openEnvironment(dataDir);
    const store = new Store(env);
    const commits = new GroupCommit(env.root, () => store.catalog.reload());
    const engine = { store, writer: new Writer(store), commits, cursors: new Cursors(), startedAt: new Date() };
    return { engine, release: async () => (await env.root.close(), await unlock()) };
  } catch (e) {
    await unlock();
    throw e;
  }
}

/** Closes idle cursors and deletes what is out of date, every minute. */
function keepTidy(engine: Engine): NodeJS.Timeout {
  const timer = setInterval(() => {
    engine.cursors.closeIdle();
    // The disk may be full: what is out of date goes in a later minute.
    transact(engine, () => sweepExpired(engine.store, engine.writer, new Date())).catch(() => undefined);
  }, SWEEP_MS);
  return timer.unref();
}

/** Runs the database in this thread. */
export async function runHere(dataDir: string, port: number): Promise<RunningDatabase> {
  const { engine, release } = await openEngine(dataDir);
  const { cost } = engine.store;
  const timer = keepTidy(engine);
  try {
    const listener = await listen(engine, port);
    const close = async (): Promise<void> => {
      clearInterval(timer);
      await listener.close();
      await release();
    };
    return {
      port: listener.port,
      close,
      stats: async () => ({ ...cost }),
      resetStats: async () => void Object.assign(cost, { docsExamined: 0, keysExamined: 0 }),
    };
  } catch (e) {
    clearInterval(timer);
    await release();
    throw e;
  }
}
