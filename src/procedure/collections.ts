import { formatDay } from '../domain/local-date.js';
import type { Collection } from '../domain/step.js';
import { advice } from './advice.js';
import { helps } from './contributing.js';
import { consulteeTitle, opinionTitle } from './consultees.js';
import { exemptionOf, exemptionTitle } from './exemption-choices.js';
import { holds } from './holds.js';
import { questionLines } from './exemption-questions.js';
import { faultText } from './record-faults.js';
import { searchedPlace } from './record-titles.js';
import { isSearchSettled, nilReason } from './records.js';
import { aboutTitle, decisionText, isDecided, isKeptBack, methodTitle, placeOf, recordName, sumRecords } from './schedule.js';
import { isBoxAwaited } from './steps/search-offsite.js';
import { limbTitle } from './steps/third-party.js';

/** What a case has several of, and how each entry reads on its board. */
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

export const tasks: Collection = {
  code: 'tasks',
  title: 'Searches',
  head: searchedPlace,
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
    ...(t['orderedOn'] === undefined ? [] : [{ title: 'Ordered from off site', value: day(t['orderedOn']) }]),
    ...(isBoxAwaited(t) ? [{ title: 'Expected', value: day(t['expectedOn']) }] : []),
    ...(t['arrivedOn'] === undefined ? [] : [{ title: 'Arrived', value: day(t['arrivedOn']) }]),
    ...(t['minutes'] === undefined ? [] : [{ title: 'Minutes spent', value: String(t['minutes']) }]),
    ...(t['forwarded'] === undefined ? [] : [{ title: 'Mails forwarded', value: String(t['forwarded']) }]),
  ],
};

function foundText(t: Record<string, unknown>): string {
  if (t['answer'] === 'NOT_OURS') return 'not theirs: to be passed on or withdrawn';
  if (t['answer'] === 'WITHDRAWN') return 'withdrawn';
  if (t['answer'] === 'NOTHING') return `nothing held${t['nilReason'] === undefined ? '' : `: ${nilReason(t['nilReason']).toLowerCase()}`}`;
  return `found${typeof t['pages'] === 'number' ? `, ${t['pages']} pages` : ''}`;
}

export const records: Collection = {
  code: 'records',
  title: 'Records',
  words: 'description',
  head: recordName,
  text: (r) =>
    [Number(r['pages']) === 1 ? '1 page' : `${String(r['pages'])} pages`, decisionText(r), faultText(r)].filter(Boolean).join(' · '),
  settled: (r) => isDecided(r) && r['silence'] !== 'ASKED' && r['questioned'] !== true,
  // An approver looks at what is kept back, also on a schedule of many pages.
  rank: (r) => (isKeptBack(r) ? 0 : 1),
  sum: sumRecords,
  lines: (r, name) =>
    [
      { title: 'Identifies', value: aboutTitle(r['about']) },
      { title: 'Weighed', value: r['limb'] === undefined ? '' : limbTitle(r['limb']) },
      { title: 'Exemption', value: isKeptBack(r) ? `${exemptionTitle(r['code'])} (${cite(exemptionOf(r['code'])?.clause ?? '')})` : '' },
      { title: 'Its test', value: isKeptBack(r) ? (exemptionOf(r['code'])?.test ?? '') : '' },
      ...(isKeptBack(r) ? questionLines(r) : []),
      { title: 'Where', value: isKeptBack(r) ? placeOf(r) : '' },
      { title: 'Taken out by', value: methodTitle(r['method']) },
      { title: 'Look again', value: day(r['lookAgainOn']) },
      { title: 'Decided', value: r['decidedBy'] === undefined ? '' : `${name(r['decidedBy'])}, ${day(r['decidedOn'])}` },
      { title: 'Returned', value: day(r['returnedOn']) },
    ].filter((line) => line.value),
};

export const consults: Collection = {
  code: 'consults',
  title: 'Views',
  words: 'consultee',
  head: (c) => `${consulteeTitle(c['who'])} on record ${String(c['no'])}`,
  text: (c) => {
    if (c['dropped'] === true) return 'not needed any more';
    if (c['answeredOn'] !== undefined) return `${opinionTitle(c['opinion'])}, ${day(c['answeredOn'])}`;
    return `asked ${day(c['askedOn'])}, answer by ${day(c['answerBy'])}${c['blocks'] === true ? '; the reply waits for it' : ''}`;
  },
  settled: (c) => c['answeredOn'] !== undefined || c['dropped'] === true,
  sum: (all) => `${all.filter((c) => consults.settled(c)).length} of ${all.length} answered`,
};
const cite = (clause: string): string => (/^\d/.test(clause) ? `§${clause}` : clause);

export const collections: readonly Collection[] = [tasks, holds, records, consults, helps, advice];
