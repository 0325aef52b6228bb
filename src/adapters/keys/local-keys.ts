import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { envLines, freshFieldKey, freshKeys } from './fresh-keys.js';
import type { Keys, KeyTexts } from './keys.js';
import { keyNames } from './keys.js';
import { parseKeys } from './parse-keys.js';

const FILE = 'keys.env';

/**
 * The keys of local mode: made in `<dataDir>/keys.env` (owner only) at the first start and read ever after.
 * Throws when the file is there but unreadable or open to others: fresh keys over old data would lose the data.
 */
export function makeLocalKeys(dataDir: string): Keys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, FILE);
  if (!existsSync(file)) createOnce(file, envLines(freshKeys()));
  return read(file);
}

/** The keys already in a data folder, or null when it has none: a look never makes keys. */
export function readLocalKeys(dataDir: string): Keys | null {
  const file = join(dataDir, FILE);
  return existsSync(file) ? read(file) : null;
}

/** Puts a fresh field key first in the key file, the old ones behind it. Answers the keys as they are now. */
export function addLocalFieldKey(dataDir: string): Keys {
  return rewriteRing(dataDir, (entries) => [freshFieldKey(), ...entries]);
}

/** Leaves only the first field key in the key file: right only when nothing is under the others any more. */
export function dropOldLocalFieldKeys(dataDir: string): Keys {
  return rewriteRing(dataDir, (entries) => entries.slice(0, 1));
}

function rewriteRing(dataDir: string, change: (entries: string[]) => string[]): Keys {
  const file = join(dataDir, FILE);
  read(file);
  const texts = readTexts(file);
  const next = `${file}.next`;
  rmSync(next, { force: true });
  write(next, envLines({ ...texts, FIELD_KEY: change(texts.FIELD_KEY.split(',')).join(',') }));
  renameSync(next, file);
  return read(file);
}

// Written aside and linked into place: a crash cannot leave half a key file, and of two first starts only one wins.
function createOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  write(draft, text);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function write(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function readTexts(file: string): KeyTexts {
  const values = parseEnv(readFileSync(file, 'utf8')) as Record<string, string | undefined>;
  return Object.fromEntries(keyNames.map((name) => [name, values[name] ?? ''])) as unknown as KeyTexts;
}

function read(file: string): Keys {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`${FILE} in the data folder can be read by others: set its mode to 0600`);
  const parsed = parseKeys(readTexts(file));
  if ('faults' in parsed) throw new Error(`${FILE} in the data folder is damaged: ${parsed.faults.join('; ')}`);
  return parsed.keys;
}
