import mongoose, { type Connection } from 'mongoose';

export type { Connection } from 'mongoose';

/** A connection that is not open yet; the stores may be built on it. */
export const futureConnection = (): Connection => mongoose.createConnection();

const RETRY_MS = 3_000;
/**
 * Nothing is buffered while the database is away and nothing waits for it longer than a person would (design §5). Indexes are built below;
 * creating empty collections as well would only slow the start.
 */
const SETTINGS = {
  bufferCommands: false,
  serverSelectionTimeoutMS: 1500,
  connectTimeoutMS: 1500,
  maxPoolSize: 16,
  autoIndex: false,
  autoCreate: false,
};

/**
 * Opens the connection and, when the server does not answer, tries again until it does, so that a bot may start before its database.
 * `whenOpen` runs once, after the indexes are there. Answers how to stop trying.
 */
export function keepConnecting(
  connection: Connection,
  uri: string,
  whenOpen: () => Promise<void>,
  sayAway: (error: unknown) => void,
): () => void {
  let stopped = false;
  const attempt = async (): Promise<void> => {
    try {
      await connection.openUri(uri, SETTINGS);
      // One after the other: building indexes side by side gains nothing and floods a small server.
      for (const model of Object.values(connection.models)) await model.createIndexes();
      await whenOpen();
    } catch (error) {
      sayAway(error);
      if (!stopped) setTimeout(() => void attempt(), RETRY_MS).unref();
    }
  };
  void attempt();
  return () => {
    stopped = true;
  };
}

const AWAY =
  /^(MongoNetwork|MongoServerSelection|MongoNotConnected|MongoPoolClear|MongoTopologyClosed|MongooseServerSelection|PoolCleared|MongoWaitQueue|MongoExpiredSession|MongoWriteConcern)/;

/** True when the database is away or too slow to wait for: the person is asked to try again, and nothing they typed is lost. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  // 50: the time allowed on the server ran out.
  return AWAY.test(error.name) || code === 50 || /initial connection|bufferCommands/.test(error.message);
}

/** Connected at this moment. */
export const isOpen = (connection: Connection): boolean => connection.readyState === mongoose.ConnectionStates.connected;
