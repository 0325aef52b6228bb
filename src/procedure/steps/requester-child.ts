import { choice, choices, longText, optionalText, text, yesNo } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { ability, cautions, childBases, inTheirInterest, presumedAble } from '../requester-choices.js';
import {
  asksAboutAChild,
  asksAsParent,
  capacityKnown,
  childNotAble,
  factsOf,
  inBestInterests,
  notYetAssessed,
  recipientNotLocked,
} from '../requester-needs.js';
import { addresseeOf, standingOf } from '../requesters.js';
import { caseOfficer, diao } from '../roles.js';
import { assessing, assigned, readyToSend, searching, validating } from '../stages.js';

/** §1.2.3(3)–(4): a child who understands is answered themselves; for one who does not, a parent may ask who acts in their interest. */
const inHand = [validating, assigned, searching, assessing];

export const assessTheChild = step({
  clause: '1.2.3',
  rows: ['REP-07', 'REP-08'],
  title: 'Assess the child',
  about: 'From 12 on it is presumed that they do; below, that they do not. What you found out decides, whatever the age.',
  done: 'recorded whether the child understands the request',
  next: 'Say whether the child understands what is asked. From 12 on that is presumed.',
  by: [diao],
  at: inHand,
  needs: [asksAboutAChild, capacityKnown, notYetAssessed],
  correctable: true,
  asks: {
    able: choice('Does the child understand what is asked and what it leads to?', {
      options: ability,
      preset: ({ facts }) => presumedAble(facts['ageBand']),
    }),
    assessment: longText('What is that based on?', { maxLength: 1000, hint: 'Who spoke with the child, when, and what they found' }),
    childBasis: choice('If a parent asks for a child who understands: on what footing?', { options: childBases, optional: true }),
    childBasisWhy: optionalText('What shows that?', { hint: 'The child’s own words, or why it is clearly best for them', maxLength: 400 }),
  },
  check: (view, { able, childBasis, childBasisWhy }) => {
    if (able !== 'ABLE' || standingOf(factsOf(view)) !== 'PARENT') return [];
    if (!childBasis) return [{ field: 'childBasis', sentence: 'The child understands, so say whether the parent may be answered at all.' }];
    return childBasis !== 'DIRECT' && !childBasisWhy ? [{ field: 'childBasisWhy', sentence: 'Say what shows it.' }] : [];
  },
  then: (view, { able, childBasis }) => ({
    set: {
      able,
      childOn: view.today,
      childBasis: able === 'ABLE' && standingOf(factsOf(view)) === 'PARENT' ? (childBasis ?? null) : null,
    },
  }),
});

export const checkParentalResponsibility = step({
  clause: '1.2.3',
  rows: ['REP-09'],
  title: 'Check parental responsibility',
  about: 'For a child who does not understand. Usually the birth certificate shows it; otherwise an order or an agreement.',
  done: 'saw proof of parental responsibility',
  next: 'See proof of parental responsibility, or ask for it.',
  by: [diao],
  at: inHand,
  needs: [asksAsParent, childNotAble],
  correctable: true,
  asks: {
    parentalSeen: yesNo('I have seen the birth certificate, or other proof of parental responsibility'),
    parentalProof: text('What was it?', { hint: 'For example: birth certificate, full; both parents named' }),
  },
  check: (_view, { parentalSeen }) =>
    parentalSeen ? [] : [{ field: 'parentalSeen', sentence: 'Without proof it does not go on. Ask for it.' }],
  then: (view) => ({ set: { parentalOn: view.today } }),
});

/** G-PR: the reasons are written down here; the DIAO signs them with the reply (T13). */
export const weighBestInterests = step({
  clause: '1.2.3',
  rows: ['REP-10', 'REP-11'],
  title: 'Weigh the child’s best interests',
  about:
    'Before anything goes to a parent. Ask a social worker where one knows the child. Take care in a dispute, with a sign of abuse, or when the child confided in somebody.',
  done: 'weighed the child’s best interests',
  next: 'Weigh whether the parent acts in the child’s best interests. Nothing goes to the parent before that.',
  nextAt: [assessing],
  by: [caseOfficer, diao],
  at: inHand,
  needs: [asksAsParent, parentWouldGetIt()],
  correctable: true,
  asks: {
    careful: choices('Is any of these so?', { options: cautions, optional: true }),
    riskNote: optionalText('If so: what is the risk, and what is done about it?', { maxLength: 1000 }),
    socialWorker: optionalText('Social worker asked, and what they say', { maxLength: 400 }),
    bestInterests: choice('Does the parent act in the child’s best interests?', { options: inTheirInterest }),
    bestInterestsWhy: longText('Why?', { maxLength: 2000 }),
  },
  check: (_view, { careful, riskNote }) =>
    careful && careful.length > 0 && !riskNote ? [{ field: 'riskNote', sentence: 'Say what the risk is, and what is done about it.' }] : [],
  then: (view, { careful, bestInterests }) => ({ set: { careful: careful ?? null, bestInterests, bestInterestsOn: view.today } }),
});

function parentWouldGetIt() {
  return {
    code: 'parent-would-get-it',
    clause: '1.2.3',
    sentence: 'Nothing goes to the parent here, or it is weighed already. Correct the earlier step if it is wrong.',
    holds: (view: Parameters<typeof inBestInterests.holds>[0]) => !inBestInterests.holds(view),
  };
}

const addressees = [
  { value: 'CHILD', title: 'The child, directly' },
  { value: 'PARENT', title: 'The parent or guardian who asked' },
];
export const addresseeTitle = (code: unknown): string => addressees.find((a) => a.value === code)?.title ?? '';

/** REP-08: the reply is locked to whom it was decided for. */
export const confirmWhoGetsIt = step({
  clause: '1.2.3',
  rows: ['REP-08'],
  title: 'Confirm who gets the reply',
  about: 'A child who understands is answered themselves, also when a parent asked. Choose whom the envelope names.',
  done: 'confirmed who gets the reply',
  next: 'Confirm whether the child or the parent gets the reply.',
  by: [caseOfficer],
  at: [readyToSend],
  needs: [recipientNotLocked],
  asks: {
    addressee: choice('To whom is the reply addressed?', { options: addressees }),
  },
  check: (view, { addressee }) =>
    addressee === addresseeOf(factsOf(view))
      ? []
      : [
          {
            field: 'addressee',
            sentence:
              addresseeOf(factsOf(view)) === 'CHILD'
                ? 'The child understands and is answered directly, unless they authorise the parent or it is clearly best for them.'
                : 'It was decided that the parent is answered.',
          },
        ],
  then: (view, { addressee }) => ({ set: { addressee, addresseeOn: view.today } }),
});
