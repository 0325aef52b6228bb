/** One page or action beside the bot's endpoint, free of any web framework. */
export interface HttpRoute {
  method: 'GET' | 'POST';
  /** With `:name` for a part of the path. */
  path: string;
  /** Bytes of a posted form that are read; 8 kB when nothing is said. */
  largest?: number;
  /** Bytes of a file sent to it that are read, as they come; such a route reads no form. */
  upload?: number;
  handle: (request: HttpRequest) => Promise<HttpAnswer>;
}
export interface HttpRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  /** Fields of a urlencoded form, within its limit; empty for anything else. */
  form: Record<string, string>;
  /** What was sent to a route that takes files; nothing when it was more than the route reads. */
  sent?: Uint8Array;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
}
export interface HttpAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Parts are sent one by one as they are made. */
  body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** What the bot does with one POST of Teams. */
export type AnswerActivity = (request: { authorization: string; body: unknown }) => Promise<{ status: number; body?: unknown }>;

/** What a caller is told: plain, and the same whatever went wrong inside. */
export function sentenceFor(status: number): string {
  if (status === 400) return 'Send one activity, as JSON, with a type.';
  if (status === 401 || status === 403) return 'This is not for you.';
  if (status === 404) return 'There is nothing here.';
  if (status === 405) return 'That cannot be done here.';
  if (status === 413) return 'That is too large.';
  if (status === 415) return 'Send it uncompressed.';
  if (status >= 500) return 'Something went wrong on our side.';
  return 'That did not work.';
}
