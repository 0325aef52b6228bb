import { choice, date, longText } from '../../domain/fields.js';
import { addDays, formatDay } from '../../domain/local-date.js';
import { step, type Need, type View } from '../../domain/step.js';
import { PUT_OFF, putOffChoices, putOffId } from '../../domain/timers.js';
import { reminderChoices } from '../notices.js';
import { caseOfficer, complaintsUnit, diao, foiCoordinator } from '../roles.js';
import { approval, assessing, assigned, awaiting, searching, validating } from '../stages.js';
import { timers } from '../timers/index.js';

/** §1.3: the two notices to the FOI Coordinator, each within five working days of allocation; and reminders that may wait a little. */
const toCoordinator = (template: string) => [
  { template, to: { role: foiCoordinator.code } },
  { template, to: { role: complaintsUnit.code } },
];
const untold = (fact: string, sentence: string): Need => ({
  code: `not-${fact}`,
  clause: '1.3',
  sentence,
  holds: (view) => view.request?.facts[fact] === undefined,
});

export const tellClarificationIsNeeded = step({
  clause: '1.3',
  rows: ['ASG-07'],
  title: 'Say that clarification is needed',
  about: 'The FOI Coordinator is told within five working days of the allocation. Asking the requester is a step of its own.',
  done: 'told the FOI Coordinator that clarification is needed',
  by: [diao],
  at: [validating, awaiting, assigned, searching],
  needs: [untold('clarifyToldOn', 'The FOI Coordinator has been told already.')],
  asks: { clarifyWhy: longText('What must be clarified?', { maxLength: 1000 }) },
  then: (view) => ({ set: { clarifyToldOn: view.today }, tell: toCoordinator('clarification-needed') }),
});

export const tellReleaseIsAConcern = step({
  clause: '1.3',
  rows: ['ASG-07'],
  title: 'Say that release is a concern',
  about: 'The FOI Coordinator is told within five working days of the allocation. The request goes on meanwhile.',
  done: 'told the FOI Coordinator that its release is a concern',
  by: [diao],
  at: [validating, awaiting, assigned, searching, assessing, approval],
  needs: [untold('concernToldOn', 'The FOI Coordinator has been told already.')],
  asks: { concernWhy: longText('What is the concern?', { maxLength: 1000 }) },
  then: (view) => ({ set: { concernToldOn: view.today }, tell: toCoordinator('release-a-concern') }),
});

/** Reminders of one's own search are put off on the search. */
const isOffered = (reminder?: string): boolean => reminderChoices.some(({ value }) => value === reminder);
const mayWait = (view: View, reminder?: string): string[] =>
  putOffChoices(timers, view, view.person.id).flatMap(({ row, day }) =>
    day > view.today && (reminder === undefined ? isOffered(row.mayWait) : row.mayWait === reminder) ? day : [],
  );

export const putOffAReminder = step({
  clause: '1.3',
  rows: ['ASG-05'],
  title: 'Put off a reminder',
  about: 'The reminder comes again on the day you choose, and not before. It may not wait past the day it is about.',
  done: 'put off a reminder',
  by: [caseOfficer, diao],
  at: 'open',
  needs: [
    {
      code: 'some-reminder-may-wait',
      clause: '1.3',
      personal: true,
      sentence: 'No reminder of this case comes to you that could still wait.',
      holds: (view) => mayWait(view).length > 0,
    },
  ],
  asks: {
    reminder: choice('Which reminder?', { options: reminderChoices, preset: 'respond' }),
    until: date('Until which day?', { preset: (about) => addDays(about.today, 1) }),
    putOffWhy: longText('Why may it wait?', { maxLength: 400 }),
  },
  check: (view, { reminder, until }) => {
    const [day] = mayWait(view, reminder);
    if (day === undefined) return [{ field: 'reminder', sentence: 'This reminder does not come to you, or what it is about is due.' }];
    if (until <= view.today) return [{ field: 'until', sentence: 'Choose a day to come.' }];
    return until > day ? [{ field: 'until', sentence: `It may not wait past ${formatDay(day)}, the day it is about.` }] : [];
  },
  then: (view, { reminder, until }) => ({ items: { [PUT_OFF]: { [putOffId(reminder, view.person.id)]: { until } } } }),
});
