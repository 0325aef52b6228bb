import { choice, choices, longText, optionalLongText, type FieldContext, type Option } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { step, type Tell, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import {
  everyFileNoteWritten,
  everyNegotiationLive,
  everyRecordDecided,
  everySilenceApproved,
  everyThirdPartyWeighed,
  everyViewIn,
  everyWordCounts,
  noRecordQuestioned,
  somethingEntered,
} from '../assessment-needs.js';
import { outcomeChoices } from '../closing.js';
import { gatesToSign } from '../gates.js';
import { everySearchAnswered, notTheCaseOfficer, someSearch } from '../needs.js';
import { caseOfficer, diao } from '../roles.js';
import { beforeSubmitting, childrensReplyChecked } from '../special-routes/needs.js';
import { checkViewing } from './routes-viewing.js';
import { keptTooLongIsTold, wrongIsTold } from '../record-faults.js';
import { inBestInterests, knownToBeEntitled } from '../requester-needs.js';
import { isKeptBack, isListed, recordName } from '../schedule.js';
import { approval, assessing, readyToSend } from '../stages.js';
import { putBack } from './assessment.js';

/** §2.12, T13: a DIAO who is not the case officer approves the reply or returns it, record by record. */
// A reply that is submitted anew is checked anew, and its address typed anew.
const notYetChecked = { checkedOn: null, checked: null, addressMark: null, addressBy: null, addressConfirmedBy: null, igCheckedOn: null };
const fact = (view: View, name: string): string => String(view.request?.facts[name] ?? '');

/** The outcome that follows from the searches and the schedule; an agreed viewing is the officer’s to say. */
export function resultOf(items: Readonly<Record<string, Record<string, Facts>>> | undefined): string {
  const records = Object.values(items?.['records'] ?? {}).filter(isListed);
  if (records.length === 0) return Object.values(items?.['tasks'] ?? {}).some((t) => t['answer'] === 'FOUND') ? 'GRANTED_FULL' : 'NOT_HELD';
  if (!records.some(isKeptBack)) return 'GRANTED_FULL';
  return records.every((r) => r['decision'] === 'WITHHOLD') ? 'REFUSED_EXEMPT' : 'GRANTED_PART';
}

export const submitForApproval = step({
  clause: '2.12',
  rows: ['DSP-11', 'SRC-14', 'EXM-03', 'EXM-04', 'EXM-07'],
  title: 'Submit for approval',
  about: 'A DIAO who is not the case officer reads the reply before it leaves.',
  done: 'submitted the reply for approval',
  next: 'Go through what was found, make the reply ready and submit it.',
  by: [caseOfficer],
  at: [assessing],
  needs: [
    knownToBeEntitled,
    inBestInterests,
    someSearch,
    everySearchAnswered,
    somethingEntered,
    everyRecordDecided,
    everyThirdPartyWeighed,
    everyViewIn,
    everyWordCounts,
    everyNegotiationLive,
    everySilenceApproved,
    everyFileNoteWritten,
    ...beforeSubmitting,
    wrongIsTold,
    keptTooLongIsTold,
  ],
  asks: {
    result: choice('What does the reply give?', { options: outcomeChoices, preset: ({ items }) => resultOf(items as never) }),
    summary: optionalLongText('What the approver should know', { maxLength: 2000 }),
  },
  check: (view, { result }) => [...checkResult(result, resultOf(view.request?.items)), ...checkViewing(view, result)],
  then: (view, { result }) => ({
    stage: approval.code,
    set: { result, refusing: result === 'REFUSED_EXEMPT' ? 'EXEMPT' : null, ...notYetChecked, approvedOn: null, gates: null },
    tell: [{ template: 'approve-this', to: approverOf(view) }],
  }),
});

function checkResult(result: string, shown: string): AnswerFault[] {
  if (result === shown || (result === 'VIEWED' && shown !== 'NOT_HELD')) return [];
  return [{ field: 'result', sentence: 'This does not agree with the searches and the schedule.' }];
}

/** The DIAO who took the request on, unless they lead it themselves: then any other of the directorate (SEC-12). */
const approverOf = (view: View): Tell['to'] =>
  fact(view, 'diao') === fact(view, 'caseOfficer')
    ? { role: diao.code, directorate: fact(view, 'directorate') }
    : { person: fact(view, 'diao') };

export const approve = step({
  clause: '2.12',
  rows: ['DSP-11', 'SEC-12'],
  title: 'Approve',
  done: 'approved the reply',
  next: 'Read the reply, then approve it or return it with reasons.',
  by: [diao],
  at: [approval],
  needs: [notTheCaseOfficer, noRecordQuestioned, childrensReplyChecked],
  then: (view) => ({
    stage: readyToSend.code,
    set: { approvedOn: view.today, gates: gatesToSign(view).map((gate) => gate.code) },
    tell: [{ template: 'approved', to: { person: fact(view, 'caseOfficer') } }],
  }),
});

export const questionARecord = step({
  clause: '2.12',
  rows: ['DSP-11', 'EXM-01'],
  title: 'Question this record',
  about: 'The reply can then only be returned, with your question on this record.',
  done: 'questioned a record',
  by: [diao],
  at: [approval],
  of: 'records',
  needs: [notTheCaseOfficer],
  backToBoard: true,
  asks: { questionedWhy: longText('What has to be decided again, and why?', { maxLength: 1000 }) },
  then: (view) => ({ items: { records: { [view.item?.id ?? '']: { questioned: true } } } }),
});

/** Records that a form can offer at once. */
const MOST_OFFERED = 30;

/** What may be returned: those kept back first, for a long schedule does not fit a form. */
function returnable({ items }: FieldContext): Option[] {
  const records = Object.entries((items?.['records'] ?? {}) as Record<string, Facts>).filter(([, r]) => isListed(r));
  const weight = (r: Facts): number => (r['questioned'] === true ? 0 : isKeptBack(r) ? 1 : r['about'] === 'OTHER' ? 2 : 3);
  const sorted = records.sort(([, a], [, b]) => weight(a) - weight(b));
  return sorted.slice(0, MOST_OFFERED).map(([id, r]) => ({ value: id, title: recordName(r) }));
}
const questioned = ({ items }: FieldContext): string =>
  Object.entries(items?.['records'] ?? {})
    .filter(([, r]) => r['questioned'] === true)
    .map(([id]) => id)
    .join(',');

export const returnToTheOfficer = step({
  clause: '2.12',
  rows: ['DSP-11', 'SEC-12', 'EXM-01'],
  title: 'Return',
  beside: true,
  about: 'The case goes back to its officer with your reasons. The records you name are decided again. The clock goes on.',
  done: 'returned the reply to the case officer',
  next: 'A record is questioned. Return the reply, so that it is decided again.',
  nextIf: (view) => !noRecordQuestioned.holds(view),
  by: [diao],
  at: [approval],
  needs: [notTheCaseOfficer],
  asks: {
    reasons: longText('What has to change?', { maxLength: 2000 }),
    records: choices('Which records are decided again?', { optional: true, options: returnable, preset: questioned }),
  },
  then: (view, { records }) => {
    const all = [
      ...new Set([
        ...(records ?? []),
        ...questioned({ items: view.request?.items ?? {} } as FieldContext)
          .split(',')
          .filter(Boolean),
      ]),
    ];
    const back = all.map((id) => [id, { ...putBack(view, id).items['records']?.[id], returnedOn: view.today }] as const);
    return {
      stage: assessing.code,
      set: { result: null, refusing: null },
      ...(all.length > 0 && { items: { records: Object.fromEntries(back) }, about: ['', ...all.map((id) => `records/${id}`)] }),
      tell: [{ template: 'returned', to: { person: fact(view, 'caseOfficer') } }],
    };
  },
});
