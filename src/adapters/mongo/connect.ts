import mongoose from 'mongoose';

/** How long one operation may take on the server, so that nothing outlives the answer it is for. */
export const AT_MOST_MS = 2000;

/** What may differ between a bot, a command-line tool and a test. */
export interface ConnectSettings {
  /** Build missing indexes at start. Off for tools that only read. Default true. */
  autoIndex?: boolean;
  /** How long one operation may take on the server, in milliseconds. Default 2000. */
  maxTimeMS?: number;
  /** Connections kept to the server. Default 16. */
  maxPoolSize?: number;
}

/**
 * Opens one connection of its own (never mongoose's global one), so that two bots and a test can live in one process.
 * Nothing is buffered: while the database is away every call fails within 1.5 s and the person is told at once (design §5).
 * Rejects when the server does not answer.
 */
export async function connectMongo(uri: string, settings: ConnectSettings = {}): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection(uri, {
    bufferCommands: false,
    serverSelectionTimeoutMS: 1500,
    autoIndex: settings.autoIndex ?? true,
    // Indexes are awaited by each store; creating empty collections as well would only slow the start.
    autoCreate: false,
    maxPoolSize: settings.maxPoolSize ?? 16,
  });
  boundEveryOperation(connection, settings.maxTimeMS ?? AT_MOST_MS);
  return connection.asPromise();
}

/** Schemas compiled on this connection get `maxTimeMS`, so that no query can outlive the answer it is for. */
export function boundEveryOperation(connection: mongoose.Connection, maxTimeMS = AT_MOST_MS): void {
  connection.plugin((schema: mongoose.Schema) => {
    schema.pre(
      /^(find|count|update|delete|distinct|replace)/,
      { query: true, document: false },
      function (this: mongoose.Query<unknown, unknown>) {
        if (this.getOptions()['maxTimeMS'] === undefined) this.maxTimeMS(maxTimeMS);
      },
    );
    schema.pre('aggregate', function (this: mongoose.Aggregate<unknown>) {
      this.option({ maxTimeMS });
    });
  });
}
