import { longText } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import type { Fact } from '../../domain/subject-request.js';
import { caseOfficer } from '../roles.js';
import { recordsOf } from '../schedule.js';
import { MOST_ROWS, readSchedule, sayFault, scheduleColumns } from '../schedule-file.js';
import { assessing } from '../stages.js';

/** Faults told at once; the rest come with the next try. */
const MOST_FAULTS = 20;

/** §2.8: hundreds of records at once, each still decided by itself. */
export const takeInASchedule = step({
  clause: '2.8',
  rows: ['ASS-01'],
  title: 'Take in a schedule',
  about: `Copy all cells of your spreadsheet, with the line of titles, and paste them. Every row is checked first; one bad row, and nothing is taken in. At most ${MOST_ROWS} rows.`,
  done: 'took in a schedule of records',
  by: [caseOfficer],
  at: [assessing],
  onBoard: 'records',
  asks: {
    pasted: longText('The cells', { maxLength: 400_000, hint: `Columns: ${scheduleColumns.join(', ')}` }),
  },
  check: (view, { pasted }) => {
    const read = view.request === null ? { faults: [] } : readSchedule(pasted, view.request);
    if (!('faults' in read)) return [];
    const more = read.faults.length - MOST_FAULTS;
    const told = read.faults.slice(0, MOST_FAULTS).map(sayFault);
    return [{ field: 'pasted', sentence: ['Nothing was taken in.', ...told, ...(more > 0 ? [`${more} more.`] : [])].join(' ') }];
  },
  then: (view, { pasted }) => {
    const read = view.request === null ? { faults: [] } : readSchedule(pasted, view.request);
    const rows = 'rows' in read ? read.rows : [];
    const from = Object.keys(recordsOf(view)).length + 1;
    const given = { decision: 'GIVE', decidedOn: view.today, decidedBy: view.person.id };
    const made = rows.map((row, at): [string, Record<string, Fact>] => [
      `r${from + at}`,
      { no: from + at, ...row.facts, ...(row.give && given) },
    ]);
    const words = rows.flatMap((row, at): [string, string][] => [
      [`records/r${from + at}/description`, row.description],
      ...(row.dated === '' ? [] : [[`records/r${from + at}/dated`, row.dated] as [string, string]]),
    ]);
    return { items: { records: Object.fromEntries(made) }, keep: Object.fromEntries(words) };
  },
});
