import type { MessageActedOn } from '../../bot/incoming.js';

/** More than this of a message is not looked at; what is kept of it is less. */
const MOST = 40_000;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The message that a message action was used on. Untrusted: anybody wrote it, and the client sends it. Null when nothing names it. */
export function readMessagePayload(payload: Record<string, unknown>): MessageActedOn | null {
  const id = payload['id'] ?? payload['messageId'];
  if (typeof id !== 'string' || id === '' || id.length > 200) return null;
  const body = recordOf(payload['body']);
  const content = typeof body['content'] === 'string' ? body['content'] : payload['text'];
  const words = typeof content === 'string' ? content.slice(0, MOST) : '';
  const at = payload['createdDateTime'] ?? payload['timestamp'];
  return {
    id,
    words: body['contentType'] === 'text' ? words.trim() : plainWords(words),
    ...(typeof at === 'string' && !Number.isNaN(Date.parse(at)) && { at: new Date(at) }),
  };
}

/** The words of a message without its markup: a line for a paragraph, a row or a line break; what is mentioned by its name. */
export function plainWords(html: string): string {
  return html
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d|\/blockquote)\b[^>]*>/gi, '\n')
    .replace(/<[a-z/!][^>]*>/gi, '')
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,5});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
