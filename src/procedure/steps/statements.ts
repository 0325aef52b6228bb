import { choice, date, optionalLongText, yesNo } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { caseOfficer } from '../roles.js';
import { assessing } from '../stages.js';
import { codeLines, readCode, righted, statementChoices, statementKinds, statementsOf } from '../statements.js';

export const addAStatement = step({
  clause: '2.11',
  rows: ['DSP-07', 'ASS-15', 'ASS-17', 'ASS-12'],
  title: 'Add a statement',
  about:
    'Goes with the reply as a page of its own. What is wrong or was kept too long is still given as it is. A new one takes the place of the old.',
  done: 'changed a statement that goes with the reply',
  by: [caseOfficer],
  at: [assessing],
  onBoard: 'records',
  asks: {
    statement: choice('About what?', { options: statementChoices }),
    says: optionalLongText('What is told', {
      maxLength: 2000,
      hint: 'The requester reads it, so name nobody else. Codes: one a line, such as LTA = left the address',
    }),
    righted: choice('If something was wrong: and now?', { options: righted, optional: true }),
    goneOn: date('If it is destroyed or deleted: on', { optional: true, hint: 'A day to come, if that is still to be done' }),
    takeOff: yesNo('Take this statement off again', { optional: true }),
  },
  check: (view, { statement, says, righted: now, goneOn, takeOff }) => {
    const there = view.request && statementsOf(view.request).some(({ kind }) => kind.code === statement);
    if (takeOff) return there ? [] : [{ field: 'takeOff', sentence: 'There is no such statement.' }];
    const unread = statement === 'CODES' ? codeLines(says ?? '').find((line) => !readCode(line)) : undefined;
    const dated = statementKinds.find(({ code }) => code === statement)?.dated;
    return [
      ...(says ? [] : [{ field: 'says', sentence: 'Write what is told.' }]),
      ...(unread === undefined ? [] : [{ field: 'says', sentence: 'Write one code a line, with = before its meaning.' }]),
      ...(statement === 'WRONG' && !now ? [{ field: 'righted', sentence: 'Say how it was put right.' }] : []),
      ...(dated && !goneOn ? [{ field: 'goneOn', sentence: 'Give the day.' }] : []),
    ];
  },
  then: (view, { statement, righted: now, goneOn, takeOff }) => ({
    items: { statements: { [statement]: takeOff ? { on: null } : { on: view.today, righted: now ?? null, goneOn: goneOn ?? null } } },
    about: `statements/${statement}`,
  }),
});
