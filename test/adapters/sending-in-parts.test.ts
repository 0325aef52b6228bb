import { afterEach, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { once } from 'node:events';
import type { Log } from '../../src/usecases/ports.js';
import { writeCsv } from '../../src/adapters/documents/csv.js';
import { startServer, type RunningServer } from '../../src/adapters/restify/server.js';

const PART = 65_536;
const PARTS = 2_000;

describe('A file that is made while it is sent', () => {
  let server: RunningServer | null = null;
  let made = 0;
  let ended = false;
  const logged: string[] = [];
  afterEach(() => server?.close());

  /** A file of 130 MB, or one that fails at a part. */
  async function serveFile(failsAt = PARTS): Promise<string> {
    [made, ended, logged.length] = [0, false, 0];
    async function* parts(): AsyncIterable<Uint8Array> {
      try {
        for (; made < PARTS; made += 1) {
          if (made === failsAt) throw new Error('the database has gone');
          yield new Uint8Array(PART);
        }
      } finally {
        ended = true;
      }
    }
    const say = (event: string) => void logged.push(event);
    const log: Log = { info: say, warn: say, error: say };
    const routes = [{ method: 'GET' as const, path: '/file', handle: async () => ({ status: 200, body: parts() }) }];
    // prettier-ignore
    server = await startServer({ port: 0, host: '127.0.0.1', onActivity: async () => ({ status: 200 }), health: () => true, ready: async () => true, routes, log });
    return `${server.url}/file`;
  }
  const settles = async (holds: () => boolean) => {
    for (let i = 0; i < 500 && !holds(); i += 1) await new Promise((wake) => setTimeout(wake, 10));
  };

  it('MON-07 the first part comes before the last is made, and no more is made than a slow reader takes', async () => {
    const asked = request(await serveFile()).end();
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { destroy(): void }];
    await once(answer, 'readable');
    let before = -1;
    // Nothing is read: what is made is what the two ends of the connection hold, and then it stands still.
    while (before !== made) {
      before = made;
      await new Promise((wake) => setTimeout(wake, 300));
    }
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(PARTS / 2);
    answer.destroy();
    await settles(() => ended);
    expect({ ended, logged }).toEqual({ ended: true, logged: [] });
  }, 20_000);

  it('MON-07 a file that cannot be made to its end breaks off: nobody takes the part for the whole', async () => {
    const url = await serveFile(300);
    const response = await fetch(url);
    await expect(response.arrayBuffer()).rejects.toThrow();
    await settles(() => logged.length > 0);
    expect(logged).toEqual(['http-failed']);
  }, 20_000);

  it('MON-07 a sheet is written as its rows are read: one mark at its beginning, no cell a formula', async () => {
    let read = 0;
    async function* rows() {
      for (; read < 1_000; read += 1) yield [`DR-2026-${read}`, ' =1+1', read];
    }
    const parts = writeCsv({ columns: ['Reference', 'Words', 'Days'], rows: rows() })[Symbol.asyncIterator]();
    const first = Buffer.from((await parts.next()).value as Uint8Array).toString();
    expect(read).toBeLessThan(250);
    expect(first.split('\r\n').slice(0, 2)).toEqual(['\uFEFFReference,Words,Days', "DR-2026-0,'=1+1,0"]);
    let rest = '';
    for (let part = await parts.next(); !part.done; part = await parts.next()) rest += Buffer.from(part.value).toString();
    expect(`${first}${rest}`.split('\r\n')).toHaveLength(1_002);
    expect(rest).not.toContain('\uFEFF');
  });
});
