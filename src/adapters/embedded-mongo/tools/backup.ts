import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_NAME, openEnvironment } from '../store/environment.js';

/**
 * Copies the database to one file, while it is in use too: the copy is one moment of it. Throws if the file exists, so that no earlier
 * backup is lost to a slip.
 */
export async function backup(dataDir: string, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already; a backup never overwrites`);
  if (!existsSync(join(dataDir, FILE_NAME))) throw new Error(`There is no database in ${dataDir}`);
  const env = openEnvironment(dataDir, { readOnly: true });
  try {
    await env.root.backup(file, false);
    chmodSync(file, 0o600);
    syncFile(file);
  } finally {
    await env.root.close();
  }
}

function syncFile(file: string): void {
  const fd = openSync(file, 'r+');
  fsyncSync(fd);
  closeSync(fd);
}

/** Puts a backup into a folder that has no database yet; the backup is opened first, so a damaged or newer one changes nothing. */
export async function restore(file: string, dataDir: string): Promise<void> {
  const target = join(dataDir, FILE_NAME);
  if (existsSync(target)) throw new Error(`${dataDir} has a database already; restore into an empty folder`);
  if (!existsSync(file)) throw new Error(`There is no backup ${file}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const trial = join(dataDir, 'restoring');
  mkdirSync(trial, { recursive: true, mode: 0o700 });
  try {
    copyFileSync(file, join(trial, FILE_NAME));
    await openEnvironment(trial).root.close();
    syncFile(join(trial, FILE_NAME));
    renameSync(join(trial, FILE_NAME), target);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}
