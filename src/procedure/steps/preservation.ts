import { choice, date, longText, optionalText, person, yesNo, type Option } from '../../domain/fields.js';
import { step, type Effects, type Need, type View } from '../../domain/step.js';
import { holderOf, holdsOf, isKept, isUnconfirmed, recordingOf, reviewWindowEnds } from '../holds.js';
import { cameraChoices, perishable } from '../retention.js';
import { callCentre, caseOfficer, complaintsUnit, diao, igTeam, keeper, officerPool, taskOwner } from '../roles.js';
import * as at from '../stages.js';
import { offenceWarning } from './search.js';

/** §2.7.1(d), (e), §2.11: what deletes itself is kept, from receipt until the time for a review is over. */
const whileOpen = [
  ...[at.reported, at.logged, at.validating, at.awaiting, at.assigned, at.searching],
  ...[at.assessing, at.approval, at.readyToSend, at.dispatched],
];
const perishableChoices: readonly Option[] = [
  { value: 'CCTV', title: 'Footage' },
  { value: 'CALLS', title: 'A recorded call' },
  { value: 'EMAIL', title: 'The mailbox of somebody who leaves or left' },
];
const recordedOn = { hint: 'Its day of deletion is worked out from this' };
const need = (row: Need): Need => row;

const notConfirmed = need({
  code: 'hold-not-confirmed',
  clause: '2.7.1',
  sentence: 'It has been answered already. Correct the earlier step if the answer is wrong.',
  holds: ({ item }) => item !== undefined && isUnconfirmed(item.facts),
});
const stillKept = need({
  code: 'hold-stands',
  clause: '2.7.1',
  sentence: 'Nothing is kept here, or it has been let go already.',
  holds: ({ item }) => item !== undefined && isKept(item.facts),
});
/** OP-36: the policy says "within the month"; an extension or a review lasts longer. */
const reviewTimeOver = need({
  code: 'review-time-over',
  clause: 'App. 4',
  sentence: 'It is kept until the time for a review is over: two months after the answer, and longer while a review is open.',
  holds: ({ request, today }) => {
    const ends = request && reviewWindowEnds(request);
    return Boolean(ends && today > ends);
  },
});

export const askToKeepIt = step({
  clause: '2.7.1(d)',
  rows: ['RTE-13', 'RTE-21', 'SRC-12', 'LTR-15'],
  title: 'Ask to keep it from deletion',
  about: `Whoever keeps it is asked at once, and again each working day until they say that it is kept. ${offenceWarning.sentence}`,
  done: 'asked for something to be kept from deletion',
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam],
  at: whileOpen,
  onBoard: 'holds',
  asks: {
    system: choice('What is it?', { options: perishableChoices }),
    keepWhat: longText('Which, as exactly as is known?', { hint: 'Place and time, number called, what is to be seen', maxLength: 1000 }),
    recordedOn: date('On which day was it made?', { optional: true, hint: 'For a mailbox: their last day at work' }),
    camera: choice('Which camera?', { optional: true, options: cameraChoices, section: 'For footage' }),
    owner: person('Who keeps it?', {
      optional: true,
      holding: officerPool.code,
      hint: 'Leave it empty to ask everybody who keeps such things',
    }),
  },
  check: (view, { system, recordedOn: made }) =>
    system !== 'EMAIL' && made !== undefined && made > view.today ? [{ field: 'recordedOn', sentence: 'This date is in the future.' }] : [],
  then: (view, { system, recordedOn: made, camera, owner }) => {
    const id = `h${Object.keys(holdsOf(view)).length + 1}`;
    const whose = owner === undefined ? { to: perishable(system)?.keeper ?? '' } : { owner };
    const hold = { system, askedOn: view.today, ...whose, ...recordingOf(system, { recordedOn: made, camera }, view.retention) };
    return {
      items: { holds: { [id]: hold } },
      about: `holds/${id}`,
      tell: [{ template: 'keep-this', to: holderOf(hold), args: { item: id } }],
    };
  },
});

export const sayWhenItWasMade = step({
  clause: '2.7.1(d)',
  rows: ['RTE-13', 'RTE-22', 'SRC-12'],
  title: 'Say when it was made',
  about: 'The day of deletion follows from the day of the footage or the call, and whoever keeps it is reminded by it.',
  done: 'said when the recording was made',
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: whileOpen,
  of: 'holds',
  needs: [notConfirmed],
  asks: {
    recordedOn: date('On which day was it made?', recordedOn),
    camera: choice('Which camera?', {
      optional: true,
      options: cameraChoices,
      asked: (_typed, about) => about?.facts['system'] === 'CCTV',
    }),
    keepMore: optionalText('What else is known of it'),
  },
  then: (view, { recordedOn: made, camera }) => {
    const system = String(view.item?.facts['system']);
    return { items: { holds: { [view.item?.id ?? '']: recordingOf(system, { recordedOn: made, camera }, view.retention) } } };
  },
});

const standingChoices: readonly Option[] = [
  { value: 'KEPT', title: 'It is kept: taken out of the normal deletion' },
  { value: 'GONE', title: 'It was deleted before this reached me' },
  { value: 'NONE', title: 'There is no such recording or mailbox' },
];

export const confirmItIsKept = step({
  clause: '2.7.1',
  rows: ['SRC-12', 'SRC-11', 'RTE-13', 'RTE-15', 'RTE-21', 'SEC-10'],
  title: 'Confirm that it is kept',
  about: `It stays until you are told that it may go. ${offenceWarning.sentence}`,
  done: 'answered whether it is kept from deletion',
  next: 'Take it out of the normal deletion and say so, before it is gone.',
  aside: true,
  by: [keeper, taskOwner, caseOfficer],
  at: whileOpen,
  of: 'holds',
  needs: [notConfirmed],
  correctable: true,
  asks: {
    standing: choice('Is it kept?', { options: standingChoices, preset: 'KEPT' }),
    heldHow: longText('How is it kept, or what happened to it?', { maxLength: 400 }),
    warned: yesNo('I know that deleting or changing it now, to keep it from the person, is a crime.'),
  },
  check: (_view, { warned }) => (warned ? [] : [{ field: 'warned', sentence: 'Read the warning above, then say that you know it.' }]),
  then: (view, { standing }) => answered(view, standing),
});

/** What was lost is Information Governance’s to look into, and the case officer’s to know. */
function answered(view: View, standing: string): Effects {
  const id = view.item?.id ?? '';
  const officer = view.request?.facts['caseOfficer'];
  const told = [...(typeof officer === 'string' ? [{ person: officer }] : []), ...(standing === 'GONE' ? [{ role: igTeam.code }] : [])];
  return {
    items: { holds: { [id]: { standing, heldOn: view.today } } },
    ...(standing !== 'KEPT' && { tell: told.map((to) => ({ template: 'not-kept', to, args: { item: id } })) }),
  };
}

export const letItGo = step({
  clause: '2.7.1(d)',
  rows: ['RTE-13', 'RTE-21'],
  title: 'Let it go',
  about: 'The time for a review is over. Whoever keeps it is told that it may be deleted in the normal way again.',
  done: 'let it be deleted in the normal way again',
  by: [caseOfficer, diao, igTeam],
  at: [at.dispatched, at.closed],
  of: 'holds',
  needs: [stillKept, reviewTimeOver],
  then: (view) => ({
    items: { holds: { [view.item?.id ?? '']: { liftedOn: view.today } } },
    tell: [{ template: 'may-go', to: holderOf(view.item?.facts ?? {}) }],
  }),
});

export const reportAnAttempt = step({
  clause: '2.11',
  rows: ['SEC-10', 'RTE-15'],
  title: 'Report that something was altered or deleted',
  about: `Also when it was only tried, or asked for. Information Governance is told at once. ${offenceWarning.sentence}`,
  done: 'reported that something asked for was altered or deleted',
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: 'any',
  asks: {
    attemptedOn: date('When did it happen?', { notAfterToday: true, preset: (about) => about.today }),
    attempt: longText('What happened, to which records, and who knows of it?', { maxLength: 2000 }),
  },
  then: (view, { attemptedOn }) => ({
    set: { attemptReportedOn: view.today, attemptedOn },
    tell: [{ template: 'altered-or-deleted', to: { role: igTeam.code } }],
  }),
});
