import { choice, longText, optionalLongText, optionalText, yesNo } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { politicalExceptions, sensitiveBases } from '../requester-choices.js';
import { asksAsCouncilMember, asksAsWardMember, asksForAParty, memberTermsOpen, notYetEntitled } from '../requester-needs.js';
import { caseOfficer, diao } from '../roles.js';
import { approval, assessing, assigned, readyToSend, searching, validating } from '../stages.js';

/** App. 1: an elected member asks for a constituent, for the duties of the council, or for a party; each is weighed in its own way. */
const inHand = [validating, assigned, searching, assessing];

/** OP-25: the three answers are required; authority is never assumed without them. */
export const assumeTheMembersAuthority = step({
  clause: 'App. 1',
  rows: ['REP-16', 'REP-17'],
  title: 'Three answers about the member',
  about:
    'When all three are yes, the constituent’s authority is assumed. When one is no, ask for a letter of authority and say that an agent is asking.',
  done: 'assumed the constituent’s authority for the member',
  next: 'Answer the three questions about the member and the constituent.',
  by: [diao],
  at: inHand,
  needs: [asksAsWardMember, notYetEntitled],
  correctable: true,
  asks: {
    wardCovers: yesNo('The constituent lives in the member’s ward'),
    actsFor: yesNo('The member says that they act for the constituent'),
    neededFor: yesNo('The data is needed to answer the constituent’s complaint'),
    complaint: longText('What is the complaint?', { maxLength: 1000 }),
    sensitiveBasis: choice('Is something in it particularly sensitive?', {
      options: sensitiveBases,
      hint: 'Health, race, religion, politics, sex life. Signed consent is advisable',
    }),
    sensitiveWhy: optionalText('If they would expect it: why?', { maxLength: 400 }),
  },
  check: (_view, a) => [
    ...(['wardCovers', 'actsFor', 'neededFor'] as const).flatMap((field) =>
      a[field] ? [] : [{ field, sentence: 'Without this, nothing may be assumed. Ask for a letter of authority.' }],
    ),
    ...(a.sensitiveBasis === 'EXPECTED' && !a.sensitiveWhy ? [{ field: 'sensitiveWhy', sentence: 'Say why they would expect it.' }] : []),
  ],
  then: (view, { sensitiveBasis }) => ({ set: { wardOn: view.today, sensitiveBasis } }),
});

export const recordTheNeedToKnow = step({
  clause: 'App. 1',
  rows: ['REP-19'],
  title: 'Record the need to know',
  about: 'A member has what the duty needs, as an employee would: the relevant facts, never general access to a system.',
  done: 'recorded what the member needs to know, and for what',
  next: 'Record which duty the member needs it for, and which facts that takes.',
  by: [diao],
  at: inHand,
  needs: [asksAsCouncilMember, notYetEntitled],
  correctable: true,
  asks: {
    duty: longText('For which official duty?', { maxLength: 1000 }),
    scope: longText('Which facts does that take, and no more?', { maxLength: 1000 }),
    systemAccess: yesNo('They want access to a system', { optional: true }),
  },
  check: (_view, { systemAccess }) =>
    systemAccess ? [{ field: 'systemAccess', sentence: 'No member gets general access to a system. Give the relevant facts.' }] : [],
  then: (view) => ({ set: { dutyOn: view.today } }),
});

export const weighPoliticalUse = step({
  clause: 'App. 1',
  rows: ['REP-21', 'REP-22', 'REP-23'],
  title: 'Weigh the political use',
  about:
    'Not without the consent of those it is about. Two exceptions: what the council must make public, and numbers that identify nobody.',
  done: 'found that an exception allows it for a political purpose',
  next: 'Say which exception allows it, or refuse: nothing is given for a political purpose.',
  by: [diao],
  at: inHand,
  needs: [asksForAParty, notYetEntitled],
  correctable: true,
  asks: {
    politicalException: choice('Which exception is it?', { options: politicalExceptions }),
    linkable: yesNo('Somebody could be recognised, for example with the electoral roll or a list of properties'),
    exceptionWhy: longText('What shows it?', { maxLength: 1000 }),
  },
  check: (_view, { politicalException, linkable }) => [
    ...(politicalException === 'NONE'
      ? [
          {
            field: 'politicalException',
            sentence: 'Then it may not be given for a political purpose. Go back and press “Refuse: they may not ask for this”.',
          },
        ]
      : []),
    ...(politicalException === 'AGGREGATE' && linkable
      ? [{ field: 'linkable', sentence: 'Numbers that can be linked back to somebody are not anonymous. They may not be given.' }]
      : []),
  ],
  then: (view, { politicalException }) => ({ set: { partyOn: view.today, politicalException } }),
});

export const stateTheMembersTerms = step({
  clause: 'App. 1',
  rows: ['REP-18', 'REP-20', 'LTR-30'],
  title: 'State the terms for the member',
  about: 'They go with the data in a notice: what it is for, that it is for nothing else, and how it is kept safe outside the council.',
  done: 'stated the terms for the elected member',
  next: 'State for what the member may use it; the notice goes with the data.',
  nextAt: [readyToSend],
  by: [caseOfficer],
  at: [assessing, approval, readyToSend],
  needs: [memberTermsOpen],
  correctable: true,
  asks: {
    memberPurposes: longText('What may it be used for, and to whom may it be passed on?', { maxLength: 1000 }),
    leaves: yesNo('A copy leaves council premises, or is read from elsewhere'),
    securitySteps: optionalLongText('If so: how is it kept safe?', { maxLength: 600 }),
  },
  check: (_view, { leaves, securitySteps }) =>
    leaves && !securitySteps ? [{ field: 'securitySteps', sentence: 'Say how it is kept safe.' }] : [],
  then: (view, { leaves }) => ({ set: { memberTermsOn: view.today, memberLeaves: leaves } }),
});
