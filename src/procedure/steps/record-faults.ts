import { choice, date, longText, optionalLongText, text, yesNo } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { accuracies, overdueStill, replySent, riskKinds, windowOver, wrongStill } from '../record-faults.js';
import { assetOwner, caseOfficer, diao } from '../roles.js';
import { approval, assessing, closed, dispatched, readyToSend, searching } from '../stages.js';
import { righted } from '../statements.js';

const word = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** §2.11: a wrong or overdue record is given as it is, said to be so, and dealt with afterwards. */
export const markARecord = step({
  clause: '2.11',
  rows: ['ASS-14', 'ASS-15', 'ASS-16', 'ASS-17', 'ASS-20'],
  title: 'Mark as wrong or overdue',
  about:
    'Do not amend or destroy anything before the reply has left: that is a crime. The copy is given as it is, with a statement. Wrong means wrong on a matter of fact; an opinion stays an opinion.',
  done: 'marked what is wrong with a record',
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  backToBoard: true,
  asks: {
    accuracy: choice('Is it right?', { options: accuracies, preset: ({ facts }) => word(facts['accuracy'], 'RIGHT') }),
    wrongHow: optionalLongText('If not: what is wrong, and what is right?', { maxLength: 1000 }),
    overdue: yesNo('It should have been destroyed by now', { preset: ({ facts }) => String(facts['overdue'] === true) }),
    overdueHow: optionalLongText('If so: since when, and under which schedule?', { maxLength: 400 }),
  },
  check: (_view, a) => [
    ...(a.accuracy !== 'RIGHT' && !a.wrongHow ? [{ field: 'wrongHow', sentence: 'Say what is wrong, and what is right.' }] : []),
    ...(a.overdue && !a.overdueHow ? [{ field: 'overdueHow', sentence: 'Say since when it should be gone.' }] : []),
  ],
  then: (view, { accuracy, overdue }) => change(view, { accuracy: accuracy === 'RIGHT' ? null : accuracy, overdue: overdue || null }),
});

const change = (view: View, facts: Record<string, string | boolean | null>) => ({ items: { records: { [view.item?.id ?? '']: facts } } });

export const putTheRecordRight = step({
  clause: '2.11',
  rows: ['ASS-14', 'ASS-15', 'ASS-20'],
  title: 'Record that it was put right',
  about: 'Now that the reply has left: correct the fact, or put a note beside it. An opinion is never changed, only marked.',
  done: 'recorded that a record was put right',
  next: 'A record was wrong. Have it put right now that the reply has left, and record it.',
  nextAt: [dispatched, closed],
  aside: true,
  by: [caseOfficer, diao],
  at: [dispatched, closed],
  of: 'records',
  needs: [replySent, wrongStill],
  asks: {
    rightedHow: choice('How?', { options: righted }),
    rightedOn: date('On', { notAfterToday: true, preset: ({ today }) => today }),
    rightedWhere: text('By whom, and where?', { maxLength: 400 }),
  },
  check: (view, { rightedHow, rightedOn }) => [
    ...(view.item?.facts['accuracy'] === 'OPINION' && rightedHow === 'AMENDED'
      ? [{ field: 'rightedHow', sentence: 'An opinion stays as it is. Put a note beside it.' }]
      : []),
    ...(rightedOn < String(view.request?.facts['sentOn']) ? [{ field: 'rightedOn', sentence: 'This is before the reply left.' }] : []),
  ],
  then: (view, { rightedHow, rightedOn }) => change(view, { rightedHow, rightedOn }),
});

export const recordTheDisposal = step({
  clause: '2.11',
  rows: ['ASS-16', 'ASS-17'],
  title: 'Record that it was destroyed',
  about: 'Once a review can no longer be asked for, what was kept too long is safely destroyed.',
  done: 'recorded that a record was destroyed',
  next: 'A record was kept too long. Have it safely destroyed, and record it.',
  nextAt: [dispatched, closed],
  aside: true,
  by: [caseOfficer, diao],
  at: [dispatched, closed],
  of: 'records',
  needs: [replySent, overdueStill, windowOver],
  asks: {
    destroyedOn: date('Destroyed on', { notAfterToday: true, preset: ({ today }) => today }),
    destroyedHow: text('By whom, and how?', { maxLength: 400 }),
  },
  check: (view, { destroyedOn }) =>
    destroyedOn < String(view.request?.facts['sentOn']) ? [{ field: 'destroyedOn', sentence: 'This is before the reply left.' }] : [],
  then: (view, { destroyedOn }) => change(view, { destroyedOn }),
});

/** ASS-18: a pattern is a risk, and somebody who can change the practice hears of it. */
export const raiseARisk = step({
  clause: '2.11',
  rows: ['ASS-18', 'LTR-40'],
  title: 'Raise a risk with the manager',
  about:
    'When records are wrong, or kept too long, again and again. The owner of the records is told; the note itself is among the letters.',
  done: 'raised a risk with the manager',
  by: [caseOfficer, diao],
  at: [searching, assessing, approval, readyToSend, dispatched, closed],
  asks: {
    riskKind: choice('What happens again and again?', { options: riskKinds }),
    riskPattern: longText('The pattern: which records, since when', { maxLength: 2000, hint: 'Name nobody' }),
    riskCases: text('Cases in which it was seen', { maxLength: 400, hint: 'References' }),
    riskChange: longText('Which change of practice is asked for?', { maxLength: 1000 }),
  },
  then: (view, { riskKind }) => {
    const id = `k${Object.keys(view.request?.items['risks'] ?? {}).length + 1}`;
    return {
      items: { risks: { [id]: { kind: riskKind, on: view.today, by: view.person.id } } },
      about: ['', `risks/${id}`],
      set: { riskKind, riskOn: view.today },
      tell: [{ template: 'risk-raised', to: { role: assetOwner.code, directorate: String(view.request?.facts['directorate'] ?? '') } }],
    };
  },
});
