import type { Option } from '../domain/fields.js';
import { addMonths, type LocalDate } from '../domain/local-date.js';
import type { Need, View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';
import { limits } from './limits.js';
import { isListed, recordsOf } from './schedule.js';
import { statementsOf } from './statements.js';

/** §2.11: what may be found wrong with a record. It is given as it is all the same; it is put right, or destroyed, after the reply has left. */
export const accuracies: readonly Option[] = [
  { value: 'RIGHT', title: 'Nothing wrong' },
  { value: 'WRONG', title: 'Wrong or misleading on a matter of fact' },
  { value: 'OPINION', title: 'An opinion that is disputed: it stays, marked as an opinion' },
];
export const accuracyTitle = (code: unknown): string => accuracies.find((a) => a.value === code)?.title ?? '';

export const riskKinds: readonly Option[] = [
  { value: 'INACCURATE', title: 'Records are wrong again and again' },
  { value: 'LATE_DISPOSAL', title: 'Records are kept too long again and again' },
];
export const riskTitle = (code: unknown): string => riskKinds.find((r) => r.value === code)?.title ?? '';

const need = (row: Need): Need => row;
const item = (view: View): Facts => view.item?.facts ?? {};
const listed = (view: View): Facts[] => Object.values(recordsOf(view)).filter(isListed);
const says = (view: View, code: string): boolean =>
  view.request !== null && statementsOf(view.request).some(({ kind }) => kind.code === code);

/** ASS-15: what is wrong is told beside the copy. */
export const wrongIsTold = need({
  code: 'wrong-is-told',
  clause: '2.11',
  sentence: 'A record is wrong on a matter of fact. The case officer adds the statement that says sorry, and what was wrong.',
  holds: (v) => !listed(v).some((r) => r['accuracy'] === 'WRONG' && r['decision'] !== 'WITHHOLD') || says(v, 'WRONG'),
});
/** ASS-17: what was kept too long is told beside the copy. */
export const keptTooLongIsTold = need({
  code: 'kept-too-long-is-told',
  clause: '2.11',
  sentence: 'A record was kept too long. The case officer adds the statement that says so, and when it is destroyed.',
  holds: (v) => !listed(v).some((r) => r['overdue'] === true && r['decision'] !== 'WITHHOLD') || says(v, 'KEPT_TOO_LONG'),
});

/** OP-21: the last day on which a review of the reply is normally asked for; until then one copy is kept. */
export const windowEnds = (facts: Facts): LocalDate | null =>
  facts['sentOn'] === undefined ? null : addMonths(String(facts['sentOn']), limits.reviewWindow.n);

export const replySent = need({
  code: 'reply-sent',
  clause: '2.11',
  sentence: 'The reply has not left. Until then nothing is amended or destroyed: that is a crime.',
  holds: (v) => v.request?.facts['sentOn'] !== undefined,
});
export const wrongStill = need({
  code: 'wrong-still',
  clause: '2.11',
  sentence: 'Nothing on this record waits to be put right.',
  holds: (v) => ['WRONG', 'OPINION'].includes(String(item(v)['accuracy'])) && item(v)['rightedOn'] === undefined,
});
export const overdueStill = need({
  code: 'overdue-still',
  clause: '2.11',
  sentence: 'This record was not kept too long, or its disposal is recorded.',
  holds: (v) => item(v)['overdue'] === true && item(v)['destroyedOn'] === undefined,
});
export const windowOver = need({
  code: 'window-over',
  clause: '2.11',
  sentence: 'A review of the reply can still be asked for. Keep it until that time is over.',
  holds: (v) => {
    const ends = windowEnds(v.request?.facts ?? {});
    return ends !== null && v.today > ends;
  },
});

/** `wrong, kept too long`: what is marked on a record, for its board. */
export function faultText(record: Facts): string {
  const wrong = { WRONG: 'wrong', OPINION: 'a disputed opinion' }[String(record['accuracy'])];
  const mended = record['rightedOn'] === undefined ? '' : ', put right';
  const late = record['overdue'] === true ? (record['destroyedOn'] === undefined ? 'kept too long' : 'kept too long, destroyed') : '';
  return [wrong && `${wrong}${mended}`, late].filter(Boolean).join(' · ');
}
