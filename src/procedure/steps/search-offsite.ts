import { date, text, yesNo } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type Need, type View } from '../../domain/step.js';
import { offSiteChase } from '../limits.js';
import { searchOpen } from '../needs.js';
import { caseOfficer, taskOwner } from '../roles.js';
import { assessing, searching } from '../stages.js';

/** §2.7.1(a): some paper is kept off site. It is ordered in time, and the search is not answered before it has come (SRC-04, SRC-06). */
const fact = (view: View, name: string) => view.item?.facts[name];
const onPaper: Need = {
  code: 'on-paper',
  clause: '2.7.1',
  sentence: 'Only paper is ordered: paper files, the off-site archive, unstructured paper.',
  holds: (view) => ['MANUAL', 'ARCHIVE', 'UNSTRUCT'].includes(String(fact(view, 'system'))),
};
const boxAwaited: Need = {
  code: 'box-awaited',
  clause: '2.7.1',
  sentence: 'Nothing was ordered, or it has arrived.',
  holds: (view) => isBoxAwaited(view.item?.facts ?? {}),
};
const nothingOrdered: Need = {
  code: 'nothing-ordered',
  clause: '2.7.1',
  sentence: 'A box is on its way already. Record its arrival before ordering another.',
  holds: (view) => !isBoxAwaited(view.item?.facts ?? {}),
};
export const isBoxAwaited = (task: Readonly<Record<string, unknown>>): boolean =>
  task['orderedOn'] !== undefined && task['arrivedOn'] === undefined;

export const orderFromOffSite = step({
  clause: '2.7.1',
  rows: ['SRC-04', 'SRC-06'],
  title: 'Order it from off site',
  about: 'Confirm first that it is kept off site and in which box. Order early: it must come in time to be searched.',
  done: 'ordered paper from off site',
  by: [taskOwner, caseOfficer],
  at: [searching, assessing],
  of: 'tasks',
  needs: [searchOpen, onPaper, nothingOrdered],
  asks: {
    box: text('Box or file number'),
    registered: yesNo('Our registration with the archive supplier is in order'),
    orderedOn: date('Ordered on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    expectedOn: date('Expected on', { preset: (about) => addDays(about.today, offSiteChase.expectedWithin) }),
  },
  check: (view, { registered, orderedOn, expectedOn }) => [
    ...(!registered && fact(view, 'system') === 'ARCHIVE'
      ? [{ field: 'registered', sentence: 'The supplier can be reached only after registering. Register first, then order.' }]
      : []),
    ...(expectedOn < orderedOn ? [{ field: 'expectedOn', sentence: 'This is before the order.' }] : []),
  ],
  then: (view, { registered, orderedOn, expectedOn }) => ({
    items: { tasks: { [view.item?.id ?? '']: { registered, orderedOn, expectedOn, arrivedOn: null } } },
  }),
});

export const recordItsArrival = step({
  clause: '2.7.1',
  rows: ['SRC-04'],
  title: 'It has arrived',
  about: 'What was ordered from off site is here and can be searched.',
  done: 'recorded that paper arrived from off site',
  by: [taskOwner, caseOfficer],
  at: [searching, assessing],
  of: 'tasks',
  needs: [searchOpen, boxAwaited],
  asks: { arrivedOn: date('Arrived on', { notAfterToday: true, preset: (about) => about.today }) },
  check: (view, { arrivedOn }) =>
    arrivedOn < String(fact(view, 'orderedOn')) ? [{ field: 'arrivedOn', sentence: 'This is before the order.' }] : [],
  then: (view, { arrivedOn }) => ({ items: { tasks: { [view.item?.id ?? '']: { arrivedOn } } } }),
});
