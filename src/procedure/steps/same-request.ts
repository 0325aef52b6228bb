import { choice, date, longText, reference, time } from '../../domain/fields.js';
import { formatDayAndTime, londonDay, parseInstant } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import type { Facts, Outcome } from '../../domain/subject-request.js';
import { callCentre, caseOfficer, complaintsUnit, diao, igTeam } from '../roles.js';
import { closed } from '../stages.js';

/** INT-16: one request that stands in the register twice. One case goes on; the other closes and points at it. */
const sameChoices = [
  { value: 'SAME', title: 'Yes, told to us twice: the earlier day counts' },
  { value: 'AGAIN', title: 'No, asked again: that case keeps its day' },
] as const;

type Linked = Record<string, Facts>;
const linkedOf = (view: View): Linked => view.request?.items['linked'] ?? {};
const stillJoined = (linked: Linked): [string, Facts][] => Object.entries(linked).filter(([, entry]) => entry['gone'] === false);
const facts = (view: View): Facts => view.request?.facts ?? {};

export const sameAs = step({
  clause: '2.3.2',
  rows: ['INT-16'],
  title: 'Same as another case',
  about:
    'This case closes and the other goes on. What was said here, and its notes, are shown there. Open this case again to undo it. ' +
    'If it is one request told to us twice, the month counts from the first time we heard it, whichever case stays.',
  done: 'closed it as the same as another case',
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: 'open',
  asks: {
    stays: reference('Which case stays?', { hint: 'Its reference, for example DR-2026-0148' }),
    sameRequest: choice('Is it the same request?', { options: sameChoices }),
    whySame: longText('How do you know that it is the same person?', { maxLength: 1000 }),
  },
  check: (view) =>
    stillJoined(linkedOf(view)).length > 0
      ? [{ field: 'stays', sentence: 'Other cases were joined to this one. Let this one stay, and close the other as the same as this.' }]
      : [],
  then: (view, { stays, sameRequest }) => ({
    stage: closed.code,
    set: { outcome: 'MERGED', mergedInto: stays },
    clock: [{ type: 'closed', date: view.today }],
    also: { ref: stays, step: 'take-in-a-duplicate', answers: { sameRequest, ...receiptOf(view) } },
  }),
});

function receiptOf(view: View): { receivedOn: string; receivedAt: string } {
  const { received, receivedAt } = view.request?.timeline ?? { received: view.today };
  const at = receivedAt === undefined ? null : new Date(receivedAt);
  return { receivedOn: received, receivedAt: at && londonDay(at) === received ? formatDayAndTime(at).slice(-5) : '00:00' };
}

export const takeInADuplicate = step({
  clause: '2.3.2',
  rows: ['INT-16'],
  title: 'Take in a duplicate',
  done: 'took in a case that is the same',
  alongside: true,
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: 'open',
  asks: {
    other: reference('Which case closes?'),
    sameRequest: choice('Is it the same request?', { options: sameChoices }),
    receivedOn: date('Received on'),
    receivedAt: time('Received at'),
  },
  then: (view, { other, sameRequest, receivedOn, receivedAt }) => {
    const entry = { same: sameRequest === 'SAME', gone: false, receivedOn, receivedAt };
    const own = ownReceipt(view);
    return {
      items: { linked: { [other]: entry } },
      set: { ownReceivedOn: own.receivedOn, ownReceivedAt: own.receivedAt },
      ...earliest(view, own, { ...linkedOf(view), [other]: entry }),
      tell: told(view),
    };
  },
});

export const letADuplicateGo = step({
  clause: '2.3.2',
  rows: ['INT-16'],
  title: 'Let a duplicate go',
  done: 'let go of a case that had been joined to it',
  alongside: true,
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam],
  at: 'any',
  asks: { other: reference('Which case was opened again?') },
  then: (view, { other }) => {
    const entry = linkedOf(view)[other];
    if (!entry) return {};
    const left = { ...linkedOf(view), [other]: { ...entry, gone: true } };
    return { items: { linked: { [other]: { gone: true } } }, ...earliest(view, ownReceipt(view), left), tell: told(view) };
  },
});

/** The receipt of the case itself, whatever was joined to it since. */
function ownReceipt(view: View): { receivedOn: string; receivedAt: string } {
  const { ownReceivedOn, ownReceivedAt } = facts(view);
  return ownReceivedOn === undefined ? receiptOf(view) : { receivedOn: String(ownReceivedOn), receivedAt: String(ownReceivedAt) };
}

/** §2.6.1: the month counts from the first time any of us heard the request. */
function earliest(view: View, own: { receivedOn: string; receivedAt: string }, linked: Linked): Pick<Outcome, 'received'> {
  const same = stillJoined(linked).filter(([, entry]) => entry['same'] === true);
  const all = [own, ...same.map(([, e]) => ({ receivedOn: String(e['receivedOn']), receivedAt: String(e['receivedAt']) }))];
  const first = all.map((r) => `${r.receivedOn}T${r.receivedAt}`).sort()[0] ?? '';
  const on = first.slice(0, 10);
  if (on === view.request?.timeline.received && same.length === 0) return {};
  return { received: { on, at: (parseInstant(first) as Date).toISOString() } };
}

/** Whoever works the case that stays hears of it; until somebody does, nobody need. */
function told(view: View) {
  const who = facts(view)['caseOfficer'] ?? facts(view)['diao'];
  return typeof who === 'string' && who !== view.person.id ? [{ template: 'joined', to: { person: who } }] : [];
}
