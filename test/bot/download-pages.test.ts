import { beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { downloadAddress, makeDownloadPages } from '../../src/bot/download-pages.js';
import type { DownloadPorts } from '../../src/bot/download-pages.js';
import { startServer } from '../../src/adapters/restify/server.js';
import type { HttpRoute } from '../../src/adapters/restify/route.js';
import type { PageReply } from '../../src/bot/page.js';
import { refuse } from '../../src/domain/refusals.js';
import type { AuditEvent } from '../../src/usecases/ports.js';

const link = { person: 'p-ann', requestId: 'r1', letter: 'acknowledgement' };
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let good: Set<string>;
let recorded: AuditEvent[];
let logged: string[];
let ports: DownloadPorts;

beforeEach(() => {
  good = new Set(['token-1']);
  recorded = [];
  logged = [];
  const log = (event: string) => void logged.push(event);
  ports = {
    links: {
      make: async () => 'token-1',
      peek: async (token) => (good.has(token) ? link : null),
      use: async (token) => (good.delete(token) ? link : null),
    },
    audit: { record: async (event) => void recorded.push(event) },
    log: { info: log, warn: log, error: log },
    describe: async () => ({ reference: 'DR-2026-0001', title: 'Acknowledgement' }),
    make: async () => ({ name: 'DR-2026-0001-acknowledgement.docx', type: docx, bytes: new Uint8Array([80, 75]) }),
  };
});

async function ask(method: 'GET' | 'POST', token = 'token-1'): Promise<PageReply & { text: string }> {
  // Typed as the HTTP server takes them, so the two descriptions of a page cannot drift apart.
  const routes: HttpRoute[] = makeDownloadPages(ports);
  const route = routes.find((one) => one.method === method);
  const reply = await route!.handle({ params: { token }, query: {}, form: {}, headers: {} });
  return { ...(reply as PageReply), text: typeof reply.body === 'string' ? reply.body : '' };
}

describe('the page behind a download link', () => {
  it('says which letter and case, has one button, and spends nothing however often it is opened', async () => {
    for (let i = 0; i < 3; i += 1) {
      const page = await ask('GET');
      expect(page.status).toBe(200);
      expect(page.text).toContain('<dd>Acknowledgement</dd><dt>Case</dt><dd>DR-2026-0001</dd>');
      expect(page.text.match(/<button/g)).toHaveLength(1);
      expect(page.text).not.toMatch(/<script|token-1|p-ann|http/);
    }
    expect(good.has('token-1')).toBe(true);
    expect(recorded).toEqual([]);
  });

  it('can be read by everybody: language, title, one heading, works zoomed', async () => {
    const { text } = await ask('GET');
    expect(text).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(text).toContain('<title>Download a letter</title>');
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).toContain('width=device-width,initial-scale=1');
  });

  it('is not stored, not framed, sends no referrer and runs nothing; its own style is allowed by its hash', async () => {
    const { headers, text } = await ask('GET');
    expect(headers).toMatchObject({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' });
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['Content-Security-Policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  it('gives the file for the button, under a neutral name, once, and records who had it', async () => {
    const file = await ask('POST');
    expect(file.status).toBe(200);
    expect(file.body).toEqual(new Uint8Array([80, 75]));
    expect(file.headers).toMatchObject({
      'Content-Type': docx,
      'Content-Disposition': 'attachment; filename="DR-2026-0001-acknowledgement.docx"',
      'Cache-Control': 'no-store',
    });
    expect(recorded).toEqual([{ what: 'download', by: 'p-ann', requestId: 'r1', codes: { letter: 'acknowledgement' } }]);
    const second = await ask('POST');
    expect([second.status, recorded.length]).toEqual([410, 1]);
  });

  it('gives the file to one of two presses at the same moment', async () => {
    const both = await Promise.all([ask('POST'), ask('POST')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it.each(['GET', 'POST'] as const)('tells somebody with a forged, used or old link what to do (%s)', async (method) => {
    const page = await ask(method, 'forged');
    expect(page.status).toBe(410);
    expect(page.text).toContain('This link does not work any more');
    expect(page.text).toContain('ask for the letter again');
    expect((await ask(method, '')).status).toBe(410);
  });

  it('checks access afresh: a role lost since the link was made means no file, said why, recorded, link not spent', async () => {
    ports.describe = async () => refuse('not-visible', 'You no longer work on <this> case.');
    expect((await ask('GET')).status).toBe(403);
    const page = await ask('POST');
    expect(page.status).toBe(403);
    expect(page.text).toContain('You no longer work on &#60;this&#62; case.');
    expect(recorded).toEqual([
      { what: 'download-refused', by: 'p-ann', requestId: 'r1', codes: { letter: 'acknowledgement', code: 'not-visible' } },
    ]);
    expect(good.has('token-1')).toBe(true);
  });

  it('does not spend the link when the letter cannot be made, and says what is missing', async () => {
    ports.make = async () => refuse('needs-something-first', 'Missing: who deals with the request.');
    const page = await ask('POST');
    expect([page.status, page.text.includes('Missing: who deals with the request.')]).toEqual([403, true]);
    expect(good.has('token-1')).toBe(true);
  });

  it('hands nothing out that could not be recorded, and shows no inner message', async () => {
    ports.audit.record = async () => Promise.reject(new Error('database away: secret detail'));
    const page = await ask('POST');
    expect([page.status, page.text.includes('secret detail'), logged]).toEqual([503, false, ['download-failed']]);
  });

  it('a file made part by part is begun before the link is spent, and let go when somebody else spends it first', async () => {
    let [open, fails] = [0, true];
    async function* parts(): AsyncIterable<Uint8Array> {
      open += 1;
      try {
        if (fails) throw new Error('the database has gone');
        yield new Uint8Array([1]);
        yield new Uint8Array([2]);
      } finally {
        open -= 1;
      }
    }
    ports.make = async () => ({ name: 'register.csv', type: 'text/csv', bytes: parts() });
    expect([(await ask('POST')).status, good.size, open]).toEqual([503, 1, 0]);
    fails = false;
    const { links } = ports;
    ports.links = { ...links, use: async () => null };
    expect([(await ask('POST')).status, open]).toEqual([410, 0]);
    ports.links = links;
    const { body, headers } = await ask('POST');
    const got: number[] = [];
    for await (const part of body as AsyncIterable<Uint8Array>) got.push(...part);
    expect([got, headers['Content-Length'], open]).toEqual([[1, 2], undefined, 0]);
  });

  it('keeps a hostile file name or title from breaking a header or the page', async () => {
    ports.make = async () => ({ name: 'a"\r\nSet-Cookie: x.docx', type: docx, bytes: new Uint8Array() });
    ports.describe = async () => ({ reference: '<b>', title: '"><script>' });
    expect((await ask('GET')).text).not.toMatch(/<script|<b>/);
    expect((await ask('POST')).headers['Content-Disposition']).toBe('attachment; filename="a---Set-Cookie--x.docx"');
  });

  it('works over HTTP as a browser would use it, with a real token in the address', async () => {
    good.add('AbC_-123.x-Y_z');
    const server = await startServer({
      port: 0,
      host: '127.0.0.1',
      onActivity: async () => ({ status: 200 }),
      health: () => true,
      ready: async () => true,
      routes: makeDownloadPages(ports),
      log: ports.log,
    });
    const address = downloadAddress(server.url, 'AbC_-123.x-Y_z');
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const file = await fetch(address, { method: 'POST', body: new URLSearchParams() });
    expect([file.status, file.headers.get('content-type'), (await file.arrayBuffer()).byteLength]).toEqual([200, docx, 2]);
    expect((await fetch(address)).status).toBe(410);
    await server.close();
  });

  it('has an address on our own host', () => {
    expect(downloadAddress('https://bot.example/', 'abc.def')).toBe('https://bot.example/letters/abc.def');
  });
});
