import { choice, choices, date, longText, text, type FieldContext } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { bothIds, capacityAnswers, certifiers, letterTicks, powers } from '../requester-choices.js';
import {
  asksByAuthority,
  asksByPower,
  asksForAnother,
  capacityAsked,
  capacityKnown,
  factsOf,
  notAboutTheDead,
  notYetEntitled,
} from '../requester-needs.js';
import { caseOfficer, diao, igTeam } from '../roles.js';
import { assessing, assigned, searching, validating } from '../stages.js';

/** §1.2.3, §2.4.3: what shows that somebody may act for another: a letter of authority, a power of attorney, a court order. */
const inHand = [validating, assigned, searching, assessing];
const all = (ticked: readonly string[], of: readonly { value: string }[]): boolean => of.every((o) => ticked.includes(o.value));

export const checkTheAuthority = step({
  clause: '1.2.3',
  rows: ['REP-02', 'REP-03', 'REP-04'],
  title: 'Check the authority',
  about: 'Whoever acts for somebody else has a letter from them, and both show who they are. In doubt, ask Information Governance first.',
  done: 'was satisfied of the authority',
  next: 'Check the letter of authority, or ask for it.',
  by: [diao],
  at: inHand,
  needs: [asksByAuthority, capacityKnown, notYetEntitled],
  correctable: true,
  asks: {
    letter: choices('What does the letter of authority show?', { options: letterTicks }),
    letterDated: date('Date on the letter', { notAfterToday: true }),
    ids: choices('Whose identity have you seen?', { options: bothIds }),
    satisfiedBy: longText('What satisfies you that they agreed to disclosure to this agent?', {
      maxLength: 1000,
      hint: 'For example: phoned them on the number we hold',
    }),
  },
  check: (view, { letter, ids }) => [
    ...(all(letter, letterTicks)
      ? []
      : [{ field: 'letter', sentence: 'All three make a letter of authority. If one is lacking, ask for a better one.' }]),
    ...(all(ids, bothIds) ? [] : [{ field: 'ids', sentence: 'Both are needed: of the person, and of who acts for them.' }]),
    ...(factsOf(view)['capacity'] === 'LACKS'
      ? [
          {
            field: 'letter',
            sentence: 'They cannot authorise anybody: a power of attorney or court order is needed. Say anew who is asking.',
          },
        ]
      : []),
  ],
  then: (view, { letter, letterDated, ids }) => ({ set: { authorityOn: view.today, letterDated, authorityTicks: letter, bothIds: ids } }),
});

/** REP-05: the question and its answer stay on the case, as advice. */
export const askIgAboutTheAuthority = step({
  clause: '1.2.3',
  rows: ['REP-05'],
  title: 'In doubt: ask IG',
  beside: true,
  about: 'When you are not sure that they may act, ask before going on. The answer comes to your own chat and stays on the case.',
  done: 'asked Information Governance whether they may act',
  by: [diao],
  at: inHand,
  needs: [asksForAnother, notAboutTheDead, notYetEntitled],
  asks: { question: longText('What makes you doubt?', { maxLength: 2000 }) },
  then: (view) => askAdvice(view, 'AUTHORITY'),
});

/** Asks Information Governance on the case, as *Ask Information Governance* does. */
export function askAdvice(view: View, kind: string) {
  const id = `q${Object.keys(view.request?.items['advice'] ?? {}).length + 1}`;
  return {
    items: { advice: { [id]: { kind, askedBy: view.person.id, askedOn: view.today } } },
    about: `advice/${id}`,
    tell: [{ template: 'advice-wanted', to: { role: igTeam.code }, args: { item: id } }],
  };
}

export const recordTheCapacity = step({
  clause: '1.2.3',
  rows: ['REP-12'],
  title: 'Record what social services say',
  about: 'Ask children’s or adult services, whoever knows the person, whether they are able to authorise somebody else.',
  done: 'recorded whether the person can authorise somebody',
  next: 'Ask the department that knows the person whether they can authorise somebody, and record the answer.',
  by: [diao, caseOfficer],
  at: inHand,
  needs: [capacityAsked],
  correctable: true,
  asks: {
    capacity: choice('Can the person authorise somebody?', { options: capacityAnswers }),
    capacityBy: text('Who answered?', { hint: 'Name and team' }),
    capacityOn: date('On', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
  },
  then: (_view, { capacity, capacityOn }) => ({ set: { capacity, capacityOn } }),
});

const allowedCertifiers = ({ facts }: Pick<FieldContext, 'facts'>) =>
  certifiers.filter((c) => c.value === 'SOLICITOR' || c.value === facts['certifierAllowed']);

export const checkThePower = step({
  clause: '1.2.3',
  rows: ['REP-13', 'REP-14'],
  title: 'Check the power or order',
  about: 'Look at it as soon as it comes. A power of attorney states its purposes and is a certified copy; an order says what it allows.',
  done: 'checked the power of attorney or court order',
  next: 'Check the power of attorney or court order, or ask for it.',
  by: [diao],
  at: inHand,
  needs: [asksByPower, capacityKnown, notYetEntitled],
  correctable: true,
  asks: {
    power: choice('What was shown?', { options: powers }),
    purposes: longText('Which purposes does it state?', { maxLength: 1000, hint: 'They must cover asking for this' }),
    certifiedBy: choice('Who certified the copy?', {
      options: allowedCertifiers,
      optional: true,
      hint: 'Of a power of attorney: original stamp and signature on it',
    }),
    checkResult: longText('What did the check show?', { maxLength: 1000, hint: 'In force, not revoked, the names agree' }),
  },
  check: (_view, { power, certifiedBy }) =>
    power === 'POA_CERT' && !certifiedBy
      ? [{ field: 'certifiedBy', sentence: 'A power of attorney must be a certified copy. If it is not, ask for one.' }]
      : [],
  then: (view, { power, certifiedBy }) => ({ set: { powerOn: view.today, power, ...(certifiedBy !== undefined && { certifiedBy }) } }),
});

/** OP-28: the policy knows solicitors only; Information Governance may let another stand on a case. */
export const allowAnotherCertifier = step({
  clause: '1.2.3',
  rows: ['REP-14'],
  title: 'Allow another certifier',
  about: 'The policy asks for a solicitor’s stamp and signature. Allow another here when it is as good.',
  done: 'allowed somebody other than a solicitor to certify',
  by: [igTeam],
  at: inHand,
  needs: [asksByPower, notYetEntitled],
  asks: {
    certifier: choice('Who may have certified it?', { options: certifiers.filter((c) => c.value !== 'SOLICITOR') }),
    certifierWhy: longText('Why is that as good?', { maxLength: 1000 }),
  },
  then: (_view, { certifier }) => ({ set: { certifierAllowed: certifier } }),
});
