import type { ClockEvent } from '../../domain/clock.js';
import { choice, choices, date, longText, optionalLongText, yesNo, type FieldContext, type Option } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { isBareQuestion } from '../clarifying.js';
import { documentEvidence, gateOf, gatesOf, missingFor, missingItems } from '../evidence.js';
import { notAboutTheDead } from '../requester-needs.js';
import { gatingItems, mayAsk } from '../requesters.js';
import { noReplyInTime, nothingAwaited, somethingAwaited } from '../needs.js';
import { directorateChoices } from '../owners.js';
import { callCentre, caseOfficer, diao, foiCoordinator } from '../roles.js';
import { assessing, assigned, awaiting, closed, searching, validating } from '../stages.js';

/** §2.6: asking the requester for what is missing, and what comes of it. */
const facts = (view: View) => view.request?.facts ?? {};
const awaitedOf = (of: Record<string, unknown>): string[] => (of['awaiting'] as string[] | undefined) ?? [];
const awaitedItems = (about: FieldContext): readonly Option[] => missingItems.filter((i) => awaitedOf(about.facts).includes(i.value));

/** Proof of who and where somebody is: of anybody, and before the case officer is named. */
const FOR_THE_DIAO: readonly string[] = ['identity', 'address'];
const likelyMissing = (about: FieldContext): string =>
  [...(about.facts['identity'] ? [] : ['identity']), ...(mayAsk(about.facts as Facts) ? [] : gatingItems(about))].join(',') || 'clarity';
/** Nothing is done before proof comes; a question alone holds nobody up once there is an officer. */
const waitsWith = (view: View, items: readonly string[]): boolean =>
  view.request?.stage === validating.code || items.some((i) => gateOf(i) !== undefined);

export const askForWhatIsMissing = step({
  clause: '2.6.2',
  rows: ['CLK-03', 'VAL-01', 'VAL-03', 'VAL-04', 'VAL-05', 'SRC-10', 'LTR-03', 'LTR-04'],
  title: 'Ask for what is missing',
  beside: true,
  about:
    'One letter asks for everything that is missing. The month starts on the day the last proof arrives; a question about what they want pauses it.',
  done: 'asked the requester for what is missing',
  by: [diao, caseOfficer],
  at: [validating, assigned, searching, assessing],
  needs: [nothingAwaited, notAboutTheDead],
  correctable: true,
  asks: {
    items: choices('What is missing?', { options: missingFor, preset: likelyMissing }),
    sentOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    question: optionalLongText('What do you need to know, and why?', {
      section: 'If it is not clear what they want',
      maxLength: 1000,
      hint: '“Everything” is a valid request. Ask only what helps to find it',
    }),
    offered: choices('Which services did you offer as places to look?', { options: directorateChoices, optional: true }),
    whereKnown: yesNo('We know where what they want is kept', { optional: true }),
    holdsMuch: yesNo('We hold a great deal about this person and cannot reasonably go on without the answer', { optional: true }),
  },
  check: (view, { items, question, offered, whereKnown, holdsMuch }) => [
    ...(items.includes('identity') && facts(view)['identity'] ? [{ field: 'items', sentence: 'Identity is settled already.' }] : []),
    ...(view.request?.stage !== validating.code && items.some((i) => FOR_THE_DIAO.includes(i))
      ? [{ field: 'items', sentence: 'Proof is asked for before the case officer is named. From now on only a question may be asked.' }]
      : []),
    ...(items.some((i) => gatingItems({ facts: facts(view) }).includes(i)) && mayAsk(facts(view))
      ? [{ field: 'items', sentence: 'It is settled already that they may ask.' }]
      : []),
    ...(items.includes('clarity') && !question ? [{ field: 'question', sentence: 'Say what you need to know.' }] : []),
    ...(items.includes('clarity') && question && isBareQuestion(question)
      ? [{ field: 'question', sentence: 'This only says “be more specific”. Say what would help you to find it, and why (§2.4.2).' }]
      : []),
    ...(items.includes('clarity') && whereKnown && !holdsMuch
      ? [{ field: 'whereKnown', sentence: 'Then search there. “Everything” is valid: nobody is asked to want less of what can be found.' }]
      : []),
    ...(items.includes('clarity') && !offered
      ? [{ field: 'offered', sentence: 'Offer at least one service to choose from: people cannot know how we keep records (§2.4.2).' }]
      : []),
  ],
  then: (view, { items, sentOn, holdsMuch }) => ({
    ...(waitsWith(view, items) && { stage: awaiting.code }),
    set: {
      awaiting: items,
      askedOn: sentOn,
      ...(items.includes('identity') && { identityAskedOn: sentOn }),
      // Who turns out later to ask for somebody else is waited for, and the case goes on from where it stood.
      ...(view.request?.stage !== validating.code && waitsWith(view, items) && { resumeAt: String(view.request?.stage) }),
    },
    clock: [
      ...gatesOf(items).map(({ asks }): ClockEvent => ({ type: asks, date: sentOn })),
      // Only a question that has to be asked stops the clock (rule 3 of the clock).
      ...(items.includes('clarity') ? [{ type: 'clarification_requested' as const, date: sentOn, stopsClock: holdsMuch === true }] : []),
      { type: 'info_letter_sent', date: sentOn },
    ],
    ...(items.includes('clarity') && { tell: [{ template: 'asked-to-clarify', to: { role: foiCoordinator.code } }] }),
  }),
});

export const recordWhatArrived = step({
  clause: '2.6.1',
  rows: ['CLK-02', 'CLK-13'],
  title: 'Record what arrived',
  about: 'The day it reached us counts, not the day it is checked. Each thing may be recorded by itself.',
  done: 'recorded what arrived',
  next: 'Wait for the requester. Record what arrives on the day it reaches us.',
  nextAt: [awaiting],
  by: [diao, callCentre, caseOfficer],
  at: [awaiting, assigned, searching, assessing],
  needs: [somethingAwaited],
  correctable: true,
  asks: {
    items: choices('What arrived?', { options: awaitedItems, preset: (about) => awaitedOf(about.facts).join(',') }),
    arrivedOn: date('Arrived on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    document: choice('What kind of document?', { options: documentEvidence, optional: true }),
    answer: optionalLongText('What did they answer?', { hint: 'Needed when a question was answered' }),
  },
  check: (view, { items, arrivedOn, answer }) => [
    ...(arrivedOn < String(facts(view)['askedOn'])
      ? [{ field: 'arrivedOn', sentence: 'This is before the letter that asked for it was sent.' }]
      : []),
    ...(items.includes('clarity') && !answer ? [{ field: 'answer', sentence: 'Write down what they answered.' }] : []),
  ],
  then: (view, { items, arrivedOn, document }) => {
    const still = awaitedOf(facts(view)).filter((i) => !items.includes(i));
    const back = still.length === 0 && view.request?.stage === awaiting.code;
    const resumeAt = facts(view)['resumeAt'];
    return {
      ...(back && { stage: String(resumeAt ?? validating.code) }),
      set: {
        awaiting: still,
        ...(back && resumeAt !== undefined && { resumeAt: null }),
        ...(document !== undefined && { documentSeen: document }),
      },
      clock: [
        // Each arrival keeps its own day, so that putting one right moves what follows from all of them.
        ...gatesOf(items).flatMap((gate): ClockEvent[] => {
          const all = !still.some((i) => gate.items.includes(i));
          return all ? [{ type: gate.brings, date: arrivedOn }] : gate.part === undefined ? [] : [{ type: gate.part, date: arrivedOn }];
        }),
        ...(items.includes('clarity') ? [{ type: 'clarification_received' as const, date: arrivedOn }] : []),
      ],
    };
  },
});

/** CLK-04: no answer to the letter is no duty to go on; a person decides, with the reason on record. */
export const closeForNoReply = step({
  clause: '2.6.5',
  rows: ['CLK-04', 'LTR-11'],
  title: 'Close: no reply came',
  beside: true,
  about: 'Thirty days have passed since the letter. If they write later, a new request is opened and linked.',
  done: 'closed the request because no reply came',
  by: [diao],
  at: [awaiting],
  needs: [noReplyInTime],
  asks: {
    noReplyReason: longText('Why may it be closed?', { maxLength: 1000, hint: 'What was asked for, when, and what was tried since' }),
  },
  then: (view) => ({
    stage: closed.code,
    set: { outcome: facts(view)['fee'] === 'ASKED' ? 'CLOSED_FEE_UNPAID' : 'CLOSED_NO_REPLY' },
    clock: [{ type: 'closed', date: view.today }],
  }),
});
