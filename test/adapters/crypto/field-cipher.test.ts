import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { makeFieldCipher, UnreadableField } from '../../../src/adapters/crypto/field-cipher.js';
import type { SealedPlace } from '../../../src/usecases/ports.js';

const oldKey = randomBytes(32);
const newKey = randomBytes(32);
const before = makeFieldCipher({ current: 'old', keys: new Map([['old', oldKey]]) });
const during = makeFieldCipher({ current: 'new', keys: new Map([['new', newKey], ['old', oldKey]]) }); // prettier-ignore
const after = makeFieldCipher({ current: 'new', keys: new Map([['new', newKey]]) });
const place: SealedPlace = { owner: 'request-1', field: 'name', kind: 'name' };

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as UnreadableField).code;
  }
  return 'opened';
}

describe('fields encrypted by kind', () => {
  it('gives back what was sealed, whatever the letters, also nothing at all', () => {
    for (const plain of ['', 'Zoë Łukasz-O’Testperson', '名前 🙂', 'x'.repeat(20_000)])
      expect(before.open(place, before.seal(place, plain))).toBe(plain);
  });

  it('writes the key id in the envelope and never the same envelope twice', () => {
    const [one, two] = [before.seal(place, 'Ann Example'), before.seal(place, 'Ann Example')];
    expect(one).toMatch(/^v1\.old\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain(Buffer.from('Ann').toString('base64url'));
  });

  it('refuses an envelope moved to another request, another field or another kind', () => {
    const envelope = before.seal(place, 'Ann Example');
    for (const moved of [{ owner: 'request-2' }, { field: 'agentName' }, { kind: 'text' as const }])
      expect(codeOf(() => before.open({ ...place, ...moved }, envelope))).toBe('moved-or-changed');
  });

  it('refuses a changed envelope, a shortened tag and plain words', () => {
    const parts = before.seal(place, 'Ann Example').split('.');
    const swap = (n: number, text: string) => parts.map((part, i) => (i === n ? text : part)).join('.');
    expect(codeOf(() => before.open(place, swap(3, Buffer.from('Bob Example').toString('base64url'))))).toBe('moved-or-changed');
    expect(codeOf(() => before.open(place, swap(4, parts[4]!.slice(0, 6))))).toBe('moved-or-changed');
    expect(codeOf(() => before.open(place, 'Ann Example'))).toBe('not-an-envelope');
    expect(codeOf(() => before.open(place, `${parts.join('.')}.x`))).toBe('not-an-envelope');
  });

  it('opens under the old key during a rotation, seals under the new, and not after the old key is gone', () => {
    const envelope = before.seal(place, 'Ann Example');
    expect(during.open(place, envelope)).toBe('Ann Example');
    expect([during.current(envelope), during.current(during.seal(place, 'x'))]).toEqual([false, true]);
    expect(codeOf(() => after.open(place, envelope))).toBe('unknown-key');
  });

  it('says why in an error that holds neither the value nor the envelope', () => {
    const envelope = before.seal(place, 'Ann Example');
    expect(() => after.open(place, envelope)).toThrow(new UnreadableField('unknown-key', 'name'));
    expect(new UnreadableField('unknown-key', 'name').message).toBe('Field name cannot be read: unknown-key.');
  });

  it('hashes a details document by content and salt, not by the order of its fields', () => {
    const salt = randomBytes(16).toString('base64url');
    const name = { kind: 'name' as const, value: 'Ann Example' };
    const born = { kind: 'birth-date' as const, value: '1980-03-01' };
    const hash = before.detailsHash('r1', { name, born }, salt);
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(after.detailsHash('r1', { born, name }, salt)).toBe(hash);
    expect(before.detailsHash('r2', { name, born }, salt)).not.toBe(hash);
    expect(before.detailsHash('r1', { name, born: { ...born, value: '1980-03-02' } }, salt)).not.toBe(hash);
    expect(before.detailsHash('r1', { name, born }, randomBytes(16).toString('base64url'))).not.toBe(hash);
  });
});
