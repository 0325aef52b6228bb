import { isInForce, type KnowledgeRow } from './knowledge-base.js';
import type { LocalDate } from './local-date.js';

/** A row that words point at, with the service words that were recognised. */
export interface Match {
  row: KnowledgeRow;
  words: string[];
}
/** What a post was recognised by: how many different service words point at it. */
export interface Share {
  post: string;
  directorate: string;
  words: string[];
}

interface Occurrence {
  row: KnowledgeRow;
  word: string;
  start: number;
  end: number;
}

/** Longer texts are looked up by their beginning: a request is a few sentences. */
const MOST_TEXT = 4_000;

/**
 * Rows in force on the day that the words point at, the best first: by how many of their service words were said, then by the longest.
 * A word inside a longer one does not count, so that “housing benefit” is not taken for housing.
 */
export function lookUp(rows: readonly KnowledgeRow[], text: string, today: LocalDate): Match[] {
  const found = occurrences(rows, text, today);
  const byRow = new Map<string, Match>();
  for (const { row, word } of found) {
    const words = byRow.get(row.id)?.words ?? [];
    byRow.set(row.id, { row, words: words.includes(word) ? words : [...words, word] });
  }
  return [...byRow.values()].sort((a, b) => weigh(b.words) - weigh(a.words) || a.row.area.localeCompare(b.row.area));
}

/** Posts by the number of service words that point at them, the largest share first (ASG-14). */
export function sharesOf(matches: readonly Match[]): Share[] {
  const byPost = new Map<string, Share>();
  for (const { row, words } of matches) {
    const before = byPost.get(row.post)?.words ?? [];
    byPost.set(row.post, { post: row.post, directorate: row.directorate, words: [...new Set([...before, ...words])] });
  }
  return [...byPost.values()].sort((a, b) => b.words.length - a.words.length || weigh(b.words) - weigh(a.words));
}

/** Of words typed to be looked up, parted by commas or else by spaces, those that no row in force knows. */
export function unknownWords(rows: readonly KnowledgeRow[], typed: string, today: LocalDate): string[] {
  const parts = typed.includes(',') ? typed.split(',') : typed.split(/\s+/);
  const said = parts.map((part) => part.trim()).filter((part) => plain(part).trim().length > 2 && !FILLERS.has(plain(part).trim()));
  const covered = occurrences(rows, typed, today).map(({ start, end }) => plain(typed).slice(start, end).trim());
  return [...new Set(said.filter((part) => !covered.some((c) => overlaps(plain(part).trim(), c))))];
}

const overlaps = (part: string, covered: string): boolean => ` ${covered} `.includes(` ${part} `) || ` ${part} `.includes(` ${covered} `);
const FILLERS = new Set(['and', 'the', 'for', 'about', 'all', 'any', 'with', 'from', 'our', 'your', 'his', 'her', 'their']);
const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + 100 + word.length, 0);

/** Small letters and digits with one space between words and around them, so that a whole word is one between spaces. */
export function plain(text: string): string {
  const letters = text.slice(0, MOST_TEXT).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${letters
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function occurrences(rows: readonly KnowledgeRow[], text: string, today: LocalDate): Occurrence[] {
  const said = plain(text);
  const all = rows.filter((row) => isInForce(row, today)).flatMap((row) => row.words.flatMap((word) => placesOf(row, word, said)));
  return all.filter((one) => !all.some((other) => isInside(one, other)));
}

const isInside = (one: Occurrence, other: Occurrence): boolean =>
  other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start;

/** Every place where the word stands, as it is or with the s of a plural. */
function placesOf(row: KnowledgeRow, word: string, said: string): Occurrence[] {
  const bare = plain(word).trim();
  if (bare === '') return [];
  return [` ${bare} `, ` ${bare}s `].flatMap((sought) => {
    const found: Occurrence[] = [];
    for (let at = said.indexOf(sought); at >= 0; at = said.indexOf(sought, at + 1))
      found.push({ row, word, start: at, end: at + sought.length - 1 });
    return found;
  });
}
