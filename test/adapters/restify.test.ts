import { afterEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/adapters/log.js';
import { startServer, type RunningServer, type ServerSettings } from '../../src/adapters/restify/server.js';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(settings: Partial<ServerSettings> = {}): Promise<RunningServer> {
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    onActivity: async () => ({ status: 200 }),
    health: () => true,
    ready: async () => true,
    log: createLog({ level: 'silent' }),
    ...settings,
  });
  running.push(server);
  return server;
}

function post(
  server: RunningServer,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
): Promise<Response> {
  return fetch(`${server.url}/api/messages`, { method: 'POST', headers, body });
}

describe('the endpoint of the bot', () => {
  it('hands parsed JSON and the token over and returns the answer as JSON', async () => {
    let seen: unknown;
    const server = await start({
      onActivity: async (request) => {
        seen = request;
        return { status: 200, body: { statusCode: 200, value: 'yes' } };
      },
    });
    const response = await post(server, '{"type":"message"}', { 'Content-Type': 'application/json', Authorization: 'Bearer x' });
    expect(seen).toEqual({ authorization: 'Bearer x', body: { type: 'message' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ statusCode: 200, value: 'yes' });
  });

  it('answers the probe of the Playground', async () => {
    const server = await start();
    const response = await fetch(`${server.url}/api/messages`, { method: 'HEAD' });
    expect(response.status).toBe(200);
  });

  it.each([
    ['a body that is no JSON', '{"type":', 'application/json'],
    ['a body of another type', 'type=message', 'text/plain'],
    ['a list', '[]', 'application/json'],
    ['a word', '"message"', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('answers 400 with a plain sentence to %s', async (_what, body, type) => {
    const server = await start();
    const response = await post(server, body, { 'Content-Type': type });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'Send one activity, as JSON, with a type.' });
  });

  it('answers 413 to a body over 256 kB, announced or not, and never runs the bot', async () => {
    let ran = 0;
    const server = await start({
      onActivity: async () => {
        ran += 1;
        return { status: 200 };
      },
    });
    const huge = JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) });
    const announced = await post(server, huge);
    const chunked = new ReadableStream({
      start(controller) {
        for (let i = 0; i < huge.length; i += 50_000) controller.enqueue(new TextEncoder().encode(huge.slice(i, i + 50_000)));
        controller.close();
      },
    });
    const unannounced = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: chunked,
      duplex: 'half',
    });
    expect([announced.status, unannounced.status, ran]).toEqual([413, 413, 0]);
    expect(await unannounced.json()).toEqual({ error: 'That is too large.' });
  });

  it('refuses a compressed body, whose size says nothing', async () => {
    const server = await start();
    const response = await post(server, new Uint8Array([31, 139, 8]), { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
    expect(response.status).toBe(415);
  });

  it('lets nothing of an exception out', async () => {
    const lines: string[] = [];
    const server = await start({
      onActivity: async () => {
        throw new Error('secret: Jo Bloggs at E11000');
      },
      log: createLog({ to: { write: (line) => lines.push(line) } }),
    });
    const response = await post(server, '{"type":"message"}');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'Something went wrong on our side.' });
    expect(lines.join()).toContain('http-failed');
    expect(lines.join()).not.toContain('Bloggs');
  });

  it('answers unknown places and methods in the same plain way', async () => {
    const server = await start();
    const missing = await fetch(`${server.url}/secret/../etc`);
    const wrong = await fetch(`${server.url}/api/messages`, { method: 'DELETE' });
    expect([missing.status, wrong.status]).toEqual([404, 405]);
    expect(await missing.json()).toEqual({ error: 'There is nothing here.' });
    expect(await wrong.json()).toEqual({ error: 'That cannot be done here.' });
  });
});

describe('health', () => {
  it('says only ok or not, whatever is wrong', async () => {
    const server = await start({
      ready: async () => {
        throw new Error('mongodb://user:password@host');
      },
    });
    const health = await fetch(`${server.url}/healthz`);
    const ready = await fetch(`${server.url}/readyz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready' }]);
  });

  it('is not ready when the question itself hangs', async () => {
    const server = await start({ ready: () => new Promise(() => undefined) });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  });
});

describe('other routes', () => {
  const echo: ServerSettings['routes'] = [
    {
      method: 'POST',
      path: '/letters/:token',
      handle: async ({ params, query, form }) => ({
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ params, query, form }),
      }),
    },
    { method: 'GET', path: '/letters/:token', handle: async () => ({ status: 410, body: new Uint8Array([1, 2, 3]) }) },
    {
      method: 'GET',
      path: '/broken',
      handle: async () => {
        throw new Error('secret');
      },
    },
  ];

  it('hands over path, query and form, and nothing of a form over 8 kB', async () => {
    const server = await start({ routes: echo });
    const url = `${server.url}/letters/abc?lang=en`;
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ confirm: 'yes & no' }) });
    expect(await response.json()).toEqual({ params: { token: 'abc' }, query: { lang: 'en' }, form: { confirm: 'yes & no' } });
    const large = await fetch(url, { method: 'POST', body: new URLSearchParams({ confirm: 'x'.repeat(9000) }) });
    expect(large.status).toBe(413);
  });

  it('sends bytes with headers that keep pages out of caches and frames', async () => {
    const server = await start({ routes: echo });
    const response = await fetch(`${server.url}/letters/abc`);
    expect(response.status).toBe(410);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    const broken = await fetch(`${server.url}/broken`);
    expect([broken.status, await broken.text()]).toEqual([500, 'Something went wrong on our side.']);
  });
});

describe('starting and stopping', () => {
  it('says which port is taken and what to do', async () => {
    const first = await start();
    await expect(start({ port: first.port })).rejects.toThrow(`Port ${first.port} on 127.0.0.1 is already in use.`);
  });

  it('lets a running request finish before it stops', async () => {
    const server = await start({
      onActivity: async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { status: 200, body: { done: true } };
      },
    });
    const answer = post(server, '{"type":"message"}');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();
    expect(await (await answer).json()).toEqual({ done: true });
  });
});
