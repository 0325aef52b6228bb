import { ConnectorFailure } from './connector-failure.js';

/** The part of a request of the connector client that is needed here. */
interface OutgoingRequest {
  url: string;
  method: string;
  body?: unknown;
  headers: { toJson(): Record<string, string> };
}

const TIMEOUT_MS = 15_000;
/** Errors of fetch that mean the request never left: no connection was made. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;

/**
 * The connector's way onto the network: one try, 15 seconds, no redirects. Whatever is not a success is thrown as a
 * ConnectorFailure, which also carries the server's own delay in milliseconds.
 */
export const connectorHttp = {
  sendRequest: async (request: OutgoingRequest): Promise<unknown> => {
    const response = await fetchOnce(request);
    const bodyAsText = await readBody(response);
    if (!response.ok)
      throw new ConnectorFailure({ kind: 'answered', status: response.status, ...readFailure(response.headers, bodyAsText) });
    const headers = { toJson: () => Object.fromEntries(response.headers) };
    return { request, status: response.status, headers, bodyAsText: isJson(bodyAsText) ? bodyAsText : '{}' };
  },
};

async function fetchOnce({ url, method, body, headers }: OutgoingRequest): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: headers.toJson(),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(typeof body === 'string' && { body }),
    });
  } catch (error) {
    const code = codeOf(error);
    throw new ConnectorFailure(NOT_SENT.test(code) ? { kind: 'not-sent', code } : { kind: 'lost', code });
  }
}

/** An answer cut off in the middle is a lost answer, whatever its status said. */
async function readBody(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw new ConnectorFailure({ kind: 'lost', code: codeOf(error) });
  }
}

function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (typeof cause?.code === 'string') return cause.code;
  return name === 'TimeoutError' ? 'timeout' : 'socket';
}

function readFailure(headers: Headers, body: string): { code: string; retryAfter: number | null } {
  const code = isJson(body) ? (JSON.parse(body) as { error?: { code?: unknown } } | null)?.error?.code : undefined;
  const known = typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : 'no-code';
  return { code: known, retryAfter: readRetryAfter(headers) };
}

/** Seconds, or an HTTP date measured against the answer's own date. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
