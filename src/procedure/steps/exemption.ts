import { choice, longText, optionalLongText, optionalText, text, yesNo } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { addDays } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { recordUndecided, silenceAsked } from '../assessment-needs.js';
import { consulteeFor } from '../consultees.js';
import { exemptionChoices, exemptionOf, formExemptions } from '../exemption-choices.js';
import { searchChase } from '../limits.js';
import { caseOfficer, igTeam } from '../roles.js';
import { consultsOf, methods, recordsOf } from '../schedule.js';
import { isUnspoken } from '../special-routes/adoption.js';
import { MARKED, notMarked } from '../special-routes/marked.js';
import { assessing } from '../stages.js';
import { checkPlace, placeFields, placeFrom } from './place.js';

/** What must be true of the very words that are kept back, for each that the form offers. */
const tests = formExemptions.map((e) => `${e.title}: ${e.test}`).join(' ');

/** §3: what is kept back, under which exemption, where, and why; case by case and no more than is needed. */
export const redactOrWithhold = step({
  clause: '3.1',
  rows: ['EXM-01', 'EXM-02', 'EXM-03', 'EXM-04', 'EXM-06'],
  title: 'Redact or withhold',
  about: 'Case by case, and no more than is needed. Embarrassing remarks are never exempt. What is not exempt is given.',
  done: 'decided to keep part of a record back',
  beside: true,
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [recordUndecided, notMarked],
  backToBoard: true,
  asks: {
    decision: choice('What is done?', {
      options: [
        { value: 'REDACT', title: 'Redact: give the rest' },
        { value: 'WITHHOLD', title: 'Withhold' },
      ],
    }),
    exemption: choice('Under which exemption?', { options: exemptionChoices, hint: tests }),
    ...placeFields,
    method: choice('If redacted: how is it taken out?', { options: methods, optional: true }),
    what: text('What is kept back?', { section: 'File note', maxLength: 400 }),
    why: longText('Why?', { maxLength: 2000, hint: 'Fit to be shown to the Commissioner or a court' }),
    consultee: optionalText('Who is asked about it?', { hint: 'The health professional; whoever runs the investigation' }),
    cite: yesNo('Name the exemption to the requester', { preset: 'true' }),
    silenceWhy: optionalLongText('If not: what would naming it do?', { maxLength: 1000, hint: 'Information Governance decides' }),
  },
  check: (view, a) => [
    ...checkPlace(view, a, exemptionOf(a.exemption)?.wholeClass === true),
    ...(a.decision === 'REDACT' && !a.method ? [{ field: 'method', sentence: 'Say how it is taken out.' }] : []),
    ...(mustAsk(view, a.exemption) && !a.consultee
      ? [{ field: 'consultee', sentence: 'Nothing is kept back under this before they are asked. Say who.' }]
      : []),
    ...(a.cite ? [] : checkSilence(a)),
  ],
  then: (view, a) => {
    const id = view.item?.id ?? '';
    const asks = mustAsk(view, a.exemption);
    const consult = `c${Object.keys(consultsOf(view)).length + 1}`;
    const facts = {
      ...{ decision: a.decision, code: a.exemption, cite: a.cite, decidedOn: view.today, ...placeFrom(a) },
      ...(a.method !== undefined && { method: a.method }),
      ...(!a.cite && { silence: 'ASKED' }),
    };
    return {
      items: { records: { [id]: facts }, ...(asks && { consults: { [consult]: consultOn(view, id, a.exemption) } }) },
      ...(asks && { about: `consults/${consult}` }),
      ...(!a.cite && { tell: [{ template: 'approve-silence', to: { role: igTeam.code }, args: { item: id } }] }),
    };
  },
});

function checkSilence({ exemption, silenceWhy }: { exemption: string; silenceWhy?: string | undefined }): AnswerFault[] {
  if (!exemptionOf(exemption)?.silence) return [{ field: 'cite', sentence: 'This exemption is always named to the requester.' }];
  return silenceWhy ? [] : [{ field: 'silenceWhy', sentence: 'Silence needs its reason: the prejudice or harm that naming it would do.' }];
}

/** Whether somebody has to be asked who has not said already that this record is to be kept back under this exemption. */
function mustAsk(view: View, code: string): boolean {
  const said = Object.values(consultsOf(view)).some((c) => c['record'] === view.item?.id && c['code'] === code && keeps(c));
  return exemptionOf(code)?.consult?.blocks === true && !said;
}
const keeps = (consult: Facts): boolean => consult['opinion'] === 'KEEP' || consult['opinion'] === 'PART';

const consultOn = (view: View, record: string, code: string): Facts => ({
  ...{ record, no: Number(recordsOf(view)[record]?.['no'] ?? 0), code, who: consulteeFor[code] ?? 'AUTHOR', blocks: true },
  askedOn: view.today,
  answerBy: addDays(view.today, searchChase.answerWithin),
});

/** EXM-06, G-SILENT: the requester is told what was withheld and why, unless telling would do the harm; that is not the officer’s to decide alone. */
export const approveSilence = step({
  clause: '3.12',
  rows: ['EXM-06'],
  title: 'Decide on silence',
  about:
    'Normally the requester is told the exemption and how to challenge it. Approve silence only where naming it would itself do the prejudice or harm.',
  done: 'decided whether an exemption is named',
  next: 'Decide whether an exemption may go unnamed.',
  by: [igTeam],
  at: [assessing],
  of: 'records',
  needs: [silenceAsked],
  asks: {
    silent: choice('May it go unnamed?', {
      options: [
        { value: 'APPROVED', title: 'Approve: do not name it' },
        { value: 'NAMED', title: 'No: name it' },
      ],
    }),
    silenceNote: optionalText('Note to the case officer', { maxLength: 1000 }),
  },
  check: (view, { silent }) =>
    silent === 'NAMED' && view.item?.facts[MARKED] === true && isUnspoken(view.request?.facts ?? {})
      ? [{ field: 'silent', sentence: 'Not on this case. Make the check by Information Governance anew if that has changed.' }]
      : [],
  then: (view, { silent }) => ({
    items: { records: { [view.item?.id ?? '']: silent === 'APPROVED' ? { silence: 'APPROVED' } : { silence: null, cite: true } } },
    tell: [{ template: 'silence-decided', to: { person: String(view.request?.facts['caseOfficer']) } }],
  }),
});
