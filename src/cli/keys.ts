import { pathToFileURL } from 'node:url';
import { makeFieldCipher } from '../adapters/crypto/field-cipher.js';
import { envLines, freshFieldKey, freshKeys } from '../adapters/keys/fresh-keys.js';
import type { Keys } from '../adapters/keys/keys.js';
import { addLocalFieldKey, dropOldLocalFieldKeys } from '../adapters/keys/local-keys.js';
import { findOldEnvelopes, rotateFields } from '../adapters/mongo/rotate-fields.js';
import { dataDirOf, findKeys, readEnvironment, tryOpenStore } from './open-store.js';
import type { Environment, OpenStore } from './open-store.js';

const USAGE = `npm run keys                prints fresh keys as lines of a .env file
npm run keys -- field       prints one more field key, to stand first in FIELD_KEY
npm run keys -- rotate      seals every stored detail under the first field key`;

/** Runs `npm run keys`; answers the exit code. Lines for people go to `tell`, keys to `print`. */
export async function runKeys(
  args: string[],
  env: Environment,
  print: (text: string) => void,
  tell: (text: string) => void,
): Promise<number> {
  const [command, ...rest] = args;
  if (rest.length > 0 || !['field', 'rotate', undefined].includes(command)) {
    tell(USAGE);
    return 2;
  }
  if (command === 'rotate') return rotate(env, tell);
  print(command === 'field' ? `${freshFieldKey()}\n` : envLines(freshKeys()));
  return 0;
}

async function rotate(env: Environment, tell: (text: string) => void): Promise<number> {
  const found = findKeys(env);
  if ('faults' in found) {
    tell(`Nothing was changed: ${found.faults.join('; ')}.`);
    return 1;
  }
  if (!found.local && found.keys.field.keys.size < 2) {
    tell(
      'Nothing was changed: FIELD_KEY has one key. Put a new one first (npm run keys -- field), keep the old one behind it, restart every bot, then run this again.',
    );
    return 1;
  }
  const store = await tryOpenStore(env);
  if ('fault' in store) {
    tell(`Nothing was changed: ${store.fault}`);
    return 1;
  }
  try {
    // In a data folder two keys mean a rotation that was cut off: go on with it. The open database keeps any bot from running meanwhile.
    const keys = found.local && found.keys.field.keys.size === 1 ? addLocalFieldKey(dataDirOf(env)) : found.keys;
    return await rotateUnder(keys, found.local, env, store.connection, tell);
  } finally {
    await store.close();
  }
}

async function rotateUnder(
  keys: Keys,
  local: boolean,
  env: Environment,
  connection: OpenStore['connection'],
  tell: (text: string) => void,
): Promise<number> {
  const cipher = makeFieldCipher(keys.field);
  await rotateFields(connection, cipher, ({ collection, read, changed }) => tell(`${collection}: ${read} read, ${changed} sealed anew`));
  const left = await findOldEnvelopes(connection, cipher);
  if (left.length > 0) {
    tell(`Values under an old key are left in: ${left.join(', ')}. Keep the old keys and run this again.`);
    return 1;
  }
  if (local) dropOldLocalFieldKeys(dataDirOf(env));
  tell(`Everything is under the key ${keys.field.current}.${local ? '' : ' The others may now be taken out of FIELD_KEY.'}`);
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const line = (text: string) => console.error(text);
  process.exitCode = await runKeys(process.argv.slice(2), readEnvironment(), (text) => process.stdout.write(text), line);
}
