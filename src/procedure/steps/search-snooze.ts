import { date, longText } from '../../domain/fields.js';
import { addDays, formatDay, type LocalDate } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import { PUT_OFF, putOffId } from '../../domain/timers.js';
import { searchChase } from '../limits.js';
import { searchAwaited, searchOpen } from '../needs.js';
import { taskOwner } from '../roles.js';
import { assessing, searching } from '../stages.js';

/** The last day to which it may be put off: a few days, and never past the day on which the request must be answered. */
function latestFor({ today, deadline }: View): LocalDate {
  const latest = addDays(today, searchChase.mayWait);
  return deadline?.due && deadline.due < latest ? deadline.due : latest;
}

/** The reminder of one's own search may wait a little. The day to answer does not move, and the DIAO hears of a late search all the same. */
export const putOffTheSearchReminder = step({
  clause: '2.7',
  rows: ['SRC-14', 'ASG-05'],
  title: 'Put off the reminder',
  about: 'The reminder comes again on the day you choose. The day by which the search is to be answered stays as it is.',
  done: 'put off the reminder of a search',
  by: [taskOwner],
  at: [searching, assessing],
  of: 'tasks',
  needs: [
    searchOpen,
    searchAwaited,
    {
      code: 'search-may-wait',
      clause: '2.7',
      sentence: 'The request itself is due: the reminder cannot wait.',
      holds: (view) => latestFor(view) > view.today,
    },
  ],
  asks: {
    until: date('Until which day?', { preset: (about) => addDays(about.today, 1) }),
    putOffWhy: longText('Why may it wait?', { maxLength: 400 }),
  },
  check: (view, { until }) => {
    if (until <= view.today) return [{ field: 'until', sentence: 'Choose a day to come.' }];
    const latest = latestFor(view);
    return until > latest ? [{ field: 'until', sentence: `It may wait until ${formatDay(latest)} at most.` }] : [];
  },
  then: (view, { until }) => ({ items: { [PUT_OFF]: { [putOffId('search', view.person.id)]: { until } } } }),
});
