import { limits } from '../procedure/limits.js';
import { pounds } from '../procedure/fees.js';
import { heading, paragraph } from './blocks.js';
import { closing, contact, opening, reviewThenRegulator } from './common-parts.js';
import { words } from './fee-notice.words.js';
import type { LetterKind, LetterPart } from './letter.js';
import { writeDay } from './write-day.js';

const received = opening(words.title, ({ about, received: day }) => [
  about ? words.openingFor(about, writeDay(day)) : words.opening(writeDay(day)),
]);

const decision: LetterPart = {
  id: 'decision',
  says: 'the decision and its reason',
  lacks: ({ fee }) => (fee?.reasons.trim() ? null : 'why there is a fee, approved by the Data Protection Officer'),
  write: ({ fee }) => [
    heading(words.why),
    paragraph(words.decided[fee?.ground ?? 'EXCESSIVE']),
    ...(fee?.reasons ?? '').split('\n').filter(Boolean).map(paragraph),
  ],
};

const amount: LetterPart = {
  id: 'amount',
  says: 'the cost basis and the amount',
  lacks: ({ fee }) => (fee === undefined || fee.total > 0 ? null : 'the lines of the fee worksheet'),
  write: ({ fee }) => [
    heading(words.cost),
    {
      kind: 'table',
      columns: words.columns.map(([title, width]) => ({ title, width })),
      rows: (fee?.lines ?? []).map(({ what, pence }) => [what, pounds(pence)]),
    },
    { kind: 'key', text: words.total(pounds(fee?.total ?? 0)) },
    paragraph(words.basis),
  ],
};

const next: LetterPart = {
  id: 'next',
  says: 'no work until it is paid',
  write: () => [heading(words.next), paragraph(words.notBefore), paragraph(words.how), paragraph(words.wait(limits.noReply.n))],
};

/** LTR-06, §2.4.4: what the fee is, why, and how to challenge it. */
export const feeNotice: LetterKind = {
  id: 'fee-notice',
  row: 'LTR-06',
  clause: '2.4.4',
  title: 'Asking for a fee',
  parts: [received, decision, amount, next, contact, reviewThenRegulator(() => false), closing],
};
