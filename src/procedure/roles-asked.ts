import type { Role } from '../domain/step.js';

/** Relations to one entry of a case: those who were asked for something, and see no more than that. */
const role = (row: Role): Role => row;

/** A DIAO of another directorate that the lead asked for help with a case (ASG-15). */
export const helper = role({
  code: 'HELPER',
  title: 'DIAO of a directorate that helps',
  clause: '2.3.4',
  scope: 'item',
  fact: 'directorate',
  through: 'DIAO',
  sees: 'task',
  does: 'supply the part of their directorate to the one that leads',
});
/** Somebody with a post here whose view on a record was asked: Information Governance, the Data Protection Officer. */
export const consulted = role({
  code: 'CONSULTED',
  title: 'one who was asked for a view',
  clause: '3.1',
  scope: 'item',
  fact: 'who',
  namesRole: true,
  sees: 'nothing',
  does: 'answer on a record',
});
