import type { FieldContext, Option } from '../domain/fields.js';
import { doorOf } from './doors.js';

/** §1.2: the format a reply leaves in. */
interface Format {
  value: string;
  title: string;
  electronic: boolean;
}
export const formats: readonly Format[] = [
  { value: 'PDF', title: 'Electronic, a common format such as PDF', electronic: true },
  { value: 'OTHER_ELECTRONIC', title: 'Electronic, another common format they asked for', electronic: true },
  { value: 'PAPER', title: 'On paper', electronic: false },
  { value: 'LARGE_PRINT', title: 'Large print', electronic: false },
  { value: 'AUDIO', title: 'Audio or read out', electronic: true },
];
export const formatChoices: readonly Option[] = formats.map(({ value, title }) => ({ value, title }));

/** Ways of sending that carry paper or need nobody’s device. */
const onPaper = ['SPECIAL_DELIVERY', 'COLLECT_IN_PERSON', 'VIEWING'];
/** The format that a way of sending means when nothing else is said. */
export const formatFrom = (method: string, wish: unknown): string => {
  if (wish === 'LARGE_PRINT' || wish === 'AUDIO') return wish;
  return onPaper.includes(method) ? 'PAPER' : 'PDF';
};

const isElectronic = (format: string): boolean => formats.find((f) => f.value === format)?.electronic === true;

/** GEN-06: what came electronically is answered electronically, unless they asked for something else. */
export const electronicRule = {
  rows: ['GEN-06'],
  clause: '1.2',
  sentence: (door: string) =>
    `The request came ${door}, so the reply goes electronically, in a common format, unless they asked for something else. Say why it does not.`,
} as const;
/** GEN-06, GEN-07: a wish for a common format is met. */
export const wishRule = {
  rows: ['GEN-06', 'GEN-07'],
  clause: '1.2',
  sentence: (wish: string) => `They asked for the answer ${wish}. Say why it leaves otherwise.`,
} as const;
const WISHES: Record<string, { words: string; fits: (format: string) => boolean }> = {
  ELECTRONIC: { words: 'by e-mail or download', fits: isElectronic },
  PAPER: { words: 'on paper', fits: (format) => format === 'PAPER' || format === 'LARGE_PRINT' },
  LARGE_PRINT: { words: 'in large print', fits: (format) => format === 'LARGE_PRINT' },
  AUDIO: { words: 'as audio', fits: (format) => format === 'AUDIO' },
};

/** Why a reply may not leave in this format without a reason; null when it may. A wish comes before the way the request came. */
export function objectionTo(format: string, facts: FieldContext['facts']): string | null {
  const wish = WISHES[String(facts['formatWish'])];
  if (wish) return wish.fits(format) ? null : wishRule.sentence(wish.words) || null;
  const door = doorOf(facts['channel']);
  if (door?.medium !== 'electronic' || isElectronic(format)) return null;
  return electronicRule.sentence(door.title.charAt(0).toLowerCase() + door.title.slice(1)) || null;
}
