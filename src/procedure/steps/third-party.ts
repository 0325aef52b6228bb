import { choice, date, longText, optionalText, yesNo, type FieldContext } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { step, type View } from '../../domain/step.js';
import type { Fact } from '../../domain/subject-request.js';
import { aboutSomebodyElse, recordUndecided } from '../assessment-needs.js';
import { caseOfficer } from '../roles.js';
import { methods } from '../schedule.js';
import { notMarked } from '../special-routes/marked.js';
import { assessing } from '../stages.js';
import { checkPlace, placeFields, placeFrom } from './place.js';

/** §2.9, App. 5: data of the requester that also identifies somebody else. */
export const limbs = [
  { value: 'CONSENT', title: 'They consent: give it', decision: 'GIVE' },
  { value: 'REASONABLE', title: 'Reasonable without consent: give it', decision: 'GIVE' },
  { value: 'REMOVABLE', title: 'Take out what identifies them', decision: 'REDACT' },
  { value: 'KEPT', title: 'It cannot be told apart: withhold it', decision: 'WITHHOLD' },
] as const;
export const limbTitle = (code: unknown): string => limbs.find((l) => l.value === code)?.title ?? '';

export const weighTheThirdParty = step({
  clause: '2.9',
  rows: ['ASS-02', 'ASS-03', 'ASS-04', 'ASS-05', 'ASS-07', 'ASS-08', 'ASS-09', 'EXM-03'],
  title: 'Weigh somebody else’s data',
  about:
    'No consent is no reason by itself. A worker’s name on work they answer for is usually given; likely retaliation speaks against it. Something written by somebody else is not exempt for that.',
  done: 'weighed somebody else’s data',
  next: 'A record also identifies somebody else. Weigh whether it is given.',
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [recordUndecided, aboutSomebodyElse, notMarked],
  backToBoard: true,
  beside: true,
  correctable: true,
  asks: {
    confidence: yesNo('We owe them confidence', { section: 'Is it reasonable without consent?' }),
    capable: yesNo('They are able to consent'),
    refused: yesNo('They refused expressly'),
    refusedWhy: optionalText('If they refused: why?', { maxLength: 400 }),
    consentSteps: longText('Steps to get their consent', { maxLength: 1000, hint: 'What was done, and what did they say?' }),
    consentAskedOn: date('Asked for consent on', { optional: true, notAfterToday: true, preset: (about) => askedOf(about, 'askedOn') }),
    consentAnsweredOn: date('They answered on', { optional: true, notAfterToday: true, preset: (about) => askedOf(about, 'answeredOn') }),
    known: yesNo('The requester knows it already'),
    partly: yesNo('What identifies them can be taken out and the rest still given'),
    inferable: yesNo('Without the name, the requester could still tell who it is'),
    limb: choice('What follows?', { options: limbs, section: 'What follows' }),
    ...placeFields,
    method: choice('How is it taken out?', { options: methods, optional: true }),
    what: optionalText('What is kept back?', { maxLength: 400 }),
    why: longText('Why?', { maxLength: 2000, hint: 'Fit to be shown to the Commissioner or a court' }),
  },
  check: (view, a) => {
    if (a.limb === 'CONSENT' && a.refused) return [{ field: 'limb', sentence: 'They refused, so they do not consent.' }];
    const unasked =
      a.refused && !a.refusedWhy ? [{ field: 'refusedWhy', sentence: 'A refusal has its reason: say it, or that they gave none.' }] : [];
    const dates = checkConsent(a);
    if (!keepsBack(a.limb)) return [...unasked, ...dates];
    return [
      ...unasked,
      ...dates,
      ...(a.limb === 'KEPT' && a.partly
        ? [{ field: 'limb', sentence: 'Part of it can be given: take out only what identifies them.' }]
        : []),
      ...checkPlace(view, a, false),
      ...(a.what ? [] : [{ field: 'what', sentence: 'The file note says what is kept back.' }]),
      ...(a.limb === 'REMOVABLE' && !a.method ? [{ field: 'method', sentence: 'Say how it is taken out.' }] : []),
      ...(a.limb === 'REMOVABLE' && a.inferable
        ? [{ field: 'limb', sentence: 'Taking out the name is not enough when they can still tell.' }]
        : []),
    ];
  },
  then: (view, a) => {
    const { confidence, capable, refused, known, inferable, partly, limb } = a;
    const dates = {
      ...(a.consentAskedOn !== undefined && { consentAskedOn: a.consentAskedOn }),
      ...(a.consentAnsweredOn !== undefined && { consentAnsweredOn: a.consentAnsweredOn }),
    };
    const weighed = {
      limb,
      confidence,
      capable,
      refused,
      known,
      inferable,
      partly,
      ...dates,
      decision: decisionOf(limb),
      decidedOn: view.today,
      decidedBy: view.person.id,
    };
    const kept = { code: 'EX-TP', cite: true, ...placeFrom(a), ...(a.method !== undefined && { method: a.method }) };
    return change(view, keepsBack(limb) ? { ...weighed, ...kept } : weighed);
  },
});

/** What was asked of the other person about this record, and answered, as it stands among the views. */
function askedOf({ facts, items }: FieldContext, which: 'askedOn' | 'answeredOn'): string | undefined {
  const asked = Object.values(items?.['consults'] ?? {}).findLast((c) => c['who'] === 'OTHER_PERSON' && c['no'] === facts['no']);
  return asked?.[which] as string | undefined;
}

function checkConsent(a: { limb: string; consentAskedOn?: string | undefined; consentAnsweredOn?: string | undefined }): AnswerFault[] {
  const { limb, consentAskedOn: asked, consentAnsweredOn: came } = a;
  return [
    ...(limb === 'CONSENT' && came === undefined ? [{ field: 'consentAnsweredOn', sentence: 'Say on which day they consented.' }] : []),
    ...(came !== undefined && asked === undefined ? [{ field: 'consentAskedOn', sentence: 'Say on which day they were asked.' }] : []),
    ...(came !== undefined && asked !== undefined && came < asked
      ? [{ field: 'consentAnsweredOn', sentence: 'This is before they were asked.' }]
      : []),
  ];
}

const decisionOf = (limb: string): string => limbs.find((l) => l.value === limb)?.decision ?? 'WITHHOLD';
const keepsBack = (limb: string): boolean => decisionOf(limb) !== 'GIVE';
const change = (view: View, facts: Record<string, Fact | null>) => ({ items: { records: { [view.item?.id ?? '']: facts } } });
