import type { Stage } from '../domain/step.js';

/** The stages in order (the policy's flowchart did not survive; catalogue chapter 0, OP-01), with what a caller may be told at each. */
const stage = (row: Stage): Stage => row;

export const reported = stage({
  code: 'REPORTED',
  title: 'Reported',
  order: 1,
  open: true,
  clause: '2.2.4',
  tellCaller: 'We have your request and are passing it to the right team.',
});
export const logged = stage({
  code: 'LOGGED',
  title: 'Logged',
  order: 1,
  open: true,
  clause: '2.3.2',
  tellCaller: 'Your request is logged and a team has been asked to take it on.',
});
export const validating = stage({
  code: 'VALIDATING',
  title: 'Validating',
  order: 2,
  open: true,
  clause: '2.4.1',
  tellCaller: 'A team has taken on your request and is checking that it has what it needs.',
});
export const awaiting = stage({
  code: 'AWAITING_REQUESTER',
  title: 'Waiting for the requester',
  order: 2,
  open: true,
  clause: '2.6.2',
  tellCaller: 'We have written to you for something we need. The month for our answer starts when it reaches us.',
});
export const assigned = stage({
  code: 'ASSIGNED',
  title: 'Assigned',
  order: 3,
  open: true,
  clause: '2.3.3',
  tellCaller: 'Somebody is working on your request.',
});
export const searching = stage({
  code: 'SEARCHING',
  title: 'Searching',
  order: 3,
  open: true,
  clause: '2.7',
  tellCaller: 'We are searching our records.',
});
export const assessing = stage({
  code: 'ASSESSING',
  title: 'Assessing',
  order: 4,
  open: true,
  clause: '2.8',
  tellCaller: 'We are going through what we found.',
});
export const approval = stage({
  code: 'APPROVAL',
  title: 'Approval',
  order: 5,
  open: true,
  clause: '2.12',
  tellCaller: 'Our answer is being checked before it is sent.',
});
export const readyToSend = stage({
  code: 'READY_TO_SEND',
  title: 'Ready to send',
  order: 6,
  open: true,
  clause: '2.12.1',
  tellCaller: 'Our answer is ready to be sent.',
});
export const dispatched = stage({
  code: 'DISPATCHED',
  title: 'Sent',
  order: 6,
  open: true,
  clause: '2.12.2',
  tellCaller: 'Our answer has been sent to you.',
});
export const closed = stage({
  code: 'CLOSED',
  title: 'Closed',
  order: 7,
  open: false,
  clause: '2.12.2',
  tellCaller: 'This request is closed. If you are unhappy with the answer, I can pass that on.',
});

export const stages: readonly Stage[] = [
  reported,
  logged,
  validating,
  awaiting,
  assigned,
  searching,
  assessing,
  approval,
  readyToSend,
  dispatched,
  closed,
];

/** The line drawn on the case card: one word per place. */
export const stageLine: readonly string[] = ['Reported', 'Validating', 'Searching', 'Assessing', 'Approval', 'Sent', 'Closed'];
