import { choice, longText, optionalLongText, optionalText, text, yesNo } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { addDays } from '../../domain/local-date.js';
import { step, type Tell, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { recordUndecided, silenceAsked } from '../assessment-needs.js';
import { answersByCard, backs, waitsFor } from '../consultees.js';
import { exemptionChoices, exemptionOf, isOnForm, maySayNothing, testOf } from '../exemption-choices.js';
import { checkQuestions, exemptionQuestions, factsFrom } from '../exemption-questions.js';
import { searchChase } from '../limits.js';
import { caseOfficer, igTeam } from '../roles.js';
import { consultsOf, methods, recordsOf } from '../schedule.js';
import { isUnspoken } from '../special-routes/adoption.js';
import { sealing } from '../special-routes/index.js';
import { notMarked } from '../special-routes/marked.js';
import { assessing } from '../stages.js';
import { checkPlace, placeFields, placeFrom } from './place.js';

/** Everything else is asked once an exemption has been chosen. */
const once = { asked: (typed: Record<string, unknown>) => isOnForm(typed['exemption']) };
const place = Object.fromEntries(Object.entries(placeFields).map(([name, field]) => [name, { ...field, ...once }])) as typeof placeFields;

/** §3: what is kept back, under which exemption, where, and why; case by case and no more than is needed. */
export const redactOrWithhold = step({
  clause: '3.1',
  rows: ['EXM-01', 'EXM-02', 'EXM-03', 'EXM-04', 'EXM-06', 'EXM-08'],
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
    exemption: choice('Under which exemption?', { options: exemptionChoices, hint: testOf }),
    ...exemptionQuestions,
    ...place,
    method: choice('If redacted: how is it taken out?', { options: methods, optional: true, ...once }),
    what: text('What is kept back?', { section: 'File note', maxLength: 400, ...once }),
    why: longText('Why?', { maxLength: 2000, hint: 'Fit to be shown to the Commissioner or a court', ...once }),
    consultee: optionalText('Who is asked about it?', { hint: 'Needed when the reply waits for their answer', ...once }),
    cite: yesNo('Name the exemption to the requester', { preset: 'true', ...once }),
    silenceWhy: optionalLongText('If not: what would naming it do?', { maxLength: 1000, hint: 'Information Governance decides', ...once }),
  },
  check: (view, a) => [
    ...checkQuestions(a, view.today),
    ...checkPlace(view, a, exemptionOf(a.exemption)?.wholeClass === true),
    ...(a.decision === 'REDACT' && !a.method ? [{ field: 'method', sentence: 'Say how it is taken out.' }] : []),
    ...checkOther(view, a.decision),
    ...(asksByName(view, a) && !a.consultee
      ? [{ field: 'consultee', sentence: 'Nothing is kept back under this before they are asked. Say who.' }]
      : []),
    ...(a.cite ? [] : checkSilence(a)),
    ...checkBranch(view, a),
  ],
  then: (view, a) => {
    const id = view.item?.id ?? '';
    const who = askedNow(view, a);
    const consult = `c${Object.keys(consultsOf(view)).length + 1}`;
    const facts = {
      ...{ decision: a.decision, code: a.exemption, cite: a.cite, decidedOn: view.today, decidedBy: view.person.id, ...placeFrom(a) },
      ...factsFrom(a),
      ...(a.method !== undefined && { method: a.method }),
      ...(!a.cite && { silence: 'ASKED' }),
    };
    const tell: Tell[] = [
      ...(a.cite ? [] : [{ template: 'approve-silence', to: { role: igTeam.code }, args: { item: id } }]),
      ...(answersByCard(who) ? [{ template: 'view-wanted', to: { role: String(who) }, args: { item: consult } }] : []),
    ];
    return {
      items: {
        records: { [id]: facts },
        ...(who !== null && { consults: { [consult]: consultOn(view, id, { code: a.exemption, who }) } }),
      },
      ...(who !== null && { about: `consults/${consult}` }),
      ...(a.exemption === 'EX-ADOPT' && a.branch !== undefined && { set: sealing(view.request?.facts ?? {}, a.branch) }),
      ...(tell.length > 0 && { tell }),
    };
  },
});

type Chosen = Record<string, unknown> & { exemption: string };

/** §2.9: what also identifies somebody else is not given in part before that is weighed; pages that need both are entered apart. */
const checkOther = (view: View, decision: string): AnswerFault[] =>
  decision === 'REDACT' && view.item?.facts['about'] === 'OTHER'
    ? [
        {
          field: 'decision',
          sentence:
            'It also identifies somebody else, so the rest is not given before that is weighed. Enter these pages apart, or withhold it.',
        },
      ]
    : [];

/** §3.7: the branch is the case’s and not the record’s; once it is found, every record of the kind follows it. */
function checkBranch(view: View, { exemption, branch }: { exemption: string; branch?: string | undefined }): AnswerFault[] {
  const found = view.request?.facts['sealed'];
  if (exemption !== 'EX-ADOPT' || found === undefined || found === branch) return [];
  return [
    { field: 'branch', sentence: `This case stands on branch ${String(found)}. If that is wrong, Information Governance checks it anew.` },
  ];
}

function checkSilence({
  exemption,
  branch,
  silenceWhy,
}: {
  exemption: string;
  branch?: string | undefined;
  silenceWhy?: string | undefined;
}): AnswerFault[] {
  if (!maySayNothing(exemption, branch)) return [{ field: 'cite', sentence: 'This exemption is always named to the requester.' }];
  return silenceWhy ? [] : [{ field: 'silenceWhy', sentence: 'Silence needs its reason: the prejudice or harm that naming it would do.' }];
}

/** Whom this decision asks; nobody when their word is there already, and still counts. */
function askedNow(view: View, a: Chosen): string | null {
  const [record, code] = [view.item?.id ?? '', a.exemption];
  const said = Object.values(consultsOf(view)).some((c) => backs(c, { record, code }, view.today));
  return said ? null : waitsFor({ ...factsFrom(a), code });
}
function asksByName(view: View, a: Chosen): boolean {
  const who = askedNow(view, a);
  return who !== null && !answersByCard(who);
}

const consultOn = (view: View, record: string, { code, who }: { code: string; who: string }): Facts => ({
  ...{ record, no: Number(recordsOf(view)[record]?.['no'] ?? 0), code, who, blocks: true },
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
    silent === 'NAMED' && view.item?.facts['code'] === 'EX-ADOPT' && isUnspoken(view.request?.facts ?? {})
      ? [{ field: 'silent', sentence: 'Not on this case. Make the check by Information Governance anew if that has changed.' }]
      : [],
  then: (view, { silent }) => ({
    items: { records: { [view.item?.id ?? '']: silent === 'APPROVED' ? { silence: 'APPROVED' } : { silence: null, cite: true } } },
    tell: [{ template: 'silence-decided', to: { person: String(view.request?.facts['caseOfficer']) } }],
  }),
});
