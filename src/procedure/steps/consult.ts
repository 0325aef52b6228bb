import { choice, date, longText, text, yesNo } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type Effects, type View } from '../../domain/step.js';
import { answeredElsewhere, viewAwaited } from '../assessment-needs.js';
import { answersByCard, consultees, opinions } from '../consultees.js';
import { searchChase } from '../limits.js';
import { caseOfficer, consulted, diao } from '../roles.js';
import { consultsOf, isKeptBack, recordsOf } from '../schedule.js';
import { assessing, searching } from '../stages.js';
import { putBack } from './assessment.js';

/** §3.1, App. 5: views asked of those who know; the council decides, except where their word is needed. */
export const askForAView = step({
  clause: '3.1',
  rows: ['EXM-05', 'ASS-09'],
  title: 'Ask for a view',
  about: 'Complex cases: ask before withholding or giving. The author of a record may be asked; the council decides.',
  done: 'asked for a view on a record',
  by: [caseOfficer, diao],
  at: [assessing],
  of: 'records',
  asks: {
    who: choice('Who is asked?', { options: consultees }),
    consultee: text('Their name, and how they were asked'),
    question: longText('What were they asked?', { maxLength: 1000 }),
    viewBy: date('Answer by', { preset: ({ today }) => addDays(today, searchChase.answerWithin) }),
    waits: yesNo('The reply waits for their answer'),
  },
  check: (view, { viewBy }) => (viewBy < view.today ? [{ field: 'viewBy', sentence: 'This date has passed.' }] : []),
  then: (view, { who, viewBy, waits }) => {
    const [id, record] = [`c${Object.keys(consultsOf(view)).length + 1}`, view.item?.id ?? ''];
    const no = Number(view.item?.facts['no'] ?? 0);
    return {
      items: { consults: { [id]: { record, no, who, blocks: waits, askedOn: view.today, answerBy: viewBy } } },
      about: `consults/${id}`,
      ...(answersByCard(who) && { tell: [{ template: 'view-wanted', to: { role: who }, args: { item: id } }] }),
    };
  },
});

const asksFor = {
  opinion: choice('What do they say?', { options: opinions }),
  answeredBy: text('Who answered?'),
  answeredOn: date('On', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
  viewWords: longText('What did they say, and why?', { maxLength: 2000 }),
};

export const recordTheView = step({
  clause: '3.1',
  rows: ['EXM-05', 'ASS-09', 'ASS-05'],
  title: 'Record the view',
  about: 'Most of those who are asked have no Teams. Record who answered, on which day, and what they said.',
  done: 'recorded a view',
  next: 'Record what those said whose view the reply waits for; ask again if they have not answered.',
  nextIf: (view) => view.item?.facts['blocks'] === true,
  nextAt: [assessing],
  by: [caseOfficer, diao],
  at: [searching, assessing],
  of: 'consults',
  needs: [viewAwaited, answeredElsewhere],
  correctable: true,
  asks: asksFor,
  check: (view, { opinion, answeredOn }) => [
    ...checkOpinion(view, opinion),
    ...(answeredOn < String(view.item?.facts['askedOn']) ? [{ field: 'answeredOn', sentence: 'This is before they were asked.' }] : []),
  ],
  then: (view, { opinion, answeredOn }) => answered(view, opinion, answeredOn),
});

/** G-DISPROP and others: who has a post here answers on a card of their own, and nobody for them. */
export const giveYourView = step({
  clause: '3.1',
  rows: ['EXM-05'],
  title: 'Give your view',
  about: 'The reply waits for your answer. Say what should happen to this record, and why.',
  done: 'gave their view',
  next: 'Your view on a record is asked for, and the reply waits for it.',
  nextIf: (view) => view.item?.facts['blocks'] === true,
  nextAt: [assessing],
  by: [consulted],
  at: [searching, assessing],
  of: 'consults',
  needs: [viewAwaited],
  asks: { opinion: choice('What should happen?', { options: opinions }), viewWords: longText('Why?', { maxLength: 2000 }) },
  check: (view, { opinion }) => checkOpinion(view, opinion),
  then: (view, { opinion }) => answered(view, opinion, view.today),
});

const checkOpinion = (view: View, opinion: string) =>
  opinion === 'NONE' && view.item?.facts['code'] !== undefined
    ? [{ field: 'opinion', sentence: 'Under this exemption their answer decides. Ask them again.' }]
    : [];

function answered(view: View, opinion: string, answeredOn: string): Effects {
  const [id, consult] = [view.item?.id ?? '', view.item?.facts ?? {}];
  const record = recordsOf(view)[String(consult['record'])] ?? {};
  // Who decides under the exemption says that it may be given: then it is not kept back under it.
  const falls = opinion === 'GIVE' && consult['code'] !== undefined && isKeptBack(record) && record['code'] === consult['code'];
  const back = falls ? putBack(view, String(consult['record'])).items['records'] : undefined;
  const officer = String(view.request?.facts['caseOfficer']);
  return {
    items: { consults: { [id]: { opinion, answeredOn } }, ...(back && { records: back }) },
    ...(officer !== view.person.id && { tell: [{ template: 'opinion-in', to: { person: officer } }] }),
  };
}
