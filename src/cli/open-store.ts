import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../adapters/embedded-mongo/index.js';
import type { Keys } from '../adapters/keys/keys.js';
import { readLocalKeys } from '../adapters/keys/local-keys.js';
import { parseKeys } from '../adapters/keys/parse-keys.js';
import { connectMongo } from '../adapters/mongo/connect.js';

export type Environment = Record<string, string | undefined>;

export const dataDirOf = (env: Environment): string => env['DATA_DIR'] || './data';

export interface OpenStore {
  connection: Awaited<ReturnType<typeof connectMongo>>;
  close: () => Promise<void>;
}

/** The environment of a command, with the `.env` file of this folder as a start reads it. */
export function readEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Opens the register a command works on: `MONGODB_URI`, or the embedded database of `DATA_DIR`, which must not be in use by a bot. */
export async function openStore(env: Environment): Promise<OpenStore> {
  const given = env['MONGODB_URI'];
  const embedded = given ? null : await startEmbeddedMongo({ dataDir: join(dataDirOf(env), 'db') });
  // A command may walk the whole register: no limit of two seconds, and no indexes built in passing.
  const connection = await connectMongo(given ?? embedded?.uri ?? '', { autoIndex: false, maxTimeMS: 60_000 });
  return {
    connection,
    close: async () => {
      await connection.close();
      await embedded?.close();
    },
  };
}

/** The same as an outcome: why it cannot be opened is for a person to read, and a running bot is the usual reason. */
export async function tryOpenStore(env: Environment): Promise<OpenStore | { fault: string }> {
  try {
    return await openStore(env);
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** The keys of the installation: from the environment when any is set there, otherwise from the key file of local mode. */
export function findKeys(env: Environment): { keys: Keys; local: boolean } | { faults: string[] } {
  const { FIELD_KEY, LOOKUP_KEY, AUDIT_KEY, LINK_SECRET } = env;
  const given = { FIELD_KEY, LOOKUP_KEY, AUDIT_KEY, LINK_SECRET };
  if (Object.values(given).some(Boolean)) {
    const parsed = parseKeys(given);
    return 'faults' in parsed ? parsed : { keys: parsed.keys, local: false };
  }
  const keys = readLocalKeys(dataDirOf(env));
  return keys ? { keys, local: true } : { faults: [`no keys in the environment, and none in ${dataDirOf(env)}`] };
}
