/** A web page of ours, free of any framework; the HTTP adapter mounts it. */
export interface PageRoute {
  method: 'GET' | 'POST';
  /** With `:name` for a part to be read from the address. */
  path: string;
  /** Bytes of a posted form that are read; 8 kB when nothing is said. */
  largest?: number;
  /** Bytes of a file sent to it that are read, as they come; such a page reads no form. */
  upload?: number;
  handle: (request: PageRequest) => Promise<PageReply>;
}

export interface PageRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  /** Fields of a posted form; empty for GET. */
  form: Record<string, string>;
  /** What was sent to a page that takes files; nothing when it was more than the page reads. */
  sent?: Uint8Array;
  /** Names in small letters. */
  headers: Record<string, string | undefined>;
}

export interface PageReply {
  status: number;
  headers: Record<string, string>;
  /** Parts that are sent as they are made, for a file whose length nobody knows yet. */
  body: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** Text for HTML, inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Headers of every answer: nothing is stored, sent on, framed, run or guessed. `csp` is what a page allows itself. */
export function safeHeaders(csp = "default-src 'none'"): Record<string, string> {
  return {
    'Content-Security-Policy': `${csp}; base-uri 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex, nofollow',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
