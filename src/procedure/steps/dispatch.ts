import { choice, date, number, optionalText, text } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { deliveries, outcomesFor } from '../closing.js';
import { addressConfirmed, checkedBeforeSending } from '../needs.js';
import { isRefused, lastRefusalDay } from '../refusing.js';
import { callCentre, caseOfficer, diao } from '../roles.js';
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
  needs: [checkedBeforeSending, addressConfirmed],
  correctable: true,
  asks: {
    sentOn: date('Sent on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    method: choice('How did it leave?', { options: deliveries, preset: 'SECURE_MAIL' }),
    proof: text('Proof of sending', { hint: 'Tracking number or message reference' }),
    filedAt: text('Where is the copy of what was really sent?', { hint: 'Folder or document reference' }),
  },
  check: (view, { sentOn }) =>
    sentOn < fact(view, 'approvedOn') ? [{ field: 'sentOn', sentence: 'This is before the reply was approved.' }] : [],
  then: (_view, { sentOn, method }) => ({
    stage: dispatched.code,
    set: { sentOn, method, refusing: null },
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
    lateReason: optionalText('If late: why', { maxLength: 400 }),
  },
  check: (view, { lateReason }) =>
    isLate(view) && !lateReason ? [{ field: 'lateReason', sentence: 'The reply left after the due date. Say why it was late.' }] : [],
  then: (view, { outcome, minutes }) => ({
    stage: closed.code,
    set: { outcome, minutes, late: isLate(view) },
    clock: [{ type: 'closed', date: view.today }],
  }),
});

/** An answer is late after its due date; a refusal after the month in which it must be told, which nothing moves (CLK-08). */
function isLate(view: View): boolean {
  const { due, start } = view.deadline ?? {};
  const limit = isRefused(view.request?.facts['result']) && start ? lastRefusalDay(start) : due;
  return Boolean(limit && fact(view, 'sentOn') > limit);
}
