import { choice, date, longText, optionalText } from '../../domain/fields.js';
import { formatDay } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import { extensionGrounds, extensionMonths, lastDayExtended, whyNoExtension } from '../extension.js';
import { diao, igTeam } from '../roles.js';
import { approval, assessing, assigned, awaiting, readyToSend, searching, validating } from '../stages.js';
import {
  clockStarted,
  extended,
  moreTimeConfirmed,
  moreTimeProposed,
  noMoreTimeProposed,
  notExtended,
  notWhoProposedMoreTime,
  withinFirstMonth,
} from '../time-needs.js';

/** §1.2(7), §2.6.4, G-EXTEND: the DIAO proposes more time with its ground, Information Governance confirms, and the letter drives the clock (OP-12). */
const before = [validating, awaiting, assigned, searching, assessing, approval, readyToSend];
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');
const NONE = { moreTime: null, moreTimeGround: null, moreTimeMonths: null, moreTimeBy: null, likelyOn: null };

export const proposeMoreTime = step({
  clause: '2.6.4',
  rows: ['CLK-05', 'CLK-07', 'CLK-15'],
  title: 'Propose more time',
  about:
    'Once, by one or two months, for a request that is complex or one of many. Being late is no ground. The requester must be told within the first month.',
  done: 'proposed more time',
  by: [diao],
  at: before,
  needs: [clockStarted, notExtended, noMoreTimeProposed, withinFirstMonth],
  asks: {
    ground: choice('What is the ground?', { options: extensionGrounds }),
    months: choice('How much more?', { options: extensionMonths, preset: '1' }),
    moreTimeReasons: longText('Why, in plain words for the requester', { maxLength: 1000, hint: 'It goes into the letter as it stands' }),
    likelyOn: date('When will they likely have the information?', { hint: 'Not after the longer time ends' }),
  },
  check: (view, { months, likelyOn }) => {
    const last = lastDayExtended(view.request?.timeline ?? { received: '', events: [] }, view.deadline?.start, Number(months));
    if (likelyOn <= view.today) return [{ field: 'likelyOn', sentence: 'Give a day in the future.' }];
    if (last === null || likelyOn <= last) return [];
    return [{ field: 'likelyOn', sentence: `That is after the longer time, which ends on ${formatDay(last)}.` }];
  },
  then: (view, { ground, months, likelyOn }) => ({
    set: { moreTime: 'PROPOSED', moreTimeGround: ground, moreTimeMonths: Number(months), moreTimeBy: view.person.id, likelyOn },
    tell: [{ template: 'more-time-proposed', to: { role: igTeam.code } }],
  }),
});

export const confirmMoreTime = step({
  clause: '2.6.4',
  rows: ['CLK-05'],
  title: 'Decide on more time',
  about: 'Is the request complex, or one of many from this person? Lateness alone is no ground.',
  done: 'decided on more time',
  next: 'More time is proposed. Information Governance decides, so that the requester can be told in time.',
  by: [igTeam],
  at: before,
  needs: [moreTimeProposed, notWhoProposedMoreTime],
  asks: {
    decision: choice('Is more time needed?', {
      options: [
        { value: 'CONFIRMED', title: 'Yes: the requester is told' },
        { value: 'DECLINED', title: 'No: the first date stands' },
      ],
    }),
    moreTimeNote: optionalText('Note to the DIAO', { maxLength: 1000, hint: 'Needed for a no' }),
  },
  check: (_view, { decision, moreTimeNote }) =>
    decision === 'DECLINED' && !moreTimeNote ? [{ field: 'moreTimeNote', sentence: 'Say why not.' }] : [],
  then: (view, { decision }) => ({
    set: decision === 'CONFIRMED' ? { moreTime: 'CONFIRMED' } : NONE,
    tell: [{ template: 'more-time-decided', to: { person: fact(view, 'diao') } }],
  }),
});

export const extendTheTime = step({
  clause: '1.2(7)',
  rows: ['CLK-05', 'CLK-06', 'CLK-15', 'LTR-09'],
  title: 'Extend the time',
  about: 'The day the letter left is the day that counts. Make the letter, send it, then record that day.',
  done: 'told the requester that we need more time',
  next: 'Send the letter about more time, then record the day it left.',
  by: [diao],
  at: before,
  needs: [moreTimeConfirmed],
  correctable: true,
  asks: { toldOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }) },
  check: (view, { toldOn }) => {
    const why = view.request && whyNoExtension(view.request.timeline, eventOf(view, toldOn));
    return why ? [{ field: 'toldOn', sentence: why }] : [];
  },
  then: (view, { toldOn }) => ({ set: { moreTime: 'TOLD', extendedOn: toldOn }, clock: [eventOf(view, toldOn)] }),
});
const eventOf = (view: View, date: string) => ({ type: 'extended' as const, date, months: Number(view.request?.facts['moreTimeMonths']) });

/** A correction: the extension falls away as if it had never been, and the history keeps both. */
export const removeTheExtension = step({
  clause: '1.2(7)',
  rows: ['CLK-05'],
  title: 'Remove the extension',
  about:
    'For an extension that was recorded and should not have been. The first date counts again. If the requester was told, tell them this too.',
  done: 'removed the extension',
  by: [diao, igTeam],
  at: before,
  needs: [extended],
  asks: { removedWhy: longText('Why?', { maxLength: 1000 }) },
  then: () => ({ set: { ...NONE, extendedOn: null }, lifts: ['extended'] }),
});
