import { number } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import type { View } from '../../domain/step.js';
import { isWholeFile } from '../schedule.js';

/** EXM-02: an exemption is placed on a page or a paragraph, never on a whole file. */
export const placeRule = {
  rows: ['EXM-02'],
  clause: '3.1',
  needed: 'Say on which pages it is.',
  order: 'The last page comes after the first.',
  beyond: 'The record has not that many pages.',
  whole: 'Not the whole file: say on which pages, or which paragraph. Enter its documents one by one if each is exempt.',
} as const;

export const placeFields = {
  fromPage: number('From page', { optional: true, min: 1, max: 100_000, section: 'Where is it? A page or a paragraph' }),
  toPage: number('To page', { optional: true, min: 1, max: 100_000, hint: 'Leave it out when it is one page' }),
  paragraph: number('Paragraph', { optional: true, min: 1, max: 10_000 }),
};
interface Place {
  fromPage?: number | undefined;
  toPage?: number | undefined;
  paragraph?: number | undefined;
}

/** The faults of a place on the record at hand. */
export function checkPlace(view: View, { fromPage, toPage, paragraph }: Place, wholeClass: boolean): AnswerFault[] {
  const record = view.item?.facts ?? {};
  const pages = Number(record['pages'] ?? 1);
  if (wholeClass) return [];
  if (fromPage === undefined) return [{ field: 'fromPage', sentence: placeRule.needed }];
  const last = toPage ?? fromPage;
  if (last < fromPage) return [{ field: 'toPage', sentence: placeRule.order }];
  if (last > pages) return [{ field: toPage === undefined ? 'fromPage' : 'toPage', sentence: placeRule.beyond }];
  const everything = isWholeFile(record) && fromPage === 1 && last === pages && paragraph === undefined;
  return everything ? [{ field: 'toPage', sentence: placeRule.whole }] : [];
}

/** The place as it stands on the record. */
export function placeFrom({ fromPage, toPage, paragraph }: Place): Record<string, number> {
  return {
    ...(fromPage !== undefined && { fromPage, toPage: toPage ?? fromPage }),
    ...(paragraph !== undefined && { paragraph }),
  };
}
