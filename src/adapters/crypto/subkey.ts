import { createHmac, hkdfSync } from 'node:crypto';

/** One 32-byte key per purpose from a master key, so that a mark made for one purpose proves nothing in another. */
export function subkey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `rightsdesk/${purpose}`, 32));
}

/** HMAC-SHA256 as base64url (43 characters). */
export function mark(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
}
