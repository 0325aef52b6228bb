import { formatDay } from '../domain/local-date.js';
import type { Collection } from '../domain/step.js';
import { systemTitle } from './records.js';

/** What a case has several of, and how each entry reads on its board. */
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');
/** The name of a system without what is in brackets. */
export const shortSystem = (code: unknown): string => systemTitle(code).replace(/ \(.*/, '');

export const tasks: Collection = {
  code: 'tasks',
  title: 'Searches',
  head: (t) => shortSystem(t['system']),
  text: (t, name) => (t['answer'] === undefined ? `${name(t['owner'])}, answer by ${day(t['answerBy'])}` : foundText(t)),
  settled: (t) => t['answer'] !== undefined,
};

function foundText(t: Record<string, unknown>): string {
  if (t['answer'] === 'NOTHING') return 'nothing held';
  return `found${t['pages'] === undefined ? '' : `, ${String(t['pages'])} pages`}`;
}

export const collections: readonly Collection[] = [tasks];
