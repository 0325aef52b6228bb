import { choice, date, longText, number, optionalLongText, optionalText, text } from '../../domain/fields.js';
import { step, type Tell, type View } from '../../domain/step.js';
import { deliveries, outcomeChoices } from '../closing.js';
import { addressConfirmed, checkedBeforeSending, everySearchAnswered, notTheCaseOfficer, someSearch } from '../needs.js';
import { callCentre, caseOfficer, diao } from '../roles.js';
import { approval, assessing, closed, dispatched, readyToSend } from '../stages.js';

/** §2.12: approve, send, complete. */
// A reply that is submitted anew is checked anew, and its address typed anew.
const notYetChecked = { checkedOn: null, checked: null, addressMark: null, addressBy: null, addressConfirmedBy: null };
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');

export const submitForApproval = step({
  clause: '2.12',
  rows: ['DSP-11', 'SRC-14'],
  title: 'Submit for approval',
  about: 'A DIAO who is not the case officer reads the reply before it leaves.',
  done: 'submitted the reply for approval',
  next: 'Go through what was found, make the reply ready and submit it.',
  by: [caseOfficer],
  at: [assessing],
  needs: [someSearch, everySearchAnswered],
  asks: {
    result: choice('What does the reply give?', { options: outcomeChoices, preset: 'GRANTED_FULL' }),
    summary: optionalLongText('What the approver should know', { maxLength: 2000 }),
  },
  then: (view, { result }) => ({
    stage: approval.code,
    set: { result, ...notYetChecked },
    tell: [{ template: 'approve-this', to: approverOf(view) }],
  }),
});

/** The DIAO who took the request on, unless they lead it themselves: then any other of the directorate (SEC-12). */
const approverOf = (view: View): Tell['to'] =>
  fact(view, 'diao') === fact(view, 'caseOfficer')
    ? { role: diao.code, directorate: fact(view, 'directorate') }
    : { person: fact(view, 'diao') };

export const approve = step({
  clause: '2.12',
  rows: ['DSP-11', 'SEC-12'],
  title: 'Approve',
  done: 'approved the reply',
  next: 'Read the reply, then approve it or return it with reasons.',
  by: [diao],
  at: [approval],
  needs: [notTheCaseOfficer],
  then: (view) => ({
    stage: readyToSend.code,
    set: { approvedOn: view.today },
    tell: [{ template: 'approved', to: { person: fact(view, 'caseOfficer') } }],
  }),
});

export const returnToTheOfficer = step({
  clause: '2.12',
  rows: ['DSP-11', 'SEC-12'],
  title: 'Return',
  beside: true,
  about: 'The case goes back to its officer with your reasons. The clock goes on.',
  done: 'returned the reply to the case officer',
  by: [diao],
  at: [approval],
  needs: [notTheCaseOfficer],
  asks: { reasons: longText('What has to change?', { maxLength: 2000 }) },
  then: (view) => ({
    stage: assessing.code,
    set: { result: null },
    tell: [{ template: 'returned', to: { person: fact(view, 'caseOfficer') } }],
  }),
});

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
  then: (_view, { sentOn, method }) => ({ stage: dispatched.code, set: { sentOn, method }, clock: [{ type: 'responded', date: sentOn }] }),
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
    outcome: choice('Outcome', { options: outcomeChoices, preset: (about) => about.facts['result'] as string | undefined }),
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

const isLate = (view: View): boolean => Boolean(view.deadline?.due && fact(view, 'sentOn') > view.deadline.due);
