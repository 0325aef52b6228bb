import { date, longText, optionalLongText } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam, reporter } from '../roles.js';
import { approval, assessing, assigned, awaiting, closed, logged, readyToSend, reported, searching, validating } from '../stages.js';

/** What may happen at any stage: a note, a correction, a withdrawal, a new start. */
export const addANote = step({
  clause: '2.12.2',
  rows: ['DSP-09'],
  title: 'Add a note',
  done: 'added a note',
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam, dpo, reporter],
  at: 'any',
  correctable: true,
  asks: {
    note: longText('Note'),
    noteOn: date('On', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
  },
  then: (_view, { noteOn }) => ({ set: { lastNoteOn: noteOn } }),
});

/** An earlier step is put right by a later one; both stay. What the step led to may not change this way. */
export const correctAnEarlierStep = step({
  clause: '2.11',
  rows: ['SEC-05'],
  title: 'Correct an earlier step',
  about: 'What was recorded stays in the history; what you put here counts from now on, and dates that follow from it move.',
  done: 'corrected an earlier step',
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam, reporter],
  at: 'any',
  asks: { correctionReason: longText('Why is it being corrected?', { maxLength: 1000 }) },
  then: () => ({}),
});

export const withdraw = step({
  clause: '2.12.2',
  rows: ['DSP-12'],
  title: 'Withdrawn by the requester',
  about: 'Only the requester can take a request back. Record when and how they said so.',
  done: 'recorded that the requester withdrew',
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  // A reply that was sent stays sent.
  at: [reported, logged, validating, awaiting, assigned, searching, assessing, approval, readyToSend],
  asks: {
    withdrawnOn: date('Withdrawn on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    withdrawal: longText('How did they say so?', { maxLength: 1000 }),
  },
  then: (_view, { withdrawnOn }) => ({ stage: closed.code, set: { outcome: 'WITHDRAWN' }, clock: [{ type: 'closed', date: withdrawnOn }] }),
});

export const reopen = step({
  clause: '2.12.2',
  rows: ['DSP-12'],
  title: 'Reopen',
  about: 'The case goes back to whoever had it. The clock counts from the first receipt, as if it had never been closed.',
  done: 'reopened the case',
  by: [callCentre, diao, igTeam],
  at: [closed],
  asks: { reopenReason: longText('Why?', { maxLength: 1000 }), reopenNote: optionalLongText('Anything the officer should know') },
  then: (view) => {
    const facts = view.request?.facts ?? {};
    const back = facts['caseOfficer'] ? assigned : facts['diao'] ? validating : reported;
    return {
      stage: back.code,
      set: { outcome: null, result: null, sentOn: null, mergedInto: null, refusing: null, proposal: null },
      lifts: ['responded', 'closed'],
      ...tellOfficer(facts['caseOfficer']),
      ...letGoOf(facts['mergedInto']),
    };
  },
});

const tellOfficer = (officer: unknown) =>
  typeof officer === 'string' ? { tell: [{ template: 'your-case', to: { person: officer } }] } : {};
/** Closed as the same as another case: opening it again undoes that on both. */
const letGoOf = (kept: unknown) => (typeof kept === 'string' ? { also: { ref: kept, step: 'let-a-duplicate-go', answers: {} } } : {});
