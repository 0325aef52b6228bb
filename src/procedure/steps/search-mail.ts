import { choices, date, longText, optionalText } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type Need } from '../../domain/step.js';
import { searchChase } from '../limits.js';
import { ownMailboxes } from '../own-mailboxes.js';
import { caseOfficer, officerPool } from '../roles.js';
import { assessing, assigned, searching } from '../stages.js';
import { offenceWarning, searchesOf } from './search.js';

/** SRC-08: the staff who dealt with the person look in their own mailboxes first; a search of mailboxes by others comes after them. */
const mailScoped: Need = {
  code: 'mail-scoped',
  clause: '2.7.1',
  sentence: 'The questions about mail are not answered yet. Answer them first.',
  holds: (view) => view.request?.facts['mailScopedOn'] !== undefined,
};

export const askMailboxHolders = step({
  clause: '2.7.1',
  rows: ['SRC-08', 'SRC-09', 'SRC-11'],
  title: 'Ask staff about their own mailboxes',
  about: `Those who dealt with the person are asked first, each for their own mailbox. ${offenceWarning.sentence}`,
  done: 'asked staff to look in their own mailboxes',
  by: [caseOfficer],
  at: [assigned, searching, assessing],
  needs: [mailScoped],
  onBoard: 'tasks',
  asks: {
    holders: choices('Who dealt with the person?', { holding: officerPool.code }),
    terms: longText('What to look for', { hint: 'Names, addresses, dates, and what the requester asked for', maxLength: 1000 }),
    where: optionalText('Folders to look in, also archived and deleted mail'),
    answerBy: date('Answer by', { preset: (about) => addDays(about.today, searchChase.answerWithin) }),
  },
  check: (view, { holders, answerBy }) => [
    ...(answerBy < view.today ? [{ field: 'answerBy', sentence: 'This date has passed.' }] : []),
    ...(holders.some((who) => ownMailboxes(view).some((task) => task['owner'] === who))
      ? [{ field: 'holders', sentence: 'One of them has been asked for their own mailbox already.' }]
      : []),
  ],
  then: (view, { holders, answerBy }) => {
    const from = Object.keys(searchesOf(view)).length + 1;
    const made = holders.map((owner, i) => [`t${from + i}`, { system: 'EMAIL', own: true, owner, answerBy, askedOn: view.today }] as const);
    return {
      stage: searching.code,
      items: { tasks: Object.fromEntries(made) },
      about: made.map(([id]) => `tasks/${id}`),
      tell: made.map(([item, { owner }]) => ({ template: 'your-search', to: { person: owner }, args: { item } })),
    };
  },
});
