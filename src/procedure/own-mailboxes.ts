import type { AnswerFault } from '../domain/read-answers.js';
import type { View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';
import { isSearchSettled } from './records.js';

/** SRC-08: staff look in their own mailboxes before anybody else does. */
export const ownMailboxes = (view: View): Facts[] =>
  Object.values(view.request?.items['tasks'] ?? {}).filter((task) => task['own'] === true);
export const ownMailRow = { rows: ['SRC-08'], clause: '2.7.1' };

/** What stands in the way of having mailboxes searched by somebody else; nothing when no colleague is known to have dealt with the person. */
export function staffFirst(view: View): AnswerFault[] {
  if (view.request?.facts['staffKnow'] !== true) return [];
  const own = ownMailboxes(view);
  const fault = (sentence: string): AnswerFault[] => [{ field: 'system', sentence }];
  if (own.length === 0) return fault('Staff who dealt with the person know of mail. Ask them about their own mailboxes first.');
  const waits = own.some((task) => !isSearchSettled(task) && String(task['answerBy']) >= view.today);
  return waits ? fault('Staff were asked about their own mailboxes and still have time to answer. Wait for them first.') : [];
}
