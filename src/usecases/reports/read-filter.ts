import type { Press } from '../../domain/reports/urgency.js';
import { directorates } from '../../procedure/owners.js';
import { stages } from '../../procedure/stages.js';

/** Which part of the outstanding cases is asked for. */
export interface AskedFor {
  press: Press;
  directorate: string | null;
  stage: string | null;
  /** Words that mean nothing here. */
  unknown: string[];
}

const PRESSES: Record<string, Press> = {
  all: 'all',
  overdue: 'overdue',
  late: 'overdue',
  soon: 'soon',
  due: 'soon',
  held: 'waiting',
  paused: 'waiting',
  waiting: 'waiting',
  sent: 'answered',
  answered: 'answered',
};
/** Words that stand in several titles, or only join others. */
const EMPTY = new Set(['and', 'the', 'for', 'of', 'in', 'or', 'services', 'service']);

/** Reads what was typed after `outstanding`, or what a button or form of ours carries: codes and words of titles, in any order. */
export function readFilter(typed: string): AskedFor {
  const asked: AskedFor = { press: 'all', directorate: null, stage: null, unknown: [] };
  for (const word of wordsOf(typed)) {
    const press = Object.hasOwn(PRESSES, word) ? PRESSES[word] : undefined;
    const directorate = directorates.find((d) => matches(word, d));
    const stage = stages.find((s) => s.open && matches(word, s));
    if (press !== undefined) asked.press = press;
    else if (directorate) asked.directorate ??= directorate.code;
    else if (stage) asked.stage ??= stage.code;
    else if (!EMPTY.has(word)) asked.unknown.push(word);
  }
  return asked;
}

/** The same as words: what a button carries. */
export const asWords = ({ press, directorate, stage }: Pick<AskedFor, 'press' | 'directorate' | 'stage'>): string =>
  [press === 'all' ? '' : press, directorate ?? '', stage ?? ''].filter(Boolean).join(' ');

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_'’]+/u)
    .filter(Boolean);

function matches(word: string, { code, title }: { code: string; title: string }): boolean {
  if (word === code.toLowerCase()) return true;
  return !EMPTY.has(word) && wordsOf(title).some((each) => each === word || each.replace(/['’]s$/, '') === word.replace(/['’]s$/, ''));
}
