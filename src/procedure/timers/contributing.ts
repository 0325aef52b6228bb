import type { View } from '../../domain/step.js';
import type { Ticking, TimerRow } from '../../domain/timers.js';
import { helpLimits } from '../contributing.js';
import { complaintsUnit, diao } from '../roles.js';
import { logged, assessing, assigned, approval, awaiting, searching, validating } from '../stages.js';
import { isAt, word } from './who.js';

/** ASG-15: a directorate that was asked for help is reminded on its day and after it; the Complaints Unit, who support the lead, hear of it then. */
const unanswered = (view: View): Ticking[] =>
  isAt(view, logged, validating, awaiting, assigned, searching, assessing, approval)
    ? Object.entries(view.request?.items['helps'] ?? {})
        .filter(([, h]) => h['answer'] === undefined && h['directorate'] !== undefined)
        .map(([id, h]) => ({ day: word(h['answerBy']), about: `${id}-${word(h['directorate'])}`, item: id, since: word(h['askedOn']) }))
    : [];
const directorateOf = (view: View, { item }: Ticking): string => word(view.request?.items['helps']?.[item ?? '']?.['directorate']);

export const contributingTimers: readonly TimerRow[] = [
  {
    rows: ['ASG-15'],
    clause: '2.3.4',
    code: 'help',
    running: unanswered,
    at: [
      { code: 'help-due', daysBefore: 0 },
      { code: 'help-late', workingDaysAfter: { first: helpLimits.nudgeEvery, every: helpLimits.nudgeEvery } },
    ],
    to: (view, ticking) => ({ role: diao.code, directorate: directorateOf(view, ticking) }),
    says: () => 'Another directorate leads and waits for your help. Supply your part, or say why not.',
    step: 'answer-for-the-directorate',
  },
  {
    rows: ['ASG-15'],
    clause: '2.3.4',
    code: 'help-to-unit',
    running: unanswered,
    at: [{ code: 'help-unit', workingDaysAfter: { first: helpLimits.toUnitAfter } }],
    to: () => ({ role: complaintsUnit.code }),
    says: () => 'A directorate that was asked for help does not answer. Help the one that leads.',
  },
];
