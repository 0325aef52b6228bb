import { choice, choices, optionalText, person, type FieldContext } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { addressBasis, identityEvidence, validityChecks } from '../evidence.js';
import { knownToBeEntitled, notAboutTheDead } from '../requester-needs.js';
import { requesterOf } from '../requesters.js';
import { identityNotSettled, identitySettled, notYetValid, requestValid } from '../needs.js';
import { rightChoices } from '../rights.js';
import { diao, officerPool } from '../roles.js';
import { assigned, validating } from '../stages.js';

/** §2.4: is the request valid, and who is asking? */
const facts = (view: View) => view.request?.facts ?? {};
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** REP-31, VAL-08: who asks from a council work address is known by it. */
const likelyProof = ({ facts: of }: FieldContext): string | undefined => {
  const seen = asText(of['documentSeen']);
  if (seen?.startsWith('ID_')) return seen;
  return requesterOf(of as Facts).code === 'EMPLOYEE' && of['channel'] === 'WORK_MAIL' ? 'ID_WORKMAIL' : undefined;
};

export const confirmIdentity = step({
  clause: '2.4.3',
  rows: ['VAL-06', 'VAL-08', 'VAL-17', 'REP-31'],
  title: 'Confirm identity',
  about: 'Be satisfied who is asking. We keep what kind of proof was seen, when and by whom, and no copy.',
  done: 'was satisfied of the requester’s identity',
  next: 'Decide whether we know who is asking. If not, ask for proof.',
  by: [diao],
  at: [validating],
  needs: [identityNotSettled],
  correctable: true,
  asks: {
    evidence: choice('What shows who they are?', { options: identityEvidence, preset: likelyProof }),
    basis: optionalText('If known to us: how?', { hint: 'For example: tenant since 2014, asked from the address we hold' }),
  },
  check: (view, { evidence, basis }) => {
    if (evidence !== 'ID_WORKMAIL') return [];
    // OP-44: whoever acts for another shows a document, however well we know them.
    const { special, identityDoubt } = facts(view);
    if (special === true) return [{ field: 'evidence', sentence: 'The data is specially protected, so a document is needed.' }];
    if (identityDoubt !== undefined) return [{ field: 'evidence', sentence: 'There was a doubt, so a document is needed.' }];
    if (requesterOf(facts(view)).forAnother) return [{ field: 'evidence', sentence: 'Whoever asks for somebody else shows a document.' }];
    return basis ? [] : [{ field: 'basis', sentence: 'Say how this person is known to us.' }];
  },
  then: (view, { evidence }) => ({
    set: { identity: evidence, identityOn: view.today, identityDoubt: null },
    ...(facts(view)['identityAskedOn'] !== undefined && { clock: [{ type: 'id_validated', date: view.today }] }),
  }),
});

/** G-VALID: the request is valid when it is about personal data, we know who asks, and it can be found (INT-09). */
export const confirmTheRequestIsValid = step({
  clause: '2.4.1',
  rows: ['INT-09', 'VAL-01', 'VAL-02', 'INT-13'],
  title: 'Confirm that it is valid',
  about:
    'A request is valid in any words, spoken or written. It must be about personal data, from a person we know, and such that it can be found.',
  done: 'confirmed that the request is valid',
  next: 'Say that the request is valid, or ask for what is missing.',
  by: [diao],
  at: [validating],
  needs: [notAboutTheDead, knownToBeEntitled, identitySettled, notYetValid],
  correctable: true,
  asks: {
    right: choice('Which right is it?', { options: rightChoices, preset: (about) => asText(about.facts['right']) }),
    checks: choices('What have you checked?', { options: validityChecks }),
    address: choice('What shows where they live?', { options: addressBasis, preset: 'MATCHES' }),
  },
  check: (_view, { checks }) =>
    checks.length < validityChecks.length
      ? [{ field: 'checks', sentence: 'All three make a request valid. If one is lacking, ask for what is missing.' }]
      : [],
  then: (view, { right, address }) => ({ set: { right, addressBasis: address, validOn: view.today } }),
});

export const nameCaseOfficer = step({
  clause: '2.3.3',
  rows: ['ASG-03', 'ASG-12'],
  title: 'Name the case officer',
  about: 'The officer gets the case in their own chat.',
  done: 'named the case officer',
  next: 'Name the case officer who will lead.',
  knows: true,
  by: [diao],
  at: [validating],
  needs: [requestValid],
  asks: { officer: person('Who leads?', { holding: officerPool.code, hint: 'Officers of your directorate that the bot can reach' }) },
  then: (_view, { officer }) => ({
    stage: assigned.code,
    set: { caseOfficer: officer },
    tell: [{ template: 'your-case', to: { person: officer } }],
  }),
});
