import { choice, date, longText, optionalLongText, yesNo } from '../../domain/fields.js';
import { step, type Need, type View } from '../../domain/step.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam, reporter } from '../roles.js';
import { dispatched, readyToSend } from '../stages.js';

/** §1.1, DSP-12: something reached somebody whom it was not for, or was lost. Whoever learns of it says so, and Information Governance hears at once. */
const facts = (view: View) => view.request?.facts ?? {};

const whatWentAstray = [
  { value: 'REPLY', title: 'The reply with its copies' },
  { value: 'LETTER', title: 'Another letter or message' },
  { value: 'INTERNAL', title: 'Something inside the council' },
  { value: 'LOST', title: 'Lost: nobody knows where it is' },
];
const whereItIs = [
  { value: 'BACK', title: 'It is back, or deleted, and they confirm it' },
  { value: 'ASKED', title: 'They were asked to return or delete it' },
  { value: 'WITH_THEM', title: 'They still have it' },
  { value: 'UNKNOWN', title: 'Not known' },
];

export const sentToTheWrongPerson = step({
  clause: '1.1',
  rows: ['DSP-12', 'SEC-13'],
  title: 'Sent to the wrong person',
  about: 'Report it as soon as you know, also when you are not sure. Information Governance and the Data Protection Officer are told at once. Do not write to the wrong person again yourself.', // prettier-ignore
  done: 'reported that something reached the wrong person or was lost',
  by: [callCentre, complaintsUnit, diao, caseOfficer, reporter],
  at: 'any',
  asks: {
    astray: choice('What was it?', { options: whatWentAstray, preset: 'REPLY' }),
    astrayOn: date('When did it leave or get lost?', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    whereabouts: choice('Where is it now?', { options: whereItIs }),
    astrayWords: longText('Whom did it reach, what is in it, and how do you know?', { maxLength: 2000 }),
    reachedThem: yesNo('The requester has got their own copy all the same'),
  },
  then: (view, { astray, reachedThem }) => {
    // A reply that the requester has not got is no reply: it is addressed anew, twice, and the clock goes on.
    const again = astray === 'REPLY' && !reachedThem && view.request?.stage === dispatched.code;
    const unsent = { sentOn: null, method: null, formatOut: null, addressMark: null, addressBy: null, addressConfirmedBy: null };
    return {
      ...(again && { stage: readyToSend.code, lifts: ['responded' as const] }),
      set: { breach: 'REPORTED', breachReportedOn: view.today, astray, ...(again && unsent) },
      tell: [igTeam, dpo].map((role) => ({ template: 'went-astray', to: { role: role.code } })),
    };
  },
});

const breachOpen: Need = {
  code: 'breach-open',
  clause: '1.1',
  sentence: 'Nothing on this case is reported to have reached the wrong person.',
  holds: (view) => facts(view)['breach'] === 'REPORTED',
};

export const recordWhatWasDone = step({
  clause: '1.1',
  rows: ['SEC-13'],
  title: 'Record what was done about it',
  about: 'What was done to get it back, whether the people concerned and the Commissioner are told, and why.',
  done: 'recorded what was done about something that went astray',
  next: 'Something reached the wrong person or was lost. See to it, and record what was done.',
  aside: true,
  by: [igTeam, dpo],
  at: 'any',
  needs: [breachOpen],
  asks: {
    toldCommissioner: choice('The Commissioner', {
      options: [
        { value: 'TOLD', title: 'Was told' },
        { value: 'NOT_NEEDED', title: 'Need not be told' },
      ],
    }),
    toldThem: yesNo('Those whose data it is were told'),
    breachWords: longText('What was done, and why so?', { maxLength: 2000 }),
    breachLesson: optionalLongText('What changes, so that it does not happen again?', { maxLength: 1000 }),
  },
  then: (view) => ({
    set: { breach: 'DEALT_WITH', breachDealtOn: view.today },
    tell:
      typeof facts(view)['caseOfficer'] === 'string'
        ? [{ template: 'astray-seen-to', to: { person: String(facts(view)['caseOfficer']) } }]
        : [],
  }),
});
