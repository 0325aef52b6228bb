import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envLines, freshFieldKey, freshKeys } from '../../../src/adapters/keys/fresh-keys.js';
import { addLocalFieldKey, dropOldLocalFieldKeys, makeLocalKeys, readLocalKeys } from '../../../src/adapters/keys/local-keys.js';
import { parseKeys } from '../../../src/adapters/keys/parse-keys.js';

function faultsOf(values: Parameters<typeof parseKeys>[0]): string[] {
  const parsed = parseKeys(values);
  return 'faults' in parsed ? parsed.faults : [];
}

describe('keys from the environment', () => {
  it('reads what it makes: one field key by id, three other keys', () => {
    const texts = freshKeys();
    const parsed = parseKeys(texts);
    if ('faults' in parsed) throw new Error(parsed.faults.join());
    expect(parsed.keys.field.current).toBe(texts.FIELD_KEY.split(':')[0]);
    expect([parsed.keys.lookup, parsed.keys.audit, parsed.keys.link].map((key) => key.length)).toEqual([32, 32, 32]);
  });

  it('takes several field keys, the first of which is the current one', () => {
    const parsed = parseKeys({ ...freshKeys(), FIELD_KEY: `new:${freshKeys().LOOKUP_KEY}, old:${freshKeys().LOOKUP_KEY}` });
    if ('faults' in parsed) throw new Error(parsed.faults.join());
    expect([parsed.keys.field.current, [...parsed.keys.field.keys.keys()]]).toEqual(['new', ['new', 'old']]);
  });

  it('names everything that is missing or wrong at once, and never a value', () => {
    expect(faultsOf({})).toEqual(['FIELD_KEY is missing', 'LOOKUP_KEY is missing', 'AUDIT_KEY is missing', 'LINK_SECRET is missing']);
    const faults = faultsOf({ ...freshKeys(), FIELD_KEY: 'k1:c2hvcnQ=', AUDIT_KEY: 'secret words' });
    expect(faults).toEqual(['FIELD_KEY k1 is not 32 bytes of base64', 'AUDIT_KEY is not 32 bytes of base64']);
    expect(faultsOf({ ...freshKeys(), FIELD_KEY: freshKeys().LOOKUP_KEY })[0]).toMatch(/^FIELD_KEY must read id:base64/);
    expect(faultsOf({ ...freshKeys(), FIELD_KEY: `a:${freshKeys().LOOKUP_KEY},a:${freshKeys().LOOKUP_KEY}` })).toEqual([
      'FIELD_KEY has the id a twice',
    ]);
  });

  it('refuses one value used for two keys', () => {
    const texts = freshKeys();
    expect(faultsOf({ ...texts, AUDIT_KEY: texts.LOOKUP_KEY })).toEqual(['two of the keys are the same: each needs its own value']);
  });

  it('makes different keys each time and prints them as lines of a .env file', () => {
    expect(freshFieldKey()).not.toBe(freshFieldKey());
    expect(envLines(freshKeys())).toMatch(/^FIELD_KEY=k[0-9a-f]{8}:\S{44}\nLOOKUP_KEY=\S{44}\nAUDIT_KEY=\S{44}\nLINK_SECRET=\S{44}\n$/);
  });
});

describe('the key file of local mode', () => {
  let dir: string;
  const file = () => join(dir, 'keys.env');
  beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'keys-'))));
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is made at first use for its owner alone, and read afterwards', () => {
    expect(readLocalKeys(dir)).toBeNull();
    const first = makeLocalKeys(dir);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(makeLocalKeys(dir)).toEqual(first);
    expect(readLocalKeys(dir)).toEqual(first);
    expect(readdirSync(dir)).toEqual(['keys.env']);
  });

  it('stops the start when others can read it or it is damaged, and never makes new keys over old data', () => {
    makeLocalKeys(dir);
    chmodSync(file(), 0o644);
    expect(() => makeLocalKeys(dir)).toThrow(/set its mode to 0600/);
    chmodSync(file(), 0o600);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(/AUDIT_KEY=.*/, 'AUDIT_KEY=oops'));
    expect(() => makeLocalKeys(dir)).toThrow('keys.env in the data folder is damaged: AUDIT_KEY is not 32 bytes of base64');
  });

  it('puts a fresh field key first and later drops the old one; the other keys stay', () => {
    const before = makeLocalKeys(dir);
    const during = addLocalFieldKey(dir);
    expect([...during.field.keys.keys()]).toEqual([during.field.current, before.field.current]);
    const after = dropOldLocalFieldKeys(dir);
    expect([...after.field.keys.keys()]).toEqual([during.field.current]);
    expect([after.lookup, after.audit, after.link]).toEqual([before.lookup, before.audit, before.link]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});
