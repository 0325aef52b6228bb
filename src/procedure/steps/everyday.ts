import { longText, optionalLongText, optionalText, person, text } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { alreadyAccepted, hasCaseOfficer } from '../needs.js';
import { directorateOf, postChoices } from '../owners.js';
import { callCentre, caseOfficer, complaintsUnit, diao, officerPool, reporter } from '../roles.js';
import { assessing, assigned, logged, searching, validating } from '../stages.js';
import { standInsOf } from './assignment.js';
import { choice, date } from '../../domain/fields.js';

/** What happens on many cases and belongs to no section: somebody moves house, a colleague goes on leave, a case was sent to the wrong post. */
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');

export const changeContactDetails = step({
  clause: '2.2',
  rows: ['INT-06'],
  title: 'Change contact details',
  about:
    'Change what is different and leave the rest. What stood before is kept. A reply sent to a wrong address is a breach, so be sure who told you.',
  done: 'changed the contact details',
  by: [callCentre, complaintsUnit, diao, caseOfficer, reporter],
  at: 'open',
  asks: {
    requesterName: optionalText('Name', { private: 'name', recalls: true }),
    contact: optionalText('Phone or e-mail', { private: 'contact', recalls: true }),
    address: optionalLongText('Address', { private: 'address', recalls: true, maxLength: 400 }),
    toldBy: longText('Who told us, and how do we know that it is them?', { maxLength: 400 }),
    changedOn: date('Told us on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
  },
  check: (_view, { requesterName, contact, address }) =>
    requesterName || contact || address ? [] : [{ field: 'requesterName', sentence: 'Give the name, the contact or the address.' }],
  then: (_view, { changedOn }) => ({ set: { contactChangedOn: changedOn } }),
});

/** OP-04: the council's casework system is another one; its number is a field here. */
export const setOtherReference = step({
  clause: '1.3',
  rows: ['ASG-02'],
  title: 'Reference of another system',
  about: 'For example the number in the casework system. The case can be found by it. A new one takes the place of the old.',
  done: 'set the reference of another system',
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: 'any',
  asks: { otherReference: text('Reference', { maxLength: 60, hint: 'As it stands there, without a name' }) },
  then: (view) => ({ set: { otherReferenceOn: view.today } }),
});

export const handOver = step({
  clause: '2.3.3',
  rows: ['ASG-03'],
  title: 'Hand the case over',
  about: 'Another case officer takes it from here and gets it in their own chat. Searches stay with those who were asked for them.',
  done: 'handed the case over to another case officer',
  by: [diao, caseOfficer],
  at: 'open',
  needs: [hasCaseOfficer],
  asks: {
    officer: person('Who takes it over?', { holding: officerPool.code }),
    handoverNote: longText('What they should know', { maxLength: 2000, hint: 'What is done, what is open, whom to ask' }),
  },
  check: (view, { officer }) =>
    officer === fact(view, 'caseOfficer') ? [{ field: 'officer', sentence: 'They have the case already. Choose somebody else.' }] : [],
  then: (view, { officer }) => ({
    set: { caseOfficer: officer, handedOverOn: view.today },
    tell: [{ template: 'your-case', to: { person: officer } }, ...tellDiao(view)],
  }),
});

/** The DIAO hears of it when somebody else did it, and is not told twice when the case comes to them. */
const tellDiao = (view: View) =>
  fact(view, 'diao') && fact(view, 'diao') !== view.person.id ? [{ template: 'handed-over', to: { person: fact(view, 'diao') } }] : [];

export const reallocate = step({
  clause: '2.3.4',
  rows: ['ASG-14'],
  title: 'Give it to another post',
  about: 'For a case that was accepted and belongs elsewhere. The new post gets it to accept; the clock goes on.',
  done: 'gave it to another post',
  by: [complaintsUnit],
  at: [validating, assigned, searching, assessing],
  needs: [alreadyAccepted],
  knows: true,
  asks: {
    newPost: choice('Which DIAO post takes it?', { options: postChoices }),
    reallocationReason: longText('Why?', { maxLength: 1000 }),
  },
  check: (view, { newPost }) =>
    newPost === fact(view, 'post') ? [{ field: 'newPost', sentence: 'This post has it already. Choose another.' }] : [],
  then: (view, { newPost }) => ({
    stage: logged.code,
    set: {
      ...{ post: newPost, directorate: directorateOf(newPost), diao: null, caseOfficer: null, movedOn: view.today },
      ...standInsOf(view, newPost),
    },
    allocated: view.today,
    tell: [{ template: 'allocated', to: { directorate: directorateOf(newPost) } }],
  }),
});
