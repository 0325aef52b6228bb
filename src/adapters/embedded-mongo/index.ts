import { runHere, type Stats } from './server/engine.js';
import { runInWorker } from './server/in-worker.js';

export interface EmbeddedMongoOptions {
  /** The folder that holds the database; made (mode 0700) if it is not there. */
  readonly dataDir: string;
  /** 0 or none: any free port. Only 127.0.0.1 is listened on. */
  readonly port?: number;
  /** Run in a worker thread, so that a long scan never holds up the caller's event loop. */
  readonly worker?: boolean;
}

export interface EmbeddedMongo {
  /** What MongoClient and mongoose.connect take. */
  readonly uri: string;
  readonly port: number;
  close(): Promise<void>;
  /** Documents and index keys looked at since the start or the last reset. */
  stats(): Promise<Stats>;
  resetStats(): Promise<void>;
}

/**
 * Starts a standalone database that speaks the MongoDB wire protocol and keeps its data in `dataDir`; a reply to a write means it is synced.
 * Rejects with an Error that names the folder if another process owns it, if it cannot be written, or if its format is newer.
 */
export async function startEmbeddedMongo({ dataDir, port = 0, worker = false }: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const running = await (worker ? runInWorker(dataDir, port) : runHere(dataDir, port));
  return { ...running, uri: `mongodb://127.0.0.1:${running.port}/?directConnection=true` };
}
