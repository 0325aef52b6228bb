import { choice, number, optionalLongText, text } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { caseOfficer, diao, igTeam } from '../roles.js';
import { approval, assessing, readyToSend } from '../stages.js';

export const leakResults = [
  { value: 'CLEAN', title: 'Nothing found that must not be in it' },
  { value: 'FOUND', title: 'Something found that must not be in it' },
];
export const documentKinds = [
  { value: 'PDF', title: 'PDF' },
  { value: 'DOCX', title: 'Word document' },
];

/** §2.12.1: the finished document was held against what must not be in it. Recorded by the check itself, so nobody can say that one was made that was not. */
export const recordTheLeakCheck = step({
  clause: '2.12.1',
  rows: ['DSP-01', 'DSP-03'],
  title: 'Record the check of a finished document',
  done: 'had a finished document checked for what must not be in it',
  by: [caseOfficer, diao, igTeam],
  at: [assessing, approval, readyToSend],
  alongside: true,
  asks: {
    leaks: choice('Result', { options: leakResults }),
    leakCount: number('How many places'),
    leakKind: choice('Kind of document', { options: documentKinds }),
    leakFile: text('SHA-256 of the document'),
    leakPlaces: optionalLongText('Where', { maxLength: 2000 }),
  },
  then: (view, { leaks, leakCount }) => ({ set: { leaks, leakCount, leakCheckedOn: view.today } }),
});
