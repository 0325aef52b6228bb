import { choice, longText, number, optionalText, text, yesNo, type FieldContext, type Option } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import type { Fact, Facts } from '../../domain/subject-request.js';
import { nobodyElse, recordDecided, recordUndecided, somethingEntered, someRecordUndecided } from '../assessment-needs.js';
import { shortSystem } from '../record-titles.js';
import { caseOfficer } from '../roles.js';
import { about, consultsOf, isDecided, recordKinds, recordsOf, UNDECIDED } from '../schedule.js';
import { MARKED, notMarked } from '../special-routes/marked.js';
import { assessing } from '../stages.js';

/** §2.8: each record that was found is looked at by itself, and what is not exempt is given (EXM-07). */
const given = (view: View) => ({ decision: 'GIVE', decidedOn: view.today, decidedBy: view.person.id });

/** Searches that found something, newest answers last. */
const finds = ({ items }: FieldContext): Option[] => [
  ...Object.entries(items?.['tasks'] ?? {})
    .filter(([, t]) => t['answer'] === 'FOUND')
    .map(([id, t]) => ({
      value: id,
      title: `${shortSystem(t['system'])}${t['pages'] === undefined ? '' : `, ${String(t['pages'] as Fact)} pages`}`,
    })),
  { value: 'OTHER', title: 'Somewhere else' },
];

export const addRecords = step({
  clause: '2.8',
  rows: ['ASS-01'],
  title: 'Add records',
  about: 'One record, or several alike at once. Each is then decided by itself; embarrassing remarks are no reason to keep one back.',
  done: 'added records to the schedule',
  next: 'Enter what was found, record by record.',
  nextIf: (view) => !somethingEntered.holds(view),
  by: [caseOfficer],
  at: [assessing],
  onBoard: 'records',
  asks: {
    kind: choice('What is it?', { options: recordKinds, preset: 'LETTER' }),
    source: choice('Where was it found?', { options: finds, preset: (of) => finds(of)[0]?.value }),
    count: number('How many alike?', { min: 1, max: 100, preset: '1' }),
    recordPages: number('Pages of each', { min: 1, max: 100_000, preset: '1' }),
    description: text('Description', { hint: 'The requester reads it, so name nobody else. For example: letter about the rent' }),
    dated: optionalText('Date on it, or from when to when', { maxLength: 60 }),
    about: choice('Whom does it identify?', { options: about, preset: 'PERSON' }),
    giveNow: yesNo('Give it: nothing in it is exempt', { optional: true }),
  },
  check: (_view, a) =>
    a.giveNow && a.about === 'OTHER' ? [{ field: 'giveNow', sentence: 'What identifies somebody else is weighed first.' }] : [],
  then: (view, a) => {
    const from = Object.keys(recordsOf(view)).length + 1;
    const common = { kind: a.kind, source: a.source, pages: a.recordPages, about: a.about, ...(a.giveNow && given(view)) };
    const made = Array.from({ length: a.count }, (_, i) => [`r${from + i}`, { no: from + i, ...common }] as const);
    return { items: { records: Object.fromEntries(made) }, about: made.map(([id]) => `records/${id}`) };
  },
});

export const giveARecord = step({
  clause: '2.8',
  rows: ['ASS-01', 'EXM-07', 'CLK-10'],
  title: 'Give',
  done: 'decided to give a record',
  next: 'Decide each record by itself: give it, redact it or withhold it.',
  nextTitle: 'Decide the records',
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [recordUndecided, nobodyElse, notMarked],
  backToBoard: true,
  beside: true,
  then: (view) => ({ items: { records: { [view.item?.id ?? '']: given(view) } } }),
});

const isSimple = (record: Facts): boolean => !isDecided(record) && record['about'] !== 'OTHER' && record[MARKED] !== true;

export const giveSeveral = step({
  clause: '2.8',
  rows: ['ASS-01', 'EXM-07', 'CLK-10'],
  title: 'Give several',
  about: 'Gives every undecided record of a run, but none that identifies somebody else: those are weighed one by one.',
  done: 'decided to give several records',
  by: [caseOfficer],
  at: [assessing],
  onBoard: 'records',
  backToBoard: true,
  needs: [someRecordUndecided],
  asks: {
    fromRecord: number('From record number', { min: 1, preset: '1' }),
    toRecord: number('To record number', { min: 1, preset: ({ items }) => String(Object.keys(items?.['records'] ?? {}).length) }),
  },
  check: (view, run) =>
    inRun(view, run).length > 0
      ? []
      : [{ field: 'fromRecord', sentence: 'No record from there to there is undecided and about nobody else.' }],
  then: (view, run) => ({ items: { records: Object.fromEntries(inRun(view, run).map((id) => [id, given(view)])) } }),
});

const inRun = (view: View, { fromRecord, toRecord }: { fromRecord: number; toRecord: number }): string[] =>
  Object.entries(recordsOf(view))
    .filter(([, r]) => isSimple(r) && Number(r['no']) >= fromRecord && Number(r['no']) <= toRecord)
    .map(([id]) => id);

export const decideAgain = step({
  clause: '2.8',
  rows: ['ASS-01'],
  title: 'Decide again',
  done: 'put a record back to be decided again',
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [recordDecided, notMarked],
  then: (view) => putBack(view, view.item?.id ?? ''),
});

/** A record to be decided anew; a view still waited for under its exemption is waited for no more. */
export function putBack(view: View, id: string): { items: Record<string, Record<string, Record<string, Fact | null>>> } {
  const waits = Object.entries(consultsOf(view)).filter(
    ([, c]) => c['record'] === id && c['blocks'] === true && c['answeredOn'] === undefined,
  );
  return {
    items: {
      records: { [id]: UNDECIDED },
      ...(waits.length > 0 && { consults: Object.fromEntries(waits.map(([c]) => [c, { dropped: true }])) }),
    },
  };
}

export const takeOffTheSchedule = step({
  clause: '2.8',
  rows: ['ASS-01'],
  title: 'Take off the schedule',
  about: 'For a record entered twice, or one that is not about this person. The reason stays on the case.',
  done: 'took a record off the schedule',
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [recordUndecided],
  backToBoard: true,
  asks: { offWhy: longText('Why does it not belong there?', { maxLength: 400 }) },
  then: (view) => ({
    items: { records: { [view.item?.id ?? '']: { decision: 'OUT', decidedOn: view.today, decidedBy: view.person.id } } },
  }),
});
