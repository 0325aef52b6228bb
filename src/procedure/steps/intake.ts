import { choices, date, optionalText, text, time, yesNo } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { cameByPost, cameInWriting, formNotSent, formOut, notScanned, notSentOn } from '../intake-needs.js';
import { specialKinds } from '../special-categories.js';
import { callCentre, caseOfficer, complaintsUnit, diao, igTeam, reporter } from '../roles.js';
import { logged, reported } from '../stages.js';

/** §1.2.1, §2.2–2.3: what happens to the letter, mail or form that brought a request, and help for those who cannot write. */
const sinceReceipt = { notAfterToday: true, notBeforeReceipt: true, preset: (about: { today: string }) => about.today };

export const recordTheScan = step({
  clause: '2.3',
  rows: ['INT-11'],
  title: 'Record the scan',
  about:
    'The letter goes into the document system for the Corporate Complaints Unit, or the contractor scans it and mails it to the mailbox.',
  done: 'recorded where the scanned letter is',
  by: [reporter, callCentre, complaintsUnit],
  at: [reported, logged],
  needs: [cameByPost, notScanned],
  correctable: true,
  asks: { scanReference: text('Reference of the scan', { maxLength: 60, hint: 'As the document system or the contractor gave it' }) },
  then: () => ({ set: { scanned: true } }),
});

export const sendOnToTheMailbox = step({
  clause: '2.2',
  rows: ['INT-03'],
  title: 'Sent on to the mailbox',
  about:
    'Whatever came in writing and asks for personal data goes on to the data-protection mailbox at once. Forward it there, then say so here.',
  done: 'sent the correspondence on to the data-protection mailbox',
  by: [reporter, callCentre, complaintsUnit],
  at: 'open',
  needs: [cameInWriting, notSentOn],
  correctable: true,
  asks: { mailboxOn: date('Sent on', sinceReceipt), mailboxAt: time('At what time?') },
  then: (_view, { mailboxOn }) => ({ set: { sentOnToMailbox: mailboxOn } }),
});

export const sendTheRequestForm = step({
  clause: '1.2',
  rows: ['INT-07', 'LTR-01'],
  title: 'Send the filled-in form',
  about:
    'For somebody who finds it hard to write, or to write in English. Make the letter “Request form, filled in for them”, send it, then say here when. The request counts from the day they spoke, with or without the form.',
  done: 'sent the filled-in request form',
  by: [reporter, callCentre, complaintsUnit, diao, caseOfficer],
  at: 'open',
  needs: [formNotSent],
  correctable: true,
  asks: {
    formSentOn: date('Sent on', sinceReceipt),
    help: optionalText('Language or help they need', { hint: 'Leave it out when it stands on the case already' }),
  },
  then: (_view, { formSentOn }) => ({ set: { formSentOn } }),
});

/** OP-24: a form that never comes back closes nothing; a spoken request is valid once identity and scope are known. */
export const formBack = step({
  clause: '1.2',
  rows: ['INT-08'],
  title: 'The form is back',
  about: 'It changes no date. If proof of identity was asked for and is enclosed, record what arrived as well.',
  done: 'recorded that the form came back',
  by: [reporter, callCentre, complaintsUnit, diao, caseOfficer],
  at: 'open',
  needs: [formOut],
  correctable: true,
  asks: {
    formBackOn: date('Came back on', sinceReceipt),
    idWithForm: yesNo('A copy of their identification is with it', { optional: true }),
    formChanges: optionalText('What they changed on it', { maxLength: 1000 }),
  },
  check: (view, { formBackOn }) =>
    formBackOn < fact(view, 'formSentOn') ? [{ field: 'formBackOn', sentence: 'This is before the form was sent.' }] : [],
  then: (_view, { formBackOn, idWithForm }) => ({ set: { formBackOn, idWithForm: idWithForm === true } }),
});

export const markAsSensitive = step({
  clause: '1.1',
  rows: ['GEN-04'],
  title: 'Special category data',
  about:
    'Data of these kinds needs extra protection: the case carries a badge, and the reply leaves only in a way that fits. Which kinds is kept encrypted.',
  done: 'marked the case as holding special category data',
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam],
  at: 'open',
  asks: { specialKinds: choices('Which kinds?', { options: specialKinds, private: 'text' }) },
  then: () => ({ set: { special: true } }),
});

const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');
