import { addDays, addHours, formatDayAndTime, laterOf, londonDay, parseInstant, type LocalDate } from '../local-date.js';
import { addWorkingDays, rollForward } from '../working-days.js';
import { lastNoticeDay } from './extension.js';
import type { Reading } from './reading.js';
import type { ClockEvent, DateName, Deadline, Given, LimitName, Timeline, Why } from './types.js';
import { fillSentence, sayCount } from './words.js';

type Dates = Pick<
  Deadline,
  'extensionNoticeBy' | 'askForMissingBy' | 'noReplyUntil' | 'logBy' | 'flagBy' | 'reviewAckBy' | 'reviewDueBy' | 'complaintAckBy'
>;

/** What the other limits are counted from. */
export interface Grounds extends Reading {
  timeline: Timeline;
}

// Closing for silence harms the requester, so the wait is counted from the last letter or ask that is still unanswered.
function findLastLetter({ events, items, questions }: Grounds): LocalDate | null {
  const letters = events.flatMap((event) => (event.type === 'info_letter_sent' ? event.date : []));
  const awaited = new Set<string>(items.flatMap(({ item, arrived }) => (arrived ? [] : item)));
  const openAsks = [
    ...events.flatMap(({ type, date }) => (awaited.has(asksFor[type] ?? '') ? date : [])),
    ...questions.flatMap(({ asked, answered, stops }) => (stops && !answered ? asked : [])),
  ];
  if (openAsks.length > 0) return [...letters, ...openAsks].reduce(laterOf);
  const letter = letters.at(-1) ?? null;
  const isAnswered = letter !== null && events.some(({ type, date }) => replies.has(type) && date >= letter);
  return isAnswered ? null : letter;
}

const asksFor: Partial<Record<ClockEvent['type'], string>> = {
  id_requested: 'identity',
  authority_requested: 'authority',
  poa_requested: 'attorney',
  fee_requested: 'fee',
};
const replies: ReadonlySet<ClockEvent['type']> = new Set<ClockEvent['type']>([
  'id_received',
  'authority_received',
  'poa_received',
  'fee_paid',
  'clarification_received',
]);

/** Every limit beside the answer itself, with the reason for each. A limit that does not apply is null and gives no reason. */
export function findLimitDates(grounds: Grounds, given: Given): Dates & { why: Why[] } {
  const { timeline, start } = grounds;
  const { limits, holidays } = given;
  const why: Why[] = [];
  const keep = (of: DateName, name: LimitName, from: LocalDate | null | undefined, reckon: (from: LocalDate, n: number) => LocalDate) => {
    const { n, unit, sentence, clause, inForceFrom } = limits[name];
    if (!from || (inForceFrom && from < inForceFrom)) return null;
    const by = reckon(from, n);
    why.push({ of, date: by, text: fillSentence(sentence, { count: sayCount(n, unit), from, by, after: addDays(by, 1) }), clause });
    return by;
  };
  const inWorkingDays = (from: LocalDate, n: number): LocalDate => addWorkingDays(from, n, holidays);
  const logBy = findLogBy(timeline, given);
  const dates: Dates = {
    extensionNoticeBy: keep('extensionNoticeBy', 'extensionNotice', start, (from) => lastNoticeDay(from, given)),
    askForMissingBy: keep('askForMissingBy', 'askForMissing', timeline.received, addDays),
    noReplyUntil: keep('noReplyUntil', 'noReply', findLastLetter(grounds), addDays),
    logBy: logBy?.toISOString() ?? null,
    flagBy: keep('flagBy', 'flag', timeline.allocated, inWorkingDays),
    reviewAckBy: keep('reviewAckBy', 'reviewAcknowledgement', timeline.reviewReceived, inWorkingDays),
    reviewDueBy: keep('reviewDueBy', 'reviewDecision', timeline.reviewReceived, inWorkingDays),
    complaintAckBy: keep('complaintAckBy', 'complaintAcknowledgement', timeline.complaintReceived, (from, n) =>
      rollForward(addDays(from, n), holidays),
    ),
  };
  return { ...dates, why: logBy ? [...why, explainLogBy(timeline, logBy, given)] : why };
}

function findLogBy({ receivedAt }: Timeline, { limits }: Given): Date | null {
  const instant = receivedAt === undefined ? null : parseInstant(receivedAt);
  return instant && addHours(instant, limits.log.n);
}

// The one limit with an hour in it.
function explainLogBy({ received }: Timeline, logBy: Date, { limits }: Given): Why {
  const { n, unit, sentence, clause } = limits.log;
  const words = { count: sayCount(n, unit), from: received, by: formatDayAndTime(logBy) };
  return { of: 'logBy', date: londonDay(logBy), text: fillSentence(sentence, words), clause };
}
