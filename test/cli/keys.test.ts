import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFieldCipher } from '../../src/adapters/crypto/field-cipher.js';
import { freshFieldKey, freshKeys } from '../../src/adapters/keys/fresh-keys.js';
import { addLocalFieldKey, makeLocalKeys } from '../../src/adapters/keys/local-keys.js';
import { parseKeys } from '../../src/adapters/keys/parse-keys.js';
import { mongoDetails } from '../../src/adapters/mongo/details.js';
import { mongoDrafts } from '../../src/adapters/mongo/drafts.js';
import { mongoPeople } from '../../src/adapters/mongo/people.js';
import { mongoRoleAsks } from '../../src/adapters/mongo/role-asks.js';
import { rotateFields } from '../../src/adapters/mongo/rotate-fields.js';
import { runKeys } from '../../src/cli/keys.js';
import { openStore } from '../../src/cli/open-store.js';
import type { Environment } from '../../src/cli/open-store.js';
import type { KeyRing } from '../../src/adapters/keys/keys.js';

const machine = () => new Date('2026-10-01T09:00:00.000Z');
let dataDir: string;
let printed: string;
let told: string[];
const keys = (args: string[], env: Environment = { DATA_DIR: dataDir }) =>
  runKeys(args, env, (text) => void (printed += text), (text) => void told.push(text)); // prettier-ignore

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
  printed = '';
  told = [];
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Does something with the stores under a key ring, then shuts the database. */
async function withStores<T>(ring: KeyRing, use: (stores: ReturnType<typeof storesOn>) => Promise<T>): Promise<T> {
  const store = await openStore({ DATA_DIR: dataDir });
  try {
    return await use(storesOn(store.connection, ring));
  } finally {
    await store.close();
  }
}
function storesOn(connection: Awaited<ReturnType<typeof openStore>>['connection'], ring: KeyRing) {
  const cipher = makeFieldCipher(ring);
  return {
    connection,
    cipher,
    details: mongoDetails(connection, cipher, machine),
    drafts: mongoDrafts(connection, cipher, machine),
    people: mongoPeople(connection, cipher, machine),
    asks: mongoRoleAsks(connection, cipher),
  };
}

async function fill({ details, drafts, people, asks }: ReturnType<typeof storesOn>): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1)
    ids.push((await details.write('r1', { note: { kind: 'text', value: `Note ${n}` }, who: { kind: 'name', value: 'Ann Example' } })).id);
  await drafts.save('d1', 'p-ann', { words: 'All of it' });
  await people.seen({ id: 'p-ann', mri: '29:ann', tenant: 't1', name: 'Ann Example' });
  await asks.add({ id: 'ask-1', person: 'p-ann', role: 'DIAO', need: 'New in Housing', at: machine() });
  return ids;
}

async function readAll({ details, drafts, people, asks }: ReturnType<typeof storesOn>, ids: string[]): Promise<unknown[]> {
  const notes = Object.values(await details.read(ids)).map(({ note }) => note).sort(); // prettier-ignore
  return [notes, await drafts.read('d1', 'p-ann'), (await people.byId('p-ann'))?.name, (await asks.byId('ask-1'))?.need];
}
const everything = [['Note 0', 'Note 1', 'Note 2', 'Note 3', 'Note 4'], { words: 'All of it' }, 'Ann Example', 'New in Housing'];

describe('npm run keys', () => {
  it('prints fresh keys as lines of a .env file that a start accepts', async () => {
    expect(await keys([])).toBe(0);
    const values = Object.fromEntries(printed.trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])); // prettier-ignore
    expect(parseKeys(values)).toHaveProperty('keys');
    expect(told).toEqual([]);
  });

  it('prints one more field key', async () => {
    expect(await keys(['field'])).toBe(0);
    expect(printed).toMatch(/^k[0-9a-f]{8}:[\w+/]{43}=\n$/);
  });

  it('says how it is used when called wrongly', async () => {
    expect(await keys(['rotat'])).toBe(2);
    expect(told.join('\n')).toContain('npm run keys -- rotate');
  });
});

describe('npm run keys -- rotate', () => {
  it('puts a data folder under a fresh key: all is readable, the hashes stay, the old key is gone', async () => {
    const before = makeLocalKeys(dataDir);
    const ids = await withStores(before.field, fill);
    expect(await keys(['rotate'])).toBe(0);
    expect(told).toContain('details: 5 read, 5 sealed anew');
    const after = makeLocalKeys(dataDir);
    expect(told.at(-1)).toBe(`Everything is under the key ${after.field.current}.`);
    expect([...after.field.keys.keys()]).toEqual([after.field.current]);
    expect(after.field.current).not.toBe(before.field.current);
    expect(await withStores(after.field, (stores) => readAll(stores, ids))).toEqual(everything);
    expect(readFileSync(join(dataDir, 'keys.env'), 'utf8')).not.toContain(before.field.current);
  });

  it('goes on where it was cut off: both keys open meanwhile, and only what is left is sealed anew', async () => {
    const before = makeLocalKeys(dataDir);
    const ids = await withStores(before.field, fill);
    const during = addLocalFieldKey(dataDir);
    await withStores(during.field, async (stores) => {
      let seals = 0;
      const tired = {
        ...stores.cipher,
        seal: (...args: Parameters<typeof stores.cipher.seal>) => ((seals += 1) > 6 ? cut() : stores.cipher.seal(...args)),
      };
      await expect(rotateFields(stores.connection, tired, () => undefined)).rejects.toThrow('cut off');
      expect(await readAll(stores, ids)).toEqual(everything);
    });
    expect(await keys(['rotate'])).toBe(0);
    expect(told[0]).toBe('details: 5 read, 3 sealed anew');
    const after = makeLocalKeys(dataDir);
    expect(after.field.current).toBe(during.field.current);
    expect(await withStores(after.field, (stores) => readAll(stores, ids))).toEqual(everything);
  });

  it('in production needs the new key put first by hand, leaves the environment alone, and says when the old may go', async () => {
    const texts = freshKeys();
    const env = (fieldKey: string): Environment => ({ ...texts, FIELD_KEY: fieldKey, DATA_DIR: dataDir });
    const parsed = parseKeys(texts);
    const ids = await withStores('keys' in parsed ? parsed.keys.field : makeLocalKeys(dataDir).field, fill);
    expect(await keys(['rotate'], env(texts.FIELD_KEY))).toBe(1);
    expect(told[0]).toMatch(/^Nothing was changed: FIELD_KEY has one key\./);
    const fresh = freshFieldKey();
    expect(await keys(['rotate'], env(`${fresh},${texts.FIELD_KEY}`))).toBe(0);
    expect(told.at(-1)).toMatch(/The others may now be taken out of FIELD_KEY\.$/);
    const after = parseKeys({ ...texts, FIELD_KEY: fresh });
    if ('faults' in after) throw new Error('the new key alone was refused');
    expect(await withStores(after.keys.field, (stores) => readAll(stores, ids))).toEqual(everything);
  });

  it('does not let the old key go while something it does not know is still under it', async () => {
    const { field } = makeLocalKeys(dataDir);
    await withStores(field, async ({ connection, cipher }) => {
      const secret = cipher.seal({ owner: 'x', field: 'y', kind: 'text' }, 'forgotten');
      await connection.collection<{ _id: string; deep: unknown }>('elsewhere').insertOne({ _id: '1', deep: [{ secret }] });
    });
    expect(await keys(['rotate'])).toBe(1);
    expect(told.at(-1)).toBe('Values under an old key are left in: elsewhere. Keep the old keys and run this again.');
    expect(makeLocalKeys(dataDir).field.keys.size).toBe(2);
  });

  it('changes nothing and says so when there are no keys, or wrong ones', async () => {
    expect(await keys(['rotate'])).toBe(1);
    expect(await keys(['rotate'], { FIELD_KEY: 'x', DATA_DIR: dataDir })).toBe(1);
    expect(told[0]).toMatch(/^Nothing was changed: no keys in the environment/);
    expect(told[1]).toContain('LOOKUP_KEY is missing');
  });
});

function cut(): never {
  throw new Error('cut off');
}
