import { choice, choices, date, optionalText, person } from '../../domain/fields.js';
import { laterOf, type LocalDate } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import { documentEvidence, identityEvidence, missingItems } from '../evidence.js';
import { identityNotSettled, identitySettled } from '../needs.js';
import { callCentre, diao, officerPool } from '../roles.js';
import { assigned, awaiting, validating } from '../stages.js';

/** §2.4, §2.6.2: is the request valid, and who is asking? */
const facts = (view: View) => view.request?.facts ?? {};
const awaited = (view: View): string[] => (facts(view)['awaiting'] as string[] | undefined) ?? [];
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const askForIdentity = step({
  clause: '2.6.2',
  rows: ['CLK-03', 'CLK-02', 'VAL-01'],
  title: 'Ask for identity',
  beside: true,
  about: 'One letter asks for everything that is missing. The month starts on the day the last of it arrives.',
  done: 'asked the requester for proof',
  by: [diao],
  at: [validating],
  needs: [identityNotSettled],
  correctable: true,
  asks: {
    items: choices('What is missing?', { options: missingItems, preset: 'identity' }),
    sentOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
  },
  then: (_view, { items, sentOn }) => ({
    stage: awaiting.code,
    set: { awaiting: items, askedOn: sentOn },
    clock: [
      { type: 'id_requested', date: sentOn },
      { type: 'info_letter_sent', date: sentOn },
    ],
  }),
});

export const recordWhatArrived = step({
  clause: '2.6.1',
  rows: ['CLK-02'],
  title: 'Record what arrived',
  about: 'The day it reached us counts, not the day it is checked.',
  done: 'recorded that proof arrived',
  next: 'Wait for the requester. Record what arrives on the day it reaches us.',
  by: [diao, callCentre],
  at: [awaiting],
  correctable: true,
  asks: {
    items: choices('What arrived?', {
      options: missingItems,
      preset: (about) => (about.facts['awaiting'] as string[] | undefined)?.join(','),
    }),
    arrivedOn: date('Arrived on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    document: choice('What kind of document?', { options: documentEvidence, optional: true }),
  },
  check: (view, { items, arrivedOn }) => [
    ...(arrivedOn < String(facts(view)['askedOn'])
      ? [{ field: 'arrivedOn', sentence: 'This is before the letter that asked for it was sent.' }]
      : []),
    ...(items.every((i) => awaited(view).includes(i)) ? [] : [{ field: 'items', sentence: 'Choose from what was asked for.' }]),
  ],
  then: (view, { items, arrivedOn, document }) => {
    const still = awaited(view).filter((i) => !items.includes(i));
    const last = laterOf(arrivedOn, (facts(view)['lastArrival'] as LocalDate | undefined) ?? arrivedOn);
    const set = { awaiting: still, lastArrival: last, ...(document !== undefined && { documentSeen: document }) };
    return still.length > 0 ? { set } : { stage: validating.code, set, clock: [{ type: 'id_received', date: last }] };
  },
});

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
    ...(facts(view)['askedOn'] !== undefined && { clock: [{ type: 'id_validated', date: view.today }] }),
  }),
});

export const nameCaseOfficer = step({
  clause: '2.3.3',
  rows: ['ASG-03', 'ASG-12'],
  title: 'Name the case officer',
  about: 'The officer gets the case in their own chat.',
  done: 'named the case officer',
  next: 'Name the case officer who will lead.',
  by: [diao],
  at: [validating],
  needs: [identitySettled],
  asks: { officer: person('Who leads?', { holding: officerPool.code, hint: 'Officers of your directorate that the bot can reach' }) },
  then: (_view, { officer }) => ({
    stage: assigned.code,
    set: { caseOfficer: officer },
    tell: [{ template: 'your-case', to: { person: officer } }],
  }),
});
