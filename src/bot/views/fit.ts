import { escapeMarkdown } from './escape.js';

/** How much of a card is drawn: the most entries of a list, the most characters of one text. */
export interface Fit {
  items: number;
  chars: number;
}

/** Tried in order until the card is small enough. */
export const FITS: readonly Fit[] = [
  { items: Infinity, chars: Infinity },
  { items: 40, chars: 2000 },
  { items: 20, chars: 1000 },
  { items: 12, chars: 400 },
  { items: 6, chars: 200 },
  { items: 3, chars: 100 },
];

/** Nothing or one: how a template leaves a part out (`$data` over a list), so that a missing field is never mistaken for "no". */
export type Maybe<T> = [] | [T];

export function maybe<T>(value: T | undefined): Maybe<T> {
  return value === undefined ? [] : [value];
}

/** A text part when there are words for it. */
export function maybeText(words: string | undefined, fit: Fit): Maybe<{ text: string }> {
  return words === undefined || words.trim() === '' ? [] : [{ text: draw(words, fit) }];
}

/** A person's words, shortened if the card demands it, escaped for Markdown. */
export function draw(words: string, fit: Fit): string {
  return escapeMarkdown(words.length <= fit.chars ? words : `${[...words].slice(0, fit.chars).join('').trimEnd()}… (shortened)`);
}

/** The first entries of a list, and a line saying how many are left out. */
export function firstOf<T>(list: readonly T[], fit: Fit): { kept: readonly T[]; more: Maybe<{ text: string }> } {
  const left = list.length - fit.items;
  if (left <= 0) return { kept: list, more: [] };
  return { kept: list.slice(0, fit.items), more: [{ text: `${left} more ${left === 1 ? 'does' : 'do'} not fit on this card.` }] };
}
