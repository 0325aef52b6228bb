import type { Facts, RequestState } from '../domain/subject-request.js';
import { shortSystem } from './record-titles.js';
import { isKeptBack, isListed } from './schedule.js';
import { hiddenWords, isUnspoken } from './special-routes/adoption.js';

/**
 * §3.7, §3.12, OP-15: what nothing that leaves may say. Beginnings of words, in small letters, for each exemption that may go unnamed: the
 * word itself would tell what was kept quiet about. Words so common that every reply has them stand in no list.
 */
export const silentWords: readonly { code: string; beginnings: readonly string[] }[] = [
  { code: 'EX-CRIME', beginnings: ['crime', 'criminal', 'police', 'prosecut', 'fraud', 'offender', 'surveillance', 'informant'] },
  { code: 'EX-TAX', beginnings: ['tax investigat', 'evasion', 'fraud', 'benefit investigat', 'non-payment', 'avoidance'] },
  { code: 'EX-HEALTH', beginnings: ['serious harm', 'psychiatr', 'self-harm', 'suicid', 'clinician'] },
  { code: 'EX-EDU', beginnings: ['serious harm', 'child abuse', 'safeguard'] },
  { code: 'EX-SOCIAL', beginnings: ['serious harm', 'safeguard', 'child protection', 'social work'] },
  { code: 'EX-OCC', beginnings: ['serious harm', 'occupational health'] },
  { code: 'EX-MGMT', beginnings: ['redundanc', 'restructur', 'reorganis', 'management forecast', 'management planning'] },
  { code: 'EX-NEG', beginnings: ['negotiat', 'settlement'] },
  { code: 'EX-ADOPT', beginnings: hiddenWords.beginnings },
];
export const silentWordsRow = { rows: ['EXM-06', 'RTE-54', 'RTE-55', 'SEC-11'], clause: '3.12' } as const;

/** Papers that go to everybody in the same words whatever their case: what they say betrays nothing, so they are not held against these words. */
export const sameForEverybody: readonly string[] = ['how-we-use-your-information'];

/** Letters to the requester that are written from the case, and are held against what must not be said. */
export const guardedLetters: readonly string[] = [
  ...['acknowledgement', 'asking-for-what-is-missing', 'more-time', 'covering-letter', 'list-of-documents', 'nothing-held'],
  ...['note-on-what-was-wrong', 'note-on-what-was-kept-too-long', 'note-on-a-recording', 'what-the-codes-mean'],
];

/** One thing that must not be said on a case, and why, for those who may know. */
export interface Unspoken {
  why: string;
  clause: string;
  beginnings: readonly string[];
}

/** Kept back, and not named to the requester: anything but a plain yes is silence. */
export const isSilent = (record: Facts): boolean => isListed(record) && isKeptBack(record) && record['cite'] !== true;

/**
 * Everything hidden on a case: the branch of §3.7, exemptions that go unnamed, and places of which nothing is given but what is kept back
 * in silence. `phrases` are descriptions of records that the requester may not learn of; they come from the sealed details.
 */
export function unspokenOn(state: Pick<RequestState, 'facts' | 'items'>, phrases: readonly string[] = []): Unspoken[] {
  const records = Object.values(state.items['records'] ?? {});
  const codes = new Set(records.filter(isSilent).flatMap((r) => [String(r['code'])]));
  const found: Unspoken[] = [];
  if (isUnspoken(state.facts)) found.push({ why: 'records that must not be hinted at', clause: '3.7', beginnings: hiddenWords.beginnings });
  for (const code of codes) {
    const words = silentWords.find((row) => row.code === code)?.beginnings ?? [];
    found.push({ why: 'an exemption that is not named', clause: '3.12', beginnings: [code.toLowerCase(), ...words] });
  }
  const places = hiddenPlaces(state, records);
  if (places.length > 0) found.push({ why: 'a place that only holds what is not mentioned', clause: '3.12', beginnings: places });
  const said = phrases.map(plainly).filter((phrase) => phrase.length >= SHORTEST_PHRASE);
  if (said.length > 0) found.push({ why: 'a record that is not mentioned', clause: '3.12', beginnings: said });
  return found;
}
/** A shorter description (“letter”) is in every reply. */
const SHORTEST_PHRASE = 12;

/** Systems of which every record that was found is withheld in silence. */
function hiddenPlaces({ items }: Pick<RequestState, 'items'>, records: readonly Facts[]): string[] {
  const tasks = Object.entries(items['tasks'] ?? {}).filter(([, t]) => t['answer'] !== 'WITHDRAWN');
  const hides = (id: string): boolean => {
    const from = records.filter((r) => isListed(r) && r['source'] === id);
    return from.length > 0 && from.every((r) => isSilent(r) && r['decision'] === 'WITHHOLD');
  };
  const [hidden, open] = [tasks.filter(([id]) => hides(id)), tasks.filter(([id]) => !hides(id))];
  const named = new Set(open.map(([, t]) => t['system']));
  return [...new Set(hidden.filter(([, t]) => !named.has(t['system'])).map(([, t]) => plainly(shortSystem(t['system']))))];
}

/** A piece of text that leaves: where it stands, in words for staff. */
export interface Said {
  place: string;
  text: string;
}
export interface Mention {
  place: string;
  word: string;
  why: string;
  clause: string;
}

/** Each thing that is said and must not be, once for each place. */
export function findMentions(said: readonly Said[], unspoken: readonly Unspoken[]): Mention[] {
  return said.flatMap(({ place, text }) => {
    const plain = plainly(text);
    return unspoken.flatMap(({ why, clause, beginnings }) => {
      const word = beginnings.find((beginning) => begins(plain, beginning));
      return word === undefined ? [] : [{ place, word, why, clause }];
    });
  });
}

/** Small letters, one space, plain signs: a word cut by a soft hyphen or two spaces is the same word. */
export const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function begins(plain: string, beginning: string): boolean {
  for (let at = plain.indexOf(beginning); at >= 0; at = plain.indexOf(beginning, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(plain.charAt(at - 1))) return true;
  return false;
}

/** `The covering letter says “fraud”: an exemption that is not named (§3.12).` */
export const sayMention = ({ place, word, why, clause }: Mention): string => `${place} says “${word}”: ${why} (§${clause}).`;
