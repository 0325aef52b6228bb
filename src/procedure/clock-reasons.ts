import type { Reasons } from '../domain/clock.js';

// The policy is silent on short months and weekends: its §2.6.1 is read the regulator's way (OP-07). It predates the law on pauses (OP-08).
const pauseLaw = 'UK GDPR Art. 12A';
const icoDates = '2.6.1';

/**
 * What the clock says when asked "why this date", each sentence with its clause. A day in braces is written out.
 * They are read aloud to callers, so: short, and no word of jargon.
 */
export const reasons = {
  received: { sentence: 'The council received the request on {received}.', clause: '1.2(6)', rows: ['CLK-01'] },
  receivedAndStarts: {
    sentence: 'The council received the request on {received}. The time to answer starts that day.',
    clause: '2.6.1',
    rows: ['CLK-01'],
  },
  identityArrived: {
    sentence: 'Proof of identity was asked for on {asked} and arrived on {arrived}.',
    clause: '2.6.1(a)',
    rows: ['CLK-02'],
  },
  authorityArrived: {
    sentence: 'Written authority was asked for on {asked} and arrived on {arrived}.',
    clause: '2.6.1(c)',
    rows: ['CLK-02'],
  },
  attorneyArrived: {
    sentence: 'The power of attorney or court order was asked for on {asked} and arrived on {arrived}.',
    clause: '2.6.1(d)',
    rows: ['CLK-02'],
  },
  feeArrived: { sentence: 'The fee was asked for on {asked} and paid on {arrived}.', clause: '2.6.1(e)', rows: ['CLK-02'] },
  clarityArrived: { sentence: 'Clarification was asked for on {asked} and came on {arrived}.', clause: '2.6.1(b)', rows: ['CLK-13'] },
  identityAwaited: {
    sentence: 'Proof of identity was asked for on {asked} and has not arrived, so the time to answer has not started.',
    clause: '2.6.1(a)',
    rows: ['CLK-02'],
  },
  authorityAwaited: {
    sentence: 'Written authority was asked for on {asked} and has not arrived, so the time to answer has not started.',
    clause: '2.6.1(c)',
    rows: ['CLK-02'],
  },
  attorneyAwaited: {
    sentence: 'The power of attorney or court order was asked for on {asked} and has not arrived, so the time to answer has not started.',
    clause: '2.6.1(d)',
    rows: ['CLK-02'],
  },
  feeAwaited: {
    sentence: 'The fee was asked for on {asked} and has not been paid, so the time to answer has not started.',
    clause: '2.6.1(e)',
    rows: ['CLK-02'],
  },
  clarityAwaited: {
    sentence: 'Clarification was asked for on {asked} and has not come, so the time to answer has not started.',
    clause: '2.6.1(b)',
    rows: ['CLK-13'],
  },
  startMoved: {
    sentence: 'The time to answer starts on {start}, when the last thing we asked for arrived.',
    clause: '2.6.1',
    rows: ['CLK-02'],
  },
  month: { sentence: '{Count} from {start} is {date}.', clause: '2.6.1', rows: ['CLK-01'] },
  monthClamped: { sentence: '{Count} from {start} is {date}, because that month has no day {day}.', clause: icoDates, rows: ['CLK-12'] },
  extended: {
    sentence: 'The requester was told on {told} that we need {more} more, which makes {total} from the start.',
    clause: '1.2(7)',
    rows: ['CLK-05'],
  },
  pausedUntil: {
    sentence: 'The clock was paused from {from} to {to} while we waited for clarification: {count} added.',
    clause: pauseLaw,
    rows: ['CLK-13'],
  },
  pausedGives: { sentence: 'With the time paused, the date is {date}.', clause: pauseLaw, rows: ['CLK-13'] },
  pauseOpen: {
    sentence: 'Clarification was asked for on {asked} and has not come. The clock is paused, so there is no due date until it does.',
    clause: pauseLaw,
    rows: ['CLK-13'],
  },
  questionRunsOn: { sentence: 'The question of {asked} does not stop the clock.', clause: pauseLaw, rows: ['CLK-13'] },
  rolledWeekend: { sentence: 'That is a {weekday}, so the next working day is {date}.', clause: icoDates, rows: ['CLK-12'] },
  rolledHoliday: { sentence: 'That is a bank holiday, so the next working day is {date}.', clause: icoDates, rows: ['CLK-12'] },
  arguable: {
    sentence: 'If the day of the question and the day of the answer both count, it could be {date}. Work to the earlier date.',
    clause: pauseLaw,
    rows: ['CLK-13'],
  },
  answered: { sentence: 'The request was answered on {ended}, which stopped the clock.', clause: '2.12.2(1)', rows: ['CLK-11'] },
  closed: { sentence: 'The request was closed on {ended}, which stopped the clock.', clause: '2.12.2(1)', rows: ['CLK-11'] },
  extensionLate: {
    sentence: 'The requester was told of the extension on {told}. The last day to tell them was {by}, so it does not count.',
    clause: '1.2(7)',
    rows: ['CLK-06'],
  },
  extensionTwice: {
    sentence: 'The time was extended on {told} already, and it can be extended only once.',
    clause: '1.2(7)',
    rows: ['CLK-15'],
  },
  extensionLength: { sentence: 'An extension is one or two whole months, not {count}.', clause: '1.2(7)', rows: ['CLK-15'] },
  extensionAfterAnswer: {
    sentence: 'The request had ended on {ended}, so there is nothing left to extend.',
    clause: '1.2(7)',
    rows: ['CLK-15'],
  },
} as const satisfies Reasons;
