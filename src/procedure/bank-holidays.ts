import type { DateName } from '../domain/clock.js';
import type { HangsBy, ListBounds, ListFault } from '../domain/holiday-lists.js';
import { limits } from './limits.js';

/** CLK-12, OP-07: bank holidays of England and Wales, which the list says and people confirm. */
export const holidayRules = {
  rows: ['CLK-12'],
  clause: '2.6.1',
  bounds: { yearsAhead: 15, changes: 12 } satisfies ListBounds,
  /** Months before the end of the list from which Information Governance is reminded, unless the settings say otherwise. */
  warnMonths: 6,
} as const;

/** The dates of an open case that hang on the list, each with its name on a card. */
export const movableDates: readonly { name: DateName; title: string; by: HangsBy }[] = [
  { name: 'due', title: 'Answer', by: 'rolled' },
  { name: 'latestArguable', title: 'Latest arguable', by: 'rolled' },
  { name: 'complaintAckBy', title: 'Complaint acknowledged', by: 'rolled' },
  { name: 'reviewAckBy', title: 'Review acknowledged', by: limits.reviewAcknowledgement.n },
  { name: 'reviewDueBy', title: 'Review decided', by: limits.reviewDecision.n },
  { name: 'flagBy', title: 'Notices of the directorate', by: limits.flag.n },
];

/** Why no list came, or why the one that came is not used. */
export type RefreshFault = ListFault | 'not-reached' | 'too-large' | 'not-a-list' | 'another-country';

export const refreshFaults: Readonly<Record<RefreshFault, string>> = {
  'not-reached': 'The address of the list did not answer.',
  'too-large': 'What came from the address of the list was far too large to be a list.',
  'not-a-list': 'What came from the address of the list is not a list of bank holidays.',
  'another-country': 'What came from the address of the list has no list of England and Wales.',
  'fewer-days': 'The list that came has fewer bank holidays in a year than we know of.',
  'days-outside': 'The list that came names days that cannot be bank holidays.',
  'too-different': 'The list that came differs from ours on too many days to be believed.',
  outdated: 'The list that came has ended already.',
};
