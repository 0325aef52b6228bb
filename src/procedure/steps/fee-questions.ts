import { longText } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { callCentre, caseOfficer, diao, dpo } from '../roles.js';
import { feeQuestionOpen } from '../time-needs.js';

/** VAL-13: questions about a fee go to the Data Protection Officer, and the answer stays on the case. */
export const askTheDpo = step({
  clause: '2.4.4(1)',
  rows: ['VAL-13'],
  title: 'Ask the Data Protection Officer',
  about: 'Questions about a fee, the requester’s or your own, are answered by the Data Protection Officer.',
  done: 'asked the Data Protection Officer about a fee',
  by: [callCentre, diao, caseOfficer],
  at: 'open',
  asks: { feeQuestion: longText('What do you need to know about the fee?', { maxLength: 1000 }) },
  then: (view) => ({
    set: { feeQuestionOn: view.today, feeQuestionBy: view.person.id },
    tell: [{ template: 'fee-question', to: { role: dpo.code } }],
  }),
});

export const answerAboutTheFee = step({
  clause: '2.4.4(1)',
  rows: ['VAL-13'],
  title: 'Answer about the fee',
  beside: true,
  done: 'answered a question about a fee',
  by: [dpo],
  at: 'open',
  needs: [feeQuestionOpen],
  asks: { feeAnswer: longText('Your answer', { maxLength: 1000 }) },
  then: (view) => ({
    set: { feeQuestionOn: null, feeQuestionBy: null },
    tell: [{ template: 'fee-answered', to: { person: String(view.request?.facts['feeQuestionBy']) } }],
  }),
});
