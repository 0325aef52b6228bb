import { choice, choices, optionalText, person } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { addressBasis, identityEvidence, validityChecks } from '../evidence.js';
import { identityNotSettled, identitySettled, notYetValid, requestValid } from '../needs.js';
import { rightChoices } from '../rights.js';
import { diao, officerPool } from '../roles.js';
import { assigned, validating } from '../stages.js';

/** §2.4: is the request valid, and who is asking? */
const facts = (view: View) => view.request?.facts ?? {};
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const confirmIdentity = step({
  clause: '2.4.3',
  rows: ['VAL-06', 'VAL-08', 'VAL-17'],
  title: 'Confirm identity',
  about: 'Be satisfied who is asking. We keep what kind of proof was seen, when and by whom, and no copy.',
  done: 'was satisfied of the requester’s identity',
  next: 'Decide whether we know who is asking. If not, ask for proof.',
  by: [diao],
  at: [validating],
  needs: [identityNotSettled],
  correctable: true,
  asks: {
    evidence: choice('What shows who they are?', { options: identityEvidence, preset: (about) => asText(about.facts['documentSeen']) }),
    basis: optionalText('If known to us: how?', { hint: 'For example: tenant since 2014, asked from the address we hold' }),
  },
  check: (_view, { evidence, basis }) =>
    evidence === 'ID_WORKMAIL' && !basis ? [{ field: 'basis', sentence: 'Say how this person is known to us.' }] : [],
  then: (view, { evidence }) => ({
    set: { identity: evidence, identityOn: view.today },
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
  needs: [identitySettled, notYetValid],
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
