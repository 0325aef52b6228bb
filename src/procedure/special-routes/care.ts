import { asUsual, route } from './route.js';

/** §3.13, §3.14 and employees: cases in which the person, not the paper, asks for care. */
export const historicAbuse = route({
  code: 'HISTORIC_ABUSE',
  title: 'Historic abuse of children',
  rows: ['RTE-40'],
  clause: '3.14',
  words: ['historic abuse', 'abused in care', 'abused as a child', 'abused when i was', 'abuse in the home', 'survivor'],
  letIn: ['HIST', 'IG', 'DPO', 'CC', 'CCU'],
  stands: (f) => (f['handedOn'] === undefined ? 'to be handed to their team' : 'with their team; our clock keeps running'),
});
/** Once it is handed over, the call centre is out of it. */
export const letInAfterHandover = ['HIST', 'IG', 'DPO'] as const;

export const leavingCare = route({
  code: 'LEAVING_CARE',
  title: 'Files of somebody who was in care',
  rows: ['RTE-60'],
  clause: '3.13',
  words: ['care leaver', 'leaving care', 'when i was in care', 'care records', 'care file', 'foster'],
  stands: (f) => (f['impactOn'] === undefined ? 'weigh how it may affect them' : 'impact weighed'),
});
export const employeeRecords = route({
  code: 'EMPLOYEE_RECORDS',
  title: 'Records of an employee',
  rows: [],
  clause: '2.7.1',
  words: ['personnel file', 'my employment', 'my line manager', 'grievance', 'my sickness record'],
});
export const employeeInConfidence = route({
  code: 'EMPLOYEE_CONFIDENTIAL',
  title: 'Records of an employee who asks that few see the case',
  rows: ['SEC-14'],
  clause: '1.3',
  words: [],
  letIn: asUsual,
});
