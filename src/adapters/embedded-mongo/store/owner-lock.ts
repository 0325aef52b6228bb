import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket path over about 100 bytes is cut silently, so a deep folder gets a short name in the temporary folder. */
function socketPathOf(dataDir: string): string {
  const name = `rightsdesk-db-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(dataDir, 'owner.sock');
  return inside.length <= 100 ? inside : join(tmpdir(), `${name}.sock`);
}

const isAnswering = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(path, () => (probe.destroy(), resolve(true)));
    probe.once('error', () => resolve(false));
  });

const listen = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (e: NodeJS.ErrnoException) => (e.code === 'EADDRINUSE' ? resolve(false) : reject(e)));
    server.listen(path, () => resolve(true));
  });

/**
 * Takes the folder for this process; a second owner would have a stale catalogue. The lock is a listening socket, which the system
 * releases however the process ends, so nothing is left behind by a kill.
 * Answers the function that gives the folder back; throws an Error that names the folder if another process has it.
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = socketPathOf(dataDir);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = createServer((socket) => socket.destroy());
    if (await listen(server, path)) {
      server.unref();
      return () => new Promise((resolve) => server.close(() => resolve()));
    }
    if (await isAnswering(path)) break;
    rmSync(path, { force: true });
  }
  throw new Error(`The database folder ${dataDir} is in use by another process; one folder has one owner`);
}
