import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from '../keys/keys.js';
import type { DetailFields, FieldCipher, SealedPlace } from '../../usecases/ports.js';
import { canonicalJson } from './canonical-json.js';
import { subkey } from './subkey.js';

/** A stored value that cannot be read back: the code says why, the message holds no content. */
export class UnreadableField extends Error {
  constructor(
    readonly code: 'not-an-envelope' | 'unknown-key' | 'moved-or-changed',
    field: string,
  ) {
    super(`Field ${field} cannot be read: ${code}.`);
  }
}

const VERSION = 'v1';

/**
 * AES-256-GCM under the first key of the ring; opens under any key of it. Envelope: `v1.<key id>.<iv>.<ciphertext>.<tag>`, base64url.
 * The associated data is owner and field, and each kind has its own key, so an envelope copied elsewhere is refused.
 */
export function makeFieldCipher(ring: KeyRing): FieldCipher {
  const keyFor = rememberKeys(ring);
  return {
    seal: (place, plain) => seal(ring.current, keyFor(ring.current, place.kind), place, plain),
    open: (place, envelope) => open(keyFor, place, envelope),
    current: (envelope) => envelope.startsWith(`${VERSION}.${ring.current}.`),
    detailsHash: hashDetails,
  };
}

type KeyFor = (id: string, kind: string) => Buffer | null;

function rememberKeys(ring: KeyRing): KeyFor {
  const known = new Map<string, Buffer>();
  return (id, kind) => {
    const name = `${id}/${kind}`;
    const master = ring.keys.get(id);
    if (!known.has(name) && master) known.set(name, subkey(master, `field/${kind}`));
    return known.get(name) ?? null;
  };
}

function placeBytes(place: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([VERSION, place.owner, place.field]), 'utf8');
}

function seal(keyId: string, key: Buffer | null, place: SealedPlace, plain: string): string {
  if (!key) throw new UnreadableField('unknown-key', place.field);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(placeBytes(place));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [VERSION, keyId, iv.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
}

function open(keyFor: KeyFor, place: SealedPlace, envelope: string): string {
  const [version, keyId, iv, sealed, tag, ...rest] = envelope.split('.');
  if (version !== VERSION || !keyId || !iv || sealed === undefined || !tag || rest.length > 0)
    throw new UnreadableField('not-an-envelope', place.field);
  const key = keyFor(keyId, place.kind);
  if (!key) throw new UnreadableField('unknown-key', place.field);
  return decrypt(key, place, { iv: bytes(iv), sealed: bytes(sealed), tag: bytes(tag) });
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

function decrypt(key: Buffer, place: SealedPlace, parts: { iv: Buffer; sealed: Buffer; tag: Buffer }): string {
  try {
    // The tag length is fixed here: Node would otherwise take a tag cut to four bytes, which can be forged by trying.
    const decipher = createDecipheriv('aes-256-gcm', key, parts.iv, { authTagLength: 16 });
    decipher.setAAD(placeBytes(place)).setAuthTag(parts.tag);
    return Buffer.concat([decipher.update(parts.sealed), decipher.final()]).toString('utf8');
  } catch {
    throw new UnreadableField('moved-or-changed', place.field);
  }
}

// The salt lies encrypted in the details document and goes with it, so the hash left in the chain cannot be guessed back to a name.
function hashDetails(requestId: string, fields: DetailFields, salt: string): string {
  const named = Object.fromEntries(Object.entries(fields).map(([field, { kind, value }]) => [field, [kind, value]]));
  return createHmac('sha256', Buffer.from(salt, 'base64url'))
    .update(canonicalJson({ requestId, fields: named }))
    .digest('base64url');
}
