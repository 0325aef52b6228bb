import { createServer } from 'node:net';

/** The wanted port of this machine's loopback when nobody has it, or 0: the system then picks one. */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)));
  });
}
