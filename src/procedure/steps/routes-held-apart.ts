import { choice, choices, date, longText, optionalLongText, optionalText, text, yesNo } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam } from '../roles.js';
import { backupDecisions, backupDifferences, paperSince } from '../special-routes/elsewhere-held.js';
import {
  backupCompared,
  backupDecided,
  impactWeighed,
  paperDescribed,
  stillOpenOn,
  trustAsked,
  trustReplied,
} from '../special-routes/needs.js';
import { assessing, assigned, awaiting, logged, reported, searching, validating } from '../stages.js';

/** §2.7.1, §3.13: paper without order, back-ups, records shared with the NHS, and the files of those who were in care. */
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');
const working = [assigned, searching, assessing];

export const describeThePaper = step({
  clause: '2.7.1',
  rows: ['RTE-23', 'LTR-04'],
  title: 'Describe the paper',
  about:
    'The requester has to describe it closely enough for somebody to lay a hand on it, such as the minutes of a date. If they have not, ask for what is missing: the letter says what helps.',
  done: 'wrote down how the paper can be found',
  next: 'Write down how the requester describes the paper; ask them if they have not.',
  nextAt: [assigned],
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: [reported, logged, validating, awaiting, ...working],
  needs: [...stillOpenOn('UNSTRUCTURED', paperDescribed)],
  correctable: true,
  asks: {
    paperDescription: longText('How do they describe it?', {
      hint: 'For example: minutes of the housing panel of 3 May 2019',
      maxLength: 1000,
    }),
    paperFrom: date('From which day is it?', { notAfterToday: true, hint: `The right to it dates from ${paperSince.slice(0, 4)}` }),
    paperLimits: yesNo('Ask Information Governance about the legal limits: cost, personnel matters', { optional: true }),
  },
  then: (view, { paperFrom, paperLimits }) => ({
    set: { paperOn: view.today, paperFrom, ...(paperLimits === true && { paperLimits: true }) },
    ...(paperLimits === true && { tell: [{ template: 'limits-of-paper', to: { role: igTeam.code } }] }),
  }),
});

export const compareTheBackup = step({
  clause: '2.7.1',
  rows: ['RTE-24', 'RTE-25'],
  title: 'Say what the back-up adds',
  about:
    'A back-up is restored only for what is not in live data, or differs from it. It is slow and costly, so the Data Protection Officer decides.',
  done: 'said what a back-up would add, and asked the Data Protection Officer',
  next: 'Say how the back-up differs from live data; the Data Protection Officer then decides.',
  nextAt: [assessing],
  by: [diao, caseOfficer],
  at: working,
  needs: [...stillOpenOn('BACKUP', backupCompared)],
  asks: {
    backupDifference: choice('How does it differ?', { options: backupDifferences }),
    backupWhat: longText('What would it show, and what would restoring it take?', { maxLength: 1000 }),
  },
  then: (view, { backupDifference }) => ({
    set: { backupDifference, backupAskedOn: view.today },
    tell: [{ template: 'decide-on-the-backup', to: { role: dpo.code } }],
  }),
});

export const decideOnTheBackup = step({
  clause: '2.7.1',
  rows: ['RTE-25'],
  title: 'Decide on the back-up',
  about: 'The test: would the council restore it for purposes of its own? If yes, it does so for the person too.',
  done: 'decided whether the back-up is restored',
  next: 'Decide whether the back-up is restored.',
  nextAt: [assessing],
  by: [dpo],
  at: working,
  needs: [{ ...backupCompared, code: 'difference-shown' }, ...stillOpenOn('BACKUP', backupDecided)],
  correctable: true,
  asks: {
    backup: choice('Would the council restore it for its own purposes?', { options: backupDecisions }),
    backupWhy: longText('Why?', { maxLength: 1000 }),
  },
  then: (view, { backup }) => ({
    set: { backup },
    tell: [{ template: 'backup-decided', to: { person: fact(view, 'caseOfficer') } }],
  }),
});

export const askTheTrust = step({
  clause: '2.7.1',
  rows: ['RTE-26', 'LTR-20'],
  title: 'Ask the NHS Trust',
  about:
    'One application is enough for a record that both keep. Make the letter, send it, then say here whom you asked and by when they answer.',
  done: 'asked the NHS Trust for its part',
  next: 'Part of the record is the NHS Trust’s. Write to it; the person need not apply twice.',
  nextAt: [assessing],
  by: [diao, caseOfficer],
  at: working,
  needs: [...stillOpenOn('JOINT_HEALTH', trustAsked)],
  correctable: true,
  asks: {
    trustContact: text('Who was asked there?', { private: 'contact', hint: 'Name or team, and how' }),
    trustAskedOn: date('Asked on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    trustBy: date('Answer wanted by'),
  },
  check: (_view, { trustAskedOn, trustBy }) =>
    trustBy < trustAskedOn ? [{ field: 'trustBy', sentence: 'This is before they were asked.' }] : [],
  then: (_view, { trustAskedOn, trustBy }) => ({ set: { trustAskedOn, trustBy } }),
});

export const recordTheTrustsReply = step({
  clause: '2.7.1',
  rows: ['RTE-26'],
  title: 'The NHS Trust has replied',
  about: 'Enter what the Trust sent as records of this case, so that each is decided with its view.',
  done: 'recorded the reply of the NHS Trust',
  next: 'Record what the NHS Trust replied; ask again if it has not.',
  nextAt: [assessing],
  by: [diao, caseOfficer],
  at: working,
  needs: [{ ...trustAsked, code: 'trust-written-to' }, ...stillOpenOn('JOINT_HEALTH', trustReplied)],
  correctable: true,
  asks: {
    trustRepliedOn: date('Replied on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
    trustReply: longText('What did they say?', { maxLength: 2000 }),
  },
  check: (view, { trustRepliedOn }) =>
    trustRepliedOn < fact(view, 'trustAskedOn') ? [{ field: 'trustRepliedOn', sentence: 'This is before they were asked.' }] : [],
  then: (_view, { trustRepliedOn }) => ({ set: { trustRepliedOn } }),
});

export const weighTheImpact = step({
  clause: '3.13',
  rows: ['RTE-60'],
  title: 'Weigh how it may affect them',
  about:
    'No exemption covers the files of somebody who was in care. They can upset. Weigh the right to see them against the duty of care, and protect the person and their family: by how it is given, not by keeping it back.',
  done: 'weighed how the file may affect the person',
  next: 'Write down how the file may affect the person and their family, and what support is offered.',
  nextAt: [assessing],
  by: [diao, caseOfficer],
  at: working,
  needs: [...stillOpenOn('LEAVING_CARE', impactWeighed)],
  correctable: true,
  asks: {
    impact: longText('What may upset or endanger them or their family?', { maxLength: 2000 }),
    supports: choices('What is offered?', {
      options: [
        { value: 'WORKER', title: 'A social worker or adviser with them when they read it' },
        { value: 'COUNSELLING', title: 'Counselling' },
        { value: 'STAGES', title: 'Giving it in stages' },
        { value: 'NONE_WANTED', title: 'They were asked and want none' },
      ],
    }),
    supportNote: optionalText('Anything they asked for'),
    familyNote: optionalLongText('Anybody else who must be thought of?', { maxLength: 600 }),
  },
  then: (view, { supports }) => ({ set: { impactOn: view.today, supports } }),
});
