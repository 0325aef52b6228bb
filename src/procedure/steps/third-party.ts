import { choice, longText, optionalText, yesNo } from '../../domain/fields.js';
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
    known: yesNo('The requester knows it already'),
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
    if (!keepsBack(a.limb)) return unasked;
    return [
      ...unasked,
      ...checkPlace(view, a, false),
      ...(a.what ? [] : [{ field: 'what', sentence: 'The file note says what is kept back.' }]),
      ...(a.limb === 'REMOVABLE' && !a.method ? [{ field: 'method', sentence: 'Say how it is taken out.' }] : []),
      ...(a.limb === 'REMOVABLE' && a.inferable
        ? [{ field: 'limb', sentence: 'Taking out the name is not enough when they can still tell.' }]
        : []),
    ];
  },
  then: (view, a) => {
    const { confidence, capable, refused, known, limb } = a;
    const weighed = { limb, confidence, capable, refused, known, decision: decisionOf(limb), decidedOn: view.today };
    const kept = { code: 'EX-TP', cite: true, ...placeFrom(a), ...(a.method !== undefined && { method: a.method }) };
    return change(view, keepsBack(limb) ? { ...weighed, ...kept } : weighed);
  },
});

const decisionOf = (limb: string): string => limbs.find((l) => l.value === limb)?.decision ?? 'WITHHOLD';
const keepsBack = (limb: string): boolean => decisionOf(limb) !== 'GIVE';
const change = (view: View, facts: Record<string, Fact | null>) => ({ items: { records: { [view.item?.id ?? '']: facts } } });
