import { choices, longText } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { leftToCheck } from '../checklist.js';
import { addressNotConfirmed, addressTyped, checkedBeforeSending, notWhoTypedTheAddress, notYetChecked } from '../needs.js';
import { callCentre, caseOfficer, complaintsUnit, diao, igTeam } from '../roles.js';
import { recipientLocked } from '../requester-needs.js';
import { readyToSend } from '../stages.js';

/** §2.12.1: the checks before a reply leaves. */
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');

export const checkBeforeSending = step({
  clause: '2.12.1',
  rows: ['DSP-01'],
  title: 'Go through the checklist',
  about: 'What the record shows already is ticked for you. The rest is yours to check.',
  done: 'went through the checklist',
  next: 'Go through the checklist before the reply leaves.',
  by: [caseOfficer],
  at: [readyToSend],
  needs: [notYetChecked],
  guardsReply: true,
  correctable: true,
  asks: { checks: choices('I have checked', { options: leftToCheck }) },
  check: (view, { checks }) => {
    const left = leftToCheck({ facts: view.request?.facts ?? {} }).filter((c) => !checks.includes(c.value));
    return left.length > 0
      ? [
          {
            field: 'checks',
            sentence: `Still to check: ${left.map((c) => c.title.charAt(0).toLowerCase() + c.title.slice(1)).join('; ')}.`,
          },
        ]
      : [];
  },
  then: (view, { checks }) => ({ set: { checked: checks, checkedOn: view.today } }),
});

export const typeTheAddress = step({
  clause: '2.12.1',
  rows: ['DSP-04'],
  title: 'Type the address',
  about: 'Type where the reply goes, letter by letter. A colleague types it again from the record; only when both agree may it leave.',
  done: 'typed where the reply goes',
  next: 'Type where the reply goes; a colleague types it again.',
  nextAt: [readyToSend],
  by: [caseOfficer],
  at: [readyToSend],
  needs: [checkedBeforeSending, recipientLocked, addressNotConfirmed],
  asks: { destination: longText('Address or e-mail it goes to', { private: 'address', maxLength: 400 }) },
  then: (view, { destination }) => ({
    set: { addressMark: view.mark(destination), addressBy: view.person.id },
    tell: [{ template: 'type-address-again', to: { person: fact(view, 'diao') } }],
  }),
});

export const typeTheAddressAgain = step({
  clause: '2.12.1',
  rows: ['DSP-04'],
  title: 'Type the address again',
  beside: true,
  about: 'Take it from the requester’s own words on the record, not from what your colleague typed.',
  done: 'typed the address again, and it agreed',
  next: 'A colleague types the address again.',
  by: [diao, callCentre, complaintsUnit, igTeam],
  at: [readyToSend],
  needs: [addressTyped, addressNotConfirmed, notWhoTypedTheAddress],
  asks: { destinationAgain: longText('Address or e-mail it goes to', { private: 'address', maxLength: 400 }) },
  check: (view, { destinationAgain }) =>
    view.mark(destinationAgain) === fact(view, 'addressMark')
      ? []
      : [
          {
            field: 'destinationAgain',
            sentence: 'This is not what your colleague typed. Look at the record again; if theirs is wrong, they type it anew.',
          },
        ],
  then: (view) => ({
    set: { addressConfirmedBy: view.person.id },
    tell: [{ template: 'address-agrees', to: { person: fact(view, 'caseOfficer') } }],
  }),
});
