import { choice, date, longText, optionalLongText, text, yesNo } from '../../domain/fields.js';
import { step, type Need, type View } from '../../domain/step.js';
import { deliveries } from '../closing.js';
import { callCentre, caseOfficer, complaintsUnit, diao, igTeam } from '../roles.js';
import { regimeConfirmed, registerNamed, statuteNamed, stillOpenOn } from '../special-routes/needs.js';
import { regimeScopes, statuteChoices, surplusChoices } from '../special-routes/other-law.js';
import { assessing, assigned, dispatched, logged, reported, searching, validating } from '../stages.js';

/** §2.12.2: data that another law gives, or that is public by law. */
const facts = (view: View) => view.request?.facts ?? {};
const inHand = [validating, assigned, searching, assessing];

export const nameTheLaw = step({
  clause: '2.12.2',
  rows: ['RTE-70', 'RTE-71', 'RTE-72'],
  title: 'Name the other law',
  about:
    'First ask whether it is personal data at all. The laws stand as the policy cites them; Information Governance confirms what is said of them.',
  done: 'named the law that gives another way',
  next: 'Say which law gives another way to it, and for how much of the request.',
  nextAt: [validating, assessing],
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam],
  at: [reported, logged, ...inHand],
  needs: [...stillOpenOn('STATUTE', statuteNamed)],
  correctable: true,
  asks: {
    personal: yesNo('It is personal data', { preset: 'true' }),
    statute: choice('Which law?', { options: statuteChoices }),
    regimeScope: choice('For how much of it?', { options: regimeScopes }),
    regimePart: optionalLongText('If a part: which?', { maxLength: 600 }),
  },
  check: (_view, { personal, regimeScope, regimePart }) => [
    ...(regimeScope === 'PART' && !regimePart ? [{ field: 'regimePart', sentence: 'Say which part.' }] : []),
    ...(!personal && regimeScope === 'PART'
      ? [{ field: 'regimeScope', sentence: 'What is no personal data is not dealt with here at all.' }]
      : []),
  ],
  then: (_view, { personal, statute, regimeScope }) => ({
    set: { personal, statute, regimeScope },
    tell: [{ template: 'confirm-the-wording', to: { role: igTeam.code } }],
  }),
});

export const confirmTheWording = step({
  clause: '2.12.2',
  rows: ['LTR-43', 'RTE-71', 'RTE-72'],
  title: 'Confirm the wording',
  about:
    'Some of the laws that the policy cites look out of date. Write what the requester is told: which law, where to apply, what it costs.',
  done: 'confirmed what is said of the other law',
  next: 'Confirm what the requester is told of the other law.',
  nextAt: [validating, assessing],
  by: [igTeam],
  at: inHand,
  needs: [{ ...statuteNamed, code: 'law-named' }, ...stillOpenOn('STATUTE', regimeConfirmed)],
  correctable: true,
  asks: { regimeWords: longText('In words for the requester', { maxLength: 2000, hint: 'Where to apply, and what they will need' }) },
  then: (view) => ({ set: { regimeOn: view.today } }),
});

/** All of it is dealt with elsewhere: by another law, or because only what §3.7 keeps apart was asked for. */
const whollyElsewhere: Need = {
  code: 'wholly-elsewhere',
  clause: '2.12.2',
  sentence: 'Not all of it is dealt with under another law. Answer the rest here.',
  holds: (view) => facts(view)['sealed'] === 'A' || (facts(view)['regimeScope'] === 'ALL' && facts(view)['regimeOn'] !== undefined),
};

export const pointToTheOtherWay = step({
  clause: '2.12.2',
  rows: ['RTE-52', 'LTR-18', 'LTR-43', 'EX-STAT'],
  title: 'Point to the other way',
  about: 'The letter says that this is not available as a subject request, and explains the right way. Send it, then record the day.',
  done: 'explained to the requester the right way to ask',
  next: 'All of it has another way. Send the letter that explains it, then record the day.',
  nextAt: [validating, assigned],
  by: [diao, caseOfficer, igTeam],
  at: inHand,
  needs: [whollyElsewhere],
  asks: {
    sentOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    method: choice('How did it leave?', { options: deliveries, preset: 'SECURE_MAIL' }),
    proof: text('Proof of sending', { hint: 'Tracking number or message reference' }),
  },
  then: (_view, { sentOn, method }) => ({
    stage: dispatched.code,
    set: { result: 'OTHER_REGIME', sentOn, method },
    clock: [{ type: 'responded', date: sentOn }],
  }),
});

export const nameTheRegister = step({
  clause: '2.12.2',
  rows: ['RTE-80', 'RTE-81', 'EX-PUB'],
  title: 'Name the public register',
  about:
    'What the council must publish is outside the right of access: give the link. What is held beyond it is considered like any record.',
  done: 'named the public register',
  next: 'Name the public register, and say whether more is held than it shows.',
  nextAt: [assessing],
  by: [diao, caseOfficer],
  at: inHand,
  needs: [...stillOpenOn('PUBLIC_REGISTER', registerNamed)],
  correctable: true,
  asks: {
    register: text('Which register, and where is it?', { hint: 'Name and link' }),
    enactment: text('Which law makes it public?'),
    surplus: choice('Is more held about these people than it shows?', { options: surplusChoices }),
    surplusNote: optionalLongText('What, and how was it considered?', { maxLength: 1000 }),
  },
  check: (view, { surplus, surplusNote }) => [
    ...(surplus === 'CONSIDERED' && !surplusNote
      ? [{ field: 'surplusNote', sentence: 'Say what more is held, and what was considered.' }]
      : []),
    ...(surplus === 'CONSIDERED' && Object.keys(view.request?.items['records'] ?? {}).length === 0 && view.request?.stage === assessing.code
      ? [{ field: 'surplus', sentence: 'Enter what goes beyond the register as records first, so that each is decided.' }]
      : []),
  ],
  then: (view, { surplus }) => ({ set: { registerOn: view.today, surplus } }),
});
