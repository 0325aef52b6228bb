import type { Option } from '../domain/fields.js';
import type { View } from '../domain/step.js';
import type { Fact, Facts } from '../domain/subject-request.js';
import { exemptionTitle } from './exemption-choices.js';
import { questionFacts } from './exemption-questions.js';

/** §2.8, DSP-05: the schedule of what was found, record by record, with what was decided of each. Words are kept apart; here stand codes and numbers. */
export const recordKinds: readonly (Option & { wholeFile?: true })[] = [
  { value: 'LETTER', title: 'Letter' },
  { value: 'MAIL', title: 'E-mail' },
  { value: 'REPORT', title: 'Report or assessment' },
  { value: 'NOTE', title: 'Note or minute' },
  { value: 'FORM', title: 'Form' },
  { value: 'REFERENCE', title: 'Reference' },
  { value: 'FILE', title: 'Whole file', wholeFile: true },
  { value: 'PRINTOUT', title: 'System print-out', wholeFile: true },
  { value: 'RECORDING', title: 'Recording' },
];
const kindOf = (code: unknown) => recordKinds.find((k) => k.value === code);
export const isWholeFile = (record: Facts): boolean => kindOf(record['kind'])?.wholeFile === true;

/** §2.9: about whom a record is; one that also identifies somebody else is weighed before it is given. */
export const about: readonly Option[] = [
  { value: 'PERSON', title: 'Only the person asked about' },
  { value: 'STAFF', title: 'Also staff acting as staff' },
  { value: 'OTHER', title: 'Also somebody else' },
];
export const aboutTitle = (code: unknown): string => about.find((a) => a.value === code)?.title ?? '';

/** ASS-07: how what is kept back is taken out (OP-43). */
export const methods: readonly Option[] = [
  { value: 'BLOCKED', title: 'Blocked out' },
  { value: 'RETYPED', title: 'Retyped without it' },
];
export const methodTitle = (code: unknown): string => methods.find((m) => m.value === code)?.title ?? '';

export const recordsOf = (view: Pick<View, 'request'>): Record<string, Facts> => view.request?.items['records'] ?? {};
export const consultsOf = (view: Pick<View, 'request'>): Record<string, Facts> => view.request?.items['consults'] ?? {};

export const isDecided = (record: Facts): boolean => record['decision'] !== undefined;
/** On the schedule: entered and not taken off it again. */
export const isListed = (record: Facts): boolean => record['decision'] !== 'OUT';
export const isKeptBack = (record: Facts): boolean => record['decision'] === 'REDACT' || record['decision'] === 'WITHHOLD';

/** Facts that a decision sets; a new decision starts without them. */
export const UNDECIDED: Record<string, Fact | null> = Object.fromEntries(
  [
    ...['decision', 'code', 'fromPage', 'toPage', 'paragraph', 'cite', 'silence', 'method', 'limb', 'decidedOn', 'decidedBy', 'questioned'],
    ...questionFacts,
    ...['confidence', 'capable', 'refused', 'known', 'inferable', 'partly', 'consentAskedOn', 'consentAnsweredOn'],
    ...['alreadyKnown', 'likelyHadCopy', 'contentious', 'marked'],
  ].map((name) => [name, null]),
);

/** `Record 12 · Letter`. */
export const recordName = (record: Facts): string => `Record ${String(record['no'])} · ${kindOf(record['kind'])?.title ?? 'record'}`;

/** `pages 3 to 4, paragraph 2`. */
export function placeOf({ fromPage, toPage, paragraph }: Facts): string {
  const pages =
    fromPage === undefined ? '' : fromPage === toPage ? `page ${String(fromPage)}` : `pages ${String(fromPage)} to ${String(toPage)}`;
  return [pages, paragraph === undefined ? '' : `paragraph ${String(paragraph)}`].filter(Boolean).join(', ');
}

const DECIDED: Record<string, string> = { GIVE: 'given', REDACT: 'redacted', WITHHOLD: 'withheld', OUT: 'not on the schedule' };
export function decisionText(record: Facts): string {
  const word = DECIDED[String(record['decision'])];
  if (word === undefined) return record['returnedOn'] === undefined ? 'undecided' : 'returned: to be decided again';
  if (!isKeptBack(record)) return word;
  const silent = { ASKED: 'silence not approved yet', APPROVED: 'not named to the requester' }[String(record['silence'])];
  return [word, placeOf(record), exemptionTitle(record['code']), silent].filter(Boolean).join(' · ');
}

/** `12 records: 9 given, 2 redacted, 1 withheld`. */
export function sumRecords(all: Facts[]): string {
  const listed = all.filter(isListed);
  const count = (decision: string | undefined): number => listed.filter((r) => r['decision'] === decision).length;
  const parts = [...['GIVE', 'REDACT', 'WITHHOLD'].map((d) => [count(d), DECIDED[d]] as const), [count(undefined), 'undecided'] as const];
  const words = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word ?? ''}`);
  const records = listed.length === 1 ? '1 record' : `${listed.length} records`;
  return words.length === 0 ? records : `${records}: ${words.join(', ')}`;
}
