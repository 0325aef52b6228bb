import { choice, choices, date, longText, optionalText, text, time, yesNo } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { step, type View } from '../../domain/step.js';
import { caseOfficer, diao } from '../roles.js';
import { stillOpenOn, viewingAnswered, viewingChecked, viewingOffered } from '../special-routes/needs.js';
import { interpreters, viewingAnswers, viewingNeeds } from '../special-routes/viewing.js';
import { assessing, searching } from '../stages.js';

/** §1.2.6: nobody has a right to see the file itself; it may take the place of a copy when they agree. */
const facts = (view: View) => view.request?.facts ?? {};
const at = [searching, assessing];

export const offerAViewing = step({
  clause: '1.2.6',
  rows: ['RTE-30', 'RTE-31', 'RTE-33', 'LTR-21'],
  title: 'Offer a viewing',
  about: 'Make the letter, send it, then say so here. They need not agree; a copy stays theirs for the asking.',
  done: 'offered the person to see the file',
  next: 'Offer the person to see the file; they may choose a copy instead.',
  nextAt: [assessing],
  by: [caseOfficer, diao],
  at,
  needs: [...stillOpenOn('VIEWING', viewingOffered)],
  correctable: true,
  asks: {
    viewingOfferedOn: date('Offered on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    workerOffered: yesNo('A social worker who helps them take it in', { section: 'Offered with it', optional: true }),
    counsellingOffered: yesNo('Counselling, over several meetings if they want it', { optional: true }),
  },
  then: (_view, { viewingOfferedOn, workerOffered, counsellingOffered }) => ({
    set: { viewingOfferedOn, workerOffered: workerOffered === true, counsellingOffered: counsellingOffered === true },
  }),
});

interface Arranged {
  viewing: string;
  viewingOn?: string | undefined;
  viewingPlace?: string | undefined;
  interpreter?: string | undefined;
  needs?: string[] | undefined;
}
function checkArranged({ viewing, viewingOn, viewingPlace, interpreter, needs }: Arranged): AnswerFault[] {
  if (viewing !== 'AGREED') return [];
  return [
    ...(viewingOn ? [] : [{ field: 'viewingOn', sentence: 'Say on which day.' }]),
    ...(viewingPlace ? [] : [{ field: 'viewingPlace', sentence: 'Say where.' }]),
    ...(interpreter
      ? []
      : [{ field: 'interpreter', sentence: 'Say whether an interpreter is needed. Only an approved one may be there.' }]),
    ...((needs ?? []).length === viewingNeeds.length ? [] : [{ field: 'needs', sentence: 'Both are seen to before anybody is invited.' }]),
  ];
}

export const arrangeTheViewing = step({
  clause: '1.2.6',
  rows: ['RTE-30', 'RTE-31', 'RTE-32', 'RTE-33'],
  title: 'Arrange the viewing',
  about: 'When and where, who is with them, and what they need so that they can take it in.',
  done: 'recorded whether the person wants to see the file',
  next: 'Record whether they agree to see the file, and arrange what they need.',
  nextAt: [assessing],
  by: [caseOfficer, diao],
  at,
  needs: [{ ...viewingOffered, code: 'viewing-was-offered' }, ...stillOpenOn('VIEWING', viewingAnswered)],
  correctable: true,
  asks: {
    viewing: choice('What do they say?', { options: viewingAnswers }),
    viewingOn: date('If they agree: on which day?', { optional: true }),
    viewingAt: time('At what time?', { optional: true }),
    viewingPlace: optionalText('Where?'),
    worker: optionalText('Which worker is with them?', { private: 'name' }),
    interpreter: choice('Interpreter', { options: interpreters, optional: true }),
    needs: choices('Seen to', { options: viewingNeeds, optional: true }),
    counsellingTaken: yesNo('They take up the counselling', { optional: true }),
  },
  check: (_view, answers) => checkArranged(answers),
  then: (view, { viewing, viewingOn, interpreter, counsellingTaken }) => ({
    set: {
      ...{ viewing, viewingAnsweredOn: view.today, viewingOn: viewingOn ?? null, interpreter: interpreter ?? null },
      counsellingTaken: counsellingTaken === true,
    },
  }),
});

export const checkTheFileFirst = step({
  clause: '3.2',
  rows: ['RTE-34'],
  title: 'Check the file first',
  about: 'Seeing a file may show what is exempt. Go through it, take out or cover what may not be seen, and decide those records as any.',
  done: 'checked the file before it is seen',
  next: 'Go through the file for what is exempt before anybody sees it.',
  nextAt: [assessing],
  by: [caseOfficer, diao],
  at,
  needs: [{ ...viewingAnswered, code: 'viewing-was-answered' }, ...stillOpenOn('VIEWING', viewingChecked)],
  correctable: true,
  asks: {
    viewingCheckedOn: date('Checked on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    checkedBy: text('Who checked it?', { private: 'name' }),
    covered: longText('What is taken out or covered, and why?', { maxLength: 1000, hint: 'Nothing is an answer too' }),
  },
  then: (_view, { viewingCheckedOn }) => ({ set: { viewingCheckedOn } }),
});

/** A reply that is a viewing needs one that is agreed and checked. */
export function checkViewing(view: View, result: string): AnswerFault[] {
  const { viewing, viewingCheckedOn } = facts(view);
  if (result !== 'VIEWED' || (viewing === 'AGREED' && viewingCheckedOn !== undefined)) return [];
  return [
    {
      field: 'result',
      sentence: 'They have not agreed to see the file, or it was not checked first. Press “Special route” and arrange the viewing.',
    },
  ];
}
