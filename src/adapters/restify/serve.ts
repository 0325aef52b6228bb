import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import restify from 'restify';
import type { Log } from '../../usecases/ports.js';
import { sentenceFor, type AnswerActivity, type HttpAnswer, type HttpRequest, type HttpRoute } from './route.js';

export const LARGEST_BODY = 262_144;
const LARGEST_FORM = 8_192;
const READY_MS = 2_000;
const FORM_TYPE = 'application/x-www-form-urlencoded';
/** For pages and files alike; a route may set its own. */
const CAREFUL = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
};

/** The bot's endpoint. HEAD is the probe by which the Playground sees that somebody is there. */
export function serveActivities(server: restify.Server, onActivity: AnswerActivity, log: Log): void {
  server.head('/api/messages', async (_req, res) => {
    res.send(200);
  });
  const read = [restify.plugins.bodyReader({ maxBodySize: LARGEST_BODY }), ...restify.plugins.jsonBodyParser()];
  server.post('/api/messages', read, async (req, res) => {
    const body: unknown = req.body;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body);
    const answer: { status: number; body?: unknown } = isObject
      ? await orBroken(onActivity({ authorization: req.headers.authorization ?? '', body }), log)
      : { status: 400 };
    sendJson(res, answer.status, answer.body ?? (answer.status >= 400 ? { error: sentenceFor(answer.status) } : undefined));
  });
}

export function serveHealth(server: restify.Server, health: () => boolean, ready: () => Promise<boolean>): void {
  server.get('/healthz', async (_req, res) => {
    const well = health();
    sendJson(res, well ? 200 : 503, { status: well ? 'ok' : 'failing' });
  });
  server.get('/readyz', async (_req, res) => {
    const well = await readyInTime(ready);
    sendJson(res, well ? 200 : 503, { status: well ? 'ready' : 'not ready' });
  });
}

async function readyInTime(ready: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, READY_MS, false);
  });
  try {
    return await Promise.race([ready().catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

export function serveRoute(server: restify.Server, route: HttpRoute, log: Log): void {
  const answer = async (req: restify.Request, res: restify.Response): Promise<void> => {
    const { status, headers, body }: HttpAnswer = await orBroken(handleSent(route, req), log);
    const said = body ?? (status >= 400 ? sentenceFor(status) : '');
    const careful = { ...CAREFUL, 'Content-Type': 'text/plain; charset=utf-8' };
    if (typeof said !== 'string' && !(said instanceof Uint8Array))
      return sendParts(res, { status, headers: { ...careful, ...headers } }, said, log);
    res.writeHead(status, { ...careful, 'Content-Length': Buffer.byteLength(said), ...headers });
    res.end(said);
  };
  if (route.method === 'GET') server.get(route.path, answer);
  else if (route.upload !== undefined) server.post(route.path, answer);
  else server.post(route.path, restify.plugins.bodyReader({ maxBodySize: route.largest ?? LARGEST_FORM }), answer);
}

/**
 * Sends each part when the one before has gone, so a slow reader holds nothing up but itself. When a part cannot be made the connection
 * breaks off: what has come is then no whole file. Somebody who stops reading is no fault of ours.
 */
async function sendParts(
  res: restify.Response,
  { status, headers }: { status: number; headers: Record<string, string> },
  parts: AsyncIterable<Uint8Array>,
  log: Log,
): Promise<void> {
  res.writeHead(status, headers);
  try {
    await pipeline(Readable.from(parts, { objectMode: false }), res);
  } catch (error) {
    if (!isLeaving(error)) log.error('http-failed', { error });
  }
}

/** A file is read here and nowhere else: it is never written to a disk. */
async function handleSent(route: HttpRoute, req: restify.Request): Promise<HttpAnswer> {
  const request = toRequest(req);
  if (route.upload === undefined) return route.handle(request);
  const sent = await readSent(req, route.upload);
  return route.handle(sent === null ? request : { ...request, sent });
}

/** Everything that was sent; null when it is more than may come, which is then read to its end and let go, so that the answer is heard. */
async function readSent(req: restify.Request, most: number): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size <= most) parts.push(part);
    else parts.length = 0;
  }
  return size > most ? null : Buffer.concat(parts);
}

const isLeaving = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

function toRequest(req: restify.Request): HttpRequest {
  const isForm = req.contentType() === FORM_TYPE && typeof req.body === 'string';
  return {
    params: { ...(req.params as Record<string, string>) },
    query: Object.fromEntries(new URLSearchParams(req.getQuery())),
    form: isForm ? Object.fromEntries(new URLSearchParams(req.body as string)) : {},
    headers: Object.fromEntries(
      Object.entries(req.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
  };
}

/** A handler that throws is a bug or an outage: logged, and told without a word of it. */
async function orBroken<T>(work: Promise<T>, log: Log): Promise<T | { status: 500 }> {
  try {
    return await work;
  } catch (error) {
    log.error('http-failed', { error });
    return { status: 500 };
  }
}

export function sendJson(res: restify.Response, status: number, body: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  res.writeHead(status, { ...(body !== undefined && { 'Content-Type': 'application/json' }), 'Content-Length': Buffer.byteLength(text) });
  res.end(text);
}
