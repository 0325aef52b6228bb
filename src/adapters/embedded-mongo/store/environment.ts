import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';

/** Raised when the layout of keys or the catalogue changes; a file of a newer format is not opened. */
export const FORMAT = 1;
export const FILE_NAME = 'rightsdesk.mdb';

/** Longest key lmdb takes (1,978 bytes), less the four-byte collection or index id. */
export const MAX_KEY = 1_970;

type Bytes = Database<Buffer, Buffer>;

/** The one lmdb file: catalogue, documents and index entries, each a sub-database with binary keys. */
export interface Environment {
  readonly meta: Bytes;
  readonly data: Bytes;
  readonly index: Bytes;
  readonly root: RootDatabase<Buffer, Buffer>;
}

/** Makes the folder (0700) or throws an Error that names it and says why not. */
export function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    chmodSync(dataDir, 0o700);
  } catch (cause) {
    throw new Error(`The database folder ${dataDir} cannot be written to: ${(cause as Error).message}`, { cause });
  }
}

const FORMAT_KEY = Buffer.from('!format');

function checkFormat(meta: Bytes, dataDir: string, readOnly: boolean): void {
  const stored = meta.get(FORMAT_KEY);
  const format = stored ? Number(stored.toString()) : FORMAT;
  if (format > FORMAT) {
    throw new Error(`The database in ${dataDir} has format ${format}; this version reads format ${FORMAT}. Use the newer version`);
  }
  if (!stored && !readOnly) meta.putSync(FORMAT_KEY, Buffer.from(String(FORMAT)));
}

/**
 * Opens (or makes) the file in `dataDir`. `overlappingSync: false` makes a commit return only after the operating system has synced it,
 * so an acknowledged write survives a loss of power. Throws an Error naming the folder if it cannot be written or is of a newer format.
 */
export function openEnvironment(dataDir: string, { readOnly = false } = {}): Environment {
  if (!readOnly) prepareFolder(dataDir);
  const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;
  try {
    const root = open<Buffer, Buffer>({ path: join(dataDir, FILE_NAME), maxDbs: 4, overlappingSync: false, readOnly, ...binary });
    const openOne = (name: string): Bytes => root.openDB<Buffer, Buffer>({ name, ...binary });
    const env = { root, meta: openOne('meta'), data: openOne('data'), index: openOne('index') };
    checkFormat(env.meta, dataDir, readOnly);
    return env;
  } catch (cause) {
    const reason = (cause as Error).message;
    throw reason.includes(dataDir) ? cause : new Error(`The database in ${dataDir} cannot be opened: ${reason}`, { cause });
  }
}

/** The four-byte prefix that keeps each collection's documents and each index's entries together. */
export function prefixOf(id: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(id);
  return prefix;
}
