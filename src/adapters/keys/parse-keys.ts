import { keyNames } from './keys.js';
import type { KeyRing, Keys, KeyTexts } from './keys.js';

const ID = /^[a-z0-9-]{1,16}$/;
const BYTES = 32;

/**
 * Reads the four keys from environment values. Answers the keys, or every fault in plain words, so that a start can name them all at once.
 * A fault names the variable and never repeats its value.
 */
export function parseKeys(values: Partial<Record<keyof KeyTexts, string | undefined>>): { keys: Keys } | { faults: string[] } {
  const faults = keyNames.filter((name) => !values[name]).map((name) => `${name} is missing`);
  const ring = values.FIELD_KEY ? parseRing(values.FIELD_KEY, faults) : null;
  const [lookup, audit, link] = (['LOOKUP_KEY', 'AUDIT_KEY', 'LINK_SECRET'] as const).map((name) => parseOne(name, values[name], faults));
  const masters = [...(ring?.keys.values() ?? []), lookup, audit, link].filter((key) => key != null).map((key) => key.toString('hex'));
  if (new Set(masters).size < masters.length) faults.push('two of the keys are the same: each needs its own value');
  if (faults.length > 0 || !ring || !lookup || !audit || !link) return { faults };
  return { keys: { field: ring, lookup, audit, link } };
}

function parseRing(text: string, faults: string[]): KeyRing | null {
  const keys = new Map<string, Buffer>();
  const before = faults.length;
  for (const entry of text.split(',').map((part) => part.trim())) {
    const colon = entry.indexOf(':');
    const id = entry.slice(0, Math.max(colon, 0));
    const key = decode(entry.slice(colon + 1));
    if (!ID.test(id)) faults.push('FIELD_KEY must read id:base64,id:base64, each id of small letters, digits and hyphens');
    else if (!key) faults.push(`FIELD_KEY ${id} is not ${BYTES} bytes of base64`);
    else if (keys.has(id)) faults.push(`FIELD_KEY has the id ${id} twice`);
    else keys.set(id, key);
  }
  const [current] = keys.keys();
  return faults.length === before && current !== undefined ? { current, keys } : null;
}

function parseOne(name: string, text: string | undefined, faults: string[]): Buffer | null {
  if (!text) return null;
  const key = decode(text.trim());
  if (!key) faults.push(`${name} is not ${BYTES} bytes of base64`);
  return key;
}

function decode(text: string): Buffer | null {
  if (!/^[A-Za-z0-9+/_-]{42,44}={0,2}$/.test(text)) return null;
  const key = Buffer.from(text, 'base64');
  return key.length === BYTES ? key : null;
}
