import type { Recipient } from '../../domain/recipient.js';
import type { View } from '../../domain/step.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { allocationEscalation } from '../limits.js';
import { assetOwner, complaintsUnit, diao } from '../roles.js';
import { assessing, assigned, awaiting, logged, searching, validating } from '../stages.js';
import { facts, isAt, theChannel, theDiao, when, word } from './who.js';

/** ASG-18: an allocation that nobody answers; ASG-07: the two notices to the FOI Coordinator, five working days from it. */
const unanswered = (view: View): Ticking[] => {
  const day = view.request?.timeline.allocated;
  return isAt(view, logged) && day !== undefined ? [{ day, about: word(facts(view)['post']) }] : [];
};
const area = (view: View): string => word(facts(view)['directorate']);
/** The deputy of the post by the knowledge base; without one, whoever is DIAO there. */
const deputy = (view: View): Recipient =>
  facts(view)['deputy'] === undefined ? { role: diao.code, directorate: area(view) } : { person: word(facts(view)['deputy']) };
const waited = (): string => 'Allocated, and neither accepted nor sent back.';

const untold = (view: View, fact: string): boolean => facts(view)[fact] === undefined;
const by = (view: View): Ticking[] => {
  const day = view.deadline?.flagBy;
  return day && view.deadline?.state !== 'stopped' ? [{ day }] : [];
};
const askedAlready = (view: View): boolean => (view.request?.timeline.events ?? []).some((e) => e.type === 'clarification_requested');

export const allocationTimers: readonly TimerRow[] = [
  {
    rows: ['ASG-18'],
    clause: '2.3.4',
    code: 'accept',
    running: unanswered,
    at: [{ code: 'accept-nudge', workingDaysAfter: { first: allocationEscalation.nudge } }],
    to: theChannel,
  },
  {
    rows: ['ASG-18'],
    clause: '2.3.4',
    code: 'accept-deputy',
    running: unanswered,
    at: [{ code: 'accept-deputy', workingDaysAfter: { first: allocationEscalation.deputy } }],
    to: deputy,
    says: waited,
  },
  {
    rows: ['ASG-18'],
    clause: '2.3.4',
    code: 'accept-owner',
    running: unanswered,
    at: [{ code: 'accept-owner', workingDaysAfter: { first: allocationEscalation.owners } }],
    to: (view) => ({ role: assetOwner.code, directorate: area(view) }),
    says: waited,
  },
  {
    rows: ['ASG-18'],
    clause: '2.3.4',
    code: 'accept-unit',
    running: unanswered,
    at: [{ code: 'accept-unit', workingDaysAfter: { first: allocationEscalation.owners } }],
    to: () => ({ role: complaintsUnit.code }),
    says: waited,
  },
  {
    rows: ['ASG-07'],
    clause: '1.3',
    code: 'clarify-notice',
    running: (view) =>
      when(
        isAt(view, logged, validating, awaiting) && untold(view, 'clarifyToldOn') && untold(view, 'validOn') && !askedAlready(view),
        () => by(view),
      ).flat(),
    at: [{ code: 'clarify-notice', daysBefore: 0 }],
    to: theDiao,
    says: () => 'Last day to tell the FOI Coordinator that it must be clarified, if so.',
  },
  {
    rows: ['ASG-07'],
    clause: '1.3',
    code: 'concern-notice',
    running: (view) =>
      when(isAt(view, logged, validating, awaiting, assigned, searching, assessing) && untold(view, 'concernToldOn'), () =>
        by(view),
      ).flat(),
    at: [{ code: 'concern-notice', daysBefore: 0 }],
    to: theDiao,
    says: () => 'Last day to tell the FOI Coordinator that its release is a concern, if so.',
  },
];
