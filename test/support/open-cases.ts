import { addDays } from '../../src/domain/local-date.js';

/** Monday 23 November 2026, nine o'clock: what the cases below are counted from. */
const MONDAY = '2026-11-23';
const before = (days: number): string => addDays(MONDAY, -days);

interface OpenCase {
  /** Received so many days before that Monday. */
  days: number;
  stage: string;
  right?: string;
  channel?: string;
  post?: string;
  diao?: string;
  officer?: string;
  identity_evidence?: string;
  identity_asked?: string;
  question_asked?: string;
  extension_told?: string;
  extension_months?: string;
}
const validating = { stage: 'VALIDATING', diao: 'Dev Diao' };
const led = { stage: 'ASSIGNED', diao: 'Dev Diao', officer: 'Ola Officer', identity_evidence: 'ID_PASSPORT' };

/** Cases of every state that managers look at: new ones of the last week, overdue, due soon, held, paused, extended; three with no officer. */
const cases: OpenCase[] = [
  ...[1, 2, 3, 4].map((days) => ({ days, stage: 'LOGGED', channel: 'PHONE', post: 'HOU-1' })),
  ...[5, 5, 6].map((days) => ({ days, stage: 'LOGGED' })),
  ...[2, 3, 4].map((days) => ({ days, stage: 'LOGGED', channel: 'POST', post: 'CHILD-1' })),
  { days: 4, stage: 'REPORTED', channel: 'FACE_TO_FACE' },
  { days: 3, stage: 'LOGGED', right: 'ERASE' },
  { days: 12, stage: 'LOGGED', right: 'RECTIFY', channel: 'POST' },
  ...[40, 47, 61, 28].map((days) => ({ days, ...led })),
  { days: 27, ...validating },
  { days: 20, ...validating, stage: 'AWAITING_REQUESTER', identity_asked: before(18) },
  { days: 35, ...led, question_asked: before(20) },
  { days: 50, ...led, extension_told: before(25), extension_months: '2' },
  ...[14, 15, 16, 18, 45].map((days) => ({ days, stage: 'LOGGED', post: 'CHILD-2' })),
];

const columns = [
  ...[
    'external_reference',
    'requester_name',
    'contact',
    'words',
    'received',
    'right',
    'channel',
    'stage',
    'post',
    'logged',
    'diao',
    'officer',
  ],
  ...['identity_evidence', 'identity_asked', 'question_asked', 'extension_told', 'extension_months'],
];

function cellsOf({ days, ...one }: OpenCase, at: number): string {
  const said = { requester_name: 'Una Example', contact: '020 7946 0000', words: 'Everything you hold on me' };
  const logged = one.stage === 'REPORTED' ? {} : { post: 'HOU-3', logged: before(days) };
  const all: Record<string, string> = {
    ...{ external_reference: `OLD-${at + 1}`, right: 'ACCESS', channel: 'EMAIL', received: before(days) },
    ...said,
    ...logged,
    ...one,
  };
  return columns.map((column) => all[column] ?? '').join(',');
}

/** The sheet that `npm run import` takes over: 26 cases of Housing and Children's Services and one nobody has been given, led by the made-up council. */
export const openCasesSheet = (): string => [columns.join(','), ...cases.map(cellsOf)].join('\n');
