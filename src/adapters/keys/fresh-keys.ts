import { randomBytes } from 'node:crypto';
import type { KeyTexts } from './keys.js';
import { keyNames } from './keys.js';

const secret = (): string => randomBytes(32).toString('base64');

/** One entry for FIELD_KEY under a new random id. */
export function freshFieldKey(): string {
  return `k${randomBytes(4).toString('hex')}:${secret()}`;
}

/** Four fresh random keys as text. */
export function freshKeys(): KeyTexts {
  return { FIELD_KEY: freshFieldKey(), LOOKUP_KEY: secret(), AUDIT_KEY: secret(), LINK_SECRET: secret() };
}

/** Keys as lines of a .env file. */
export function envLines(keys: KeyTexts): string {
  return keyNames.map((name) => `${name}=${keys[name]}\n`).join('');
}
