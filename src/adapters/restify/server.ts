import type { Server } from 'node:http';
import restify from 'restify';
import type { Log } from '../../usecases/ports.js';
import { LARGEST_BODY, sendJson, serveActivities, serveHealth, serveRoute } from './serve.js';
import { sentenceFor, type AnswerActivity, type HttpRoute } from './route.js';

export interface ServerSettings {
  /** 0 picks a free one. */
  port: number;
  host: string;
  onActivity: AnswerActivity;
  /** The process is alive. */
  health: () => boolean;
  /** It can do its work now: database and queue. Asked for two seconds at most. */
  ready: () => Promise<boolean>;
  routes?: HttpRoute[];
  log: Log;
}
export interface RunningServer {
  port: number;
  url: string;
  /** Lets running requests finish, for five seconds at most. */
  close(): Promise<void>;
}

const SLOWEST_REQUEST_MS = 30_000;
const CLOSE_MS = 5_000;

/** Listens, and resolves when it does. Rejects with a sentence an operator understands when the port cannot be had. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const server = restify.createServer({ name: 'rightsdesk', log: silent() });
  server.pre(refuseUnread(settings.routes ?? []));
  server.on('restifyError', hideError);
  serveActivities(server, settings.onActivity, settings.log);
  serveHealth(server, settings.health, settings.ready);
  for (const route of settings.routes ?? []) serveRoute(server, route, settings.log);
  const http = server.server as Server;
  http.requestTimeout = SLOWEST_REQUEST_MS;
  await listen(server, settings);
  const { port } = server.address() as { port: number };
  return { port, url: `http://${settings.host}:${port}`, close: () => close(http) };
}

/** restify's own log would not keep to the fixed fields; its types do not know that it hands out pino. */
function silent(): never {
  return (restify as unknown as { logger: (options: { level: string }) => never }).logger({ level: 'silent' });
}

/** Before anything is read: too much by its own account, or packed so that its size says nothing. A page that takes files says itself how much it reads. */
function refuseUnread(routes: readonly HttpRoute[]) {
  const uploads = routes.flatMap(({ path, upload }) =>
    upload === undefined ? [] : [{ start: path.replace(/:.*/, ''), most: upload * 2 }],
  );
  return (req: restify.Request, res: restify.Response, next: restify.Next): void => {
    const most = uploads.find(({ start }) => req.getPath().startsWith(start))?.most ?? LARGEST_BODY;
    const tooMuch = Number(req.headers['content-length'] ?? 0) > most;
    const status = tooMuch ? 413 : req.headers['content-encoding'] === undefined ? null : 415;
    if (status === null) {
      next();
      return;
    }
    res.setHeader('Connection', 'close');
    sendJson(res, status, { error: sentenceFor(status) });
    next(false);
  };
}

/** restify's own error bodies carry the message of whatever was thrown. */
function hideError(
  _req: restify.Request,
  _res: restify.Response,
  error: { statusCode?: number; toJSON?: () => unknown },
  done: () => void,
): void {
  const body = { error: sentenceFor(error.statusCode ?? 500) };
  error.toJSON = () => body;
  error.toString = () => body.error;
  done();
}

function listen(server: restify.Server, { port, host }: ServerSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(whyNot(error, port, host), { cause: error }));
    });
    server.listen(port, host, () => {
      resolve();
    });
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is already in use. Stop the other program, or choose another port with PORT.`;
  if (error.code === 'EACCES') return `Port ${port} on ${host} is not allowed for this user. Choose one above 1023 with PORT.`;
  if (error.code === 'EADDRNOTAVAIL') return `This machine has no address ${host} to listen on.`;
  return `Could not listen on ${host}:${port} (${error.code ?? 'unknown'}).`;
}

function close(http: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection falls idle only when its request is answered, so it is asked again and again.
    const sweep = setInterval(() => {
      http.closeIdleConnections();
    }, 50);
    const timer = setTimeout(() => {
      http.closeAllConnections();
    }, CLOSE_MS);
    http.close(() => {
      clearInterval(sweep);
      clearTimeout(timer);
      resolve();
    });
  });
}
