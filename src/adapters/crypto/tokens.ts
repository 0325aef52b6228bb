import type { Tokens } from '../../usecases/ports.js';
import { recognise, wordsToFind, wordsToStore } from './normalise.js';
import { mark, subkey } from './subkey.js';

const LENGTH = 16;

/**
 * Search tokens: HMACs (key from LOOKUP_KEY, cut to 96 bits) of whole normalised values, so the register can be searched without holding a
 * name. A query means *all* of its tokens. A date of birth counts only together with a word of the name: alone, its few
 * thousand values could be listed by anybody who may search.
 */
export function makeTokens(lookupKey: Buffer): Tokens {
  const key = subkey(lookupKey, 'search');
  const tokenOf = (value: string) => mark(key, value).slice(0, LENGTH);
  return {
    of: (fields) => unique(valuesOf(fields)).map(tokenOf),
    mark: (text) => mark(key, `mark:${text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}`).slice(0, LENGTH),
    ofQuery: (text) => unique(valuesOfQuery(text)).map(tokenOf),
  };
}

const unique = (values: string[]): string[] => [...new Set(values)];
const word = (value: string): string => `word:${value}`;
const post = (value: string): string => `post:${value}`;
const mail = (value: string): string => `mail:${value}`;
const phone = (value: string): string => `phone:${value}`;
const born = (words: string[], dates: string[]): string[] => dates.flatMap((date) => words.map((name) => `born:${name}:${date}`));

function valuesOf(fields: Parameters<Tokens['of']>[0]): string[] {
  const names = wordsToStore(fields.name ?? '');
  const contact = recognise(`${fields.contact ?? ''}\n${fields.address ?? ''}`);
  const reference = fields.reference ?? '';
  return [
    ...[...names, ...wordsToStore(reference)].map(word),
    // Every word of the name, not only the last: surnames stand first in many names.
    ...born(names, recognise(fields.birthDate ?? '').dates),
    ...contact.postcodes.map(post),
    ...contact.emails.map(mail),
    // A long reference that starts with 0 reads like a phone number when somebody searches for it.
    ...[...contact.phones, ...recognise(reference).phones].map(phone),
  ];
}

function valuesOfQuery(text: string): string[] {
  const asked = recognise(text);
  const words = wordsToFind(asked.rest);
  return [
    ...asked.emails.map(mail),
    ...asked.postcodes.map(post),
    ...asked.phones.map(phone),
    ...words.map(word),
    ...born(words, asked.dates),
  ];
}
