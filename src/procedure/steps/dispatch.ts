import { choice, date, number, optionalText, text } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { deliveriesFor, outcomesFor, protectedRule } from '../closing.js';
import { formatChoices, formatFrom, objectionTo } from '../formats.js';
import { addressConfirmed, checkedBeforeSending } from '../needs.js';
import { isRefused, lastRefusalDay } from '../refusing.js';
import { directorateChoices } from '../owners.js';
import { callCentre, caseOfficer, diao } from '../roles.js';
import { memberTermsStated } from '../requester-needs.js';
import { deletionStated } from '../special-routes/needs.js';
import { closed, dispatched, readyToSend } from '../stages.js';

/** §2.12: send, complete. */
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');

export const recordAsSent = step({
  clause: '2.12',
  rows: ['DSP-02', 'DSP-08', 'DSP-09', 'CLK-11'],
  title: 'Record as sent',
  about: 'The day it left stops the clock. Keep the proof: a tracking number or the message reference.',
  done: 'sent the reply',
  next: 'Send the reply securely, then record when and how.',
  by: [caseOfficer],
  at: [readyToSend],
  guardsReply: true,
  needs: [deletionStated, checkedBeforeSending, memberTermsStated, addressConfirmed],
  correctable: true,
  asks: {
    sentOn: date('Sent on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    method: choice('How did it leave?', { options: deliveriesFor, preset: 'SECURE_MAIL' }),
    formatOut: choice('In which format?', { options: formatChoices, optional: true, hint: 'Leave it out when the way it left says so' }),
    formatReason: optionalText('If it is not the format they asked for, or not electronic: why', { maxLength: 400 }),
    protection: optionalText('If it holds special category data: how was it protected?', { maxLength: 400 }),
    proof: text('Proof of sending', { hint: 'Tracking number or message reference' }),
    filedAt: text('Where is the copy of what was really sent?', { hint: 'Folder or document reference' }),
  },
  check: (view, { sentOn, method, formatOut, formatReason, protection }) => {
    const facts = view.request?.facts ?? {};
    const objection = formatReason ? null : objectionTo(formatOut ?? formatFrom(method, facts['formatWish']), facts);
    const unprotected = protectedRule.objection(facts, protection);
    return [
      ...(sentOn < fact(view, 'approvedOn') ? [{ field: 'sentOn', sentence: 'This is before the reply was approved.' }] : []),
      ...(objection ? [{ field: 'formatReason', sentence: objection }] : []),
      ...(unprotected ? [{ field: 'protection', sentence: unprotected }] : []),
    ];
  },
  then: (view, { sentOn, method, formatOut }) => ({
    stage: dispatched.code,
    set: { sentOn, method, formatOut: formatOut ?? formatFrom(method, view.request?.facts['formatWish']), refusing: null },
    clock: [{ type: 'responded', date: sentOn }],
  }),
});

export const closeTheCase = step({
  clause: '2.12.2',
  rows: ['DSP-08', 'DSP-10', 'CLK-11', 'DSP-12'],
  title: 'Close the case',
  done: 'closed the case',
  next: 'Fill in the completion record and close the case.',
  by: [caseOfficer, callCentre, diao],
  at: [dispatched],
  correctable: true,
  asks: {
    outcome: choice('Outcome', { options: outcomesFor, preset: (about) => about.facts['result'] as string | undefined }),
    minutes: number('Minutes spent in all', { max: 100_000 }),
    minutesReading: number('Of these: reading and deciding', { max: 100_000, optional: true }),
    minutesSending: number('Of these: letters and sending', { max: 100_000, optional: true }),
    lateReason: optionalText('If late: why', { maxLength: 400 }),
    lateTeam: choice('If late: where was it held up?', { options: directorateChoices, optional: true }),
  },
  check: (view, { lateReason, minutes, minutesReading = 0, minutesSending = 0 }) => [
    ...(isLate(view) && !lateReason ? [{ field: 'lateReason', sentence: 'The reply left after the due date. Say why it was late.' }] : []),
    ...(minutesReading + minutesSending > minutes ? [{ field: 'minutes', sentence: 'The parts are more than the whole.' }] : []),
  ],
  then: (view, { outcome, minutes, minutesReading, minutesSending, lateTeam }) => ({
    stage: closed.code,
    set: {
      ...{ outcome, minutes, late: isLate(view) },
      ...(minutesReading !== undefined && { minutesReading }),
      ...(minutesSending !== undefined && { minutesSending }),
      ...(lateTeam !== undefined && { lateTeam }),
    },
    clock: [{ type: 'closed', date: view.today }],
  }),
});

/** An answer is late after its due date; a refusal after the month in which it must be told, which nothing moves (CLK-08). */
function isLate(view: View): boolean {
  const { due, start } = view.deadline ?? {};
  const limit = isRefused(view.request?.facts['result']) && start ? lastRefusalDay(start) : due;
  return Boolean(limit && fact(view, 'sentOn') > limit);
}
