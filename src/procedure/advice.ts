import type { Option } from '../domain/fields.js';
import { formatDay } from '../domain/local-date.js';
import type { Collection } from '../domain/step.js';

/** ASG-09: what a DIAO escalates. */
export const escalations: readonly Option[] = [
  { value: 'REVIEW', title: 'The requester is unhappy and asks for a review' },
  { value: 'UNSETTLED', title: 'It cannot be settled in the directorate' },
  { value: 'ICO', title: 'The ICO has written' },
];
export const adviceOutcomes: readonly Option[] = [
  { value: 'ADVISED', title: 'Advice below' },
  { value: 'TAKEN_UP', title: 'We take it up' },
  { value: 'PASSED', title: 'Somebody else answers, named below' },
];
/** Questions that a step about who is asking puts. */
const aboutRequesters: Readonly<Record<string, string>> = {
  AUTHORITY: 'May they act for somebody else?',
  ESTATE: 'About somebody who has died',
};
const kindTitle = (code: unknown): string =>
  escalations.find((e) => e.value === code)?.title ?? aboutRequesters[String(code)] ?? 'Question';
const outcomeTitle = (code: unknown): string => adviceOutcomes.find((o) => o.value === code)?.title.toLowerCase() ?? '';
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

/** The advice log of a case (ASG-10): what Information Governance was asked, and what they said. */
export const advice: Collection = {
  code: 'advice',
  title: 'Advice',
  words: 'question',
  head: (q) => kindTitle(q['kind']),
  text: (q, name) =>
    q['answeredOn'] === undefined
      ? `${name(q['askedBy'])} asked on ${day(q['askedOn'])}`
      : `${outcomeTitle(q['advised'])}: ${name(q['answeredBy'])}, ${day(q['answeredOn'])}`,
  settled: (q) => q['answeredOn'] !== undefined,
  sum: (all) => `${all.filter((q) => q['answeredOn'] !== undefined).length} of ${all.length} answered`,
  lines: (q, name) => [{ title: 'Asked by', value: `${name(q['askedBy'])}, ${day(q['askedOn'])}` }],
};
