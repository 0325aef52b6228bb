import { formatDay } from '../domain/local-date.js';
import type { Collection } from '../domain/step.js';
import { isSearchSettled, nilReason, systemTitle } from './records.js';

/** What a case has several of, and how each entry reads on its board. */
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');
/** The name of a system without what is in brackets. */
export const shortSystem = (code: unknown): string => systemTitle(code).replace(/ \(.*/, '');

export const tasks: Collection = {
  code: 'tasks',
  title: 'Searches',
  head: (t) => shortSystem(t['system']),
  text: (t, name) => (t['answer'] === undefined ? `${name(t['owner'])}, answer by ${day(t['answerBy'])}` : foundText(t)),
  settled: isSearchSettled,
  sum: (all) => {
    const done = all.filter(isSearchSettled);
    const pages = all.reduce((sum, t) => sum + (typeof t['pages'] === 'number' ? t['pages'] : 0), 0);
    return `${done.length} of ${all.length} answered${pages > 0 ? `, ${pages} pages` : ''}`;
  },
  lines: (t, name) => [
    { title: 'Who', value: name(t['owner']) },
    { title: 'Asked', value: day(t['askedOn']) },
    { title: 'Answer by', value: day(t['answerBy']) },
    ...(t['keptUntil'] === undefined ? [] : [{ title: 'Deletes itself', value: day(t['keptUntil']) }]),
    ...(t['heldOn'] === undefined ? [] : [{ title: 'Kept from deletion', value: day(t['heldOn']) }]),
    ...(t['minutes'] === undefined ? [] : [{ title: 'Minutes spent', value: String(t['minutes']) }]),
    ...(t['forwarded'] === undefined ? [] : [{ title: 'Mails forwarded', value: String(t['forwarded']) }]),
  ],
};

function foundText(t: Record<string, unknown>): string {
  if (t['answer'] === 'NOT_OURS') return 'not theirs: to be passed on or withdrawn';
  if (t['answer'] === 'WITHDRAWN') return 'withdrawn';
  if (t['answer'] === 'NOTHING') return `nothing held${t['nilReason'] === undefined ? '' : `: ${nilReason(t['nilReason']).toLowerCase()}`}`;
  return `found${t['pages'] === undefined ? '' : `, ${String(t['pages'])} pages`}`;
}

export const collections: readonly Collection[] = [tasks];
