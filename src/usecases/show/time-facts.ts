import { formatDay } from '../../domain/local-date.js';
import type { RequestState } from '../../domain/subject-request.js';
import { groundTitle, monthsTitle } from '../../procedure/extension.js';
import { feeLines, feeTotal, pounds } from '../../procedure/fees.js';
import { excessiveTitle, proposalTitles, refusingTitle } from '../../procedure/refusing.js';
import type { Known } from './known-facts.js';

/** Private answers about more time, a fee or a refusal that a case card shows. */
export const timeDetails = [
  ...['moreTimeReasons', 'moreTimeNote', 'whyTold', 'igView', 'dpoWhy', 'feeNote', 'feeQuestion', 'feeAnswer'],
  ...[
    'costNote',
    'timeNote',
    'difficultyNote',
    'harmNote',
    'earlier',
    'earlierScope',
    'laterScope',
    'natureNote',
    'purposeNote',
    'changeNote',
  ],
];

type Row = { title: string; value: string };
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');
const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(': ');

/** What is open or decided about more time, a fee or a refusal; none for a case without. The notes stand only while somebody has to decide. */
export function timeFacts(state: RequestState, known: Known): Row[] {
  const { facts } = state;
  const pending = facts['proposal'] !== undefined;
  const rows: [string, string | undefined][] = [
    ['More time', moreTimeText(state)],
    ['Its reason', facts['moreTime'] === undefined ? undefined : known.detail('moreTimeReasons')],
    ['Refusing?', facts['refusing'] === undefined ? undefined : joined('Considered', refusingTitle(facts['refusing']))],
    ['Proposal', pending ? joined(proposalTitles[String(facts['proposal'])], excessiveTitle(facts['mueGround']).toLowerCase()) : undefined],
    ['Weighed', pending ? weighed(known) : undefined],
    ['Why', pending ? known.detail('whyTold') : undefined],
    ['View of IG', pending ? known.detail('igView') : undefined],
    ['Decision', facts['proposalDecidedOn'] === undefined ? undefined : joined(day(facts['proposalDecidedOn']), known.detail('dpoWhy'))],
    ['Fee', feeText(state)],
    [
      'Refused',
      facts['refusedOn'] === undefined ? undefined : `${day(facts['refusedOn'])}${facts['refusedLate'] === true ? ', late' : ''}`,
    ],
    ['Fee question', facts['feeQuestionOn'] === undefined ? undefined : known.detail('feeQuestion')],
    ['Fee answer', facts['feeQuestionOn'] === undefined ? known.detail('feeAnswer') : undefined],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function moreTimeText({ facts }: RequestState): string | undefined {
  const what = [monthsTitle(facts['moreTimeMonths']), groundTitle(facts['moreTimeGround'])].filter(Boolean).join(', ').toLowerCase();
  const likely = facts['likelyOn'] === undefined ? '' : `; information likely by ${day(facts['likelyOn'])}`;
  switch (facts['moreTime']) {
    case 'PROPOSED':
      return `Proposed: ${what}${likely}. Information Governance decides`;
    case 'CONFIRMED':
      return `Confirmed: ${what}${likely}. The requester is not told yet`;
    case 'TOLD':
      return `Told on ${day(facts['extendedOn'])}: ${what}${likely}`;
    default:
      return undefined;
  }
}

const weighed = (known: Known): string | undefined =>
  (
    [
      ['Cost', 'costNote'],
      ['Time', 'timeNote'],
      ['Difficulty', 'difficultyNote'],
      ['Harm of going without', 'harmNote'],
      ['Earlier request', 'earlier'],
      ['It asked', 'earlierScope'],
      ['This asks', 'laterScope'],
    ] as const
  )
    .flatMap(([title, field]) => (known.detail(field) ? [`${title}: ${known.detail(field) ?? ''}`] : []))
    .join('\n') || undefined;

function feeText(state: RequestState): string | undefined {
  const { facts } = state;
  if (facts['feeMinutes'] === undefined) return undefined;
  const lines = feeLines(facts).map(({ what, pence }) => `${what}, ${pounds(pence)}`);
  const how =
    facts['fee'] === 'PAID'
      ? `paid ${day(facts['feePaidOn'])}`
      : facts['fee'] === 'ASKED'
        ? `asked ${day(facts['feeAskedOn'])}, not paid`
        : 'not asked for yet';
  return `${pounds(feeTotal(facts))}, ${how} (${lines.join('; ')})`;
}
