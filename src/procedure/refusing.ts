import type { Option } from '../domain/fields.js';
import { addMonths, type LocalDate } from '../domain/local-date.js';
import { limits } from './limits.js';

/** §2.4.4, §3.3: what a refusal of the whole request may rest on. The fact `refusing` holds one of these while a refusal is considered. */
export const refusalGrounds = [
  { code: 'MUE', title: 'unfounded or excessive', result: 'REFUSED_MUE' },
  { code: 'REPEAT', title: 'asked again too soon', result: 'REFUSED_REPEAT' },
  { code: 'ENTITLEMENT', title: 'they may not ask for this', result: 'REFUSED_ENTITLEMENT' },
  { code: 'EXEMPT', title: 'all of it exempt', result: 'REFUSED_EXEMPT' },
] as const;
export const refusingTitle = (code: unknown): string => refusalGrounds.find((g) => g.code === code)?.title ?? '';
export const refusalResult = (code: unknown): string => refusalGrounds.find((g) => g.code === code)?.result ?? '';
export const isRefused = (result: unknown): boolean => refusalGrounds.some((g) => g.result === result);

export const excessive: readonly Option[] = [
  { value: 'UNFOUNDED', title: 'Manifestly unfounded' },
  { value: 'EXCESSIVE', title: 'Manifestly excessive' },
];
export const excessiveTitle = (code: unknown): string => excessive.find((e) => e.value === code)?.title ?? '';

/** VAL-10: what may follow; a fee or a refusal only from one who may decide it. */
export const conclusions: readonly Option[] = [
  { value: 'GO_ON', title: 'Neither: go on with the request' },
  { value: 'ASK_IG', title: 'Unsure: ask Information Governance' },
  { value: 'FEE', title: 'Propose a fee' },
  { value: 'REFUSE', title: 'Propose to refuse' },
];
export const repeatConclusions: readonly Option[] = [
  { value: 'GO_ON', title: 'Go on with the request' },
  { value: 'REFUSE', title: 'Refuse it' },
];

/** OP-20: a hint and never a rule; whoever decides weighs the three factors. */
export const repeatHintMonths = 6;

/** What the case card says of a proposal. */
export const proposalTitles: Readonly<Record<string, string>> = {
  ADVICE: 'Information Governance is asked for its view',
  ADVISED: 'Information Governance has given its view; the DIAO weighs it again',
  FEE_TO_COST: 'A fee is wanted; the DIAO fills in the worksheet',
  FEE_TO_CHECK: 'A fee is proposed; Information Governance looks at it',
  FEE_TO_DECIDE: 'A fee is proposed; the Data Protection Officer decides',
  FEE_APPROVED: 'A fee is approved and not yet asked for',
  REFUSE_TO_CHECK: 'A refusal is proposed; Information Governance looks at it',
  REFUSE_TO_DECIDE: 'A refusal is proposed; the Data Protection Officer decides',
  REFUSE_APPROVED: 'A refusal is decided and not yet sent',
};

/** Last day to tell a requester of a refusal: one month from the start, neither rolled nor extended (CLK-08). */
export const lastRefusalDay = (start: LocalDate): LocalDate => addMonths(start, limits.refusalNotice.n);
export const refusalRow = { rows: ['CLK-08'], clause: '1.2(9)' };
